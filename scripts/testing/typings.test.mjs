// Every plugin's plain JavaScript is checked against the typings that ship with the SDK. Folders are found, so that none is forgotten.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const strict = ["--ignoreConfig", "--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2024", "--module", "esnext", "--types", ""];

const folders = readdirSync(join(root, "plugins")).map((name) => join(root, "plugins", name)).filter((folder) => existsSync(join(folder, "plugin.json")));
const servers = folders.flatMap((folder) => {
  const { server } = JSON.parse(readFileSync(join(folder, "plugin.json"), "utf8"));
  return server?.runtime === "javascript" ? [join(folder, server.entry)] : [];
});
const frames = folders.filter((folder) => existsSync(join(folder, "ui")))
  .flatMap((folder) => readdirSync(join(folder, "ui")).filter((file) => file.endsWith(".js")).map((file) => join(folder, "ui", file)));

const check = (files, lib, typings) =>
  spawnSync(process.execPath, [join(root, "web/node_modules/typescript/bin/tsc"), ...strict, "--lib", lib, ...files, join(root, typings)], { encoding: "utf8" });

test("the samples in JavaScript are found", () => assert.ok(servers.length >= 2 && frames.length >= 3, `${servers} ${frames}`));

for (const file of servers) {
  test(`${file.slice(root.length + 1)} keeps to the typings of scripts`, () => {
    const { status, stdout, stderr } = check([file], "es2024", "src/Plugin.Sdk/js/pluginroom.d.ts");
    assert.equal(status, 0, stdout + stderr);
  });
}

test("frames keep to the typings of windows", () => {
  for (const file of frames) {
    const { status, stdout, stderr } = check([file], "es2024,dom,dom.iterable", "src/Plugin.Sdk/ui/pluginroom-ui.d.ts");
    assert.equal(status, 0, stdout + stderr);
  }
});
