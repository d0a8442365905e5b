import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/**
 * Adds up what a browser loads before the page works: the document, its script with everything imported statically, style and
 * icon. Compressed with gzip, which is the larger of the two that the host serves. Over the limit the build fails.
 */
export function firstLoad(limitKilobytes: number): Plugin {
  return {
    name: "first-load",
    apply: "build",
    writeBundle(_, bundle) {
      const files = filesOf(bundle);
      const bytes = [...files.values(), readFileSync("public/favicon.svg")].reduce((sum, file) => sum + gzipSync(file).length, 0);
      const text = `First load: ${(bytes / 1_000).toFixed(1)} kB compressed in ${files.size + 1} files (limit ${limitKilobytes} kB)`;
      if (bytes > limitKilobytes * 1_000) this.error(text);
      console.log(text);
    },
  };
}

function filesOf(bundle: Rolldown.OutputBundle): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  const take = (name: string) => {
    const file = bundle[name];
    if (!file || files.has(name)) return;
    files.set(name, file.type === "chunk" ? file.code : file.source);
    if (file.type !== "chunk") return;
    file.imports.forEach(take);
    file.viteMetadata?.importedCss.forEach(take);
  };
  for (const file of Object.values(bundle)) if (file.type === "chunk" && file.isEntry) take(file.fileName);
  take("index.html");
  return files;
}
