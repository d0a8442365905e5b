// Reads what a suite's runner wrote. Each reader gives { passed, failed, skipped, failures: [{ name, message }] }.

/** CTRF, by xunit.v3. */
export function readCtrf(text) {
  const { summary, tests = [] } = JSON.parse(text).results;
  return {
    passed: summary.passed,
    failed: summary.failed,
    skipped: summary.skipped + summary.pending + summary.other,
    failures: tests.filter((test) => test.status !== "passed").map(({ name, message = "" }) => ({ name, message })),
  };
}

/** Vitest's json reporter. A file that does not load has no tests to count, so it counts itself. */
export function readVitest(text) {
  const report = JSON.parse(text);
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"));
  const tests = report.testResults.flatMap((file) => file.assertionResults).filter((test) => test.status !== "passed");
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...unloaded.map(({ name = "", message = "" }) => ({ name, message })),
      ...tests.map(({ fullName = "", failureMessages = [] }) => ({ name: fullName, message: failureMessages.join("\n") })),
    ],
  };
}

/** TAP 13, by node --test: the counts at the end. */
export function readTap(text) {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  const failures = [...text.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, name]) => ({ name, message: "" }));
  return { passed: count("pass"), failed: count("fail") + count("cancelled"), skipped: count("skipped") + count("todo"), failures };
}

/**
 * What a suite adds to the sum. A skipped test is a failure: it hides that something is not tested. A suite that ended badly,
 * ran nothing, or left no report is at least one failure, whatever else it says.
 */
export function judge({ exitCode, report }) {
  if (!report || !Number.isInteger(report.passed) || !Number.isInteger(report.failed) || !Number.isInteger(report.skipped))
    return { passed: 0, failed: 1, note: `no report, exit code ${exitCode}` };
  const failed = report.failed + report.skipped;
  if (report.passed + failed === 0) return { passed: 0, failed: 1, note: "no tests ran" };
  if (failed === 0 && exitCode !== 0) return { passed: report.passed, failed: 1, note: `all tests passed, but exit code ${exitCode}` };
  return { passed: report.passed, failed, note: report.skipped > 0 ? `${report.skipped} skipped` : "" };
}

/** The failures of all suites, for the end of a long output, where somebody who has only its last page finds them. */
export function describeFailures(suites) {
  return suites.flatMap(({ suite, failures }) => failures.map(({ name, message }) => `FAILED ${suite}: ${name}\n${firstLines(message)}`)).join("\n");
}

const MOST_LINES = 12;
const MOST_CHARACTERS = 1200;

const firstLines = (message) => message.slice(0, MOST_CHARACTERS).trim().split("\n").slice(0, MOST_LINES).map((line) => `  ${line}`).join("\n");
