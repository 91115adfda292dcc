import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

const STANDS = "process.stderr.write('here'); process.stdout.write('stands'); setInterval(() => {}, 1_000)"
/** Begins a server as benchmarks do, which has its standard error, and fails. */
const FAILS = `
  import { fail, startNode } from './bench/process.ts'
  await startNode(['-e', ${JSON.stringify(STANDS)}], {}, 'stands')
  await Promise.reject(new Error('a benchmark has failed')).catch(fail)
`

describe('a benchmark that fails', () => {
  it('says why, and leaves no process behind', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', FAILS], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    // Closed once nobody has it any more: neither that process nor what it began.
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    assert.deepEqual([code, said], [1, 'herea benchmark has failed\n'])
  })
})
