// What the browser keeps for this page, where it does: some refuse it altogether, and any can be full. The page works without.

type Kind = "local" | "session";

const storeOf = (kind: Kind) => (kind === "local" ? localStorage : sessionStorage);

/** Null where there is nothing, or nothing may be kept. */
export function readStore(kind: Kind, key: string): string | null {
  try {
    return storeOf(kind).getItem(key);
  } catch {
    return null;
  }
}

/** Null removes it. False where the browser does not keep it. */
export function writeStore(kind: Kind, key: string, text: string | null): boolean {
  try {
    if (text === null) storeOf(kind).removeItem(key);
    else storeOf(kind).setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
