import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chance } from '../../bench/corpus.ts'
import { engines } from '../support/database/engines.ts'
import { eraseSome } from '../support/rights/erasing.ts'

/** `npm run prove -- erasure` is the long one. */
const PEOPLE = 120
const LEAVE = 5

for (const engine of engines)
  describe(`some of many who are erased, on ${engine.name}`, function () {
    this.timeout(60_000)

    it('are in no table, file, backup or log, and every total is the same', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'faire-crowd-'))
      const made = await engine.begin()
      const url = engine.name === 'sqlite' ? `file:${join(folder, 'programme.sqlite')}` : made.url
      const run = { url, folder, people: PEOPLE, leave: LEAVE, random: chance(3), clocked: () => 0 }
      const { n, before, found, tallies } = await eraseSome(run)
      await made.drop()
      rmSync(folder, { recursive: true, force: true })
      assert.equal(n, LEAVE)
      assert.ok(before > 20, `they stood in ${before} columns`)
      assert.deepEqual(found, { tables: [], file: [], backup: [], log: [] })
      assert.ok(tallies)
    })
  })
