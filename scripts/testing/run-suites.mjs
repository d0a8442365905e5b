// Runs every suite, one after the other, and prints the sum as the last line. Arguments: the repository, then names of suites (none: all).
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describeFailures, judge } from "./reports.mjs";
import { findSuites } from "./suites.mjs";

// Longer than any suite takes; a hang must not cost the whole run.
const MOST_MINUTES = 15;

const [root, ...wanted] = process.argv.slice(2);
const results = join(root, "artifacts/test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const lines = [];
const failed = [];
const sum = { passed: 0, failed: 0 };
for (const suite of findSuites(root, results).filter((suite) => wanted.length === 0 || wanted.includes(suite.name))) {
  console.log(`\n== ${suite.name}`);
  const started = performance.now();
  const { exitCode, output } = await run(suite);
  const report = readReport(suite, output);
  const verdict = judge({ exitCode, report });
  failed.push({ suite: suite.name, failures: report?.failures ?? [] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  sum.passed += verdict.passed;
  sum.failed += verdict.failed;
  lines.push(`${suite.name.padEnd(24)} ${String(verdict.passed).padStart(5)} passed ${String(verdict.failed).padStart(4)} failed ${seconds.padStart(7)} s  ${verdict.note}`.trimEnd());
}

console.log(`\n${describeFailures(failed)}\n${lines.join("\n")}\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

function readReport(suite, output) {
  try {
    return suite.read(suite.report === null ? output : readFileSync(suite.report, "utf8"));
  } catch {
    return null;
  }
}

/** The suite's own process group, so that browsers and workers of a suite that hangs end with it. */
function run(suite) {
  return new Promise((resolve) => {
    if (suite.command.includes("/") && !existsSync(suite.command)) {
      resolve({ exitCode: `none: ${suite.command} is missing`, output: "" });
      return;
    }

    const child = spawn(suite.command, suite.args, { cwd: suite.cwd, stdio: ["ignore", "pipe", "inherit"], detached: true });
    const end = () => process.kill(-child.pid, "SIGKILL");
    const timer = setTimeout(end, MOST_MINUTES * 60_000);
    const interrupted = () => { end(); process.exit(130); };
    process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on("error", () => {});
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
      resolve({ exitCode: code ?? signal, output });
    });
  });
}
