import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../src/db/index.ts'
import type { BallotAudience } from '../../src/features/ballots/ballot/audience.ts'
import type { RoomScope } from '../../src/features/ballots/ballot/context-usecases.ts'
import { ballotStore } from '../../src/features/ballots/ballot/store.ts'
import { tableStore } from '../../src/features/workshops/tables/store.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { plainRules } from '../support/features/ballot-rules.ts'

onEachEngine('votes of rooms and tables', engine => {
  const clock = fixedClock()
  const at = freshDatabase(engine, { clock })
  const now = clock.now()
  const page = { now, limit: 20 }

  const add = (id: string, audience: BallotAudience, closesAt = now + 1_000) =>
    at.db.transact(tx =>
      ballotStore(tx).add({
        ...plainRules(now - 10),
        id,
        closesAt,
        question: 'Laquelle ?',
        organiser: 'p',
        votes: 0,
        createdAt: now - 10,
        audience,
        options: [{ id: `${id}-o`, title: 'Une', votes: 0, voters: 0 }],
      }),
    )
  const table = (workshop: string, name: string): BallotAudience => ({
    kind: 'workshop',
    workshop,
    table: name,
  })
  const running = (rooms?: RoomScope) =>
    at.db.read(async tx =>
      (await ballotStore(tx).running({ ...page, ...(rooms && { rooms }) })).map(({ id }) => id),
    )

  beforeEach(async () => {
    await add('all', { kind: 'everybody' }, now + 1)
    await add('seats', { kind: 'workshop', workshop: 'w1' }, now + 2)
    await add('room', { kind: 'present', workshop: 'w1' }, now + 3)
    await add('w1-t1', table('w1', '1'), now + 4)
    await add('w1-t2', table('w1', 'Table 02'), now + 5)
    await add('w1-t3', table('w1', 'Les lycées'), now + 5)
    await add('w2-t1', table('w2', '1'), now + 6)
  })

  it('are listed to who was there, of their own table, or where they voted', async () => {
    const all = ['all', 'seats', 'room', 'w1-t1', 'w1-t2', 'w1-t3', 'w2-t1']
    const nobody = { person: 'p', present: [], tables: [] }
    assert.deepEqual((await running()).toSorted(), all.toSorted())
    assert.deepEqual(await running('none'), ['all', 'seats'])
    assert.deepEqual(await running(nobody), ['all', 'seats'])
    assert.deepEqual(await running({ ...nobody, present: ['w1', 'w9'] }), ['all', 'seats', 'room'])
    const seated = { ...nobody, tables: [{ workshop: 'w1', room: '2' }] }
    assert.deepEqual(await running(seated), ['all', 'seats', 'w1-t2'])
    await at.db.transact(async tx => {
      const vote = { ballot_id: 'w2-t1', person_id: 'p', direction: null, voted_at: now }
      await open(tx).insertInto('vote').values(vote).execute()
    })
    assert.deepEqual(await running(seated), ['all', 'seats', 'w1-t2', 'w2-t1'])
    assert.deepEqual(await running(nobody), ['all', 'seats', 'w2-t1'])
  })

  it('are one line for the tables of a workshop: the last to end', async () => {
    assert.deepEqual(await running('folded'), ['all', 'seats', 'room', 'w1-t3', 'w2-t1'])
    const counts = await at.db.read(tx => ballotStore(tx).countAtTables(['w1', 'w2', 'w3'], now + 4))
    assert.deepEqual(
      [...counts].toSorted(([a], [b]) => a.localeCompare(b)),
      [
        ['w1', { count: 3, open: 2 }],
        ['w2', { count: 1, open: 1 }],
      ],
    )
  })

  it('are found page after page of one workshop, each once', async () => {
    const found: string[] = []
    let after: { at: number; id: string } | undefined
    for (;;) {
      const next = await at.db.read(tx =>
        ballotStore(tx).atTables('w1', { limit: 1, ...(after && { after }) }),
      )
      const [one] = next
      if (!one) break
      found.push(one.id)
      after = { at: one.closesAt, id: one.id }
    }
    assert.deepEqual(found, ['w1-t3', 'w1-t2', 'w1-t1'])
  })

  it('are folded to one line a workshop, whichever there are and in whichever order they end', async () => {
    let round = 0
    const votes = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(votes, async all => {
        round++
        for (const [index, [workshop, end]] of all.entries())
          await add(`r${round}-${index}`, table(`r${round}-w${workshop}`, `${index}`), now + 50 + end)
        const folded = await at.db.read(tx =>
          ballotStore(tx).running({ ...page, limit: 500, rooms: 'folded' }),
        )
        const ours = folded.filter(({ id }) => id.startsWith(`r${round}-`))
        assert.equal(ours.length, new Set(all.map(([workshop]) => workshop)).size)
        for (const { audience, closesAt } of ours) {
          const workshop = audience.kind === 'workshop' ? audience.workshop : ''
          const ends = all.flatMap(([of, end]) => (`r${round}-w${of}` === workshop ? [now + 50 + end] : []))
          assert.equal(closesAt, Math.max(...ends))
        }
      }),
      { numRuns: 15 },
    )
  })
})

onEachEngine('where somebody sits', engine => {
  const at = freshDatabase(engine, { clock: fixedClock() })

  it('is nowhere before a table was shown', async () => {
    const found = await at.db.read(tx => tableStore(tx).tablesOf('p', 0))
    assert.deepEqual(found, [])
    assert.equal(await at.db.read(tx => tableStore(tx).sizeOf('w', 1)), 0)
  })
})
