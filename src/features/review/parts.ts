import { exact, FEWEST } from '../../kernel/personal-data/counts.ts'
import type { MonthStart } from '../../kernel/time/months.ts'
import type { ProgrammeFigures } from '../figures/index.ts'
import type { IdeaCount, IdeaDelay } from '../ideas/index.ts'
import type { Direction, Programme } from '../programme/index.ts'
import type { TrialTally } from '../trials/index.ts'
import type { Followed, ReviewAxis, ReviewDirection, ReviewMonth } from './domain.ts'
import { medianOf } from './median.ts'
import { stepsOf, sumOf, type Tallies } from './tallies.ts'

const isFollowed = ({ outcome }: IdeaCount) => outcome !== 'waiting'

/** How many ideas of `rows` are followed by something. */
function withNextIn(rows: readonly IdeaCount[]): Pick<Followed, 'ideas' | 'withNext'> {
  return {
    ideas: sumOf(rows, each => each.ideas),
    withNext: sumOf(rows.filter(isFollowed), each => each.ideas),
  }
}

/** The same of the programme, or of one Direction, with the days that it took. */
export function followedIn(
  { ideas, delays }: Tallies,
  only?: { readonly direction: string; readonly delays: readonly IdeaDelay[] },
): Followed {
  const rows = only ? ideas.filter(({ direction }) => direction === only.direction) : ideas
  const medianDays = medianOf(only?.delays ?? delays)
  return { ...withNextIn(rows), ...(medianDays !== undefined && { medianDays }) }
}

function axisOf(tallies: Tallies, axis: string, under: (id: string) => string): ReviewAxis {
  const own = <T extends { readonly axis: string }>(rows: readonly T[]) =>
    rows.filter(row => under(row.axis) === axis)
  const { workshops, ideas, ballots, initiatives, commitments } = tallies
  const trials = own(tallies.trials)
  const rows = own(ideas)
  const steps = own(stepsOf(tallies))
  const shared = own(commitments)
  const decided = (decision: TrialTally[number]['decision']) =>
    sumOf(
      trials.filter(row => row.decision === decision),
      row => row.count,
    )
  const among = (outcome: string) =>
    sumOf(
      rows.filter(row => row.outcome === outcome),
      row => row.ideas,
    )
  return {
    axis,
    asked: {
      workshops: sumOf(own(workshops), each => each.count),
      // A box asks for ideas under any axis.
      boxes: axis === '' ? tallies.boxes : 0,
      ballots: sumOf(own(ballots.ballots), each => each.count),
    },
    proposed: {
      ideas: sumOf(rows, row => row.ideas),
      supports: exact(
        'supports',
        sumOf(rows, row => row.supports),
      ),
    },
    answered: { answered: among('answered'), retained: among('retained'), waiting: among('waiting') },
    begun: {
      initiatives: sumOf(own(initiatives), each => each.count),
      trials: sumOf(trials, each => each.count),
      promised: sumOf(steps, each => each.steps),
      commitments: sumOf(shared, each => each.count),
    },
    learnt: {
      summaries: sumOf(own(tallies.summaries), each => each.count),
      generalised: decided('generalise'),
      adjusted: decided('adjust'),
      stopped: decided('stop'),
      stepsKept: sumOf(
        steps.filter(({ kept }) => kept),
        each => each.steps,
      ),
      commitmentsKept: sumOf(
        shared.filter(({ kept }) => kept),
        each => each.count,
      ),
    },
  }
}

const isEmpty = ({ axis: _, ...columns }: ReviewAxis): boolean =>
  Object.values(columns).every(column => Object.values(column).every(count => count === 0))

/** In the programme's order; what is under none of its axes last, if there is any. */
export function axesIn(
  tallies: Tallies,
  { axes, axis }: Pick<Programme, 'axes' | 'axis'>,
): readonly ReviewAxis[] {
  const under = (id: string) => (axis(id) ? id : '')
  const rest = axisOf(tallies, '', under)
  return [...axes.map(({ id }) => axisOf(tallies, id, under)), ...(isEmpty(rest) ? [] : [rest])]
}

/** From the first month with anything on. */
export function monthsIn(tallies: Tallies, months: readonly MonthStart[]): readonly ReviewMonth[] {
  const { ideas, initiatives, trials, commitments } = tallies
  const at = <T extends { readonly month: number }>(rows: readonly T[], month: number) =>
    rows.filter(row => row.month === month)
  const all = months.map(({ month }, index) => ({
    month,
    proposed: sumOf(at(ideas, index), each => each.ideas),
    answered: sumOf(at(tallies.delays, index), each => each.ideas),
    begun:
      sumOf(at(initiatives, index), each => each.count) +
      sumOf(at(trials, index), each => each.count) +
      sumOf(at(stepsOf(tallies), index), each => each.steps) +
      sumOf(at(commitments, index), each => each.count),
  }))
  const first = all.findIndex(({ proposed, answered, begun }) => proposed + answered + begun > 0)
  return first < 0 ? [] : all.slice(first)
}

export const isSmall = ({ headcount }: Pick<Direction, 'headcount'>): boolean =>
  headcount > 0 && headcount < FEWEST

/** In the programme's order. What people did is an estimate, and of few people not said. */
export function directionsIn(
  tallies: Tallies,
  { directions }: Pick<Programme, 'directions'>,
  { directions: took, takenAt }: Pick<ProgrammeFigures, 'directions' | 'takenAt'>,
): readonly ReviewDirection[] {
  const of = <T extends { readonly direction: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ direction }) => direction === id)
  return directions.map(({ id, name, headcount }) => {
    const small = isSmall({ headcount })
    const part = took.find(({ direction }) => direction.id === id)
    const said = part !== undefined && takenAt !== undefined && !small
    return {
      direction: { id, name, headcount },
      ...(small && { small: true as const }),
      ...(said && { participation: { count: part.count, share: part.share } }),
      ...withNextIn(of(tallies.ideas, id)),
      initiatives: sumOf(of(tallies.initiatives, id), each => each.count),
      stepsKept: sumOf(
        of(stepsOf(tallies), id).filter(({ kept }) => kept),
        each => each.steps,
      ),
    }
  })
}
