import assert from "node:assert/strict";
import { test } from "node:test";
import { describeFailures, judge, readCtrf, readTap, readVitest } from "./reports.mjs";

const ctrf = (summary) => JSON.stringify({ results: { summary: { passed: 0, failed: 0, skipped: 0, pending: 0, other: 0, ...summary } } });
const vitest = (report) => JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...report });

test("a CTRF report is counted", () => {
  assert.deepEqual(readCtrf(ctrf({ passed: 7, failed: 2, skipped: 1, pending: 1, other: 1 })), { passed: 7, failed: 2, skipped: 3, failures: [] });
});

test("a vitest report is counted", () => {
  const failedFile = { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed", fullName: "a room closes", failureMessages: ["expected open"] }] };
  assert.deepEqual(readVitest(vitest({ numPassedTests: 5, numFailedTests: 1, numTodoTests: 2, testResults: [failedFile] })), {
    passed: 5, failed: 1, skipped: 2, failures: [{ name: "a room closes", message: "expected open" }],
  });
});

test("a test file that does not load is a failure", () => {
  assert.equal(readVitest(vitest({ numPassedTests: 5, testResults: [{ status: "failed", assertionResults: [] }] })).failed, 1);
});

test("TAP's counts are read", () => {
  assert.deepEqual(readTap("TAP version 13\nok 1 - a\n# tests 4\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 0\n# todo 0\n"), { passed: 3, failed: 1, skipped: 0, failures: [] });
});

test("output without counts is no report", () => {
  assert.deepEqual(judge({ exitCode: 1, report: readTap("Segmentation fault") }), { passed: 0, failed: 1, note: "no report, exit code 1" });
});

test("a suite that ran nothing has failed", () => {
  assert.equal(judge({ exitCode: 0, report: { passed: 0, failed: 0, skipped: 0 } }).failed, 1);
});

test("skipped tests are failures", () => {
  assert.deepEqual(judge({ exitCode: 0, report: { passed: 4, failed: 0, skipped: 2 } }), { passed: 4, failed: 2, note: "2 skipped" });
});

test("a crash after all tests passed is a failure", () => {
  assert.equal(judge({ exitCode: "SIGSEGV", report: { passed: 4, failed: 0, skipped: 0 } }).failed, 1);
});

test("a failing suite's exit code is not counted on top", () => {
  assert.deepEqual(judge({ exitCode: 1, report: { passed: 4, failed: 3, skipped: 0 } }), { passed: 4, failed: 3, note: "" });
});

test("what failed is told by name, with the beginning of its reason", () => {
  const { failures } = readCtrf(JSON.stringify({ results: {
    summary: { passed: 1, failed: 1, skipped: 0, pending: 0, other: 0 },
    tests: [{ name: "a door opens", status: "passed" }, { name: "a door shuts", status: "failed", message: `it stays open\n${"more\n".repeat(99)}` }],
  } }));
  const told = describeFailures([{ suite: "Doors", failures }, { suite: "scripts", failures: readTap("ok 1 - a\nnot ok 2 - b\n# fail 1").failures }]);
  assert.match(told, /^FAILED Doors: a door shuts\n  it stays open\n  more\n/);
  assert.match(told, /\nFAILED scripts: b\n/);
  assert.doesNotMatch(told, /a door opens/);
  assert.equal(told.split("\n").filter((line) => line === "  more").length, 11);
});
