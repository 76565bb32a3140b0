/** Closes a run with one line that a person and a script can read alike. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    // A file that could not even be loaded holds no test, yet it has failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.on('exit', () => {
      process.stdout.write(
        `\n${results.numPassedTests} passed, ${failed} failed, ${results.numPendingTests} skipped\n`,
      );
    });
  }
}
