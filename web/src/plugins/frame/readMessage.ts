import { isFileKind } from "../questions/fileKinds";
import type { FromFrame } from "./protocol";

export const maxServerBytes = 256 * 1024;
const maxNameLength = 64;
const maxFileName = 200;
const maxUrlLength = 2048;
const maxPickedBytes = 8 << 20;
const maxPickedFiles = 5;

const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
const isName = (value: unknown): value is string => typeof value === "string" && value.length > 0 && value.length <= maxNameLength;
const isId = (value: unknown): value is number => Number.isSafeInteger(value);

const isCount = (value: unknown, most: number): value is number => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most;
const areKinds = (value: unknown): value is string[] => Array.isArray(value) && value.length <= 10 && value.every(isFileKind) && new Set(value).size === value.length;

/** One message of a plugin's frame with nothing in it but what is known, or null. Sizes that have a limit of their own are checked where it is. */
export function readMessage(data: unknown): FromFrame | null {
  if (typeof data !== "object" || data === null || !("t" in data)) return null;
  const { t, id, channel, data: bytes, to, name, file, url, kinds, maxBytes, maxFiles } = data as Record<string, unknown>;
  switch (t) {
    case "server":
      return isId(id) && isBytes(bytes) ? { t, id, data: bytes } : null;
    case "open":
      return isName(channel) ? { t, channel } : null;
    case "send":
      if (!isName(channel) || !isBytes(bytes) || (to !== undefined && !isName(to))) return null;
      return to === undefined ? { t, channel, data: bytes } : { t, channel, data: bytes, to };
    case "file":
      return isId(id) && typeof name === "string" && name.length <= maxFileName && file instanceof Blob ? { t, id, name, file } : null;
    case "pick":
      return isId(id) && areKinds(kinds) && isCount(maxBytes, maxPickedBytes) && isCount(maxFiles, maxPickedFiles) ? { t, id, kinds, maxBytes, maxFiles } : null;
    case "link":
      return typeof url === "string" && url.length <= maxUrlLength ? { t, url } : null;
    case "record":
    case "stop":
      return isId(id) ? { t, id } : null;
    default:
      return null;
  }
}
