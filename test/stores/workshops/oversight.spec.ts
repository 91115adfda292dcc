import assert from 'node:assert/strict'
import { oversightStore } from '../../../src/features/workshops/oversight/store.ts'
import { PLAIN, type Workshop } from '../../../src/features/workshops/workshop/domain.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'

const NOW = Date.parse('2027-04-22T08:00:00Z')

/** `at`: hours from now. */
function workshop(id: string, at: number, series = '', change: Partial<Workshop> = {}): Workshop {
  const startsAt = NOW + at * HOUR
  return {
    ...PLAIN,
    ...{ id, title: id, description: '', axis: 'equipe', place: 'Narbonne', link: '', capacity: 8 },
    ...{ startsAt, endsAt: startsAt + HOUR, organiser: 'p', seatsTaken: 0, directions: 0 },
    ...{ createdAt: NOW, revision: 0, moved: 'nothing', changedAt: NOW, series },
    ...change,
  }
}

onEachEngine('workshops to oversee', engine => {
  const standing = freshDatabase(engine, { clock: fixedClock(NOW) })
  const all = [
    workshop('alone', 50),
    workshop('over', -60),
    workshop('s-1', -30, 's'),
    workshop('s-2', 20, 's'),
    workshop('s-3', 40, 's'),
    workshop('s-4', 10, 's', { state: 'draft' }),
    workshop('t-1', -80, 't'),
    workshop('t-2', -20, 't'),
  ]
  beforeEach(() =>
    standing.db.transact(async tx => {
      for (const each of all) await workshopStore(tx).add(each)
    }),
  )
  const ids = (rows: readonly Workshop[]) => rows.map(({ id }) => id)
  const ask = (when: 'coming' | 'past', limit = 20, after?: { at: number; id: string }) =>
    standing.db.read(async tx =>
      ids(await oversightStore(tx)[when]({ now: NOW, limit, ...(after && { after }) })),
    )

  it('come by start, a series by the first of its days that is to come', async () => {
    assert.deepEqual(await ask('coming'), ['s-2', 'alone'])
    assert.deepEqual(await ask('coming', 20, { at: NOW + 20 * HOUR, id: 's-2' }), ['alone'])
  })

  it('go by the last that is over, a series by the last of its days', async () => {
    assert.deepEqual(await ask('past'), ['t-2', 's-1', 'over'])
    assert.deepEqual(await ask('past', 1, { at: NOW - 20 * HOUR, id: 't-2' }), ['s-1'])
  })

  it('come with all days of their series, drafts too', async () => {
    const days = await standing.db.read(tx => oversightStore(tx).daysOf(['s', 't']))
    assert.deepEqual(ids(days), ['t-1', 's-1', 't-2', 's-4', 's-2', 's-3'])
  })
})
