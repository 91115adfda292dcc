// Mocha loads a reporter with require. The last line is the one that continuous integration reads.
const { spawnSync } = require('node:child_process')
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { dirname, relative } = require('node:path')
const { reporters, Runner } = require('mocha')

/** The short benches take a minute or three; what a machine cannot measure by then is no ratio that became worse (ms). */
const PATIENCE = 270_000

const guarded = process.env.GUARD === 'yes'
// A mocha that a test starts is not to end with them.
delete process.env.GUARD

const stats = { passes: 0, failures: 0 }
let ended = false
/** Read by `npm run test:near`, which has a minute. */
const RECORD = 'node_modules/.cache/spec-seconds.json'
/** Seconds of facts by spec, of this run. */
const seconds = {}

/** Adds a fact to what its spec took. */
function count({ file, duration = 0 }) {
  if (!file) return
  const spec = relative(process.cwd(), file)
  seconds[spec] = (seconds[spec] ?? 0) + duration / 1000
}

/** Specs that were not run keep what they took before. A folder that cannot be written to costs nothing but the record. */
function record() {
  try {
    let known = {}
    try {
      known = JSON.parse(readFileSync(RECORD, 'utf8'))
    } catch {}
    mkdirSync(dirname(RECORD), { recursive: true })
    writeFileSync(RECORD, JSON.stringify({ ...known, ...seconds }))
  } catch {}
}

/** How many benches became much worse: 0 or 1. After all tests, which would slow them down. */
function slower() {
  if (!guarded) return 0
  process.stdout.write('Ratios, held against bench/bounds.json:\n')
  const bench = ['bench/run.ts', '--quick', '--built']
  // A server starts there as it does anywhere, with nothing compiled before.
  const { NODE_COMPILE_CACHE: _, ...env } = process.env
  const options = { stdio: 'inherit', timeout: PATIENCE, detached: true, env }
  const { status, error, pid } = spawnSync(process.execPath, bench, options)
  if (error?.code !== 'ETIMEDOUT') return status === 0 ? 0 : 1
  // The servers that it measures go with it.
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {}
  process.stdout.write('This machine is too busy to measure: nothing more is held against its bound.\n')
  return 0
}

// A spec that cannot be loaded, or a process that is ended by a test, stops mocha before it counts: that is a failure.
process.once('exit', () => {
  const failed = stats.failures + (ended ? slower() : 1)
  process.stdout.write(`${stats.passes} passed, ${failed} failed\n`)
  // Mocha ends with 0 where it waits in vain for a process that died, and knows nothing of the benches.
  if (failed > 0) process.exit(process.exitCode || 1)
})

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.on(Runner.constants.EVENT_TEST_PASS, test => {
      stats.passes += 1
      count(test)
    })
    runner.on(Runner.constants.EVENT_TEST_FAIL, () => {
      stats.failures += 1
    })
    runner.on(Runner.constants.EVENT_TEST_RETRY, (test, fault) => {
      process.stdout.write(`tried again: ${test.fullTitle()}\n  ${fault.message}\n`)
    })
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      ended = true
      record()
    })
  }
}
