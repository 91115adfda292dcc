import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Mocha where nothing of botbuilder or teams-ai can be loaded. @throws Error with all it said unless it ends with 0 */
async function mocha(...specs: readonly string[]): Promise<string> {
  // Mocha starts a process of its own, which only the environment reaches. PostgreSQL has its turn elsewhere.
  const { TEST_POSTGRES_URL: _, ...env } = process.env
  const options = { env: { ...env, NODE_OPTIONS: '--import ./test/support/runner/no-sdk.mjs' } }
  try {
    return (await run(process.execPath, ['node_modules/mocha/bin/mocha.js', ...specs], options)).stdout
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new Error(`${stdout}\n${stderr}`)
  }
}

describe('without the bot SDK', () => {
  it('what stands at its own door does not load', async () => {
    await assert.rejects(mocha('test/teams/bot-endpoint.spec.ts'), /botbuilder is not there/)
  })

  it('features, stores and cards load', async function () {
    this.timeout(120_000)
    const folders = ['features', 'stores', 'cards'].map(folder => `test/${folder}/**/*.spec.ts`)
    // What they need they have once they are loaded; their facts have their turn elsewhere.
    const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(await mocha('--dry-run', ...folders)) ?? []
    assert.ok(Number(passed) > 500, passed)
    assert.equal(failed, '0')
  })
})
