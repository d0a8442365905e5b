// The script that operators and authors type: what it prints, where, and what it ends with.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const pluginroom = (args, options = {}) => spawnSync(join(root, "pluginroom"), args, { encoding: "utf8", ...options });
const lines = (text) => text.split("\n").filter((line) => line !== "");

test("--help explains the commands and the host's own options", () => {
  const { status, stdout } = pluginroom(["--help"]);
  assert.equal(status, 0);
  for (const word of ["Usage:\n  pluginroom", "validate <DIR>", "--port", "PLUGINROOM_DATA"]) assert.ok(stdout.includes(word), `${word} in\n${stdout}`);
});

test("--version is the host's", () => {
  const { status, stdout } = pluginroom(["--version"]);
  assert.equal(status, 0);
  assert.match(stdout, /^\d+\.\d+\.\d+/);
});

test("a command that does not exist is one line and exit code 2", () => {
  const { status, stdout, stderr } = pluginroom(["valdate", "."]);
  assert.equal(status, 2);
  assert.equal(stdout, "");
  assert.match(lines(stderr).at(-1), /valdate.*--help/);
});

test("without a command it is ./run", () => {
  const { status, stderr } = pluginroom(["--port", "many"], { input: "" });
  assert.equal(status, 2);
  assert.match(lines(stderr).at(-1), /--port must be a number/);
});

test("it works from any folder and with names that a shell would take apart", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "pluginroom script $HOME;*-"));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "a plugin"));
  writeFileSync(join(folder, "a plugin/plugin.json"), "{");
  const { status, stdout } = pluginroom(["validate", "a plugin"], { cwd: folder });
  assert.equal(status, 1);
  assert.match(stdout, /^a plugin: 1 error\n/);
});

test("what it judges stands alone on standard output", () => {
  const { status, stdout } = pluginroom(["validate", "--json", join(root, "plugins/Poll")]);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).plugins[0].id, "org.pluginroom.poll");
});
