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
  /** How somebody can be reached; nobody else changes it until the transaction ends. */
  readonly lock: (id: string) => Promise<Reach | undefined>
  readonly keep: (id: string, reach: Reach) => Promise<void>
  /** Whose chat with the bot this is. */
  readonly inChat: (address: string) => Promise<string | undefined>
  /** Everybody known, and everybody expected. */
  readonly tallies: () => Promise<readonly ReachTally[]>
}

/**
 * How a post to `to` ended. `at`: when it was begun, in milliseconds; `refused`: Teams will not have it there;
 * `unknown`: it may have it; `dead`: it will not have it anywhere. None of these: it has it.
 */
export type ChatPostEnd = {
  readonly to: string
  readonly at: number
  readonly refused?: PostRefusal
  readonly unknown?: true
  readonly dead?: PostRefusal
}

/** Who an event is about: by object id, or by the chat in which it happened when Teams names nobody. */
type Whom = { readonly tenant: string; readonly objectId: string; readonly chat: string }

type TrackingParts = {
  readonly reach: (tx: Tx) => Pick<ReachStore, 'lock' | 'keep'>
  readonly note: Note
  readonly clock: Clock
}

export type ReachTracking = ReturnType<typeof reachTracking>

/** Keeps whether the bot can write to somebody, from each install, message and refused post. */
export function reachTracking({ reach, note, clock }: TrackingParts) {
  /** Clamped to now: a Teams clock that is ahead of ours would outweigh the next events. */
  const dated = ({ kind, at }: ReachFact): ReachFact => ({ kind, at: Math.min(at, clock.now()) })

  /** Updates the reach state; whoever becomes reachable again is sent the messages that waited. */
  async function record(tx: Tx, id: string, fact: ReachFact): Promise<void> {
    const known = await reach(tx).lock(id)
    const now = known && after(known, dated(fact))
    if (!known || !now || now === known) return
    await reach(tx).keep(id, now)
    if (canReach(known.state) || !canReach(now.state)) return
    await note(tx, { kind: 'people.reachable', payload: { person: id }, mergeKey: `people.reachable:${id}` })
  }

  /** First contact of somebody known only as a member of a team. */
  async function markMet(tx: Tx, id: string): Promise<void> {
    const known = await reach(tx).lock(id)
    if (known?.how === 'roster') await reach(tx).keep(id, { ...known, how: 'met' })
  }

  return { dated, record, markMet }
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
    /** Where the bot can write to somebody, or why it cannot; undefined for somebody erased. */
    reachOf,

    /** An event about somebody who need not be known; of a stranger nothing is taken note of. */
    recordEvent: ({ tenant, objectId, chat }: Whom, fact: ReachFact): Promise<void> =>
      transact(async tx => {
        const person = objectId === '' ? undefined : await store(tx).find(tenant, objectId)
        const id = person?.id ?? (await reach(tx).inChat(chat))
        if (id !== undefined) await record(tx, id, fact)
      }),

    /**
     * What became of a post. Of one that was refused for good: why whose chat it was cannot be reached; `reachable`
     * since something newer says so; `later` when nobody can, while the administration has stopped the bot.
     * Undefined where it says nothing of a person.
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

    /** Exact: it is about the installation, for organisers only. @throws Refusal `role-needed` */
    async reachByDirection(actor: Actor): Promise<ReachByDirection> {
      permit(REACH_PERMISSIONS.readReach, actor.role)
      return reachBy(directions, await read(tx => reach(tx).tallies()))
    },

    /** Of the whole programme, to be rounded for whoever does not organise. @throws Refusal `role-needed` */
    async reachTotal(actor: Actor): Promise<ReachCounts> {
      permit(REACH_PERMISSIONS.countPeople, actor.role)
      return reachBy([], await read(tx => reach(tx).tallies())).total
    },

    /** People known here to whom the bot cannot write: about the installation, exact, for organisers only. */
    async unreachable(): Promise<number> {
      const { total } = reachBy([], await read(tx => reach(tx).tallies()))
      return total.blocked + total['not-installed']
    },
  }
}
