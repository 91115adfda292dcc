import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { canReach, type Reach } from '../person/reach-state.ts'
import type { PeopleStore } from '../person/usecases.ts'
import {
  after,
  type PostRefusal,
  REACH_PERMISSIONS,
  type ReachByDirection,
  type ReachCounts,
  type ReachedChat,
  type ReachFact,
  type ReachTally,
  reachBy,
  reachedAt,
  toldBy,
  type UnreachableReason,
} from './domain.ts'

export type ReachStore = {
  /** The reach of those of `ids` who are known, locked until the transaction ends. */
  readonly lock: (ids: readonly string[]) => Promise<ReadonlyMap<string, Reach>>
  /** Stores what differs from `before`, by person. */
  readonly keep: (before: ReadonlyMap<string, Reach>, now: ReadonlyMap<string, Reach>) => Promise<void>
  /** The person of this chat. */
  readonly inChat: (address: string) => Promise<string | undefined>
  /** Everybody known, and everybody expected. */
  readonly tallies: () => Promise<readonly ReachTally[]>
}

/**
 * End of a post to `to`. `at`: when it was started, in milliseconds; `refused`: refused for this chat; `unknown`:
 * perhaps delivered; `dead`: refused everywhere. Otherwise delivered.
 */
export type ChatPostEnd = {
  readonly to: string
  readonly at: number
  readonly refused?: PostRefusal
  readonly unknown?: true
  readonly dead?: PostRefusal
}

/** Who an event is about: by object id, or by the chat when Teams names nobody. */
type Whom = { readonly tenant: string; readonly objectId: string; readonly chat: string }

type TrackingParts = {
  readonly reach: (tx: Tx) => Pick<ReachStore, 'lock' | 'keep'>
  readonly note: Note
  readonly clock: Clock
}

/** Something that happened in a person's chat. */
type ReachEvent = { readonly id: string; readonly fact: ReachFact }

export type ReachTracking = ReturnType<typeof reachTracking>

/** Keeps whether the bot can write to somebody, from each install, message and refused post. */
export function reachTracking({ reach, note, clock }: TrackingParts) {
  /** Clamped to now: a Teams clock that is ahead of ours would outweigh the next events. */
  const dated = ({ kind, at }: ReachFact): ReachFact => ({ kind, at: Math.min(at, clock.now()) })

  /** Updates the reach states, in order; whoever becomes reachable again is sent the messages that waited. */
  async function recordAll(tx: Tx, events: readonly ReachEvent[]): Promise<void> {
    const before = await reach(tx).lock([...new Set(events.map(({ id }) => id))])
    const now = new Map(before)
    for (const { id, fact } of events) {
      const known = now.get(id)
      if (known) now.set(id, after(known, dated(fact)))
    }
    await reach(tx).keep(before, now)
    for (const [id, { state }] of now) {
      if (!canReach(state) || canReach(before.get(id)?.state ?? state)) continue
      await note(tx, {
        kind: 'people.reachable',
        payload: { person: id },
        mergeKey: `people.reachable:${id}`,
      })
    }
  }

  const record = (tx: Tx, id: string, fact: ReachFact) => recordAll(tx, [{ id, fact }])

  /** First contact of somebody known only as a member of a team. */
  async function markMet(tx: Tx, id: string): Promise<void> {
    const before = await reach(tx).lock([id])
    const known = before.get(id)
    if (known?.how === 'roster') await reach(tx).keep(before, new Map([[id, { ...known, how: 'met' }]]))
  }

  return { dated, record, recordAll, markMet }
}

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'byId' | 'find'>
  readonly reach: (tx: Tx) => Pick<ReachStore, 'inChat' | 'tallies'>
  readonly transact: Transact
  readonly read: Transact
  readonly directions: readonly { readonly id: string }[]
  readonly record: ReachTracking['record']
}

export type ReachUsecases = ReturnType<typeof reachUsecases>

/** Whether the bot can write to somebody, and to how many. */
export function reachUsecases({ store, reach, transact, read, directions, record }: Parts) {
  const reachOf = (id: string): Promise<ReachedChat | undefined> =>
    read(async tx => {
      const person = await store(tx).byId(id)
      return person && reachedAt(person.reach.state, person.chat)
    })

  return {
    /** The person's chat, or why there is none; undefined for somebody erased. */
    reachOf,

    /** An event about somebody who may be unknown: then it is ignored. */
    recordEvent: ({ tenant, objectId, chat }: Whom, fact: ReachFact): Promise<void> =>
      transact(async tx => {
        const person = objectId === '' ? undefined : await store(tx).find(tenant, objectId)
        const id = person?.id ?? (await reach(tx).inChat(chat))
        if (id !== undefined) await record(tx, id, fact)
      }),

    /**
     * Processes the end of a post. When it was refused for good: why its person cannot be reached; `reachable` when a
     * newer event contradicts it; `later` while the administration has disabled the bot. Undefined where it says
     * nothing of a person.
     */
    async answered({
      to,
      at,
      refused,
      unknown,
      dead,
    }: ChatPostEnd): Promise<UnreachableReason | 'reachable' | 'later' | undefined> {
      if (unknown || dead) return undefined
      const id = await read(tx => reach(tx).inChat(to))
      if (id === undefined) return undefined
      const kind = refused ? toldBy(refused) : 'sent'
      if (kind) await transact(tx => record(tx, id, { kind, at }))
      if (!refused) return undefined
      if (!kind) return refused.status === 403 ? 'later' : undefined
      const now = await reachOf(id)
      return now && 'why' in now ? now.why : 'reachable'
    },

    /** Exact counts: they describe the installation, for organisers only. @throws Refusal `role-needed` */
    async reachByDirection(actor: Actor): Promise<ReachByDirection> {
      permit(REACH_PERMISSIONS.readReach, actor.role)
      return reachBy(directions, await read(tx => reach(tx).tallies()))
    },

    /** Of the whole programme, to be rounded for others than organisers. @throws Refusal `role-needed` */
    async reachTotal(actor: Actor): Promise<ReachCounts> {
      permit(REACH_PERMISSIONS.countPeople, actor.role)
      return reachBy([], await read(tx => reach(tx).tallies())).total
    },

    /** Number of known people whom the bot cannot write to: exact, for organisers only. */
    async unreachable(): Promise<number> {
      const { total } = reachBy([], await read(tx => reach(tx).tallies()))
      return total.blocked + total['not-installed']
    },
  }
}
