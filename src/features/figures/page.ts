import { FEWEST, kept, type Shown, share, total } from '../../kernel/personal-data/counts.ts'
import type { Direction, Programme } from '../programme/index.ts'
import { type CountedIdeaState, type Figure, isCountedWhole, NOWHERE } from './domain.ts'
import { firstOfFortnight, type SnapshotTime } from './week.ts'

/** About how many took part, and per cent of the headcount: of the Direction, then of the programme. */
export type Participation = { readonly count: Shown; readonly share: Shown; readonly average: Shown }

/** What one Direction's page says: estimates of people, and ideas as they are counted. */
export type FiguresPage = {
  readonly direction: Pick<Direction, 'id' | 'name' | 'headcount'>
  /** So few that no count of people is shown. */
  readonly small?: true
  readonly takenAt?: number
  /** The week in which its people were last counted, by its Monday. */
  readonly estimatedIn?: string
  readonly enough: boolean
  readonly participation: Participation
  readonly weeks: readonly (Participation & { readonly week: string })[]
  readonly ideas: readonly (Readonly<Record<CountedIdeaState, Shown>> & {
    readonly axis: string
    readonly total: Shown
  })[]
}

type Parts = {
  readonly programme: Pick<Programme, 'axes' | 'headcount' | 'directions'>
  readonly direction: Direction
  /** Weeks with a snapshot, the oldest first. */
  readonly weeks: readonly SnapshotTime[]
  /** Participants of every Direction and of the programme, by week. */
  readonly participants: ReadonlyMap<string, readonly Figure[]>
  /** The Direction's figures of the last week. */
  readonly last: readonly Figure[]
}

const NONE = kept(0)

/** What is said of who took part in `direction`. */
export function tookPartIn(figures: readonly Figure[] | undefined, direction: string): Shown {
  const found = figures?.find(figure => figure.measure === 'participants' && figure.direction === direction)
  return found?.value ?? NONE
}

type Whole = Pick<Programme, 'headcount' | 'directions'>

/** The same of the whole programme, counted by itself or the sum of its Directions. */
export function tookPartInAll(figures: readonly Figure[] | undefined, programme: Whole): Shown {
  if (isCountedWhole(programme)) return tookPartIn(figures, NOWHERE)
  return total(programme.directions.map(({ id }) => tookPartIn(figures, id)))
}

function participationOf({ programme, direction }: Parts, figures?: readonly Figure[]): Participation {
  const count = tookPartIn(figures, direction.id)
  return {
    count,
    share: share(count, direction.headcount),
    average: share(tookPartInAll(figures, programme), programme.headcount),
  }
}

/** Ideas under `axis` among `figures`, by state. */
export function ideasUnder(figures: readonly Figure[], axis: string): FiguresPage['ideas'][number] {
  const under = figures.filter(figure => figure.measure === 'ideas' && figure.axis === axis)
  const sum = (state: CountedIdeaState): Shown =>
    total(under.filter(figure => figure.state === state).map(({ value }) => value))
  const [received, studied] = [sum('received'), sum('studied')]
  const [answered, retained] = [sum('answered'), sum('retained')]
  return {
    axis,
    received,
    studied,
    answered,
    retained,
    total: total([received, studied, answered, retained]),
  }
}

/** The page of one Direction on one day. Before the first snapshot it says nothing but whose it would be. */
export function pageFor(parts: Parts): FiguresPage {
  const { programme, direction, weeks, participants, last } = parts
  const { id, name, headcount } = direction
  const axes = programme.axes.map(axis => axis.id)
  const points = weeks.map(({ week }) => ({ week, ...participationOf(parts, participants.get(week)) }))
  const now = weeks.at(-1)
  const own = [...last.map(({ value }) => value), ...points.map(({ count }) => count)]
  return {
    direction: { id, name, headcount },
    ...(headcount > 0 && headcount < FEWEST && { small: true as const }),
    ...(now && { takenAt: now.takenAt, estimatedIn: firstOfFortnight(weeks, now.week) }),
    enough: own.some(value => value > 0),
    participation: participationOf(parts, now && participants.get(now.week)),
    weeks: points,
    ideas: [...axes, ''].map(axis => ideasUnder(last, axis)),
  }
}
