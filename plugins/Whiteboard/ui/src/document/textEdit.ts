import type * as Y from "yjs";
import { MAX_TEXT } from "./shape";

/** Turns "this is the text now" into the one insertion and deletion that made it so, which merge with what others type. */
export function writeText(text: Y.Text, next: string): void {
  const wanted = next.slice(0, MAX_TEXT);
  const now = text.toString();
  const shorter = Math.min(now.length, wanted.length);
  let start = 0;
  while (start < shorter && now[start] === wanted[start]) start++;
  if (splitsPair(now, start) || splitsPair(wanted, start)) start--;
  let end = 0;
  while (end < shorter - start && now[now.length - 1 - end] === wanted[wanted.length - 1 - end]) end++;
  if (splitsPair(now, now.length - end) || splitsPair(wanted, wanted.length - end)) end--;
  if (now.length - end > start) text.delete(start, now.length - end - start);
  if (wanted.length - end > start) text.insert(start, wanted.slice(start, wanted.length - end));
}

/** Where the caret belongs after the text around it has changed. */
export function followCaret(before: string, after: string, caret: number): number {
  const ahead = before.slice(0, caret);
  if (after.startsWith(ahead)) return caret;
  return Math.max(0, Math.min(after.length, after.length - (before.length - caret)));
}

function splitsPair(text: string, at: number): boolean {
  const code = at > 0 ? text.charCodeAt(at - 1) : 0;
  return code >= 0xd800 && code <= 0xdbff && at < text.length;
}
