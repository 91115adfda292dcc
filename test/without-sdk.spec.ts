import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Mocha where nothing of botbuilder or teams-ai can be loaded. @throws Error with all it said unless it ends with 0 */
async function mocha(...specs: readonly string[]): Promise<string> {
  // Mocha starts a process of its own, which only the environment reaches. PostgreSQL has its turn elsewhere.
  const { TEST_POSTGRES_URL: _, ...env } = process.env
  const options = { env: { ...env, NODE_OPTIONS: '--import ./test/support/no-sdk.mjs' } }
  try {
    return (await run(process.execPath, ['node_modules/mocha/bin/mocha.js', ...specs], options)).stdout
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new Error(`${stdout}\n${stderr}`)
  }
}

describe('without the bot SDK', () => {
  it('what stands at its own door does not load', async () => {
    await assert.rejects(mocha('test/teams/door.spec.ts'), /botbuilder is not there/)
  })

  it('features, stores and cards pass', async function () {
    this.timeout(600_000)
    // The walks go through the same doors again, at length: they have their turn with the SDK beside them.
    const walks = ['permissions', 'two-doors'].map(name => `--ignore=test/features/${name}.spec.ts`)
    const folders = ['features', 'cards'].map(folder => `test/${folder}/**/*.spec.ts`)
    const said = await mocha(...walks, ...folders)
    const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(said) ?? []
    assert.ok(Number(passed) > 50, said)
    assert.equal(failed, '0')
    // What a store needs it has once it is loaded; its facts have their turn elsewhere.
    assert.match(await mocha('--dry-run', 'test/stores/**/*.spec.ts'), /[1-9]\d* passed, 0 failed/)
  })
})
