/** A file name that is only that: no folder, no control or bidirectional characters, no leading dot, at most 120 characters. */
export function safeFileName(name: string): string {
  const plain = name
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "")
    .replace(/[\\/:*?"<>|]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const dot = plain.lastIndexOf(".");
  const extension = dot > 0 ? plain.slice(dot).slice(0, 12) : "";
  const base = (dot > 0 ? plain.slice(0, dot) : plain).slice(0, 120 - extension.length);
  return base + extension || "file";
}

/** The same of a file that a person chose: some browsers put folders before the name. */
export const pickedFileName = (name: string): string => safeFileName(name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1));
