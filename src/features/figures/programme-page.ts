import { FEWEST, kept, type Shown, share } from '../../kernel/personal-data/counts.ts'
import type { Direction, Programme } from '../programme/index.ts'
import { type Figure, IDEA_STATES } from './domain.ts'
import { ideasUnder, tookPartIn, tookPartInAll } from './page.ts'
import type { SnapshotTime } from './week.ts'

/** About how many took part, and per cent of the headcount. */
export type TakingPart = { readonly count: Shown; readonly share: Shown }

/**
 * What is said of the whole programme: its people are estimated by themselves, more closely than a Direction's; its ideas are
 * all that there are, those of no Direction's page too. Directions stand in the programme's order, whatever their share.
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
  /** Participants of every Direction and of the programme, by week. */
  readonly participants: ReadonlyMap<string, readonly Figure[]>
  /** All figures of the last week. */
  readonly last: readonly Figure[]
}

function partOf({ programme }: Parts, figures: readonly Figure[] | undefined): TakingPart {
  const count = tookPartInAll(figures, programme)
  return { count, share: share(count, programme.headcount) }
}

function directionsOf(
  { programme }: Parts,
  took: readonly Figure[] | undefined,
): ProgrammePage['directions'] {
  return programme.directions.map(({ id, name, headcount }) => {
    const count = tookPartIn(took, id)
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
  const { total, ...counts } = ideasUnder(last, axis)
  return { axis, states: IDEA_STATES.map(state => ({ state, count: counts[state] })), total }
}

function unsharedOf(last: readonly Figure[], axis: string): Shown {
  const found = last.find(figure => figure.measure === 'commitments-unshared' && figure.axis === axis)
  return found?.value ?? kept(0)
}

/** The figures of the whole programme on one day. */
export function programmePage(parts: Parts): ProgrammePage {
  const { programme, weeks, participants, last } = parts
  const axes = programme.axes.map(({ id }) => id)
  const now = weeks.at(-1)
  const took = now && participants.get(now.week)
  return {
    headcount: programme.headcount,
    ...(now && { takenAt: now.takenAt }),
    enough: last.some(({ value }) => value > 0),
    participation: partOf(parts, took),
    weeks: weeks.map(({ week }) => ({ week, ...partOf(parts, participants.get(week)) })),
    directions: directionsOf(parts, took),
    ideas: [...axes, ''].map(axis => ideasOf(last, axis)),
    unshared: axes.map(axis => ({ axis, count: unsharedOf(last, axis) })),
  }
}
