interface FileKind {
  readonly words: string;
  /** As the browser's dialogue takes it (HTML, the `accept` attribute). */
  readonly accept: readonly string[];
}

/** The closed list that plugins ask by; the host has the same. */
const kinds: Record<string, FileKind | undefined> = {
  image: { words: "pictures", accept: ["image/*"] },
  audio: { words: "sound", accept: ["audio/*"] },
  video: { words: "films", accept: ["video/*"] },
  text: { words: "plain text", accept: ["text/plain", ".txt", ".md"] },
  table: { words: "tables", accept: [".csv", ".tsv", ".xls", ".xlsx", ".ods"] },
  document: { words: "documents", accept: [".pdf", ".doc", ".docx", ".odt", ".rtf"] },
  presentation: { words: "slides", accept: [".pdf", ".ppt", ".pptx", ".odp"] },
  calendar: { words: "calendar files", accept: [".ics"] },
  data: { words: "JSON, XML or YAML", accept: [".json", ".xml", ".yaml", ".yml"] },
  archive: { words: "archives", accept: [".zip", ".tar", ".gz", ".tgz", ".7z"] },
};

export const isFileKind = (name: unknown): name is string => typeof name === "string" && Object.hasOwn(kinds, name);

export const acceptOf = (names: readonly string[]): string => [...new Set(names.flatMap((name) => kinds[name]?.accept ?? []))].join(",");

export const kindWords = (names: readonly string[]): string =>
  names.length === 0 ? "any kind of file" : new Intl.ListFormat("en", { type: "disjunction" }).format(names.map((name) => kinds[name]?.words ?? name));

/** The dialogue only suggests; a person can choose anything in it. */
export function isOfKind(file: { name: string; type: string }, names: readonly string[]): boolean {
  const name = file.name.toLowerCase();
  return names.length === 0 || names.some((each) => kinds[each]?.accept.some((accept) =>
    accept.startsWith(".") ? name.endsWith(accept) : accept.endsWith("/*") ? file.type.startsWith(accept.slice(0, -1)) : file.type === accept) ?? false);
}
