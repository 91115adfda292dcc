import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { ChannelUsecases, Targets } from '../../channels/index.ts'
import type { BatchUsecases, WeekNow } from '../../messages/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
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
   * Looks at `limit` people, by id, from just beyond `after`, and finds those it is for. `before`: when it was started,
   * in milliseconds. `next`: the last that was looked at; undefined once all were.
   */
  readonly page: (
    audience: PeopleAudience,
    from: { readonly after: string; readonly before: number },
    limit: number,
  ) => Promise<{ readonly found: readonly string[]; readonly next?: string | undefined }>
  /** How it would be for the people in the audience, by one query. */
  readonly readiness: (audience: PeopleAudience, now: WeekNow) => Promise<readonly ReadinessCount[]>
  /** The same of those for whom a message of this broadcast waits, which they did not put off themselves. */
  readonly waiting: (broadcast: string, now: WeekNow) => Promise<readonly ReadinessCount[]>
  /** In the people file, and not yet come. */
  readonly noAccount: (audience: PeopleAudience) => Promise<number>
  /** Those whom it would be for if they did not only observe. */
  readonly observers: (audience: PeopleAudience) => Promise<number>
}

type Parts = {
  readonly store: (tx: Tx) => AudienceStore
  readonly read: Transact
  readonly clock: Clock
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly channels: Pick<ChannelUsecases, 'targets'>
  readonly workshops: Pick<WorkshopUsecases, 'show'>
  readonly ballots: Pick<BallotUsecases, 'show'>
  readonly batches: Pick<BatchUsecases, 'week'>
}

/** Recipients of a broadcast, and the thing that it is about. */
export function addressing(parts: Parts) {
  const { store, read, clock, directions, channels, workshops, ballots, batches } = parts

  /** Where one post each goes. @throws Refusal `no-bound-channel`, `channel-shut`, `channels-many` */
  async function targetsOf(audience: TargetAudience): Promise<Targets> {
    if (audience.kind !== 'channels') return { channels: [], unbound: [], shut: [] }
    return channels.targets({ channel: '', directions: audience.directions })
  }

  return {
    targetsOf,

    /** @throws Refusal as `audienceOf` does, and `gone` for a workshop that is none */
    async audience(actor: Actor, typed: TargetAudience): Promise<TargetAudience> {
      const audience = audienceOf(typed, directions)
      if (audience.kind === 'workshop') await workshops.show(actor, audience.workshop)
      await targetsOf(audience)
      return audience
    },

    /** The moment from which the thing is no longer worth a word. @throws Refusal `gone`, `thing-over` */
    async thingEnds(actor: Actor, thing: BroadcastSubject | undefined): Promise<number | undefined> {
      if (!thing) return undefined
      const ends =
        thing.kind === 'workshop'
          ? (await workshops.show(actor, thing.id)).startsAt
          : (await ballots.show(actor, thing.id)).closesAt
      if (ends <= clock.now()) throw new Refusal('thing-over')
      return ends
    },

    /** Exact sizes of the lists, as they are now. */
    async rehearsal(audience: TargetAudience): Promise<Rehearsal> {
      if (audience.kind === 'channels') {
        // Of a draft whose channels all went meanwhile, the card says so and lets it be changed.
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

    /**
     * Of those that wait: `later`, whose week is full, who made a pause, or keeps the day free; and those of whom it is known
     * already that the bot cannot write to them.
     */
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

export type Addressing = ReturnType<typeof addressing>
