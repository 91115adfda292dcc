import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { CHANNEL_PERMISSIONS, type Channel } from '../channel/domain.ts'
import {
  type Announced,
  audienceOf,
  type ChannelAudience,
  DIRECTIONS_LIMIT,
  openAmong,
  ownChannels,
  TARGETS_LIMIT,
  type Targets,
  targetsAmong,
  type Where,
} from './domain.ts'

export type AnnouncingStore = {
  readonly addAnnounced: (what: Announced, channels: readonly string[], at: number) => Promise<void>
  /** Channels where it was announced and that can be posted to, by team and name. */
  readonly announced: (what: Announced, limit: number) => Promise<readonly Channel[]>
  /** The same for many things of one kind: by id, the channels' ids. */
  readonly announcedOf: (
    thing: Announced['thing'],
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly string[]>>
  /** Channels bound to one of `directions` themselves. */
  readonly boundThemselves: (directions: readonly string[], limit: number) => Promise<readonly Channel[]>
  /** Unbound channels of teams that are bound to one of `directions`. */
  readonly ofBoundTeams: (directions: readonly string[], limit: number) => Promise<readonly Channel[]>
}

type Parts = {
  readonly store: (tx: Tx) => AnnouncingStore
  /** A channel that is not archived, whether or not Teams accepts posts there. */
  readonly findChannel: (tx: Tx, id: string) => Promise<Channel | undefined>
  readonly read: Transact
  readonly clock: Clock
  readonly directions: readonly { readonly id: string; readonly headcount: number }[]
}

export type AnnouncingUsecases = ReturnType<typeof announcingUsecases>

/** Limit of channels read per call: exceeds any team's. */
const MANY = 2_000

/** Channels of an announcement, whatever is announced. */
export function announcingUsecases({ store, findChannel, read, clock, directions }: Parts) {
  function checkDirections(chosen: readonly string[]): void {
    if (chosen.length > DIRECTIONS_LIMIT) throw new Refusal('directions-many', { max: DIRECTIONS_LIMIT })
    const known = new Set(directions.map(({ id }) => id))
    if (chosen.some(id => !known.has(id))) throw new Refusal('direction-unknown')
  }

  async function namedAmong(tx: Tx, ids: readonly string[]): Promise<readonly Channel[]> {
    if (ids.length > TARGETS_LIMIT)
      throw new Refusal('channels-many', { count: ids.length, max: TARGETS_LIMIT })
    const named = []
    for (const id of ids) {
      const found = await findChannel(tx, id)
      if (!found) throw new Refusal('channel-gone')
      named.push(found)
    }
    return named
  }

  async function targets(where: Where): Promise<Targets> {
    const [ids, { directions: chosen }] = [ownChannels(where), where]
    checkDirections(chosen)
    if (ids.length === 0 && chosen.length === 0) throw new Refusal('channel-missing')
    return read(async tx => {
      const named = await namedAmong(tx, ids)
      if (chosen.length === 0) return openAmong({ channels: named, unbound: [] })
      const own = await store(tx).boundThemselves(chosen, TARGETS_LIMIT + 1)
      return openAmong(targetsAmong(chosen, own, await store(tx).ofBoundTeams(chosen, MANY), named))
    })
  }

  return {
    /**
     * @throws Refusal `channel-missing`, `channel-gone`, `directions-many`, `direction-unknown`, `no-bound-channel`,
     * `channels-many`, `channel-shut`
     */
    targets,

    /** The same before anything is announced, and whom it is meant for. @throws Refusal of `targets`, `role-needed` */
    async targetAudience(actor: Actor, where: Where): Promise<Targets & ChannelAudience> {
      permit(CHANNEL_PERMISSIONS.announce, actor.role)
      const found = await targets(where)
      return { ...found, ...audienceOf(found.channels, directions) }
    },

    /**
     * Stores the channels of an announcement, within the transaction that makes it. Channels without access are marked
     * as refused from the start: organisers see them, and can have it posted later.
     */
    announce(tx: Tx, what: Announced, { channels, shut }: Targets): Promise<void> {
      const ids = [...channels, ...shut].map(({ id }) => id)
      return store(tx).addAnnounced(what, ids, clock.now())
    },

    /** Channels where it was announced that can be posted to now. */
    announced: (what: Announced): Promise<readonly Channel[]> =>
      read(tx => store(tx).announced(what, TARGETS_LIMIT)),

    /** The same for many things of one kind: by id, the channels' ids. */
    announcedOf: (
      thing: Announced['thing'],
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, readonly string[]>> => read(tx => store(tx).announcedOf(thing, ids)),
  }
}
