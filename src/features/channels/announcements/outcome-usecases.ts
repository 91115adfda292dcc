import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type Barrier, barrierOf, isOfChannel, type Shut } from '../channel/access.ts'
import * as announced from './outcome.ts'
import {
  ANNOUNCEMENT_PERMISSIONS,
  type AnnouncementOutcome,
  type AnnouncementPlace,
  type AnnouncementPostEnd,
  type Unsettled,
} from './outcome.ts'

/** One channel, or without `channel` all of the team. */
type ChannelScope = { readonly team: string; readonly channel?: string }

export type AnnouncedStore = {
  /** The outcome, locked until the transaction ends. */
  readonly lockOutcome: (place: AnnouncementPlace) => Promise<AnnouncementOutcome | undefined>
  readonly setOutcome: (place: AnnouncementPlace, outcome: AnnouncementOutcome) => Promise<void>
  /** Marks the channel as shut, unless it already is or a later event shows access. */
  readonly refuse: (channel: string, shut: Shut) => Promise<void>
  /** Marks posts that were still to be made in the channel as refused. */
  readonly refuseWaiting: (channel: string, why: Barrier) => Promise<void>
  /** Marks a channel, or all of a team, as accessible. @returns whether one was shut until then */
  readonly hear: (where: ChannelScope, at: number) => Promise<boolean>
  readonly access: (channel: string) => Promise<{ readonly team: string; readonly shut?: Shut } | undefined>
  /** Outcomes to be checked, newest first, from just after `after`. */
  readonly unsettled: (limit: number, after?: AnnouncementPlace) => Promise<readonly Unsettled[]>
  readonly place: (place: AnnouncementPlace) => Promise<Unsettled | undefined>
  readonly countUnsettled: () => Promise<number>
}

type Parts = {
  readonly store: (tx: Tx) => AnnouncedStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  /** Allows a post in doubt to be made again under its key. */
  readonly forget: (tx: Tx, key: string) => Promise<void>
}

/** Delivery outcomes of announcements by channel, and access of the bot to each channel. */
export function announcedUsecases({ store, transact, read, note, audit, clock, forget }: Parts) {
  /**
   * Records an event that shows access to a channel, or to each of a team, within its transaction. `at`: when it
   * happened. Cards that went out of date meanwhile are edited.
   */
  async function heardOf(tx: Tx, where: ChannelScope, at: number): Promise<void> {
    if (!(await store(tx).hear(where, at))) return
    const { team } = where
    await note(tx, { kind: 'channels.back', payload: { team }, mergeKey: `back:${team}` })
  }

  async function learn(
    tx: Tx,
    { channel }: AnnouncementPlace,
    { refused, dead, unknown, at }: AnnouncementPostEnd,
  ): Promise<void> {
    if (refused && isOfChannel(refused)) {
      const why = barrierOf(refused)
      await store(tx).refuse(channel, { since: at, why })
      if ((await store(tx).access(channel))?.shut) await store(tx).refuseWaiting(channel, why)
    }
    if (refused || dead || unknown) return
    const access = await store(tx).access(channel)
    if (access) await heardOf(tx, { team: access.team, channel }, at)
  }

  /** @throws Refusal `gone` */
  async function there(tx: Tx, place: AnnouncementPlace): Promise<Unsettled> {
    const found = await store(tx).place(place)
    if (!found) throw new Refusal('gone')
    return found
  }

  return {
    /** Records how the post of an announcement ended; ignores any other post. */
    async answered(end: AnnouncementPostEnd): Promise<void> {
      const place = announced.placeOf(end.key)
      if (!place) return
      await transact(async tx => {
        const known = await store(tx).lockOutcome(place)
        if (!known) return
        const told = announced.outcomeOf(end)
        if (announced.outweighs(told, known)) await store(tx).setOutcome(place, told)
        await learn(tx, place, end)
      })
    },

    /** Records an event in a channel that proves access. `at`: milliseconds, if Teams says. */
    async heard(channel: string, at = clock.now()): Promise<void> {
      const access = await read(tx => store(tx).access(channel))
      if (!access?.shut) return
      const { team } = access
      await transact(tx => heardOf(tx, { team, channel }, Math.min(at, clock.now())))
    },

    heardOf,

    /** Number of announcements that organisers have to check. */
    unsettled: (): Promise<number> => read(tx => store(tx).countUnsettled()),

    /**
     * Announcements to check, newest first. `after`: what the page before gave as `next`.
     * @throws Refusal `role-needed`, `malformed`
     */
    async toCheck(actor: Actor, limit: number, after?: string) {
      permit(ANNOUNCEMENT_PERMISSIONS.readAnnounced, actor.role)
      const from = after === undefined ? undefined : announced.parsePlace(after)
      const found = await read(tx => store(tx).unsettled(limit + 1, from))
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return { items, ...(found.length > limit && last && { next: announced.keyOf(last) }) }
    },

    /** @throws Refusal `role-needed`, `gone` */
    async checked(actor: Actor, place: AnnouncementPlace): Promise<Unsettled> {
      permit(ANNOUNCEMENT_PERMISSIONS.readAnnounced, actor.role)
      return read(tx => there(tx, place))
    },

    /**
     * An organiser has checked it: one in doubt was posted, a refused one is no longer wanted. `at`: time of the post
     * that they checked; nothing changes if another was made since. Idempotent.
     * @throws Refusal `role-needed`, `gone`
     */
    async settle(actor: Actor, place: AnnouncementPlace, at: number): Promise<Unsettled> {
      permit(ANNOUNCEMENT_PERMISSIONS.settle, actor.role)
      return transact(async tx => {
        const known = await store(tx).lockOutcome(place)
        if (known && known.at === at && announced.isUnsettled(known)) {
          await store(tx).setOutcome(place, announced.settled(known))
          await audit(tx, actor, ANNOUNCEMENT_PERMISSIONS.settle.act, announced.keyOf(place))
        }
        return there(tx, place)
      })
    },

    /**
     * Posts it again with its current content. `at`: as for `settle`.
     * @throws Refusal `role-needed`, `gone`, `channel-gone`, `channel-shut`
     */
    async repost(actor: Actor, place: AnnouncementPlace, at: number): Promise<Unsettled> {
      permit(ANNOUNCEMENT_PERMISSIONS.repost, actor.role)
      return transact(async tx => {
        const known = await store(tx).lockOutcome(place)
        const found = await there(tx, place)
        if (!known || known.at !== at || !announced.isUnsettled(known)) return found
        if (found.where.shut) throw new Refusal('channel-shut', { at: found.where.shut.since })
        if (!found.open) throw new Refusal('channel-gone')
        await forget(tx, announced.keyOf(place))
        await store(tx).setOutcome(place, { state: 'waiting', at: clock.now() })
        await note(tx, announced.drawnAgain(place))
        await audit(tx, actor, ANNOUNCEMENT_PERMISSIONS.repost.act, announced.keyOf(place))
        return there(tx, place)
      })
    },
  }
}

export type AnnouncedUsecases = ReturnType<typeof announcedUsecases>
