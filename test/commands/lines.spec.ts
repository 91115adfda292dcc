import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'

describe('a command', () => {
  it('ends without a word when nobody reads on', () => {
    const diff = 'node src/commands/programme.ts diff programmes/valmorane.yaml programmes/occitanie.yaml'
    const { stdout, stderr } = spawnSync('sh', ['-c', `${diff} | head -n 1`], { encoding: 'utf8' })
    assert.deepEqual([stdout, stderr], ['The programme’s id changes from "valmorane" to "occitanie".\n', ''])
  })
})
