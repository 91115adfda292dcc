// Mocha loads a reporter with require. The last line is the one that continuous integration reads.
const { spawnSync } = require('node:child_process')
const { reporters, Runner } = require('mocha')

const stats = { passes: 0, failures: 0 }
let ended = false

/** How many benches became much worse: 0 or 1. After all tests, which would slow them down. */
function slower() {
  if (!process.env.GUARD) return 0
  process.stdout.write('Ratios, held against bench/bounds.json:\n')
  const bench = ['bench/run.ts', '--quick', '--built']
  return spawnSync(process.execPath, bench, { stdio: 'inherit' }).status === 0 ? 0 : 1
}

// A spec that cannot be loaded, or a process that is ended by a test, stops mocha before it counts: that is a failure.
process.once('exit', () => {
  const failed = stats.failures + (ended ? slower() : 1)
  // Mocha ends with 0 where it waits in vain for a process that died.
  if (failed > 0) process.exitCode ||= 1
  process.stdout.write(`${stats.passes} passed, ${failed} failed\n`)
})

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.on(Runner.constants.EVENT_TEST_PASS, () => {
      stats.passes += 1
    })
    runner.on(Runner.constants.EVENT_TEST_FAIL, () => {
      stats.failures += 1
    })
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      ended = true
    })
  }
}
