import type { AuditSeat } from '../../kernel/audit.ts'
import type { Note } from '../../kernel/outbox.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { Expected } from './difference.ts'
import type { Person } from './domain.ts'
import { type Hashing, mailOf } from './mail.ts'
import type { RosterStore } from './roster-usecases.ts'
import { seating } from './seat-usecases.ts'
import type { PeopleStore } from './usecases.ts'

/** The e-mails of somebody in a conversation, as Teams knows them; none when it does not say. Opaque address, object id. */
export type MailsOf = (address: string, objectId: string) => Promise<readonly string[]>

export type ContactParts = {
  readonly store: (tx: Tx) => PeopleStore
  readonly roster: (tx: Tx) => RosterStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly seated: AuditSeat
  readonly hashing: Hashing
  readonly mailsOf: MailsOf
}

/** What a greeting brings to find somebody in the people file by. */
export type Trace = {
  /** E-mails that the sign-in names. */
  readonly mails?: readonly string[]
  /** Opaque address of the conversation in which Teams can be asked. */
  readonly askAt?: string
  /** How they are known when they did not come themselves: then nothing of theirs is to be counted anew. */
  readonly how?: 'roster'
}

/** A sign-in names three at most. */
const MOST = 10

/**
 * The first contact of somebody who is expected: their e-mail finds them in the people file, and is dropped. A keyed
 * hash of it stays, by which the next file knows them again.
 */
export function contacting({ store, roster, transact, read, note, seated, hashing, mailsOf }: ContactParts) {
  const { seatAsListed } = seating({ store, note, seated })

  async function settle(
    tx: Tx,
    person: Person,
    { listed, name }: Expected,
    how: Trace['how'],
  ): Promise<void> {
    await seatAsListed(tx, person, listed)
    await roster(tx).list(person.id, listed)
    if (person.name === '') await store(tx).change(person.id, { name })
    // What they said themselves is newer than the file.
    const { direction } = listed
    if (direction === undefined || person.direction !== undefined) return
    await store(tx).change(person.id, { direction })
    // A page of a team's members would leave hundreds, each to tell that there is nothing to count.
    if (how === 'roster' && person.reach.how === 'roster') return
    await note(tx, { kind: 'people.direction-chosen', payload: { person: person.id, direction } })
  }

  /** Looks for the person under their e-mails; this is the last use of them. */
  async function learn(tx: Tx, person: Person, given: readonly string[], how?: Trace['how']): Promise<void> {
    const mails = [...new Set(given.flatMap(text => mailOf(text) ?? []))].slice(0, MOST)
    await store(tx).change(person.id, { mailState: mails.length > 0 ? 'known' : 'unknown' })
    if (mails.length === 0) return
    await roster(tx).keepHashes(person.id, hashing.key, mails.map(hashing.hash))
    const [expected] = await roster(tx).takeExpected(mails)
    if (expected) await settle(tx, person, expected, how)
  }

  /** Whether the greeting can tell who this is, and somebody is waited for. `known`: who greets, if they came before. */
  async function canLearn(tx: Tx, known: Person | undefined, { mails = [], askAt }: Trace): Promise<boolean> {
    if (known?.mailState === 'known') return false
    const asks = askAt !== undefined && known?.mailState === undefined
    return (mails.length > 0 || asks) && roster(tx).expectsAnybody()
  }

  return {
    canLearn,

    /** In the transaction of the greeting: at once when it names e-mails; else Teams is asked after the answer. */
    async meet(tx: Tx, person: Person, { mails = [], askAt, how }: Trace): Promise<void> {
      if (mails.length > 0) return learn(tx, person, mails, how)
      if (askAt === undefined) return
      const payload = { person: person.id, at: askAt }
      await note(tx, { kind: 'people.met', payload, mergeKey: `people.met:${person.id}` })
    },

    /** Asks Teams, once in a person's life. Rejects when Teams does not answer. */
    async ask(id: string, address: string): Promise<void> {
      const person = await read(async tx => {
        const found = await store(tx).byId(id)
        return found && (await canLearn(tx, found, { askAt: address })) ? found : undefined
      })
      if (!person) return
      const mails = await mailsOf(address, person.objectId)
      await transact(async tx => {
        const now = await store(tx).byId(id)
        if (now && now.mailState === undefined) await learn(tx, now, mails)
      })
    },
  }
}
