import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import {
  byAxis,
  COMMITMENT_PERMISSIONS,
  type Commitment,
  type CommitmentVisibility,
  checkHorizon,
  checkInspiring,
  checkOwn,
  checkVisibility,
  commitmentText,
} from './domain.ts'
import type { IdeaTelling } from './idea-usecases.ts'

export type CommitmentStore = {
  readonly add: (commitment: Commitment) => Promise<void>
  readonly find: (id: string) => Promise<Commitment | undefined>
  /** Stores changed fields and visibility; not its notes. */
  readonly keep: (commitment: Commitment) => Promise<void>
  /** Sets another horizon, `YYYY-MM-DD`. */
  readonly move: (id: string, horizon: string) => Promise<void>
  /** Newest first, from just after `after`. */
  readonly newest: (person: string, limit: number, after?: Cursor) => Promise<readonly Commitment[]>
  /** Like `find`, locked until the transaction ends. */
  readonly lock: (id: string) => Promise<Commitment | undefined>
  /** The person's own that they took up from `inspiredBy` and did not let go. */
  readonly after: (person: string, inspiredBy: string) => Promise<Commitment | undefined>
  /** Assigns the person's commitments without a Direction to `direction`. */
  readonly place: (person: string, direction: string) => Promise<void>
}

export type CommitmentIntention = {
  readonly axis: string
  readonly text: string
  /** `YYYY-MM-DD` */
  readonly horizon: string
  readonly visibility: CommitmentVisibility
  /** Id of the idea it answers. */
  readonly idea?: string
  /** Id of the colleague's commitment that it is taken up from. */
  readonly inspiredBy?: string
}

type Parts = {
  readonly store: (tx: Tx) => CommitmentStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  readonly people: Pick<PeopleUsecases, 'tookPart'>
  readonly programme: Pick<Programme, 'axis' | 'axes'>
  /** `YYYY-MM-DD` in the programme's zone. */
  readonly today: () => string
  readonly ideas: Pick<IdeaUsecases, 'byIds'>
  readonly telling: Pick<IdeaTelling, 'tellCommitted'>
}

export type OwnCommitmentUsecases = ReturnType<typeof commitmentUsecases>

/** Limit of the chat's list, newest first; the tab has all. */
const LISTED = 200

export function commitmentUsecases(parts: Parts) {
  const { store, transact, read, once, clock, ids, programme, today, ideas, people, telling } = parts

  function commitmentOf(actor: Actor, intention: CommitmentIntention): Commitment {
    const { axis, text, horizon, visibility, idea, inspiredBy } = intention
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
      ...(inspiredBy !== undefined && { inspiredBy }),
      notes: 0,
      at: clock.now(),
    }
  }

  async function checkIdea(idea: string | undefined): Promise<void> {
    if (idea !== undefined && (await ideas.byIds([idea])).length === 0) throw new Refusal('gone')
  }

  /** One that was taken up from a colleague's already. Locks theirs, so that two taps at once make one. */
  async function takenAlready(tx: Tx, actor: Actor, inspiredBy: string): Promise<Commitment | undefined> {
    await store(tx).lock(inspiredBy)
    return store(tx).after(actor.id, inspiredBy)
  }

  async function begin(tx: Tx, actor: Actor, commitment: Commitment): Promise<Commitment> {
    const { inspiredBy } = commitment
    if (inspiredBy !== undefined) checkInspiring(actor, await store(tx).find(inspiredBy))
    const told = await telling.tellCommitted(tx, commitment)
    await store(tx).add(told)
    await people.tookPart(tx, actor.id)
    return told
  }

  /**
   * Takes a commitment, once for all `keys`; one taken up from the same colleague's is returned.
   * @throws Refusal `axis-missing`, `empty-text`, `too-long`, `horizon-missing`, `date-past`, `own-direction-missing`,
   * `gone` (the idea, or the colleague's), `own-commitment`
   */
  async function take(
    actor: Actor,
    intention: CommitmentIntention,
    keys: readonly IdempotencyKey[],
  ): Promise<Commitment> {
    permit(COMMITMENT_PERMISSIONS.take, actor.role)
    const commitment = commitmentOf(actor, intention)
    await checkIdea(intention.idea)
    return transact(async tx => {
      const { inspiredBy } = intention
      const already = inspiredBy === undefined ? undefined : await takenAlready(tx, actor, inspiredBy)
      if (already) return already
      const id = await once(tx, keys, commitment.id)
      if (id !== commitment.id) return checkOwn(actor, await store(tx).find(id), COMMITMENT_PERMISSIONS.read)
      return begin(tx, actor, commitment)
    })
  }

  return {
    today,
    take,

    /** Assigns commitments taken before the person declared a Direction to it. */
    place: (person: string, direction: string): Promise<void> =>
      transact(tx => store(tx).place(person, direction)),

    /** @throws Refusal `gone`, `not-yours` */
    show: async (actor: Actor, id: string): Promise<Commitment> =>
      checkOwn(actor, await read(tx => store(tx).find(id)), COMMITMENT_PERMISSIONS.read),

    /** The actor's own, newest first. @throws Refusal `malformed` */
    async mine(actor: Actor, limit: number, after?: string) {
      permit(COMMITMENT_PERMISSIONS.read, actor.role, 'own')
      const from = after === undefined ? undefined : parseCursor(after)
      return pageOf(await read(tx => store(tx).newest(actor.id, limit + 1, from)), limit)
    },

    /** The actor's 200 newest, under each axis in the programme's order. */
    async mineByAxis(actor: Actor): Promise<readonly Commitment[]> {
      permit(COMMITMENT_PERMISSIONS.read, actor.role, 'own')
      const axes = programme.axes.map(axis => axis.id)
      return byAxis(axes, await read(tx => store(tx).newest(actor.id, LISTED)))
    },
  }
}
