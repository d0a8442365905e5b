import { describe, expect, it } from "vitest";
import { MemoryFile, memoryLimitBytes } from "./memoryFile";

async function write(file: MemoryFile, ...chunks: [position: number, data: number[]][]) {
  const writer = file.open().getWriter();
  for (const [position, data] of chunks) {
    await writer.write({ type: "write", position, data: new Uint8Array(data) });
  }
}

const bytesOf = async (file: MemoryFile) => [...new Uint8Array(await (await file.content()).arrayBuffer())];

describe("MemoryFile", () => {
  it("patches what was written before, as the file's header is", async () => {
    const file = new MemoryFile();
    await write(file, [0, [1, 2, 3, 4]], [4, [5]], [1, [9, 9]]);
    expect(await bytesOf(file)).toEqual([1, 9, 9, 4, 5]);
  });

  it("keeps a write that crosses its pieces whole", async () => {
    const file = new MemoryFile();
    const edge = 1 << 20;
    await write(file, [0, new Array<number>(edge).fill(7)], [edge - 2, [1, 2, 3, 4]]);
    expect(file.bytes).toBe(edge + 2);
    expect((await bytesOf(file)).slice(edge - 3)).toEqual([7, 1, 2, 3, 4]);
  });

  it("refuses to grow past its limit and keeps what it has", async () => {
    const file = new MemoryFile(4);
    await expect(write(file, [0, [1, 2, 3]], [3, [4, 5]])).rejects.toThrow("memory");
    expect(await bytesOf(file)).toEqual([1, 2, 3]);
  });

  it("has room for an ordinary meeting", () => {
    expect(memoryLimitBytes).toBe(2_147_483_648);
  });
});
