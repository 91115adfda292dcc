import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CUTS, type MeasuredCells } from '../../../src/features/figures/domain.ts'
import { drawnFrom, type KeyedRandom } from '../../../src/kernel/crypto/keyed-random.ts'
import { STEP } from '../../../src/kernel/personal-data/counts.ts'
import { cell, figuresOf, pagesOf, programmeWith, SOONEST } from '../../support/features/figures.ts'

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

/** How many there can be at most of what is held back: as many as work there. */
const mostOf = (programme: Programme, { direction }: Slot): number =>
  programme.direction(direction)?.headcount ?? 0

const pages = (programme: Programme, slots: readonly Slot[], counts: readonly number[], draw = SOONEST) =>
  JSON.stringify(pagesOf(programme, tableOf(slots, counts), draw))

/** Draws that stand still, others for each seed. */
const drawOf = (seed: number): KeyedRandom => drawnFrom(`seed ${seed}`)
const LATEST: KeyedRandom = () => 1 - 2 ** -48

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

const participants = (programme: Programme) =>
  slotsOf(programme).filter(({ measure }) => measure === 'participants')
const took = (...counts: number[]): MeasuredCells => ({
  measure: 'participants',
  cells: counts.map((count, at) => cell(`d${at}`, count)),
})
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

describe('what one day’s pages let somebody compute', () => {
  it('leaves five counts possible behind every number of people, in every small table, whatever was drawn', () => {
    for (const headcounts of [[31], [24, 22]]) {
      const programme = programmeWith(headcounts, 1)
      const slots = participants(programme)
      const all = [...tables(slots.map(slot => [0, mostOf(programme, slot)] as const))]
      // Who reads knows the rule and not the draw: behind a page is what any draw shows so.
      const behind = new Map<string, Set<number>[]>()
      for (const draw of [SOONEST, LATEST, ...numbers(0, 24).map(drawOf)])
        for (const [page, cells] of readings(all, counts => pages(programme, slots, counts, draw))) {
          const found = behind.get(page) ?? slots.map(() => new Set<number>())
          for (const [at, counts] of cells.entries()) for (const count of counts) found[at]?.add(count)
          behind.set(page, found)
        }
      assert.ok(behind.size > 2)
      for (const [page, cells] of behind)
        for (const counts of cells) assert.ok(counts.size >= STEP, `${[...counts]} behind ${page}`)
    }
  })

  it('never says that nobody took part, nor that all of them did', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19, max: 400 }), fc.nat(1_000), (headcount, seed) => {
        const programme = programmeWith([headcount, 500])
        const said = (count: number, draw = drawOf(seed)) =>
          pagesOf(programme, [took(count, 100)], draw)[0]?.participation.count ?? 0
        assert.ok(said(headcount) <= 0.9 * headcount)
        // What is said of all of them is said of five fewer too, and what is said of nobody of nine.
        assert.ok(numbers(0, 60).some(other => said(headcount - 5, drawOf(other)) === said(headcount)))
        assert.deepEqual([said(0), said(9, LATEST)], [0, 0])
      }),
      { numRuns: 60 },
    )
  })

  it('tells nothing of who took part in a Direction of fewer than nineteen, and says that it is small', () => {
    for (const headcount of [1, 5, 8, 12, 18]) {
      const programme = programmeWith([headcount])
      const slots = participants(programme)
      const seen = readings(tables([[0, headcount]]), counts => pages(programme, slots, counts))
      assert.equal(seen.size, 1, `of ${headcount}`)
      const [page] = pagesOf(programme, tableOf(slots, [headcount]))
      assert.deepEqual([page?.small, page?.participation.count, page?.enough], [true, 0, false])
    }
  })

  it('says nothing by Direction of what people keep to themselves', () => {
    const programme = programmeWith([60, 80], 2)
    const axis = programme.axes[0]?.id ?? ''
    const kept = (count: number, at: string) =>
      JSON.stringify(
        pagesOf(programme, [{ measure: 'commitments-unshared', cells: [cell(at, count, axis)] }]),
      )
    for (const at of ['d0', 'd1', '']) assert.equal(kept(60, at), kept(0, at))
  })

  it('betrays no part by the total beside the others: nine counts of each stay possible', () => {
    const programme = programmeWith([30, 40, 200])
    const slots = participants(programme)
    const seen = (counts: readonly number[], draw: KeyedRandom) =>
      figuresOf(programme, tableOf(slots, counts), draw)
        .map(({ direction, value }) => `${direction} ${value}`)
        .toSorted()
        .join()
    const truth = seen([12, 15, 70], drawOf(3))
    const draws = numbers(0, 40).map(drawOf)
    const possible = numbers(0, 30).filter(first =>
      draws.some(draw =>
        [8, 12, 15, 20].some(second =>
          [55, 63, 70, 78].some(third => seen([first, second, third], draw) === truth),
        ),
      ),
    )
    assert.ok(possible.length >= 9, `${possible}`)
  })

  it('counts ideas as anybody can who reads them one by one', () => {
    const programme = programmeWith([40], 1)
    const slots = slotsOf(programme).filter(({ measure, axis }) => measure === 'ideas' && axis !== '')
    assert.equal(slots.length, 4)
    const [page] = pagesOf(programme, tableOf(slots, [1, 2, 3, 4]))
    const counted = { received: 1, studied: 2, answered: 3, retained: 4, total: 10 }
    assert.deepEqual(page?.ideas[0], { axis: slots[0]?.axis, ...counted })
  })
})
