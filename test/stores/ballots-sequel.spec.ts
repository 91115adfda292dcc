import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type KeptSequel, sequelDay } from '../../src/features/ballots/ballot/sequel.ts'
import { ballotStore } from '../../src/features/ballots/ballot/store.ts'
import { sequelStore } from '../../src/features/ballots/sequel/store.ts'
import { DAY, SECOND } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { ballot, usecasesOn } from '../support/features/ballots.ts'
import { lab } from '../support/workshops/workshops.ts'

const day = fc.constantFrom('2027-05-14', '2027-05-21', '2027-06-01')
const kept: fc.Arbitrary<KeptSequel> = fc.record(
  {
    state: fc.constantFrom('awaited' as const, 'said' as const, 'none' as const),
    due: day,
    word: fc.string({ maxLength: 200 }).filter(text => !text.includes('\0')),
    noneAt: fc.nat(),
  },
  { requiredKeys: ['state'], noNullPrototype: true },
)

onEachEngine('what is kept of what follows a ballot', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const opened = async (change = {}) => (await use().open(lab, ballot(clock.now(), change), [])).id
  const closed = async (change = {}) => {
    const id = await opened(change)
    clock.advance(SECOND)
    await use().close(lab, id)
    return id
  }
  const set = (id: string, sequel: KeptSequel | undefined) =>
    standing.db.transact(tx => ballotStore(tx).setSequel(id, sequel))
  const sequelOf = async (id: string) => (await standing.db.read(tx => ballotStore(tx).find(id)))?.sequel
  const awaited = (limit = 20) => standing.db.read(tx => sequelStore(tx).awaited(limit))

  it('is read again as it was kept', async () => {
    const id = await opened()
    assert.equal(await sequelOf(id), undefined)
    await fc.assert(
      fc.asyncProperty(kept, async sequel => {
        await set(id, sequel)
        assert.deepEqual(await sequelOf(id), sequel)
      }),
      { numRuns: 25 },
    )
    await set(id, undefined)
    assert.equal(await sequelOf(id), undefined)
  })

  it('lists those of which nothing is said, the first to be said first, and counts them all', async () => {
    const [first, second, third, done, none] = await Promise.all(Array.from({ length: 5 }, () => opened()))
    await set(first ?? '', { state: 'awaited', due: '2027-06-01' })
    await set(second ?? '', { state: 'awaited', due: '2027-05-14' })
    await set(third ?? '', { state: 'awaited', due: '2027-05-21' })
    await set(done ?? '', { state: 'said', due: '2027-05-14' })
    await set(none ?? '', { state: 'none', due: '2027-05-14', noneAt: 1 })
    assert.deepEqual(
      (await awaited()).map(({ due }) => due),
      ['2027-05-14', '2027-05-21', '2027-06-01'],
    )
    assert.deepEqual(
      (await awaited(1)).map(({ id }) => id),
      [second],
    )
    assert.equal(await standing.db.read(tx => sequelStore(tx).countAwaited()), 3)
  })

  it('begins when a ballot closes, by hand or by the clock, once: ten working days ahead', async () => {
    const id = await closed()
    const first = await sequelOf(id)
    assert.equal(first?.state, 'awaited')
    await set(id, { state: 'said', due: '2027-05-14' })
    await use().conclude(id)
    await use().close(lab, id)
    assert.deepEqual(await sequelOf(id), { state: 'said', due: '2027-05-14' })
    const other = await opened()
    clock.advance(8 * DAY)
    await use().conclude(other)
    assert.equal((await sequelOf(other))?.state, 'awaited')
    // Every day but Sundays is worked.
    const weekday = (text: string) => new Date(`${text}T00:00:00Z`).getUTCDay()
    const next = (from: string, step: number): string => {
      const text = new Date(Date.parse(`${from}T00:00:00Z`) + step * DAY).toISOString().slice(0, 10)
      return weekday(text) === 0 ? next(text, step) : text
    }
    const workdays = { after: (from: string) => next(from, 1), before: (from: string) => next(from, -1) }
    assert.equal(sequelDay('2027-05-03', workdays), '2027-05-14')
  })

  it('of one that is given up before it opens is nothing', async () => {
    const id = await opened({ opensAt: 'hand' })
    await use().close(lab, id)
    assert.equal(await sequelOf(id), undefined)
  })

  it('is found by the ideas that ended ballots asked about, the last first', async () => {
    const [early, running] = [await closed(), await opened()]
    clock.advance(DAY)
    const late = await closed()
    const asking = (ideas: readonly string[], limit = 20) =>
      standing.db.read(tx => sequelStore(tx).askingOf(ideas, limit))
    assert.deepEqual(await asking(['idea1', 'idea2']), [late, early])
    assert.deepEqual(await asking(['idea1'], 1), [late])
    assert.deepEqual([await asking(['idea2']), await asking([])], [[], []])
    assert.ok(!(await asking(['idea1'])).includes(running))
  })

  it('is looked for at one workshop, of its room and of its tables, where it is still to be said', async () => {
    const at = (table?: string) => ({
      audience: { kind: 'workshop', workshop: 'w1', ...(table !== undefined && { table }) } as const,
    })
    const [room, table, said] = [await opened(at()), await opened(at('4')), await opened(at('5'))]
    await set(await opened(), { state: 'awaited', due: '2027-05-14' })
    await set(room, { state: 'awaited', due: '2027-05-21' })
    await set(table, { state: 'awaited', due: '2027-05-14' })
    await set(said, { state: 'said', due: '2027-05-14' })
    const found = (workshop: string) => standing.db.read(tx => sequelStore(tx).awaitedAt(workshop, 20))
    assert.deepEqual(await found('w1'), [table, room])
    assert.deepEqual(await found('w'), [])
  })
})
