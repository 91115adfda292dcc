import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { WorkshopSeen, WorkshopUsecases } from '../../workshops/index.ts'
import type { BroadcastSubject } from '../audience/domain.ts'
import type { SeriesReads } from '../audience/usecases.ts'
import { BROADCAST_PERMISSIONS, type Broadcast, type BroadcastTitles, type NamedThing } from './domain.ts'

/** Limit of workshops and ballots offered. */
const OFFERED = 20
const REMEMBERED = 30 * DAY

/** Stages of announced workshops that have not begun. */
const TO_COME: readonly WorkshopSeen['stage'][] = ['announced', 'full', 'closed']

/** `startsAt`: milliseconds, for a workshop: days of a series have the same title. */
type Choosable = NamedThing & { readonly startsAt?: number }

type BroadcastChoiceList = {
  /** Series, workshops and ballots that a broadcast can show. */
  readonly things: readonly Choosable[]
  /** Workshops as an audience. */
  readonly workshops: readonly Choosable[]
  /** Whether there are more of these. */
  readonly more: boolean
}

type Parts = {
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'lately'> &
    Pick<SeriesReads, 'seriesPosted' | 'seriesAhead'>
  readonly ballots: Pick<BallotUsecases, 'posted' | 'running'>
}

export type BroadcastChoiceUsecases = ReturnType<typeof choiceUsecases>

/** Choices of the form, and titles of what was chosen. */
export function choiceUsecases({ workshops, ballots }: Parts) {
  type Offered = Choosable & { readonly open: boolean }

  /** The latest workshops; `more`: there are older ones. */
  async function workshopsNow(): Promise<{ found: readonly Offered[]; more: boolean }> {
    const found: Offered[] = []
    const ids = await workshops.lately(REMEMBERED)
    for (const id of ids.slice(-OFFERED)) {
      const workshop = await workshops.posted(id)
      if (!workshop) continue
      const { title, stage, startsAt } = workshop
      found.push({ id, kind: 'workshop', title, startsAt, open: TO_COME.includes(stage) })
    }
    return { found, more: ids.length > OFFERED }
  }

  async function seriesNow(): Promise<{ found: readonly Choosable[]; more: boolean }> {
    const { found, more } = await workshops.seriesAhead(OFFERED)
    return { found: found.map(({ id, title }) => ({ id, kind: 'series', title }) as const), more }
  }

  async function ballotsNow(actor: Actor): Promise<{ found: readonly NamedThing[]; more: boolean }> {
    const { items, next } = await ballots.running(actor, OFFERED)
    const found = items.map(({ id, question }) => ({ id, kind: 'ballot', title: question }) as const)
    return { found, more: next !== undefined }
  }

  async function titleOf(thing: BroadcastSubject | undefined): Promise<string> {
    if (!thing) return ''
    if (thing.kind === 'workshop') return (await workshops.posted(thing.id))?.title ?? ''
    if (thing.kind === 'series') return (await workshops.seriesPosted(thing.id))?.title ?? ''
    return (await ballots.posted(thing.id))?.question ?? ''
  }

  return {
    /** @throws Refusal `role-needed` */
    async choices(actor: Actor): Promise<BroadcastChoiceList> {
      permit(BROADCAST_PERMISSIONS.write, actor.role)
      const known = await workshopsNow()
      const series = await seriesNow()
      const open = await ballotsNow(actor)
      return {
        things: [...series.found, ...known.found.filter(each => each.open), ...open.found],
        workshops: known.found,
        more: known.more || series.more || open.more,
      }
    },

    /** '' for what has no title or was deleted. */
    async titles({ audience, thing }: Pick<Broadcast, 'audience' | 'thing'>): Promise<BroadcastTitles> {
      const invited = audience.kind === 'workshop' ? audience.workshop : undefined
      return {
        audience: invited === undefined ? '' : await titleOf({ kind: 'workshop', id: invited }),
        thing: await titleOf(thing),
      }
    },
  }
}
