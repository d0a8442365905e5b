import { describe, expect, it } from "vitest";
import wireExamples from "../../wire-examples.json";
import { PartAssembler, split } from "../src/sync/parts";
import { readCursor, readPeer, writeCursor, writePeer } from "../src/sync/peerWire";
import { readFromServer, writeToServer, type ToServer } from "../src/sync/serverWire";
import { random } from "./support";

interface Example {
  readonly name: string;
  readonly bytes: string;
  readonly message: { readonly type: string; readonly through?: number; readonly update?: string; readonly updates?: string[] };
}

const examples: {
  readonly toServer: Example[];
  readonly fromServer: Example[];
  readonly malformedFromServer: { readonly name: string; readonly bytes: string }[];
  readonly parts: { readonly name: string; readonly whole: string; readonly parts: string[] }[];
} = wireExamples;

function hex(text: string): Uint8Array {
  return Uint8Array.from(text.split(" ").filter(Boolean), (byte) => parseInt(byte, 16));
}

describe("the server's wire", () => {
  it.each(examples.toServer)("writes $name", ({ bytes, message }) => {
    const update = message.update === undefined ? {} : { update: hex(message.update) };
    expect(writeToServer({ ...message, ...update } as ToServer)).toEqual(hex(bytes));
  });

  it.each(examples.fromServer)("reads $name", ({ bytes, message }) => {
    const updates = message.updates === undefined ? {} : { updates: message.updates.map(hex) };
    expect(readFromServer(hex(bytes))).toEqual({ ...message, ...updates });
  });

  it.each(examples.malformedFromServer)("refuses $name", ({ bytes }) => {
    expect(() => readFromServer(hex(bytes))).toThrow();
  });
});

describe("parts", () => {
  it.each(examples.parts)("put together: $name", ({ parts, whole }) => {
    const assembler = new PartAssembler(1000);
    expect(parts.map((part) => assembler.take(hex(part)))).toEqual([...parts.slice(1).map(() => null), hex(whole)]);
  });

  it.each([0, 99, 100, 101, 5_000])("bring %d bytes back whole", (length) => {
    const message = Uint8Array.from({ length }, (_, i) => i % 100);
    const parts = split(message, 100, 3);
    const assembler = new PartAssembler(10_000);

    expect(parts.every((part) => part.length <= 100)).toBe(true);
    expect(parts.map((part) => assembler.take(part)).at(-1)).toEqual(message);
  });

  it("begin anew when a sender did not finish", () => {
    const assembler = new PartAssembler(1000);
    const [first] = split(new Uint8Array(500).fill(1), 100, 1);
    assembler.take(first!);
    const again = split(new Uint8Array(300).fill(2), 100, 2);

    expect(again.map((part) => assembler.take(part)).at(-1)).toEqual(new Uint8Array(300).fill(2));
  });

  it.each(["7f 01 01 02 aa", "7f 01 00 00 aa", "7f 01 00 02", "7f 01", "7f 01 00 ff ff ff ff ff ff ff ff ff 01"])("out of order are refused: %s", (bytes) => {
    expect(() => new PartAssembler(1000).take(hex(bytes))).toThrow();
  });

  it("are bounded", () => {
    const assembler = new PartAssembler(150);
    const parts = split(new Uint8Array(500), 100, 1);
    assembler.take(parts[0]!);
    expect(() => assembler.take(parts[1]!)).toThrow();
  });
});

describe("the peers' wire", () => {
  it("brings updates and questions across", () => {
    expect(readPeer(writePeer({ type: "update", bytes: hex("01 02") }))).toEqual({ type: "update", bytes: hex("01 02") });
    expect(readPeer(writePeer({ type: "have", bytes: hex("00") }))).toEqual({ type: "have", bytes: hex("00") });
  });

  it("brings pointers across to an eighth", () => {
    expect(readCursor(writeCursor({ type: "at", x: -12.375, y: 1_000_000 }))).toEqual({ type: "at", x: -12.375, y: 1_000_000 });
    expect(readCursor(writeCursor({ type: "gone" }))).toEqual({ type: "gone" });
  });

  it("refuses garbage by an exception and nothing else", () => {
    const next = random(3);
    for (let i = 0; i < 5_000; i++) {
      const bytes = Uint8Array.from({ length: Math.floor(next() * 20) }, () => Math.floor(next() * 256));
      for (const read of [readPeer, readCursor, readFromServer]) {
        try {
          read(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }
    }
  });
});
