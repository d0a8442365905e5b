/** Room names as in the link `/r/<name>`: 3 to 64 of a-z, 0-9 and hyphen. */
export const isRoomName = (text: string) => /^[a-z0-9-]{3,64}$/.test(text);

export type Route = { page: "home" } | { page: "room"; room: string };

export function routeOf(path: string): Route {
  const match = /^\/r\/([^/]*)\/?$/.exec(path);
  return match ? { page: "room", room: decode(match[1]!) } : { page: "home" };
}

/** The nearest room name to what somebody typed or pasted, a whole link included; empty when nothing is left. */
export function nearestRoomName(typed: string): string {
  const path = /\/r\/([^/?#\s]+)/.exec(typed);
  const name = (path ? decode(path[1]!) : typed)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 64)
    .replace(/^-+|-+$/g, "");
  return name.length >= 3 ? name : "";
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const calm = "amber bright calm clear cosy dapper early fair gentle golden happy keen kind lively lucid mellow mild neat noble open patient plain quick quiet ready silver steady sunny tidy warm wide wise".split(" ");
const things = "anchor arbor atlas beacon birch bridge brook candle cedar cloud coral delta ember fern garden harbor island lantern maple meadow orchard pebble pine prairie quartz river sail spruce summit valley violet willow".split(" ");
const tail = "23456789abcdefghjkmnpqrstuvwxyz";

/**
 * Readable aloud, and too many to guess: whoever knows a room's name can enter it. Two words give 10 bits, the tail 29 more.
 */
export function randomRoomName(): string {
  const random = crypto.getRandomValues(new Uint32Array(8));
  const pick = <T>(from: ArrayLike<T>, at: number) => from[random[at]! % from.length]!;
  const end = Array.from({ length: 6 }, (_, i) => pick(tail, i + 2)).join("");
  return `${pick(calm, 0)}-${pick(things, 1)}-${end}`;
}
