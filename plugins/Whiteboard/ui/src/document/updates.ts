import * as Y from "yjs";

/** Above this no honest update's run of edits can be; a larger one would make real edits look old. */
const LONGEST_RUN = 1 << 24;
const MAX_PENDING = 1 << 20;

export type Applied = "applied" | "waiting" | "broken";

/**
 * Applies what somebody else sent. It is read as a whole first: a broken update is dropped before it touches the document.
 * "waiting" means that it builds on edits which have not arrived yet.
 */
export function applyForeign(doc: Y.Doc, update: Uint8Array, origin: unknown): Applied {
  try {
    if (!plausible(update)) return "broken";
    Y.applyUpdate(doc, update, origin);
  } catch {
    return "broken";
  }
  const pending = doc.store.pendingStructs;
  if (pending && pending.update.length > MAX_PENDING) doc.store.pendingStructs = null;
  return doc.store.pendingStructs ? "waiting" : "applied";
}

function plausible(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const end = Number.MAX_SAFE_INTEGER / 2;
  return (
    structs.every((struct) => struct.length > 0 && struct.length <= LONGEST_RUN && struct.id.clock + struct.length < end) &&
    [...ds.clients.values()].every((runs) => runs.every((run) => run.len > 0 && run.clock + run.len < end))
  );
}
