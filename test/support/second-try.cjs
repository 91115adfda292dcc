// A browser's page is drawn beside all other tests: where the machine stands still for a moment it comes late, once. Such a
// fact is tried a second time, and that it was is printed.
exports.mochaHooks = {
  beforeAll() {
    this.test.parent.eachTest(test => {
      if (/[\\/]test[\\/]e2e[\\/]/.test(test.file ?? '')) test.retries(1)
    })
  },
  afterEach() {
    const { currentTest } = this
    if (currentTest?.currentRetry() > 0) process.stdout.write(`tried again: ${currentTest.fullTitle()}\n`)
  },
}
