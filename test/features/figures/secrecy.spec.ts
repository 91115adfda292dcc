import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CUTS, type MeasuredCells } from '../../../src/features/figures/domain.ts'
import { rounded, STEP } from '../../../src/kernel/personal-data/counts.ts'
import { cell, pagesOf, programmeWith } from '../../support/features/figures.ts'

/** One cell of the day’s table, and how many there are in truth. */
type Slot = {
  readonly measure: string
  readonly direction: string
  readonly axis: string
  readonly state: string
}
type Programme = ReturnType<typeof programmeWith>

function slotsOf(programme: Programme): readonly Slot[] {
  return Object.entries(CUTS).flatMap(([measure, { axes, states }]) =>
    programme.directions.flatMap(({ id }) =>
      ['', ...(axes ? programme.axes.map(axis => axis.id) : [])].flatMap(axis =>
        states.map(state => ({ measure, direction: id, axis, state })),
      ),
    ),
  )
}

function tableOf(slots: readonly Slot[], counts: readonly number[]): readonly MeasuredCells[] {
  return Object.keys(CUTS).map(measure => ({
    measure,
    cells: slots.flatMap((slot, at) =>
      slot.measure === measure ? [cell(slot.direction, counts[at] ?? 0, slot.axis, slot.state)] : [],
    ),
  }))
}

/** How many there can be at most: of people, as many as work there; of things, as many as one likes. */
function mostOf(programme: Programme, { measure, direction }: Slot): number {
  return CUTS[measure]?.people ? (programme.direction(direction)?.headcount ?? 0) : 4 * STEP - 1
}

/** Every count that must look the same as `count`: four others at least, or all that the headcount leaves. */
function bandOf(programme: Programme, slot: Slot, count: number): readonly number[] {
  const most = mostOf(programme, slot)
  const from = Math.max(0, Math.min(count - (count % STEP), Math.floor((most - STEP + 1) / STEP) * STEP))
  const to = most - from < 2 * STEP - 1 ? most : from + STEP - 1
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

const pages = (programme: Programme, slots: readonly Slot[], counts: readonly number[]) =>
  JSON.stringify(pagesOf(programme, tableOf(slots, counts)))

/** A programme, its slots and what was counted in each, within the headcount where it counts people. */
const days = fc
  .record({
    headcounts: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
    axes: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ headcounts, axes }) => {
    const programme = programmeWith(headcounts, axes)
    const slots = slotsOf(programme)
    const counts = fc.tuple(...slots.map(slot => fc.integer({ min: 0, max: mostOf(programme, slot) })))
    return fc
      .record({ counts, at: fc.nat({ max: slots.length - 1 }) })
      .map(drawn => ({ programme, slots, ...drawn }))
  })

/** By what a reader sees: for each cell, the counts that may stand behind it. */
function readings<T>(tables: Iterable<readonly number[]>, seen: (counts: readonly number[]) => T) {
  const found = new Map<T, Set<number>[]>()
  for (const counts of tables) {
    const cells = found.get(seen(counts)) ?? counts.map(() => new Set<number>())
    for (const [at, count] of counts.entries()) cells[at]?.add(count)
    found.set(seen(counts), cells)
  }
  return found
}

/** Every table whose cells go from `low` to `high`. */
function* tables([first, ...rest]: readonly (readonly [number, number])[]): Generator<number[]> {
  if (!first) return yield []
  for (let count = first[0]; count <= first[1]; count++)
    for (const others of tables(rest)) yield [count, ...others]
}

describe('what one day’s pages let somebody compute', () => {
  it('is the same for every count of a band, in any cell, whatever stands in the others', () => {
    const property = fc.property(days, ({ programme, slots, counts, at }) => {
      const slot = slots[at]
      assert.ok(slot)
      const before = pages(programme, slots, counts)
      for (const other of bandOf(programme, slot, counts[at] ?? 0))
        assert.equal(pages(programme, slots, counts.with(at, other)), before, `${slot.measure}: ${other}`)
    })
    fc.assert(property, { numRuns: 500 })
  })

  it('leaves five counts possible in every cell of every small table', () => {
    const programme = programmeWith([19, 45], 1)
    const slots = slotsOf(programme).filter(({ measure }) => measure === 'participants')
    const all = tables(slots.map(slot => [0, mostOf(programme, slot)] as const))
    for (const [page, cells] of readings(all, counts => pages(programme, slots, counts)))
      for (const counts of cells) assert.ok(counts.size >= STEP, `${[...counts]} behind ${page}`)
  })

  it('leaves five counts possible behind ideas, their states and their total', () => {
    const programme = programmeWith([40], 1)
    const slots = slotsOf(programme).filter(({ measure, axis }) => measure === 'ideas' && axis !== '')
    assert.equal(slots.length, 4)
    // Two steps of each: a third would only be more of the same.
    const all = tables(slots.map(() => [0, 9] as const))
    for (const cells of readings(all, counts => pages(programme, slots, counts)).values())
      for (const counts of cells) assert.ok(counts.size >= STEP)
  })

  it('leaves five counts possible to who knows that keeping a commitment is taking part', () => {
    const programme = programmeWith([24], 2)
    const slots = slotsOf(programme).filter(
      ({ measure, axis }) =>
        measure === 'participants' || (measure === 'commitments-unshared' && axis !== ''),
    )
    const all = tables(slots.map(() => [0, 24] as const))
    const possible = all.filter(([took = 0, ...keep]) => keep.every(count => count <= took))
    const behind = readings(possible, counts => pages(programme, slots, counts))
    assert.ok(behind.size > 1)
    for (const cells of behind.values()) for (const counts of cells) assert.ok(counts.size >= STEP)
  })

  it('tells nothing of who took part in a Direction of fewer than nineteen, and says that it is small', () => {
    for (const headcount of [1, 5, 8, 12, 18]) {
      const programme = programmeWith([headcount])
      const slots = slotsOf(programme).slice(0, 1)
      const seen = readings(tables([[0, headcount]]), counts => pages(programme, slots, counts))
      assert.equal(seen.size, 1, `of ${headcount}`)
      const [page] = pagesOf(programme, tableOf(slots, [headcount]))
      assert.deepEqual([page?.small, page?.participation.count, page?.enough], [true, 0, false])
    }
  })

  it('never says that all of them took part', () => {
    for (let headcount = 19; headcount <= 60; headcount++) {
      const programme = programmeWith([headcount])
      const [page] = pagesOf(programme, [{ measure: 'participants', cells: [cell('d0', headcount)] }])
      const count = page?.participation.count ?? 0
      assert.ok(count >= STEP && headcount - count >= 2 * STEP - 1, `${count} of ${headcount}`)
      assert.equal(page?.small, undefined)
    }
  })

  it('would be every exact count if totals were rounded from the exact sum: five cells of 9 beside a total of 45', () => {
    const nines = [9, 9, 9, 9, 9]
    const careless = (counts: readonly number[]) =>
      JSON.stringify([counts.map(rounded), rounded(counts.reduce((sum, count) => sum + count, 0))])
    // The reader knows each of the five to be 5 to 9: of the 3,125 tables one alone adds up to 45.
    const behind = readings(tables(nines.map(() => [5, 9] as const)), careless).get(careless(nines))
    assert.deepEqual(
      behind?.map(counts => [...counts]),
      nines.map(count => [count]),
    )

    const programme = programmeWith([40], 1)
    const slots = slotsOf(programme)
      .filter(({ measure, axis }) => measure === 'ideas' && axis !== '')
      .concat(slotsOf(programme).filter(({ measure, axis }) => measure === 'ideas' && axis === ''))
      .slice(0, 5)
    const ours = readings(tables(nines.map(() => [5, 9] as const)), counts => pages(programme, slots, counts))
    assert.deepEqual(
      [...ours.values()].map(cells => cells.map(({ size }) => size)),
      [[5, 5, 5, 5, 5]],
    )
  })
})
