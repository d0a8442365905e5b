export type TextPart = { text: string } | { link: string };

const address = /\bhttps?:\/\/[^\s<>"'`]+/giu;

/** Splits a line into text and web addresses. Nothing is fetched; an address is opened only by a click. */
export function splitLinks(line: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of line.matchAll(address)) {
    const link = trimPunctuation(match[0]);
    if (!URL.canParse(link)) continue;
    if (match.index > end) parts.push({ text: line.slice(end, match.index) });
    parts.push({ link });
    end = match.index + link.length;
  }
  if (end < line.length) parts.push({ text: line.slice(end) });
  return parts;
}

/** A full stop or a bracket after an address belongs to the sentence, unless the bracket was opened inside. */
function trimPunctuation(link: string): string {
  let trimmed = link.replace(/[.,;:!?]+$/u, "");
  while (trimmed.endsWith(")") && count(trimmed, ")") > count(trimmed, "(")) trimmed = trimmed.slice(0, -1).replace(/[.,;:!?]+$/u, "");
  return trimmed;
}

const count = (text: string, character: string) => text.split(character).length - 1;
