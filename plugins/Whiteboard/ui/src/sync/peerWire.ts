import { ByteReader, ByteWriter, MalformedMessage } from "./bytes";

/**
 * What frames say to each other. On `board` (larger messages as parts, see parts.ts):
 *   0x21 update  bytes    a Yjs update, version 1
 *   0x22 have    bytes    my state vector: send me what I lack
 * On `cursors`:
 *   0x31 at      varint zigzag(8x), varint zigzag(8y)
 *   0x32 gone
 */
export type PeerMessage = { readonly type: "update" | "have"; readonly bytes: Uint8Array };

export type CursorMessage = { readonly type: "at"; readonly x: number; readonly y: number } | { readonly type: "gone" };

export function writePeer(message: PeerMessage): Uint8Array {
  return new ByteWriter().byte(message.type === "update" ? 0x21 : 0x22).rest(message.bytes).done();
}

/** Throws `MalformedMessage`. */
export function readPeer(bytes: Uint8Array): PeerMessage {
  const reader = new ByteReader(bytes);
  const type = reader.byte();
  if (type !== 0x21 && type !== 0x22) throw new MalformedMessage(`There is no message type ${type}.`);
  return { type: type === 0x21 ? "update" : "have", bytes: reader.rest() };
}

export function writeCursor(message: CursorMessage): Uint8Array {
  if (message.type === "gone") return Uint8Array.of(0x32);
  return new ByteWriter().byte(0x31).varint(zigzag(message.x)).varint(zigzag(message.y)).done();
}

/** Throws `MalformedMessage`. */
export function readCursor(bytes: Uint8Array): CursorMessage {
  const reader = new ByteReader(bytes);
  const type = reader.byte();
  if (type === 0x32) return { type: "gone" };
  if (type !== 0x31) throw new MalformedMessage(`There is no message type ${type}.`);
  return { type: "at", x: unzigzag(reader.varint()), y: unzigzag(reader.varint()) };
}

function zigzag(value: number): number {
  const n = Math.round(value * 8);
  return n >= 0 ? n * 2 : -n * 2 - 1;
}

function unzigzag(n: number): number {
  return (n % 2 === 0 ? n / 2 : -(n + 1) / 2) / 8;
}
