import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import { exact, type Shown } from '../../kernel/counts.ts'
import { type Cursor, pageOf, parseCursor } from '../../kernel/cursor.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Once, OnceKey } from '../../kernel/once.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import {
  byAxis,
  type Commitment,
  checkHorizon,
  checkVisibility,
  commitmentText,
  type Ending,
  PERMISSIONS,
  type Visibility,
} from './domain.ts'

export type AxisCount = { readonly axis: string; readonly count: number }

export type CommitmentStore = {
  readonly add: (commitment: Commitment) => Promise<void>
  readonly find: (id: string) => Promise<Commitment | undefined>
  readonly end: (id: string, state: Ending, at: number) => Promise<void>
  /** Newest first, from just after `after`. */
  readonly newest: (person: string, limit: number, after?: Cursor) => Promise<readonly Commitment[]>
  /** Other people, by axis, who share with everyone or with `direction` a commitment they did not let go. */
  readonly sharers: (person: string, direction: string | undefined) => Promise<readonly AxisCount[]>
}

export type Intention = {
  readonly axis: string
  readonly text: string
  /** `YYYY-MM-DD` */
  readonly horizon: string
  readonly visibility: Visibility
  /** Id of the idea it answers. */
  readonly idea?: string
}

type Parts = {
  readonly store: (tx: Tx) => CommitmentStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  readonly programme: Pick<Programme, 'axis' | 'axes'>
  /** `YYYY-MM-DD` in the programme's zone. */
  readonly today: () => string
  readonly ideas: Pick<IdeaUsecases, 'byIds'>
}

export type CommitmentUsecases = ReturnType<typeof commitmentUsecases>

/** A chat lists this many of the newest; the tab has all. */
const LISTED = 200

/** @throws Refusal `gone`, `not-yours` */
function own(actor: Actor, found: Commitment | undefined, act: 'read' | 'end'): Commitment {
  if (!found) throw new Refusal('gone')
  permit(PERMISSIONS[act], actor.role, found.person === actor.id ? 'own' : 'none')
  return found
}

export function commitmentUsecases(parts: Parts) {
  const { store, transact, read, once, clock, ids, programme, today, ideas } = parts

  function commitmentOf(actor: Actor, { axis, text, horizon, visibility, idea }: Intention): Commitment {
    if (!programme.axis(axis)) throw new Refusal('axis-missing')
    return {
      id: ids.next(),
      person: actor.id,
      ...(actor.direction !== undefined && { direction: actor.direction }),
      axis,
      text: commitmentText(text),
      horizon: checkHorizon(horizon, today()),
      visibility: checkVisibility(visibility, actor.direction),
      state: 'taken',
      ...(idea !== undefined && { idea }),
      at: clock.now(),
    }
  }

  async function checkIdea(idea: string | undefined): Promise<void> {
    if (idea !== undefined && (await ideas.byIds([idea])).length === 0) throw new Refusal('gone')
  }

  return {
    today,

    /**
     * Takes a commitment, once for all `keys`.
     * @throws Refusal `axis-missing`, `empty-text`, `too-long`, `horizon-missing`, `date-past`,
     * `own-direction-missing`, `gone` (the idea)
     */
    async take(actor: Actor, intention: Intention, keys: readonly OnceKey[]): Promise<Commitment> {
      permit(PERMISSIONS.take, actor.role)
      const commitment = commitmentOf(actor, intention)
      await checkIdea(intention.idea)
      return transact(async tx => {
        const id = await once(tx, keys, commitment.id)
        if (id !== commitment.id) return own(actor, await store(tx).find(id), 'read')
        await store(tx).add(commitment)
        return commitment
      })
    },

    /** Kept or let go, and either may be put right later. Saying it twice changes nothing. @throws Refusal `gone`, `not-yours` */
    end: (actor: Actor, id: string, state: Ending): Promise<Commitment> =>
      transact(async tx => {
        const found = own(actor, await store(tx).find(id), 'end')
        if (found.state === state) return found
        const endedAt = clock.now()
        await store(tx).end(id, state, endedAt)
        return { ...found, state, endedAt }
      }),

    /** @throws Refusal `gone`, `not-yours` */
    show: async (actor: Actor, id: string): Promise<Commitment> =>
      own(actor, await read(tx => store(tx).find(id)), 'read'),

    /** The actor's own, newest first. @throws Refusal `malformed` */
    async mine(actor: Actor, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role, 'own')
      const from = after === undefined ? undefined : parseCursor(after)
      return pageOf(await read(tx => store(tx).newest(actor.id, limit + 1, from)), limit)
    },

    /** The actor's own, under each axis in the programme's order; the 200 newest of them. */
    async mineByAxis(actor: Actor): Promise<readonly Commitment[]> {
      permit(PERMISSIONS.read, actor.role, 'own')
      const axes = programme.axes.map(axis => axis.id)
      return byAxis(axes, await read(tx => store(tx).newest(actor.id, LISTED)))
    },

    /** How many colleagues share a commitment with the actor, by axis in the programme's order. */
    async shared(actor: Actor): Promise<readonly { readonly axis: string; readonly count: Shown }[]> {
      permit(PERMISSIONS.count, actor.role)
      const counted = await read(tx => store(tx).sharers(actor.id, actor.direction))
      const counts = new Map(counted.map(({ axis, count }) => [axis, count]))
      return programme.axes.map(({ id }) => ({ axis: id, count: exact('shared', counts.get(id) ?? 0) }))
    },
  }
}
