import assert from 'node:assert/strict'
import fc from 'fast-check'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import { only } from '../../../src/features/ballots/ballot/choice.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { ballot, usecasesOn } from '../../support/features/ballots.ts'
import { agent, lab } from '../../support/workshops/workshops.ts'

const PEOPLE = 7
const OPTIONS = 3

const tap = fc.record({ who: fc.nat(PEOPLE - 1), option: fc.nat(OPTIONS - 1) })
/** Votes of one moment, the one of them that is attacked, and what it may have been instead. */
const moment = fc.record({
  taps: fc.array(tap, { minLength: 2, maxLength: 20 }),
  attacked: fc.nat(19),
  instead: fc.nat(OPTIONS - 1),
})

onEachEngine('who reads a secret ballot that is voted in by many in one moment', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const use = () => usecasesOn(standing.db, clock)
  type Taps = readonly { readonly who: number; readonly option: number }[]

  /** All rows as the disk has them, without what the key of the ballot alone tells: of an envelope its length, of marks nothing. */
  async function rowsOf(id: string) {
    return standing.db.read(async tx => {
      const sealed = await open(tx)
        .selectFrom('sealed_vote')
        .selectAll()
        .where('ballot_id', '=', id)
        .execute()
      const { rows: kept } = await sql<{ votes: number }>`select votes from ballot where id = ${id}`.execute(
        open(tx),
      )
      const totals = await open(tx)
        .selectFrom('ballot_option')
        .select(['votes', 'voters'])
        .where('ballot_id', '=', id)
        .execute()
      const openly = await open(tx).selectFrom('vote').selectAll().where('ballot_id', '=', id).execute()
      const shapes = sealed.map(row => ({
        who: row.person_id,
        where: row.direction,
        length: row.envelope.length,
      }))
      return {
        sealed: shapes.toSorted((one, other) => ((one.who ?? '') < (other.who ?? '') ? -1 : 1)),
        columns: [...new Set(sealed.flatMap(row => Object.keys(row)))].sort(),
        kept: kept.map(({ votes }) => Number(votes)),
        totals,
        open: openly.length,
      }
    })
  }

  /** Everything that anybody but a voter's own envelope shows: each answer, the ballot between two votes and after, and all rows. */
  async function seenOf(taps: Taps) {
    const { id, options } = await use().open(
      lab,
      ballot(clock.now(), { secret: true, quorum: 0, results: 'closing' }),
      [],
    )
    const ids = [id, ...options.map(option => option.id)]
    const plain = (seen: unknown) =>
      ids.reduce((text, each, at) => text.replaceAll(each, `#${at}`), JSON.stringify(seen))
    const together = use()
    const answers = await Promise.all(
      taps.map(({ who, option }) => together.vote(agent(who), id, only(options[option]?.id ?? ''))),
    )
    const read = await Promise.all(
      [lab, ...taps.map(({ who }) => agent(who))].map(who => use().show(who, id)),
    )
    return { answers: answers.map(plain), read: read.map(plain), rows: await rowsOf(id) }
  }

  it('sees the same whatever one of them chose, also of who chose anew within it', async () => {
    const numRuns = engine.name === 'sqlite' ? 40 : 4
    await fc.assert(
      fc.asyncProperty(moment, async ({ taps, attacked, instead }) => {
        const at = attacked % taps.length
        const other = taps.map((each, place) => (place === at ? { who: each.who, option: instead } : each))
        const seen = await seenOf(taps)
        assert.deepEqual(seen, await seenOf(other))
        // No moment, and no place in the batch.
        assert.deepEqual(seen.rows.columns, ['ballot_id', 'direction', 'envelope', 'mark', 'person_id'])
      }),
      { numRuns },
    )
  })
})
