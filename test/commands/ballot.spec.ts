import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ballot as command } from '../../src/commands/ballot.ts'
import { type Database, open, openDatabase } from '../../src/db/index.ts'
import { only } from '../../src/features/ballots/ballot/choice.ts'
import { fixedClock } from '../support/database/engines.ts'
import { ballot, usecasesOn } from '../support/features/ballots.ts'
import { agent, lab } from '../support/workshops/workshops.ts'
import { heard } from './heard.ts'

describe('npm run ballot', () => {
  const clock = fixedClock()
  let folder: string
  let db: Database
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballot-command-'))
    db = await openDatabase({ url: `file:${folder}/x.sqlite`, clock })
    await db.migrate()
  })
  afterEach(async () => {
    await db.close()
    rmSync(folder, { recursive: true })
  })

  const run = (...args: readonly string[]) =>
    heard(command, args, { DATABASE_URL: `file:${folder}/x.sqlite`, LOG_LEVEL: 'silent' })

  async function voted(change = {}) {
    const use = usecasesOn(db, clock)
    const { id, options } = await use.open(lab, ballot(clock.now(), change), [])
    for (let at = 0; at < 6; at += 1) await use.vote(agent(at), id, only(options[at % 2]?.id ?? ''))
    return { id, options, use }
  }

  it('finds the rows and the totals the same, and names nobody', async () => {
    const { id } = await voted()
    const { code, said } = await run('recount', id)
    assert.equal(code, 0)
    assert.match(said, /3 Relire nos courriers[\s\S]*6 people voted\nThe rows say the same\.$/)
    assert.doesNotMatch(said, /p-\d/)
  })

  it('ends with 1 when a total was changed by another hand, and says which', async () => {
    const { id, options } = await voted()
    await db.transact(tx =>
      open(tx)
        .updateTable('ballot_option')
        .set({ votes: 30 })
        .where('id', '=', options[0]?.id ?? '')
        .execute(),
    )
    const { code, said } = await run('recount', id)
    assert.equal(code, 1)
    assert.match(said, /The rows say otherwise:\n {2}Relire nos courriers.*: 30 stands, 3 by the rows$/)
  })

  it('says of a secret one what can still be told', async () => {
    const { id, use } = await voted({ secret: true })
    const before = await run('recount', id)
    assert.equal(before.code, 0)
    assert.match(before.said, /not counted yet: 6 sealed votes\.\nThe sums agree/)
    await use.close(lab, id)
    const { code, said } = await run('recount', id)
    assert.equal(code, 0)
    assert.match(said, /It is secret[\s\S]*The sums agree with the number of voters\.$/)
    await db.transact(tx => open(tx).updateTable('ballot').set({ votes: 7 }).where('id', '=', id).execute())
    assert.equal((await run('recount', id)).code, 1)
  })

  it('explains itself, and ends with 2 on what it cannot do', async () => {
    assert.match((await run('--help')).said, /^npm run ballot -- recount ID/)
    for (const args of [
      [],
      ['recount'],
      ['count', 'x'],
      ['recount', 'a b'],
      ['recount', 'a', 'b'],
      ['recount', 'none'],
    ])
      assert.equal((await run(...args)).code, 2, args.join(' '))
  })
})
