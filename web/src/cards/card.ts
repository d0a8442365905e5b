import { seenText } from "../plugins/questions/visibleText";
import type { CardFields } from "../signaling/protocol";

export type CardField = keyof CardFields;

/** In the order in which they are shown, with the most characters each may have; the host holds plugins' copies to the same. */
export const cardFields: readonly { field: CardField; label: string; most: number; hint?: string }[] = [
  { field: "displayName", label: "Name", most: 64 },
  { field: "pronouns", label: "Pronouns", most: 32 },
  { field: "role", label: "Role", most: 64 },
  { field: "organisation", label: "Organisation", most: 64 },
  { field: "link", label: "Link", most: 200, hint: "https://" },
  { field: "about", label: "About you", most: 280 },
];

export const emptyCard: CardFields = { displayName: null, pronouns: null, role: null, organisation: null, link: null, about: null };

const maxBytes = 8 * 1024;

/** One field as it may be shown: one line, nothing in it that cannot be seen, and for a link an https address. Null: nothing is left. */
export function cleanField(field: CardField, text: string): string | null {
  const most = cardFields.find((each) => each.field === field)!.most;
  const line = seenText(text.slice(0, 4 * most)).replace(/\s+/gu, " ").trim();
  if (line === "") return null;
  return field === "link" ? cleanLink(line, most) : line.slice(0, most).replace(/[\uD800-\uDBFF]$/u, "").trim();
}

/** Without a user name: it could pass for the host that the address leads to. */
function cleanLink(text: string, most: number): string | null {
  const address = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, href } = new URL(address);
  return protocol === "https:" && username === "" && password === "" && href.length <= most ? href : null;
}

export const encodeCard = (card: CardFields | null): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(card));

/** Null for a card that was withdrawn, and for whatever another page should not have sent. */
export function decodeCard(data: Uint8Array): CardFields | null {
  if (data.length > maxBytes) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
    return typeof value === "object" && value !== null ? cardOf(value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What is text in it and can be shown; null when there is nothing. */
export function cardOf(values: Readonly<Record<string, unknown>>, isShown: (field: CardField) => boolean = () => true): CardFields | null {
  const card = { ...emptyCard };
  for (const { field } of cardFields) {
    const value = Object.hasOwn(values, field) && isShown(field) ? values[field] : null;
    if (typeof value === "string") card[field] = cleanField(field, value);
  }
  return Object.values(card).some((value) => value !== null) ? card : null;
}
