import type { Actor } from '../../kernel/access/actor.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import { type Clock, SECOND } from '../../kernel/time/clock.ts'
import { monthsUntil } from '../../kernel/time/months.ts'
import type { FigureUsecases } from '../figures/index.ts'
import type { Programme } from '../programme/index.ts'
import { type DirectionFollowed, type Followed, type ProgrammeReview, REVIEW_PERMISSIONS } from './domain.ts'
import { remembering } from './memory.ts'
import { axesIn, directionsIn, followedIn, isSmall, monthsIn } from './parts.ts'
import type { Count, Counting, Tallies } from './tallies.ts'

type Parts = {
  readonly counting: Counting
  readonly figures: Pick<FigureUsecases, 'whole'>
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  readonly programme: Pick<Programme, 'axes' | 'axis' | 'direction' | 'directions' | 'headcount'>
}

const MONTHS = 24
/** How long a count stands: whole tables are gone through, and everybody who opens the gallery reads one. */
const FRESH = 10 * SECOND

export type ReviewUsecases = ReturnType<typeof reviewUsecases>

export function reviewUsecases({ counting, figures, read, clock, zone, programme }: Parts) {
  const remembered = remembering(clock, FRESH)

  /** Each in a transaction of its own, others served between two: SQLite answers without leaving the loop. */
  async function counted<T>(count: Count<T>, at: number, months: readonly number[]): Promise<T> {
    await new Promise(resolve => setImmediate(resolve))
    return read(tx => count(tx, at, months))
  }

  const all = () =>
    remembered('', async at => {
      const months = monthsUntil(at, zone, MONTHS)
      const starts = months.map(({ from }) => from)
      const tallies: Tallies = {
        workshops: await counted(counting.workshops, at, starts),
        summaries: await counted(counting.summaries, at, starts),
        boxes: await counted(counting.boxes, at, starts),
        ideas: await counted(counting.ideas, at, starts),
        delays: await counted(counting.delays, at, starts),
        ballots: await counted(counting.ballots, at, starts),
        steps: await counted(counting.steps, at, starts),
        initiatives: await counted(counting.initiatives, at, starts),
        trials: await counted(counting.trials, at, starts),
        commitments: await counted(counting.commitments, at, starts),
      }
      return { at, months, tallies }
    })

  return {
    /** The whole programme. */
    async read(actor: Actor): Promise<ProgrammeReview> {
      permit(REVIEW_PERMISSIONS.read, actor.role)
      const [{ at, months, tallies }, people] = await Promise.all([all(), figures.whole(actor)])
      const week = people.takenAt === undefined ? undefined : people.weeks.at(-1)
      return {
        at,
        headcount: programme.headcount,
        followed: followedIn(tallies),
        ...(week && { participation: { count: week.count, share: week.share, week: week.week } }),
        axes: axesIn(tallies, programme),
        months: monthsIn(tallies, months),
        directions: directionsIn(tallies, programme, people),
      }
    },

    /** How many ideas are followed by something, of the programme or of one Direction. @throws Refusal `direction-unknown` */
    async followed(actor: Actor, id?: string): Promise<Followed | DirectionFollowed> {
      permit(REVIEW_PERMISSIONS.read, actor.role)
      if (id === undefined) return followedIn((await all()).tallies)
      const direction = programme.direction(id)
      if (!direction) throw new Refusal('direction-unknown')
      const delays = await remembered(id, () => read(tx => counting.delaysOf(tx, id)))
      const { tallies } = await all()
      return {
        ...followedIn(tallies, { direction: id, delays }),
        ...(isSmall(direction) && { small: true as const }),
      }
    },
  }
}
