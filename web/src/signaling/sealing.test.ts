import { expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "./base64url";
import { createPageKey, SealedLine, type PageKey } from "./sealing";

async function people() {
  const [ada, bob] = await Promise.all([createPageKey(), createPageKey()]);
  const end = (id: string, key: PageKey) => ({ id, publicKey: key.publicKey });
  const open = (room: string) =>
    Promise.all([SealedLine.open(room, ada, "ada", end("bob", bob)), SealedLine.open(room, bob, "bob", end("ada", ada))]);
  return { ada, bob, end, open };
}

const offer = JSON.stringify({ type: "offer", sdp: "v=0 a=candidate 192.0.2.7 ü" });

test("what one seals the other opens", async () => {
  const [ada, bob] = await (await people()).open("room");
  expect(await bob.unseal("description", await ada.seal("description", offer))).toBe(offer);
  expect(await ada.unseal("description", await bob.seal("description", offer))).toBe(offer);
});

test("a sealed text shows nothing of what is in it and differs each time", async () => {
  const [ada] = await (await people()).open("room");
  const [first, second] = [await ada.seal("description", offer), await ada.seal("description", offer)];
  expect(first).not.toBe(second);
  expect(first.slice(0, 16)).not.toBe(second.slice(0, 16));
  expect(new TextDecoder("latin1").decode(fromBase64Url(first))).not.toContain("192.0.2.7");
});

test("the public key is 65 bytes in base64url and the private one cannot be read out", async () => {
  const key = await createPageKey();
  expect(fromBase64Url(key.publicKey)).toHaveLength(65);
  expect(key.pair.privateKey.extractable).toBe(false);
});

test("a changed byte is noticed wherever it stands", async () => {
  const [ada, bob] = await (await people()).open("room");
  const sealed = fromBase64Url(await ada.seal("candidate", "c"));
  for (const at of [0, 11, 12, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    await expect(bob.unseal("candidate", toBase64Url(changed))).rejects.toThrow();
  }
});

test("a description cannot be passed off as a candidate", async () => {
  const [ada, bob] = await (await people()).open("room");
  await expect(bob.unseal("candidate", await ada.seal("description", offer))).rejects.toThrow();
});

test("what was opened once is not opened again, and not out of order", async () => {
  const [ada, bob] = await (await people()).open("room");
  const [first, second] = [await ada.seal("candidate", "1"), await ada.seal("candidate", "2")];
  expect(await bob.unseal("candidate", second)).toBe("2");
  await expect(bob.unseal("candidate", second)).rejects.toThrow("repeated");
  await expect(bob.unseal("candidate", first)).rejects.toThrow("out of order");
});

test("one's own message sent back does not open", async () => {
  const [ada] = await (await people()).open("room");
  await expect(ada.unseal("candidate", await ada.seal("candidate", "c"))).rejects.toThrow();
});

test("another room, another id or another key opens nothing", async () => {
  const { ada, bob, end, open } = await people();
  const [sender] = await open("room");
  const sealed = await sender.seal("candidate", "c");
  const eve = await createPageKey();
  const others = await Promise.all([
    SealedLine.open("other", bob, "bob", end("ada", ada)),
    SealedLine.open("room", bob, "bob2", end("ada", ada)),
    SealedLine.open("room", bob, "bob", end("eve", ada)),
    SealedLine.open("room", eve, "bob", end("ada", ada)),
  ]);
  for (const other of others) await expect(other.unseal("candidate", sealed)).rejects.toThrow();
});

test.each(["", "AAAA", "=====", "not base64url!", "A".repeat(50_000)])("rubbish is refused: %#", async (rubbish) => {
  const [ada] = await (await people()).open("room");
  await expect(ada.unseal("description", rubbish)).rejects.toThrow();
});

test.each(["", "AAAA", "B".repeat(87)])("a bad public key is refused: %#", async (publicKey) => {
  await expect(SealedLine.open("room", await createPageKey(), "ada", { id: "bob", publicKey })).rejects.toThrow();
});

test("base64url carries every byte", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
});
