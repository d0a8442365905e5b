// Prints the "integrity" of a plugin's folder, as docs/manifest.md defines it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sha256 = (content) => createHash("sha256").update(content);

export function integrityOf(folder) {
  const lines = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((path) => `${path} ${sha256(contentOf(folder, path)).digest("hex")}\n`);
  return `sha256-${sha256(lines.join("")).digest("base64")}`;
}

function contentOf(folder, path) {
  const content = readFileSync(join(folder, path));
  if (path !== "plugin.json") return content;
  const { integrity: _, ...manifest } = JSON.parse(content.toString("utf8").replace(/^\uFEFF/, ""));
  return JSON.stringify(manifest);
}

if (process.argv[1] === import.meta.filename) console.log(integrityOf(process.argv[2] ?? "."));
