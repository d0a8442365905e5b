export const maxChatLength = 4_000;

export interface ChatLine {
  readonly id: string;
  readonly text: string;
  /** Name of the plugin that wrote it, where the person only said yes to it. */
  readonly via?: string | undefined;
}

// Four bytes a character at most, and the envelope.
const maxBytes = maxChatLength * 6 + 128;

export const encodeLine = (line: ChatLine): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(line));

/** Null for whatever another page should not have sent. */
export function decodeLine(data: Uint8Array): ChatLine | null {
  if (data.length > maxBytes) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
    if (typeof value !== "object" || value === null || !("id" in value) || !("text" in value)) return null;
    const { id, text } = value;
    if (typeof id !== "string" || id === "" || id.length > 64 || typeof text !== "string") return null;
    const shown = withoutControls(text).trim();
    if (shown === "" || shown.length > maxChatLength) return null;
    // Whoever says that a plugin wrote it is not shown as having written it, whatever the name turns out to be.
    return "via" in value ? { id, text: shown, via: pluginName(value.via) } : { id, text: shown };
  } catch {
    return null;
  }
}

const maxNameLength = 64;

const pluginName = (value: unknown) =>
  (typeof value === "string" ? withoutControls(value).replace(/\s+/gu, " ").trim().slice(0, maxNameLength) : "") || "a plugin";

/** Keeps line breaks and tabs; drops what could reorder or hide other text (bidirectional overrides, control characters). */
const withoutControls = (text: string) => text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu, "");
