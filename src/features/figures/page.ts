import { FEWEST, rounded, type Shown, share, total } from '../../kernel/personal-data/counts.ts'
import type { Direction, Programme } from '../programme/index.ts'
import type { CountedIdeaState, Figure } from './domain.ts'
import type { SnapshotTime } from './week.ts'

/** How many took part, and per cent of the headcount: of the Direction, then over all of them. */
export type Participation = { readonly count: Shown; readonly share: Shown; readonly average: Shown }

/** What one Direction's page says; everything in it is made of rounded figures alone. */
export type FiguresPage = {
  readonly direction: Pick<Direction, 'id' | 'name' | 'headcount'>
  /** So few that no count of people is shown. */
  readonly small?: true
  readonly takenAt?: number
  readonly enough: boolean
  readonly participation: Participation
  readonly weeks: readonly (Participation & { readonly week: string })[]
  readonly ideas: readonly (Readonly<Record<CountedIdeaState, Shown>> & {
    readonly axis: string
    readonly total: Shown
  })[]
  readonly unshared: readonly { readonly axis: string; readonly count: Shown }[]
}

type Parts = {
  readonly programme: Pick<Programme, 'axes' | 'headcount'>
  readonly direction: Direction
  /** Weeks with a snapshot, the oldest first. */
  readonly weeks: readonly SnapshotTime[]
  /** Participants of every Direction, by week. */
  readonly participants: ReadonlyMap<string, readonly Figure[]>
  /** The Direction's figures of the last week. */
  readonly last: readonly Figure[]
}

function valueIn(figures: readonly Figure[], measure: string, axis: string, state = ''): Shown {
  const found = figures.find(each => each.measure === measure && each.axis === axis && each.state === state)
  return found?.value ?? rounded(0)
}

function participationOf({ programme, direction }: Parts, figures: readonly Figure[] = []): Participation {
  const own = figures.filter(figure => figure.direction === direction.id)
  const count = valueIn(own, 'participants', '')
  const everybody = total(figures.map(({ value }) => value))
  return {
    count,
    share: share(count, direction.headcount),
    average: share(everybody, programme.headcount),
  }
}

function ideasOf(last: readonly Figure[], axis: string): FiguresPage['ideas'][number] {
  const received = valueIn(last, 'ideas', axis, 'received')
  const studied = valueIn(last, 'ideas', axis, 'studied')
  const answered = valueIn(last, 'ideas', axis, 'answered')
  const retained = valueIn(last, 'ideas', axis, 'retained')
  const sum = total([received, studied, answered, retained])
  return { axis, received, studied, answered, retained, total: sum }
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
    ...(now && { takenAt: now.takenAt }),
    enough: own.some(value => value > 0),
    participation: participationOf(parts, now && participants.get(now.week)),
    weeks: points,
    ideas: [...axes, ''].map(axis => ideasOf(last, axis)),
    unshared: axes.map(axis => ({ axis, count: valueIn(last, 'commitments-unshared', axis) })),
  }
}
