/** A piece of a text as it stands, or what could not be seen in it. */
export type VisiblePart = { text: string } | { hidden: string };

// Everything that takes no room, turns what follows around, or stands for nothing: controls, format characters, halves of characters, private
// and unassigned ones, line separators, and the letters that draw nothing. Composed emoji keep what joins them, and so do scripts that need it.
const needy = "[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Telugu}]";
const joined = String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D(?=\p{Extended_Pictographic})|(?<=${needy})[\u200C\u200D](?=${needy})`;
const unseen = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFFA0\uFFFC]`;
const hidden = new RegExp(String.raw`(?!${joined})(?![\n\t])${unseen}`, "gu");

// Room in which the rest of a text could be pushed out of sight.
const gaps = /\s{12,}|(?:[^\S\n]*\n){4,}/gu;
const marked = new RegExp(`${hidden.source}|${gaps.source}`, "gu");

/** The text in pieces, with a mark for each thing in it that a person would not see. */
export function visibleParts(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let end = 0;
  for (const match of text.matchAll(marked)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ hidden: nameOf(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The same text with nothing in it that a person would not see: hidden characters are gone, and gaps are short. */
export const seenText = (text: string): string =>
  text.replace(hidden, "").replace(gaps, (gap) => (gap.includes("\n") ? "\n\n" : " ")).trim();

function nameOf(match: string): string {
  const code = match.codePointAt(0)!;
  if (match.trim() === "" && match.length > 2) {
    const breaks = match.split("\n").length - 1;
    return breaks > 0 ? `${breaks} line breaks` : `${match.length} spaces`;
  }
  return names[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

const names: Record<number, string> = {
  0x200b: "zero-width space", 0x200d: "zero-width joiner", 0x202d: "turns direction", 0x202e: "turns direction", 0x2066: "turns direction",
  0x2067: "turns direction", 0x2068: "turns direction", 0x2069: "ends direction", 0x202c: "ends direction", 0xfeff: "byte order mark",
};
