import { readStore, writeStore } from "../room/browserStore";

const key = "pluginroom.name";

/** Kept in this browser only if the person ticked the box, else for this tab. */
export function rememberedName(): { name: string; remember: boolean } {
  const kept = readStore("local", key);
  return { name: kept ?? readStore("session", key) ?? "", remember: kept !== null };
}

export function rememberName(name: string, remember: boolean): void {
  writeStore("local", key, remember ? name : null);
  if (!remember) writeStore("session", key, name);
}
