import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Erasure, Parting } from '../../kernel/personal-data/erasure.ts'
import type { Note } from '../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { type Clock, MINUTE } from '../../kernel/time/clock.ts'
import type { LeavingUsecases } from '../people/index.ts'
import { RIGHTS_PERMISSIONS } from './domain.ts'

export type ErasureStore = {
  /**
   * Erases the person from the database, except facts of kind `but`. `chat`: their chat's address, '' without one;
   * their own row may be gone already.
   */
  readonly erase: (whom: { readonly id: string; readonly chat: string }, but?: string) => Promise<void>
  /** Coming workshops where they have a seat or are on the waiting list. */
  readonly seats: (person: string, now: number) => Promise<readonly string[]>
  /** Initiatives that they own or are a member of. */
  readonly takingPart: (person: string) => Promise<readonly string[]>
}

export type ErasureParts = {
  readonly store: (tx: Tx) => ErasureStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly people: { readonly actor: (id: string) => Promise<Actor | undefined> }
  readonly leaving: LeavingUsecases
  readonly workshops: { readonly answer: (actor: Actor, id: string, answer: 'no') => Promise<unknown> }
  readonly initiatives: { readonly join: (actor: Actor, id: string, joined: boolean) => Promise<unknown> }
  readonly ideas: {
    readonly hasChoice: (tx: Tx, person: string) => Promise<boolean>
  }
  /** What features do of their own, right to left: what rests on others goes first. */
  readonly erasures: readonly Erasure[]
  /** Secure erase of deleted rows on the disk. */
  readonly purge: () => Promise<void>
}

/** Delay of the second pass: a request takes less (ms). */
const AGAIN = 2 * MINUTE
/** Delay that groups erasures before the disk is rewritten (ms), during which nobody is answered. */
const SCRUBBED = 10 * MINUTE

export const ERASE = 'rights.erase'
export const SCRUB = 'rights.scrub'

export type ErasureUsecases = ReturnType<typeof erasureUsecases>

/** Continues after a refusal: then there is nothing to undo. */
async function tried(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    if (!(error instanceof Refusal)) throw error
  })
}

/**
 * Erases a person. First what concerns others is undone by the usual use-cases, each in its own transaction; then the
 * rest in one. A fact written before the first step resumes what a dead process left, and erases what was in progress
 * at that time.
 */
export function erasureUsecases(parts: ErasureParts) {
  const { store, transact, read, note, audit, clock, people, workshops, initiatives } = parts
  const { ideas, leaving, erasures } = parts

  async function begin(actor: Actor, parting: Parting): Promise<string> {
    return transact(async tx => {
      const chat = await leaving.chatOf(tx, actor.id)
      await leaving.stepDown(tx, actor)
      const payload = { person: actor.id, chat, parting }
      const mergeKey = `${ERASE}:${actor.id}`
      await note(tx, { kind: ERASE, payload, mergeKey, dueAt: clock.now() + AGAIN })
      return chat
    })
  }

  /** Gives up seats and initiatives, so that others can take them. */
  async function giveBack({ id }: Actor): Promise<void> {
    const actor = await people.actor(id)
    if (!actor) return
    const [seats, joined] = await read(async tx => [
      await store(tx).seats(id, clock.now()),
      await store(tx).takingPart(id),
    ])
    for (const workshop of seats) await tried(workshops.answer(actor, workshop, 'no'))
    for (const idea of joined) await tried(initiatives.join(actor, idea, false))
  }

  async function forget(actor: Actor, chat: string, parting: Parting): Promise<void> {
    const { id } = actor
    await transact(async tx => {
      await audit(tx, actor, RIGHTS_PERMISSIONS.erase.act)
      for (const erase of erasures) await erase(tx, id, parting)
      await store(tx).erase({ id, chat }, ERASE)
      await note(tx, { kind: SCRUB, payload: {}, mergeKey: SCRUB, dueAt: clock.now() + SCRUBBED })
    })
  }

  return {
    /**
     * Erases the actor for good. `parting`: what happens to ideas that others support, and to anonymous ones.
     * @throws Refusal `organiser-last`
     */
    async erase(actor: Actor, parting: Parting): Promise<void> {
      permit(RIGHTS_PERMISSIONS.erase, actor.role, 'own')
      const chat = await begin(actor, parting)
      await giveBack(actor)
      await forget(actor, chat, parting)
    },

    /** Whether the actor can be erased now. @throws Refusal `organiser-last` */
    check: (actor: Actor): Promise<void> => transact(tx => leaving.checkLast(tx, actor)),

    /** Whether `parting` matters for the actor. */
    async hasChoice(actor: Actor): Promise<boolean> {
      permit(RIGHTS_PERMISSIONS.tell, actor.role, 'own')
      return read(tx => ideas.hasChoice(tx, actor.id))
    },

    /** The second pass: completes the erasure, with what came in meanwhile. */
    async again(person: string, chat: string, parting: Parting): Promise<void> {
      const actor = await people.actor(person)
      if (actor) {
        await giveBack(actor)
        await forget(actor, chat, parting)
      }
      await transact(tx => store(tx).erase({ id: person, chat }))
    },

    /** Secure erase of deleted rows on the disk. Rejects while that is not possible, so that it is retried. */
    purge: parts.purge,
  }
}
