// Prints the "integrity" of a plugin's folder, as docs/manifest.md defines it; with --list, the list of bundled plugins for these folders.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sha256 = (content) => createHash("sha256").update(content);

export function integrityOf(folder) {
  const lines = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isSignature(folder, entry))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((path) => `${path} ${sha256(contentOf(folder, path)).digest("hex")}\n`);
  return `sha256-${sha256(lines.join("")).digest("base64")}`;
}

// The signature is over the same hash, and could not hold a hash over itself.
const isSignature = (folder, entry) => entry.name === "plugin.sig" && join(entry.parentPath ?? entry.path) === join(folder);

export const listOf = (folders) => ({
  plugins: folders.map((folder) => ({ id: JSON.parse(readFileSync(join(folder, "plugin.json"), "utf8").replace(/^\uFEFF/, "")).id, digest: integrityOf(folder) })),
});

function contentOf(folder, path) {
  const content = readFileSync(join(folder, path));
  if (path !== "plugin.json") return content;
  const { integrity: _, ...manifest } = JSON.parse(content.toString("utf8").replace(/^\uFEFF/, ""));
  return JSON.stringify(manifest);
}

if (process.argv[1] === import.meta.filename) {
  const [first, ...rest] = process.argv.slice(2);
  console.log(first === "--list" ? JSON.stringify(listOf(rest), null, 2) : integrityOf(first ?? "."));
}
