import { readStore, writeStore } from "../room/browserStore";
import { cardFields, cleanField, type CardField } from "./card";

export interface OwnCard {
  /** As typed. */
  readonly values: Readonly<Partial<Record<CardField, string>>>;
  /** What the people here see of it; nothing unless ticked. */
  readonly shown: readonly CardField[];
  /** In this browser; otherwise for this tab. */
  readonly remember: boolean;
}

const key = "pluginroom.card";

export function readOwnCard(): OwnCard {
  const kept = readStore("local", key);
  const text = kept ?? readStore("session", key);
  const none: OwnCard = { values: {}, shown: [], remember: kept !== null };
  if (text === null) return none;
  try {
    const { values, shown } = JSON.parse(text) as { values: Record<string, unknown>; shown: unknown[] };
    const fields = cardFields.map(({ field }) => field);
    return {
      values: Object.fromEntries(fields.flatMap((field) => (typeof values[field] === "string" ? [[field, values[field]]] : []))),
      shown: fields.filter((field) => shown.includes(field)),
      remember: kept !== null,
    };
  } catch {
    // Something else has written there; the next saving mends it.
    return none;
  }
}

export function writeOwnCard({ values, shown, remember }: OwnCard): void {
  const isEmpty = Object.entries(values).every(([field, text]) => cleanField(field as CardField, text) === null);
  const text = isEmpty ? null : JSON.stringify({ values, shown });
  writeStore("local", key, remember ? text : null);
  writeStore("session", key, remember ? null : text);
}
