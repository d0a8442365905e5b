// Finds the suites of the repository: one for each test executable, for each Node package with tests, and for these scripts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCtrf, readTap, readVitest } from "./reports.mjs";

export function findSuites(root, results) {
  const dotnet = readdirSync(join(root, "tests")).filter((name) => hasTests(join(root, "tests", name, `${name}.csproj`)));
  // Those that need everything come last: when a part is broken, its own suite says so more clearly.
  const whole = ["EndToEnd.Tests", "Gauntlet"].filter((name) => dotnet.includes(name));
  const plain = dotnet.filter((name) => !whole.includes(name));
  return [
    scripts(root),
    ...plain.map((name) => xunit(root, results, name)),
    ...nodeFolders(root).map((folder) => vitest(root, results, folder)),
    ...whole.map((name) => xunit(root, results, name)),
  ];
}

// Other projects beside them are what the tests run.
const hasTests = (project) => existsSync(project) && readFileSync(project, "utf8").includes('"xunit.v3"');

function nodeFolders(root) {
  const plugins = existsSync(join(root, "plugins")) ? readdirSync(join(root, "plugins")).map((name) => `plugins/${name}/ui`) : [];
  return ["web", ...plugins].filter((folder) => {
    const file = join(root, folder, "package.json");
    return existsSync(file) && JSON.parse(readFileSync(file, "utf8")).scripts?.test !== undefined;
  });
}

// xunit.v3 has two command lines; the project says which one its executable got.
function xunit(root, results, name) {
  const report = `${name}.ctrf.json`;
  const project = readFileSync(join(root, "tests", name, `${name}.csproj`), "utf8");
  const options = project.includes("<UseMicrosoftTestingPlatformRunner>true<")
    ? ["--no-ansi", "--no-progress", "--results-directory", results, "--report-ctrf", "--report-ctrf-filename", report]
    : ["-noLogo", "-noColor", "-longRunning", "60", "-ctrf", join(results, report)];
  return {
    name,
    command: "dotnet",
    args: [join(root, "artifacts/bin", name, "release", `PluginRoom.${name}.dll`), ...options],
    cwd: root,
    report: join(results, report),
    read: readCtrf,
  };
}

function vitest(root, results, folder) {
  const name = folder.replaceAll("/", "-");
  const report = join(results, `${name}.vitest.json`);
  return {
    name,
    command: join(root, folder, "node_modules/.bin/vitest"),
    args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    cwd: join(root, folder),
    report,
    read: readVitest,
  };
}

function scripts(root) {
  const folder = join(root, "scripts/testing");
  const files = readdirSync(folder).filter((file) => file.endsWith(".test.mjs")).map((file) => join(folder, file));
  return { name: "scripts", command: process.execPath, args: ["--test", "--test-reporter=tap", ...files], cwd: root, report: null, read: readTap };
}
