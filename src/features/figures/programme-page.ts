import { FEWEST, rounded, type Shown, share, total } from '../../kernel/personal-data/counts.ts'
import type { Direction, Programme } from '../programme/index.ts'
import { CUTS, type Figure } from './domain.ts'
import type { SnapshotTime } from './week.ts'

/** How many took part, and per cent of the headcount. */
export type TakingPart = { readonly count: Shown; readonly share: Shown }

/**
 * What is said of the whole programme: sums of what the Directions' pages show of the same day, and nothing that they do
 * not. Directions stand in the programme's order, whatever their share.
 */
export type ProgrammePage = {
  readonly headcount: number
  readonly takenAt?: number
  readonly enough: boolean
  readonly participation: TakingPart
  readonly weeks: readonly (TakingPart & { readonly week: string })[]
  readonly directions: readonly (TakingPart & {
    readonly direction: Pick<Direction, 'id' | 'name' | 'headcount'>
    readonly small?: true
  })[]
  readonly ideas: readonly {
    readonly axis: string
    readonly states: readonly { readonly state: string; readonly count: Shown }[]
    readonly total: Shown
  }[]
  readonly unshared: readonly { readonly axis: string; readonly count: Shown }[]
}

type Parts = {
  readonly programme: Pick<Programme, 'axes' | 'directions' | 'headcount'>
  /** Weeks with a snapshot, the oldest first. */
  readonly weeks: readonly SnapshotTime[]
  /** Participants of every Direction, by week. */
  readonly participants: ReadonlyMap<string, readonly Figure[]>
  /** All figures of the last week. */
  readonly last: readonly Figure[]
}

const sumOf = (figures: readonly Figure[]) => total(figures.map(({ value }) => value))

/** Of the Directions that there are now alone: a page of one that is gone shows nothing. */
function ofKnownDirections(
  { directions }: Parts['programme'],
  figures: readonly Figure[] = [],
): readonly Figure[] {
  return figures.filter(figure => directions.some(({ id }) => id === figure.direction))
}

function partOf({ programme }: Parts, figures: readonly Figure[]): TakingPart {
  const count = sumOf(figures)
  return { count, share: share(count, programme.headcount) }
}

function directionsOf({ programme }: Parts, took: readonly Figure[]): ProgrammePage['directions'] {
  return programme.directions.map(({ id, name, headcount }) => {
    const count = took.find(({ direction }) => direction === id)?.value ?? rounded(0)
    const small = headcount > 0 && headcount < FEWEST
    return {
      direction: { id, name, headcount },
      ...(small && { small: true as const }),
      count,
      share: share(count, headcount),
    }
  })
}

function ideasOf(last: readonly Figure[], axis: string): ProgrammePage['ideas'][number] {
  const under = last.filter(figure => figure.measure === 'ideas' && figure.axis === axis)
  const states = CUTS.ideas?.states ?? []
  return {
    axis,
    states: states.map(state => ({ state, count: sumOf(under.filter(figure => figure.state === state)) })),
    total: sumOf(under),
  }
}

/** The figures of the whole programme on one day. */
export function programmePage(parts: Parts): ProgrammePage {
  const { programme, weeks, participants } = parts
  const last = ofKnownDirections(programme, parts.last)
  const axes = programme.axes.map(({ id }) => id)
  const now = weeks.at(-1)
  const tookIn = (week: string) => ofKnownDirections(programme, participants.get(week))
  const took = now ? tookIn(now.week) : []
  return {
    headcount: programme.headcount,
    ...(now && { takenAt: now.takenAt }),
    enough: last.some(({ value }) => value > 0),
    participation: partOf(parts, took),
    weeks: weeks.map(({ week }) => ({ week, ...partOf(parts, tookIn(week)) })),
    directions: directionsOf(parts, took),
    ideas: [...axes, ''].map(axis => ideasOf(last, axis)),
    unshared: axes.map(axis => ({
      axis,
      count: sumOf(last.filter(figure => figure.measure === 'commitments-unshared' && figure.axis === axis)),
    })),
  }
}
