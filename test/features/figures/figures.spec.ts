import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { MeasuredCells } from '../../../src/features/figures/domain.ts'
import { daily } from '../../../src/features/figures/schedule.ts'
import { figureStore } from '../../../src/features/figures/store.ts'
import { figureUsecases } from '../../../src/features/figures/usecases.ts'
import { mondayOf } from '../../../src/features/figures/week.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, sqlite } from '../../support/database/engines.ts'
import { cell, measuresOf, programmeWith, SOONEST } from '../../support/features/figures.ts'
import { agent, lab } from '../../support/workshops/workshops.ts'

const ZONE = 'Europe/Paris'
const paris = (moment: string) => Date.parse(moment)

describe('the figures of a Direction', () => {
  const standing = freshDatabase(sqlite)
  const programme = programmeWith([40, 60, 9, 200])
  const [first = '', second = ''] = programme.axes.map(({ id }) => id)
  let clock = fixedClock()
  beforeEach(() => {
    clock = fixedClock()
  })

  const use = (
    counted: readonly MeasuredCells[],
    given: Parameters<typeof programmeWith>[0] = [40, 60, 9, 200],
  ) =>
    figureUsecases({
      ...standing.db,
      clock,
      zone: ZONE,
      programme: programmeWith(given),
      store: figureStore,
      measures: measuresOf(counted),
      draw: SOONEST,
    })
  const took = (...counts: number[]): MeasuredCells => ({
    measure: 'participants',
    cells: counts.map((count, at) => cell(`d${at}`, count)),
  })
  const show = (direction = 'd0', figures = use([])) => figures.show(lab, direction)

  it('say nothing before the first snapshot but whose they would be', async () => {
    assert.deepEqual(await show(), {
      direction: { id: 'd0', name: 'Direction 0', headcount: 40 },
      enough: false,
      participation: { count: 0, share: 0, average: 0 },
      weeks: [],
      ideas: [first, second, ''].map(axis => ({
        axis,
        received: 0,
        studied: 0,
        answered: 0,
        retained: 0,
        total: 0,
      })),
    })
  })

  it('are estimates of people, with shares made of them, and ideas as they are counted', async () => {
    const ideas = [
      cell('d0', 14, first, 'received'),
      cell('d0', 6, first, 'studied'),
      cell('d0', 9, first, 'answered'),
      cell('d0', 4, first, 'retained'),
      cell('d0', 5, second, 'retained'),
      cell('d0', 7, '', 'received'),
    ]
    const counted = [took(23, 31, 4), { measure: 'ideas', cells: ideas }]
    assert.equal(await use(counted).snapshot(), true)
    const page = await show('d0', use(counted))
    assert.equal(page.takenAt, clock.now())
    assert.equal(page.enough, true)
    // 25 of 40; of all of them, counted by themselves, 60 of 309.
    assert.deepEqual(page.participation, { count: 25, share: 62, average: 19 })
    assert.deepEqual(page.ideas, [
      { axis: first, received: 14, studied: 6, answered: 9, retained: 4, total: 33 },
      { axis: second, received: 0, studied: 0, answered: 0, retained: 5, total: 5 },
      { axis: '', received: 7, studied: 0, answered: 0, retained: 0, total: 7 },
    ])
  })

  it('say so when there is nothing to show of a Direction', async () => {
    await use([took(30, 0)]).snapshot()
    const page = await show('d1')
    assert.deepEqual([page.enough, page.participation], [false, { count: 0, share: 0, average: 9 }])
  })

  it('divide by no headcount of 0', async () => {
    await use([took(12)], [0]).snapshot()
    const { participation, small } = await show('d0', use([], [0]))
    assert.deepEqual([participation, small], [{ count: 25, share: 0, average: 0 }, undefined])
  })

  it('leave out of Directions what is of none, and count it in the programme', async () => {
    const stray = [
      cell('d9', 3, first, 'received'),
      cell('', 2, first, 'received'),
      cell('d0', 1, 'gone', 'received'),
      cell('d0', 50, first, 'withdrawn'),
    ]
    const people = { measure: 'participants', cells: [cell('', 20), cell('d9', 20)] }
    const counted = [people, { measure: 'ideas', cells: stray }]
    await use(counted).snapshot()
    const page = await show('d0', use(counted))
    const totals = (ideas: readonly { axis: string; total: number }[]) =>
      ideas.map(({ axis, total }) => [axis, total])
    assert.deepEqual(totals(page.ideas), [
      [first, 0],
      [second, 0],
      ['', 1],
    ])
    assert.equal(page.participation.count, 0)
    const whole = await use([]).whole(lab)
    assert.deepEqual(totals(whole.ideas), [
      [first, 5],
      [second, 0],
      ['', 1],
    ])
    assert.equal(whole.participation.count, 40)
  })

  it('are refused for a Direction that is not there', async () => {
    const unknown = (error: unknown) => error instanceof Refusal && error.code === 'direction-unknown'
    await assert.rejects(show('d9'), unknown)
  })

  it('may be seen by anybody, an observer too', async () => {
    for (const role of ['agent', 'pilot', 'manager', 'organiser', 'observer'] as const)
      assert.equal((await use([]).show({ ...agent(1), role }, 'd0')).direction.id, 'd0')
  })

  it('need a cut for each measure, from the start', () => {
    assert.throws(() => use([{ measure: 'mood', cells: [] }]), /the measure mood has no cut/)
  })

  it('have a point for each week, the oldest first: of a Direction a new one every second, of the programme each', async () => {
    clock = fixedClock(paris('2027-04-12T06:00:00+02:00'))
    for (const count of [7, 12, 31, 36]) {
      await use([took(count)]).snapshot()
      clock.advance(7 * DAY)
    }
    const { weeks, participation } = await show()
    assert.deepEqual(
      weeks.map(({ week, count, share }) => [week, count, share]),
      [
        ['2027-04-12', 10, 25],
        ['2027-04-19', 10, 25],
        ['2027-04-26', 35, 87],
        ['2027-05-03', 35, 87],
      ],
    )
    assert.equal(participation.count, 35)
    const whole = await use([]).whole(lab)
    assert.deepEqual(
      whole.weeks.map(({ count }) => count),
      [10, 20, 40, 40],
    )
  })

  it('have a point for a week in which nobody took part, and none for a week without snapshot', async () => {
    clock = fixedClock(paris('2027-04-08T06:00:00+02:00'))
    await use([took(0, 10)]).snapshot()
    clock.advance(14 * DAY)
    await use([took(18, 10)]).snapshot()
    const { weeks } = await show()
    assert.deepEqual(
      weeks.map(({ week, count }) => [week, count]),
      [
        ['2027-04-05', 0],
        ['2027-04-19', 25],
      ],
    )
  })

  it('never go down again: a threshold that can be crossed twice can be found', async () => {
    const values: number[] = []
    for (const count of [12, 3, 0, 30]) {
      await use(count === 0 ? [] : [took(count)]).snapshot()
      values.push((await show()).participation.count)
      clock.advance(14 * DAY)
    }
    assert.deepEqual(values, [25, 25, 25, 35])
  })

  it('count ideas of a Direction as they stand, of the programme each day, and people on the first one of the week', async () => {
    clock = fixedClock(paris('2027-04-12T06:00:00+02:00'))
    const day = (count: number) => [
      took(count),
      { measure: 'ideas', cells: [cell('d0', count, first, 'received')] },
    ]
    const read = async (count: number) => {
      const { participation, ideas } = await show('d0', use(day(count)))
      const whole = await use(day(count)).whole(lab)
      return [participation.count, ideas[0]?.total, whole.participation.count, whole.ideas[0]?.total]
    }
    await use(day(8)).snapshot()
    assert.deepEqual(await read(8), [10, 8, 10, 8])
    assert.deepEqual(await read(30), [10, 30, 10, 8])
    clock.advance(DAY)
    await use(day(30)).snapshot()
    assert.deepEqual(await read(30), [10, 30, 10, 30])
  })

  it('show ideas before the first snapshot too: nobody is counted with them', async () => {
    const ideas = { measure: 'ideas', cells: [cell('d2', 2, first, 'received')] }
    const page = await show('d2', use([ideas]))
    assert.deepEqual(
      [page.takenAt, page.enough, page.small, page.ideas[0]?.received, page.participation.count],
      [undefined, true, true, 2, 0],
    )
  })

  it('go when they are older than the programme keeps them', async () => {
    for (let week = 0; week < 6; week++) {
      await use([took(10, 10)]).snapshot()
      clock.advance(7 * DAY)
    }
    const shorter = {
      ...programmeWith([40, 60, 9, 200]),
      retention: { ...programme.retention, figureWeeks: 4 },
    }
    const parts = { ...standing.db, clock, zone: ZONE, programme: shorter, store: figureStore, draw: SOONEST }
    const usecases = figureUsecases({ ...parts, measures: measuresOf([took(10, 10)]) })
    assert.deepEqual(
      (await usecases.show(lab, 'd0')).weeks.map(({ week }) => week),
      ['2027-05-03', '2027-05-10', '2027-05-17', '2027-05-24'],
    )
    await usecases.snapshot()
    const kept = await standing.db.read(tx => open(tx).selectFrom('figure_week').select('week').execute())
    assert.deepEqual([kept.length, kept.at(-1)?.week], [4, '2027-05-31'])
  })

  it('replace those of the running week each day, and keep half a year', async () => {
    clock = fixedClock(paris('2027-01-04T06:00:00+01:00'))
    for (let day = 0; day < 7 * 30; day++) {
      await use([took(Math.min(36, 10 + Math.floor(day / 7)))]).snapshot()
      clock.advance(DAY)
    }
    const { weeks } = await show()
    assert.equal(weeks.length, 26)
    assert.deepEqual([weeks[0]?.week, weeks.at(-1)?.week], ['2027-02-01', '2027-07-26'])
    const kept = await standing.db.read(tx => open(tx).selectFrom('figure').select('week').execute())
    assert.equal(kept.length, 52)
  })
})

describe('a snapshot', () => {
  const standing = freshDatabase(sqlite)

  it('is the day’s own: what is counted later that day, by the programme’s clock, changes nothing', async () => {
    const clock = fixedClock(paris('2027-04-22T00:30:00+02:00'))
    const programme = programmeWith([40])
    const parts = { ...standing.db, clock, zone: ZONE, programme, store: figureStore, draw: SOONEST }
    const counting = (count: number) =>
      figureUsecases({
        ...parts,
        measures: measuresOf([{ measure: 'participants', cells: [cell('d0', count)] }]),
      })
    assert.equal(await counting(12).snapshot(), true)
    const morning = await counting(0).show(lab, 'd0')
    for (const hours of [5, 10, 8]) {
      clock.advance(hours * HOUR)
      assert.equal(await counting(33).snapshot(), false)
      assert.deepEqual(await counting(33).show(lab, 'd0'), morning)
    }
    clock.advance(HOUR)
    assert.equal(await counting(33).snapshot(), true)
    // A clock that is set back takes nothing back.
    clock.advance(-2 * DAY)
    assert.equal(await counting(20).snapshot(), false)
    assert.equal((await counting(0).show(lab, 'd0')).weeks.length, 1)
  })

  it('stands for the week that begins on Monday', () => {
    const days = ['2027-04-18', '2027-04-19', '2027-04-25', '2027-04-26', '2027-01-01', '2028-02-29']
    assert.deepEqual(days.map(mondayOf), [
      '2027-04-12',
      '2027-04-19',
      '2027-04-19',
      '2027-04-26',
      '2026-12-28',
      '2028-02-28',
    ])
  })

  it('is taken every day at 6 h by the programme’s clock', () => {
    const next = daily(ZONE)
    const start = paris('2027-03-26T10:00:00+01:00')
    const moments = [start]
    // The spring change of 2027 is on 28 March.
    for (let at = 0; at < 4; at++) moments.push(next(moments.at(-1) ?? 0))
    const due = ['27T06:00:00+01:00', '28T06:00:00+02:00', '29T06:00:00+02:00', '30T06:00:00+02:00']
    assert.deepEqual(
      moments.slice(1),
      due.map(day => paris(`2027-03-${day}`)),
    )
    assert.equal(next(paris('2027-10-31T02:30:00+02:00')), paris('2027-10-31T06:00:00+01:00'))
    assert.equal(next(paris('2027-10-31T06:00:00+01:00') - MINUTE), paris('2027-10-31T06:00:00+01:00'))
  })
})
