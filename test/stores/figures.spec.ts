import assert from 'node:assert/strict'
import { open, openDatabase } from '../../src/db/index.ts'
import { IDEA_STATES } from '../../src/features/figures/domain.ts'
import { figureStore } from '../../src/features/figures/store.ts'
import { figureUsecases } from '../../src/features/figures/usecases.ts'
import type { rounded } from '../../src/kernel/personal-data/counts.ts'
import { DAY } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { cell, measuresOf, programmeWith, SOONEST } from '../support/features/figures.ts'
import { lab } from '../support/workshops/workshops.ts'

onEachEngine('figures', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const programme = programmeWith(
    Array.from({ length: 200 }, () => 500),
    5,
  )
  const axes = ['', ...programme.axes.map(({ id }) => id)]

  /** An instance that counts `count` in every cell. */
  const instance = (count: number, db = standing.db) => {
    const everywhere = (states: readonly string[], cut: readonly string[]) =>
      programme.directions.flatMap(({ id }) =>
        cut.flatMap(axis => states.map(state => cell(id, count, axis, state))),
      )
    const measures = measuresOf([
      { measure: 'participants', cells: everywhere([''], ['']) },
      { measure: 'ideas', cells: everywhere(IDEA_STATES, axes) },
      { measure: 'commitments-unshared', cells: axes.map(axis => cell('', count, axis)) },
    ])
    return figureUsecases({
      ...db,
      clock,
      zone: 'Europe/Paris',
      programme,
      store: figureStore,
      measures,
      draw: SOONEST,
    })
  }
  const rows = () => standing.db.read(tx => open(tx).selectFrom('figure').selectAll().execute())

  it('of the largest programme are kept whole and come back by Direction', async () => {
    assert.equal(await instance(14).snapshot(), true)
    const kept = await rows()
    assert.equal(kept.length, 200 * (1 + 4 * 6) + 1 + 6)
    const near = kept.filter(({ direction, measure }) => direction !== '' && measure === 'participants')
    assert.ok(near.length === 200 && near.every(({ value }) => value === 25))
    const week = kept[0]?.week ?? ''
    const own = await standing.db.read(tx => figureStore(tx).ofDirection(week, 'd7'))
    const ideas = own.filter(({ measure }) => measure === 'ideas')
    assert.ok(ideas.length === 4 * 6 && ideas.every(({ value }) => value === 14))
    const { participation } = await instance(0).show(lab, 'd7')
    // 2,800 of them all, within a twentieth.
    assert.deepEqual(participation, { count: 25, share: 5, average: 2 })
  })

  it('leave no trace of people who are too few for an estimate', async () => {
    const latest = () => 1 - 2 ** -48
    await figureUsecases({
      ...standing.db,
      clock,
      zone: 'Europe/Paris',
      programme,
      store: figureStore,
      measures: measuresOf([{ measure: 'participants', cells: [cell('d0', 9)] }]),
      draw: latest,
    }).snapshot()
    assert.deepEqual(await rows(), [])
    assert.equal((await instance(0).show(lab, 'd0')).weeks.length, 1)
  })

  it('are one instance’s when several count at once', async () => {
    // A connection of its own for each but SQLite in memory, which has one.
    const others = engine.name === 'postgres' ? [await openDatabase({ url: standing.url })] : []
    const databases = [standing.db, ...others]
    const racing = Array.from({ length: 6 }, (_, at) =>
      instance(10 * (at + 1), databases[at % databases.length]).snapshot(),
    )
    const won = await Promise.all(racing)
    await Promise.all(others.map(other => other.close()))
    assert.equal(won.filter(Boolean).length, 1)
    const values = new Set(
      (await rows()).filter(({ measure }) => measure === 'ideas').map(({ value }) => value),
    )
    assert.deepEqual([...values], [10 * (won.indexOf(true) + 1)])
  })

  it('are replaced the next day, and stay as they were when the counting fails', async () => {
    await instance(12).snapshot()
    clock.advance(DAY)
    const failing = figureUsecases({
      ...standing.db,
      clock,
      zone: 'Europe/Paris',
      programme,
      store: tx => ({ ...figureStore(tx), forget: () => Promise.reject(new Error('no room left')) }),
      measures: [],
      draw: SOONEST,
    })
    await assert.rejects(failing.snapshot(), /no room left/)
    const ideas = async () => (await instance(0).whole(lab)).ideas.map(({ total }) => total)
    assert.deepEqual(new Set(await ideas()), new Set([200 * 4 * 12]))
    await instance(3).snapshot()
    assert.deepEqual(new Set(await ideas()), new Set([200 * 4 * 3]))
  })

  it('that somebody wrote by hand hide how many people there are when they are read', async () => {
    await instance(12).snapshot()
    await standing.db.transact(tx => {
      const exact = 13 as ReturnType<typeof rounded>
      return open(tx).updateTable('figure').set({ value: exact }).execute()
    })
    assert.equal((await instance(0).show(lab, 'd0')).participation.count, 10)
  })
})
