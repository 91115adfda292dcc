import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { ChannelUsecases, Targets } from '../../channels/index.ts'
import type { BatchUsecases, WeekNow } from '../../messages/index.ts'
import type { SeriesUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import { audienceOf, type BroadcastSubject, type PeopleAudience, type TargetAudience } from './domain.ts'
import {
  channelRehearsal,
  type ReadinessCount,
  type Rehearsal,
  rehearsalOf,
  type WaitingForecast,
} from './rehearsal.ts'

export type AudienceStore = {
  /**
   * Reads `limit` people by id, from just after `after`, and returns those in the audience. `before`: start of the
   * broadcast, in milliseconds. `next`: the last one read; undefined at the end.
   */
  readonly page: (
    audience: PeopleAudience,
    from: { readonly after: string; readonly before: number },
    limit: number,
  ) => Promise<{ readonly found: readonly string[]; readonly next?: string | undefined }>
  /** Outcome for the audience, in one query. */
  readonly readiness: (audience: PeopleAudience, now: WeekNow) => Promise<readonly ReadinessCount[]>
  /** The same for recipients of waiting messages of this broadcast, except those who postponed them. */
  readonly waiting: (broadcast: string, now: WeekNow) => Promise<readonly ReadinessCount[]>
  /** Number of people in the file without an account. */
  readonly noAccount: (audience: PeopleAudience) => Promise<number>
  /** Number of observers who would belong to the audience otherwise. */
  readonly observers: (audience: PeopleAudience) => Promise<number>
}

/** How a series is read: as everybody sees it, and as one person does. */
export type SeriesReads = {
  readonly seriesPosted: SeriesUsecases['posted']
  readonly seriesEnds: SeriesUsecases['ends']
  readonly seriesShown: SeriesUsecases['shown']
  readonly seriesAhead: SeriesUsecases['ahead']
}

type Parts = {
  readonly store: (tx: Tx) => AudienceStore
  readonly read: Transact
  readonly clock: Clock
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly channels: Pick<ChannelUsecases, 'targets'>
  readonly workshops: Pick<WorkshopUsecases, 'show' | 'posted'> & Pick<SeriesReads, 'seriesEnds'>
  readonly ballots: Pick<BallotUsecases, 'posted'>
  readonly batches: Pick<BatchUsecases, 'week'>
}

/** Audience of a broadcast, and the thing that it shows. */
export function audienceUsecases(parts: Parts) {
  const { store, read, clock, directions, channels, workshops, ballots, batches } = parts

  /** Channels of the posts. @throws Refusal `no-bound-channel`, `channel-shut`, `channels-many` */
  async function targetsOf(audience: TargetAudience): Promise<Targets> {
    if (audience.kind !== 'channels') return { channels: [], unbound: [], shut: [] }
    return channels.targets({ channel: '', directions: audience.directions })
  }

  /** The start of its last day: until then there is one that may still be joined, or read about. */
  async function seriesEnds(id: string): Promise<number> {
    const ends = await workshops.seriesEnds(id)
    if (ends === undefined) throw new Refusal('series-gone')
    if (ends <= clock.now()) throw new Refusal('series-over')
    return ends
  }

  /** One that was called off keeps its start. */
  async function workshopEnds(id: string): Promise<number | undefined> {
    const workshop = await workshops.posted(id)
    if (workshop && workshop.state !== 'announced') throw new Refusal('thing-over')
    return workshop?.startsAt
  }

  return {
    targetsOf,

    /** @throws Refusal of `audienceOf`, and `gone` for an unknown workshop */
    async audience(actor: Actor, typed: TargetAudience): Promise<TargetAudience> {
      const audience = audienceOf(typed, directions)
      if (audience.kind === 'workshop') await workshops.show(actor, audience.workshop)
      await targetsOf(audience)
      return audience
    },

    /** When the thing becomes obsolete. @throws Refusal `gone`, `thing-over`, `series-gone`, `series-over` */
    async thingEnds(thing: BroadcastSubject | undefined): Promise<number | undefined> {
      if (!thing) return undefined
      if (thing.kind === 'series') return seriesEnds(thing.id)
      const ends =
        thing.kind === 'workshop' ? await workshopEnds(thing.id) : (await ballots.posted(thing.id))?.closesAt
      if (ends === undefined) throw new Refusal('gone')
      if (ends <= clock.now()) throw new Refusal('thing-over')
      return ends
    },

    /** Exact counts of today. */
    async rehearsal(audience: TargetAudience): Promise<Rehearsal> {
      if (audience.kind === 'channels') {
        // A draft without any channel left shows that, and can still be changed.
        const { channels: open, shut } = await targetsOf(audience).catch(error => {
          if (error instanceof Refusal) return { channels: [], shut: [] }
          throw error
        })
        return channelRehearsal(open.length, shut.length)
      }
      return read(async tx =>
        rehearsalOf(await store(tx).readiness(audience, batches.week()), {
          noAccount: await store(tx).noAccount(audience),
          observers: await store(tx).observers(audience),
        }),
      )
    },

    /** Forecast for waiting messages: `later`, and people known to be unreachable. */
    async ahead(broadcast: string): Promise<WaitingForecast> {
      const counts = await read(tx => store(tx).waiting(broadcast, batches.week()))
      const sum = (...all: ReadinessCount['how'][]) =>
        counts.filter(({ how }) => all.includes(how)).reduce((total, { count }) => total + count, 0)
      return {
        later: sum('over', 'paused', 'off'),
        blocked: sum('blocked'),
        notInstalled: sum('not-installed'),
      }
    },
  }
}

export type Addressing = ReturnType<typeof audienceUsecases>
