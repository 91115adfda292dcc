import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { OnceKey } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { ThreadUsecases } from '../../thread/index.ts'
import { endingUsecases } from '../changes/ending-usecases.ts'
import { type MoveStore, moveUsecases } from '../changes/horizon-usecases.ts'
import { changeUsecases } from '../changes/usecases.ts'
import { type NoteParts, type NoteStore, noteUsecases } from '../notes/usecases.ts'
import { type SharedParts, type SharedStore, sharedUsecases } from '../sharing/usecases.ts'
import {
  byAxis,
  type Commitment,
  checkHorizon,
  checkInspiring,
  checkOwn,
  checkVisibility,
  commitmentText,
  PERMISSIONS,
  type Visibility,
} from './domain.ts'
import { ideaTelling } from './idea-usecases.ts'

type OwnStore = {
  readonly add: (commitment: Commitment) => Promise<void>
  readonly find: (id: string) => Promise<Commitment | undefined>
  /** Keeps what was changed of it, and to whom it is shown from now on; not its notes. */
  readonly keep: (commitment: Commitment) => Promise<void>
  /** Newest first, from just after `after`. */
  readonly newest: (person: string, limit: number, after?: Cursor) => Promise<readonly Commitment[]>
  /** Like `find`; nobody else changes it until the transaction ends. */
  readonly lock: (id: string) => Promise<Commitment | undefined>
  /** The person's own that they took after `inspiredBy` and did not let go. */
  readonly after: (person: string, inspiredBy: string) => Promise<Commitment | undefined>
  /** Puts those that stand under no Direction under `direction`. */
  readonly place: (person: string, direction: string) => Promise<void>
}

export type CommitmentStore = OwnStore & MoveStore & NoteStore & SharedStore

export type Intention = {
  readonly axis: string
  readonly text: string
  /** `YYYY-MM-DD` */
  readonly horizon: string
  readonly visibility: Visibility
  /** Id of the idea it answers. */
  readonly idea?: string
  /** Id of the colleague's commitment after which it is taken. */
  readonly inspiredBy?: string
}

type Parts = Omit<NoteParts & SharedParts, 'store' | 'people'> & {
  readonly people: Pick<PeopleUsecases, 'names' | 'tookPart'>
  readonly store: (tx: Tx) => CommitmentStore
  readonly programme: Pick<Programme, 'axis' | 'axes' | 'directions'>
  /** `YYYY-MM-DD` in the programme's zone. */
  readonly today: () => string
  readonly ideas: Pick<IdeaUsecases, 'byIds' | 'tellTouched'>
  readonly thread: Pick<ThreadUsecases, 'add'>
  readonly note: Note
}

export type CommitmentUsecases = ReturnType<typeof commitmentUsecases>

/** A chat lists this many of the newest; the tab has all. */
const LISTED = 200

export function commitmentUsecases(parts: Parts) {
  const { store, transact, read, once, clock, ids, programme, today, ideas, people } = parts
  const telling = ideaTelling(parts)
  const shared = sharedUsecases(parts)

  function commitmentOf(actor: Actor, intention: Intention): Commitment {
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

  /** The one that already stands after a colleague's. Locked on theirs: two taps at once make one. */
  async function standing(tx: Tx, actor: Actor, inspiredBy: string): Promise<Commitment | undefined> {
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
   * Takes a commitment, once for all `keys`; after a colleague's, the one that stands already is given back.
   * @throws Refusal `axis-missing`, `empty-text`, `too-long`, `horizon-missing`, `date-past`,
   * `own-direction-missing`, `gone` (the idea, or the colleague's), `own-commitment`
   */
  async function take(actor: Actor, intention: Intention, keys: readonly OnceKey[]): Promise<Commitment> {
    permit(PERMISSIONS.take, actor.role)
    const commitment = commitmentOf(actor, intention)
    await checkIdea(intention.idea)
    return transact(async tx => {
      const { inspiredBy } = intention
      const already = inspiredBy === undefined ? undefined : await standing(tx, actor, inspiredBy)
      if (already) return already
      const id = await once(tx, keys, commitment.id)
      if (id !== commitment.id) return checkOwn(actor, await store(tx).find(id), 'read')
      return begin(tx, actor, commitment)
    })
  }

  return {
    today,
    take,
    ...shared,
    ...noteUsecases(parts),
    ...moveUsecases(parts),
    ...changeUsecases(parts, telling),
    ...endingUsecases(parts, telling),

    /**
     * Takes a colleague's commitment up, in the same words and under the same axis.
     * @throws Refusal `gone`, `own-commitment`, and those of `take`
     */
    async meToo(
      actor: Actor,
      id: string,
      own: Pick<Intention, 'horizon' | 'visibility'>,
      keys: readonly OnceKey[],
    ): Promise<Commitment> {
      const { axis, text } = await shared.inspiration(actor, id)
      return take(actor, { ...own, axis, text, inspiredBy: id }, keys)
    },

    /** The actor's own that stands after a colleague's. */
    takenAfter(actor: Actor, id: string): Promise<Commitment | undefined> {
      permit(PERMISSIONS.take, actor.role)
      return read(tx => store(tx).after(actor.id, id))
    },

    /** Puts what somebody took before they said their Direction under it. */
    place: (person: string, direction: string): Promise<void> =>
      transact(tx => store(tx).place(person, direction)),

    /** @throws Refusal `gone`, `not-yours` */
    show: async (actor: Actor, id: string): Promise<Commitment> =>
      checkOwn(actor, await read(tx => store(tx).find(id)), 'read'),

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
  }
}
