import type { Actor } from '../../kernel/access/actor.ts'
import { permit } from '../../kernel/access/permission.ts'
import type { KeyedRandom } from '../../kernel/crypto/keyed-random.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Measure } from '../../kernel/personal-data/measure.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { Programme } from '../programme/index.ts'
import {
  CUTS,
  countedOf,
  FIGURE_PERMISSIONS,
  type Figure,
  heldOf,
  isHeld,
  type MeasuredCells,
  NOWHERE,
} from './domain.ts'
import { type FiguresPage, pageFor } from './page.ts'
import { type ProgrammePage, programmePage } from './programme-page.ts'
import { fortnightOf, mondayOf, oldestKept, type SnapshotTime } from './week.ts'

export type FigureStore = {
  /** The last snapshots, one a week, in order: `limit` at most. */
  readonly weeks: (limit: number) => Promise<readonly SnapshotTime[]>
  readonly last: () => Promise<SnapshotTime | undefined>
  /** Makes this the snapshot of its week; false when there is one of that day or of a later one. */
  readonly claim: (taken: SnapshotTime) => Promise<boolean>
  /** Puts `figures` in the place of what stands for the week. */
  readonly replace: (week: string, figures: readonly Figure[]) => Promise<void>
  /** Removes the weeks before `week`. */
  readonly forget: (week: string) => Promise<void>
  /** Participants of every Direction and of the programme, by week. */
  readonly participants: (weeks: readonly string[]) => Promise<ReadonlyMap<string, readonly Figure[]>>
  readonly ofWeek: (week: string) => Promise<readonly Figure[]>
  readonly ofDirection: (week: string, direction: string) => Promise<readonly Figure[]>
}

type Parts = {
  readonly store: (tx: Tx) => FigureStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  readonly programme: Pick<
    Programme,
    'axes' | 'axis' | 'direction' | 'directions' | 'headcount' | 'retention'
  >
  readonly measures: readonly Measure[]
  /** Says from which count on a figure moves: see `estimatedWithin`. */
  readonly draw: KeyedRandom
}

export type FigureUsecases = ReturnType<typeof figureUsecases>

/** @throws Error when a measure has no cut: a fault of ours, found at start. */
function checkCuts(measures: readonly Measure[]): void {
  const stray = measures.find(({ name }) => !(name in CUTS))
  if (stray) throw new Error(`the measure ${stray.name} has no cut in features/figures/domain.ts`)
}

export function figureUsecases({ store, transact, read, clock, zone, programme, measures, draw }: Parts) {
  checkCuts(measures)
  const { figureWeeks } = programme.retention

  /** All measures at one moment, without holding writers up. */
  async function count(tx: Tx): Promise<readonly MeasuredCells[]> {
    const counted: MeasuredCells[] = []
    for (const { name, count } of measures) counted.push({ measure: name, cells: await count(tx) })
    return counted
  }

  /**
   * What is kept of a day. People are estimated on the first day that is counted in a week, and of a Direction in a
   * fortnight: each day more is one more on which a move may be read beside what few people did.
   */
  async function figuresOf(week: string, before: SnapshotTime | undefined): Promise<readonly Figure[]> {
    const counted = await read(count)
    const last = before ? await read(tx => store(tx).ofWeek(before.week)) : []
    const stood = last.filter(({ measure }) => isHeld(measure))
    const made = heldOf(programme, counted, draw, last)
    const sameFortnight = before !== undefined && fortnightOf(before.week) === fortnightOf(week)
    const [whole, parts] = [before?.week === week ? stood : made, sameFortnight ? stood : made]
    return [
      ...countedOf(programme, counted),
      ...whole.filter(({ direction }) => direction === NOWHERE),
      ...parts.filter(({ direction }) => direction !== NOWHERE),
    ]
  }

  /** What all may read one by one of a Direction, as it stands. */
  async function nowIn(tx: Tx, id: string): Promise<readonly Figure[]> {
    const counted: MeasuredCells[] = []
    for (const { name, within } of measures)
      if (within) counted.push({ measure: name, cells: await within(tx, id) })
    return countedOf(programme, counted).filter(({ direction }) => direction === id)
  }

  return {
    /**
     * Counts once a day: the first snapshot of a day stays, whatever restarts or races; figures that moved within the
     * day would let two readings be subtracted. @returns whether this was it
     */
    async snapshot(): Promise<boolean> {
      const takenAt = clock.now()
      const day = dateIn(takenAt, zone)
      const taken = { week: mondayOf(day), day, takenAt }
      const before = await read(tx => store(tx).last())
      if (before && before.day >= day) return false
      const figures = await figuresOf(taken.week, before)
      return transact(async tx => {
        if (!(await store(tx).claim(taken))) return false
        await store(tx).replace(taken.week, figures)
        await store(tx).forget(oldestKept(taken.week, figureWeeks))
        return true
      })
    },

    /** What the last snapshot says of a Direction's people, and its ideas as they stand. @throws Refusal `direction-unknown` */
    async show(actor: Actor, id: string): Promise<FiguresPage> {
      permit(FIGURE_PERMISSIONS.read, actor.role)
      const direction = programme.direction(id)
      if (!direction) throw new Refusal('direction-unknown')
      return read(async tx => {
        const weeks = await store(tx).weeks(figureWeeks)
        const participants = await store(tx).participants(weeks.map(({ week }) => week))
        const now = weeks.at(-1)
        const held = now
          ? (await store(tx).ofDirection(now.week, id)).filter(({ measure }) => isHeld(measure))
          : []
        const last = [...held, ...(await nowIn(tx, id))]
        return pageFor({ programme, direction, weeks, participants, last })
      })
    },

    /** What the last snapshot says of the whole programme. */
    async whole(actor: Actor): Promise<ProgrammePage> {
      permit(FIGURE_PERMISSIONS.read, actor.role)
      return read(async tx => {
        const weeks = await store(tx).weeks(figureWeeks)
        const participants = await store(tx).participants(weeks.map(({ week }) => week))
        const now = weeks.at(-1)
        const last = now ? await store(tx).ofWeek(now.week) : []
        return programmePage({ programme, weeks, participants, last })
      })
    },
  }
}
