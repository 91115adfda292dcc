import type { AuditRoleChange } from '../../../kernel/access/audit.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { Expected } from '../people-file/difference.ts'
import { type Hashing, mailOf } from '../people-file/email.ts'
import type { PeopleFileStore } from '../people-file/usecases.ts'
import { accountOf, type Person } from '../person/domain.ts'
import { directionPlacement } from '../person/placement-usecases.ts'
import type { PeopleStore } from '../person/usecases.ts'
import { roleAssignment } from '../roles/assignment-usecases.ts'
import { type FoundMember, memberLookup } from './member-lookup.ts'
import type { MemberOf, MembersOf } from './team-members.ts'

type Parts = {
  readonly store: (
    tx: Tx,
  ) => Pick<PeopleStore, 'byId' | 'change' | 'lock' | 'setDirection' | 'grantRole' | 'pilotOf' | 'deputiesOf'>
  readonly peopleFile: (
    tx: Tx,
  ) => Pick<PeopleFileStore, 'list' | 'keepHashes' | 'takeExpected' | 'expectsAnybody'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly roleChanged: AuditRoleChange
  readonly hashing: Hashing
  /** Absent where nobody can be asked. */
  readonly memberOf?: MemberOf | undefined
  readonly membersOf?: MembersOf | undefined
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  /** Whether guests may act: then nobody has to know who is one. */
  readonly guests: boolean
}

/** What a greeting brings to find somebody in the people file by. */
export type ContactTrace = {
  /** E-mails that the sign-in names. */
  readonly mails?: readonly string[]
  /** Opaque address of the conversation in which Teams can be asked. */
  readonly askAt?: string
  /** How they are known when they did not come themselves: then nothing of theirs is to be counted anew. */
  readonly how?: 'roster'
  /** What the sign-in says of their account, when it says. */
  readonly account?: 'member' | 'guest'
}

/** A sign-in names three at most. */
const MOST = 10
/** People in one transaction: whoever presses a button meanwhile waits for no more than these. */
const TOGETHER = 25

export type EmailMatchingUsecases = ReturnType<typeof emailMatchingUsecases>

/**
 * The first contact of somebody who is expected: their e-mail finds them in the people file, and is dropped. A keyed
 * hash of it stays, by which the next file knows them again.
 */
export function emailMatchingUsecases(parts: Parts) {
  const {
    store,
    peopleFile,
    transact,
    read,
    note,
    roleChanged,
    hashing,
    memberOf,
    once,
    clock,
    ids,
    guests,
  } = parts
  const { membersOf = async () => 'left' } = parts
  const lookup = memberOf && memberLookup({ memberOf, membersOf, clock, found })
  const move = directionPlacement({ store, note, clock })
  const { assignAsListed } = roleAssignment({ store, note, roleChanged })

  async function applyListed(
    tx: Tx,
    person: Person,
    { listed, name }: Expected,
    how: ContactTrace['how'],
  ): Promise<void> {
    await assignAsListed(tx, person, listed)
    await peopleFile(tx).list(person.id, listed)
    if (person.name === '') await store(tx).change(person.id, { name })
    const { direction } = listed
    if (direction === undefined) return
    // A page of a team's members would leave hundreds, each to tell that there is nothing to count.
    await move(tx, person.id, direction, how === 'roster' && person.reach.how === 'roster')
  }

  /** Looks for the person under their e-mails; this is the last use of them. */
  async function matchEmails(
    tx: Tx,
    person: Person,
    given: readonly string[],
    how?: ContactTrace['how'],
  ): Promise<void> {
    const mails = [...new Set(given.flatMap(text => mailOf(text) ?? []))].slice(0, MOST)
    await store(tx).change(person.id, { mailState: mails.length > 0 ? 'known' : 'unknown' })
    if (mails.length === 0) return
    await peopleFile(tx).keepHashes(person.id, hashing.key, mails.map(hashing.hash))
    const [expected] = await peopleFile(tx).takeExpected(mails)
    if (expected) await applyListed(tx, person, expected, how)
  }

  /** Whether Teams has to say what account this is; of a guest again, who may be none any more. */
  function isUnsure(known: Person | undefined, { askAt }: ContactTrace): boolean {
    const said = known?.account !== undefined && known.account !== 'guest'
    return !guests && !!memberOf && askAt !== undefined && !said
  }

  /** Whether the greeting can tell something of who this is. `known`: who greets, if they came before. */
  async function canLearn(tx: Tx, known: Person | undefined, trace: ContactTrace): Promise<boolean> {
    return isUnsure(known, trace) || canFind(tx, known, trace)
  }

  async function canFind(
    tx: Tx,
    known: Person | undefined,
    { mails = [], askAt }: ContactTrace,
  ): Promise<boolean> {
    if (known?.mailState === 'known') return false
    const asks = askAt !== undefined && known?.mailState === undefined
    return (mails.length > 0 || asks) && peopleFile(tx).expectsAnybody()
  }

  /** What Teams says of somebody. */
  async function take(tx: Tx, { person: id, member }: FoundMember): Promise<void> {
    const now = await store(tx).byId(id)
    if (!now) return
    // Where Teams says nothing, what was known stands.
    if (member || now.account === undefined) await store(tx).change(id, { account: accountOf(member) })
    if (member?.guest && !guests) return
    if (now.mailState === undefined && (await peopleFile(tx).expectsAnybody()))
      await matchEmails(tx, now, member?.mails ?? [])
  }

  async function found(all: readonly FoundMember[]): Promise<void> {
    for (let from = 0; from < all.length; from += TOGETHER)
      await transact(async tx => {
        for (const each of all.slice(from, from + TOGETHER)) await take(tx, each)
      })
  }

  /** Each press of a guest would have Teams asked anew. */
  async function isDue(tx: Tx, { id, account }: Person): Promise<boolean> {
    if (account !== 'guest') return true
    const mine = ids.next()
    return (await once(tx, [{ key: `people.guest:${id}`, forMs: DAY }], mine)) === mine
  }

  return {
    canLearn,

    /** In the transaction of the greeting: at once when it names e-mails; else Teams is asked after the answer. */
    async meet(tx: Tx, person: Person, { mails = [], askAt, how }: ContactTrace): Promise<void> {
      if (mails.length > 0) return matchEmails(tx, person, mails, how)
      if (askAt === undefined || !(await isDue(tx, person))) return
      const payload = { person: person.id, at: askAt }
      await note(tx, { kind: 'people.met', payload, mergeKey: `people.met:${person.id}` })
    },

    /** Asks Teams what it knows of them. Rejects as `MemberLookup.lookUp` does. */
    async ask(id: string, address: string): Promise<void> {
      const person = await read(async tx => {
        const found = await store(tx).byId(id)
        return found && (await canLearn(tx, found, { askAt: address })) ? found : undefined
      })
      if (person) await lookup?.lookUp(address, { person: id, objectId: person.objectId })
      else lookup?.forget(address, id)
    },
  }
}
