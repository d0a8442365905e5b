import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { integrityOf, listOf } from "../integrity.mjs";

const hex = (text) => createHash("sha256").update(text).digest("hex");

test("integrity is over the sorted files, plugin.json compact and without the member itself", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "pluginroom-integrity-"));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "ui"));
  writeFileSync(join(folder, "ui/index.html"), "<p>");
  writeFileSync(join(folder, "A.dll"), "assembly");
  writeFileSync(join(folder, "plugin.json"), '\uFEFF{\n  "id": "org.example.a",\n  "integrity": "sha256-old",\n  "name": "Ä \\"A\\""\n}\n');

  writeFileSync(join(folder, "plugin.sig"), "{}");

  const lines = `A.dll ${hex("assembly")}\nplugin.json ${hex('{"id":"org.example.a","name":"Ä \\"A\\""}')}\nui/index.html ${hex("<p>")}\n`;
  assert.equal(integrityOf(folder), `sha256-${createHash("sha256").update(lines).digest("base64")}`);
  assert.deepEqual(listOf([folder]), { plugins: [{ id: "org.example.a", digest: integrityOf(folder) }] });
});
