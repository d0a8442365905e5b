import type { MuteAsked, SeatEnded } from "../signaling/protocol";

/** Who decided it, and whether a plugin had asked for it. Its reason is quoted: those are not the page's words. */
export const mutedWords = (asked: MuteAsked): string => `${asked.by} muted you${because(asked)}. You can unmute yourself.`;

export const removedWords = (ended: SeatEnded): string =>
  `${ended.by}, who moderates it, removed you from the room${because(ended)}. Camera and microphone are off.`;

const because = ({ pluginName, reason }: MuteAsked) =>
  pluginName === null ? "" : `, as the plugin ${pluginName} had asked${reason ? `: “${plain(reason)}”` : ""}`;

// Characters that could turn or hide the words around them have no place in a quotation.
const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").replace(/\s+/gu, " ").trim();
