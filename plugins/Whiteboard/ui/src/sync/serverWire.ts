import { ByteReader, ByteWriter, MalformedMessage } from "./bytes";

/**
 * What the frame and the plugin's server side say to each other (its twin: Wire/ServerWire.cs; both are held to wire-examples.json).
 * A message is one type byte, then varints (LEB128) and bytes; an update is a Yjs update, version 1, that the server never reads.
 *
 *   frame to server
 *   0x01 hello                                 send me the document
 *   0x02 update    bytes                       keep this
 *   0x03 snapshot  varint through, bytes       everything up to `through`, in one update
 *   server to frame
 *   0x41 document  varint through, (varint length, bytes)*    all that is kept
 *   0x42 compact   varint through, (varint length, bytes)*    what you may not have; then send a snapshot through `through`
 *   0x43 full      varint limit                               your update was refused: the board is as large as it can get
 *   0x44 refused   varint reason                              your message was dropped (1 malformed, 2 too large, 3 not asked for, 4 too often)
 *
 * Larger than one message of the transport: see parts.ts.
 */
export type ToServer =
  | { readonly type: "hello" }
  | { readonly type: "update"; readonly update: Uint8Array }
  | { readonly type: "snapshot"; readonly through: number; readonly update: Uint8Array };

export type FromServer =
  | { readonly type: "document" | "compact"; readonly through: number; readonly updates: readonly Uint8Array[] }
  | { readonly type: "full"; readonly limit: number }
  | { readonly type: "refused"; readonly reason: number };

export function writeToServer(message: ToServer): Uint8Array {
  switch (message.type) {
    case "hello":
      return Uint8Array.of(0x01);
    case "update":
      return new ByteWriter().byte(0x02).rest(message.update).done();
    case "snapshot":
      return new ByteWriter().byte(0x03).varint(message.through).rest(message.update).done();
  }
}

export const TOO_OFTEN = 4;

/** Throws `MalformedMessage`. */
export function readFromServer(bytes: Uint8Array): FromServer {
  const reader = new ByteReader(bytes);
  const type = reader.byte();
  switch (type) {
    case 0x41:
    case 0x42:
      return { type: type === 0x41 ? "document" : "compact", through: reader.varint(), updates: readUpdates(reader) };
    case 0x43:
      return { type: "full", limit: reader.varint() };
    case 0x44:
      return { type: "refused", reason: reader.varint() };
    default:
      throw new MalformedMessage(`There is no message type ${type}.`);
  }
}

function readUpdates(reader: ByteReader): Uint8Array[] {
  const updates: Uint8Array[] = [];
  while (!reader.ended) updates.push(reader.sized());
  return updates;
}
