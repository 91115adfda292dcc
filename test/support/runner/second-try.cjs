// A browser's page is drawn beside all other tests: where the machine stands still for a moment it comes late, once. Such a
// fact is tried a second time; the reporter says that it was, and why.
exports.mochaHooks = {
  beforeAll() {
    this.test.parent.eachTest(test => {
      if (/[\\/]test[\\/]e2e[\\/]/.test(test.file ?? '')) test.retries(1)
    })
  },
}
