import { FEWEST } from '../../../src/kernel/personal-data/counts.ts'
import { pathOf } from './before.ts'
import type { Case } from './guess.ts'
import { AXES, type Deed } from './world.ts'

/** A count that is shown, and what is said of it; 0 where no number is. */
type Said = { readonly count: number; readonly said: number }

/** How far what is shown is from the truth, in per cent of it. */
export type Failure = {
  /** Of Directions, over counts from 20 to 200: on average. */
  readonly error: number
  /** Of the whole programme, over counts from 60 on: at worst. */
  readonly programme: number
  /** Of figures about people at the end, small Directions apart: how many say a number, in per cent. */
  readonly numbers: number
  readonly n: number
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const off = ({ count, said }: Said) => (100 * Math.abs(said - count)) / count

function pairs(path: readonly number[], readings: readonly number[], shown: readonly number[]): Said[] {
  return readings.map((day, at) => ({ count: path[day] ?? 0, said: shown[at] ?? 0 }))
}

const any = (_: Deed) => true
const isVote = ({ kind }: Deed) => kind === 'vote'
const keeps = (axis: string) => (deed: Deed) => deed.kind === 'commitment' && deed.axis === axis

/** Every series that counts people, reading by reading: of Directions that are not small, and of the programme. */
function seriesOf({ souls, places, days, seen }: Case) {
  const groups = Map.groupBy(souls, ({ direction }) => direction)
  const told = places.filter(({ people }) => people >= FEWEST)
  const near = told.flatMap(({ id }) => {
    const own = groups.get(id) ?? []
    const votes = { count: pathOf(own, days, isVote).at(-1) ?? 0, said: seen.turnouts.get(id) ?? 0 }
    return [
      pairs(pathOf(own, days, any), seen.readings, seen.participants.get(id) ?? []),
      ...AXES.flatMap(axis => {
        const shown = seen.unshared.get(`${id} ${axis}`)
        return shown ? [pairs(pathOf(own, days, keeps(axis)), seen.readings, shown)] : []
      }),
      ...(seen.turnouts.size > 0 ? [[votes]] : []),
    ]
  })
  const far = [
    ...(seen.all.length > 0 ? [pairs(pathOf(souls, days, any), seen.allReadings, seen.all)] : []),
    ...[...seen.allUnshared].map(([axis, shown]) =>
      pairs(pathOf(souls, days, keeps(axis)), seen.allReadings, shown),
    ),
  ]
  return { near, far }
}

/** What was the whole programme before: the sum of what the Directions showed. */
function summed({ souls, days, seen, places }: Case): Said[] {
  const sums = seen.readings.map((_, at) =>
    places.reduce((sum, { id }) => sum + (seen.participants.get(id)?.[at] ?? 0), 0),
  )
  return pairs(pathOf(souls, days, any), seen.readings, sums)
}

/** `unsaid`: what is read where there is no number, « moins de … ». */
export function failureOf(cases: readonly Case[], unsaid: number): Failure {
  const all = cases.map(seriesOf)
  const near = all.flatMap(each => each.near.flat())
  const counted = near.filter(({ count }) => count >= 20 && count <= 200)
  const far = cases.flatMap((each, at) => {
    const own = all[at]?.far.flat() ?? []
    return own.length > 0 ? own : summed(each)
  })
  const large = far.filter(({ count }) => count >= 60)
  const ends = all.flatMap(({ near: one, far: other }) => [...one, ...other].flatMap(each => each.slice(-1)))
  return {
    error: mean(counted.map(({ count, said }) => off({ count, said: said === 0 ? unsaid : said }))),
    programme: Math.max(...large.map(off)),
    numbers: (100 * ends.filter(({ said }) => said > 0).length) / ends.length,
    n: counted.length,
  }
}
