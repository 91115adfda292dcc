import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Fact, Note } from '../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { type Clock, MINUTE } from '../../kernel/time/clock.ts'
import type { Parting } from '../ideas/index.ts'
import type { LeavingUsecases } from '../people/index.ts'
import { RIGHTS_PERMISSIONS } from './domain.ts'

export type EraseStore = {
  /**
   * Nothing in the database leads to the person any more, but for facts of the kind `but`. `chat`: their chat's address,
   * '' for none; the person's own row need not be there any more.
   */
  readonly erase: (whom: { readonly id: string; readonly chat: string }, but?: string) => Promise<void>
  /** Workshops to come in which they have a seat, or wait for one. */
  readonly seats: (person: string, now: number) => Promise<readonly string[]>
  /** Initiatives that they carry or take part in. */
  readonly takingPart: (person: string) => Promise<readonly string[]>
  /** What they put in channels in their own words. */
  readonly posts: (person: string) => Promise<readonly string[]>
}

export type EraseParts = {
  readonly store: (tx: Tx) => EraseStore
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
    readonly leave: (tx: Tx, person: string, parting: Parting) => Promise<void>
    readonly hasChoice: (tx: Tx, person: string) => Promise<boolean>
  }
  readonly ballots: { readonly leave: (tx: Tx, person: string) => Promise<void> }
  /** Has what a pilot put in channels drawn again. */
  readonly reposted: (post: string) => Fact
  /** Clears the disk. */
  readonly purge: () => Promise<void>
}

/** What is left undone is done then: nothing of a request takes so long (ms). */
const AGAIN = 2 * MINUTE
/** Several who leave are cleared from the disk at once (ms): nobody is answered meanwhile. */
const SCRUBBED = 10 * MINUTE

export const ERASE = 'rights.erase'
export const SCRUB = 'rights.scrub'

export type EraseUsecases = ReturnType<typeof eraseUsecases>

/** Goes on where something is refused: nothing else is to be undone there. */
async function tried(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    if (!(error instanceof Refusal)) throw error
  })
}

/**
 * Erases somebody. First what concerns others is undone by the usual intentions, each in its own transaction; then all
 * that is left goes in one. A fact stands from the first step on: it takes up what a process that ended left half done,
 * and looks once more for what was under way at that moment.
 */
export function eraseUsecases(parts: EraseParts) {
  const { store, transact, read, note, audit, clock, people, workshops, initiatives } = parts
  const { ideas, ballots, leaving } = parts

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

  /** Seats go to who waits, initiatives look for somebody else. */
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
      for (const post of await store(tx).posts(id)) await note(tx, parts.reposted(post))
      await ballots.leave(tx, id)
      await ideas.leave(tx, id, parting)
      await store(tx).erase({ id, chat }, ERASE)
      await note(tx, { kind: SCRUB, payload: {}, mergeKey: SCRUB, dueAt: clock.now() + SCRUBBED })
    })
  }

  return {
    /**
     * Erases the actor, for good. `parting`: what becomes of their ideas that others support, and of those without a name.
     * @throws Refusal `organiser-last`
     */
    async erase(actor: Actor, parting: Parting): Promise<void> {
      permit(RIGHTS_PERMISSIONS.erase, actor.role, 'own')
      const chat = await begin(actor, parting)
      await giveBack(actor)
      await forget(actor, chat, parting)
    },

    /** Whether the actor may be erased now. @throws Refusal `organiser-last` */
    check: (actor: Actor): Promise<void> => transact(tx => leaving.checkLast(tx, actor)),

    /** Whether the actor has an idea that others support, or without a name: what becomes of it is theirs to choose. */
    async hasChoice(actor: Actor): Promise<boolean> {
      permit(RIGHTS_PERMISSIONS.tell, actor.role, 'own')
      return read(tx => ideas.hasChoice(tx, actor.id))
    },

    /** A while after: what was left undone is done, and what came in between goes too. */
    async again(person: string, chat: string, parting: Parting): Promise<void> {
      const actor = await people.actor(person)
      if (actor) {
        await giveBack(actor)
        await forget(actor, chat, parting)
      }
      await transact(tx => store(tx).erase({ id: person, chat }))
    },

    /** Clears the disk of those who left. Rejects while that is not possible: to be tried again. */
    purge: parts.purge,
  }
}
