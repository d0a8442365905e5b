// Reads what a suite's runner wrote. Each reader gives { passed, failed, skipped }.

/** CTRF, by xunit.v3. */
export function readCtrf(text) {
  const { summary } = JSON.parse(text).results;
  return { passed: summary.passed, failed: summary.failed, skipped: summary.skipped + summary.pending + summary.other };
}

/** Vitest's json reporter. A file that does not load has no tests to count, so it counts itself. */
export function readVitest(text) {
  const report = JSON.parse(text);
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** TAP 13, by node --test: the counts at the end. */
export function readTap(text) {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  return { passed: count("pass"), failed: count("fail") + count("cancelled"), skipped: count("skipped") + count("todo") };
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
