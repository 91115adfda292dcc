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
  /** Absent where Teams cannot be asked. */
  readonly memberOf?: MemberOf | undefined
  readonly membersOf?: MembersOf | undefined
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  /** Whether guests may act: then account types are not looked up. */
  readonly guests: boolean
}

/** What a greeting offers to match the people file. */
export type ContactTrace = {
  /** E-mails in the sign-in token. */
  readonly mails?: readonly string[]
  /** Opaque address of the conversation where Teams can be asked. */
  readonly askAt?: string
  /** Set when they did not come themselves: then nothing of theirs has to be recounted. */
  readonly how?: 'roster'
  /** Account type in the sign-in token, if any. */
  readonly account?: 'member' | 'guest'
}

/** Limit of e-mails: a token has three at most. */
const MOST = 10
/** People per transaction: limits how long anybody else waits for the database. */
const TOGETHER = 25

export type EmailMatchingUsecases = ReturnType<typeof emailMatchingUsecases>

/**
 * Matches an expected person with the people file by e-mail at first contact. The address is not stored: a keyed hash
 * is, by which the next file recognises them.
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
    // A page of team members would schedule hundreds of recounts with nothing to count.
    await move(tx, person.id, direction, how === 'roster' && person.reach.how === 'roster')
  }

  /** Matches the e-mails; they are dropped afterwards. */
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

  /** Whether the account type must be looked up; also again for a guest, who may have become a member. */
  function isUnsure(known: Person | undefined, { askAt }: ContactTrace): boolean {
    const said = known?.account !== undefined && known.account !== 'guest'
    return !guests && !!memberOf && askAt !== undefined && !said
  }

  /** Whether the people file may match them, if it expects anybody. */
  function couldMatch(known: Person | undefined, { mails = [], askAt }: ContactTrace): boolean {
    if (known?.mailState === 'known') return false
    return mails.length > 0 || (askAt !== undefined && known?.mailState === undefined)
  }

  /** For each greeting, whether it could add anything. `known`: the person, if they came before. */
  async function canLearnAll(
    tx: Tx,
    met: readonly { readonly known: Person | undefined; readonly trace: ContactTrace }[],
  ): Promise<readonly boolean[]> {
    const could = met.map(({ known, trace }) => couldMatch(known, trace))
    const expects = could.includes(true) && (await peopleFile(tx).expectsAnybody())
    return met.map(({ known, trace }, at) => isUnsure(known, trace) || (expects && could[at] === true))
  }

  async function canLearn(tx: Tx, known: Person | undefined, trace: ContactTrace): Promise<boolean> {
    return (await canLearnAll(tx, [{ known, trace }])).includes(true)
  }

  /** Applies Teams' answer about a person. */
  async function take(tx: Tx, { person: id, member }: FoundMember): Promise<void> {
    const now = await store(tx).byId(id)
    if (!now) return
    // Without an answer the known type is kept.
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

  /** Limits lookups for a guest, who would cause one with each press. */
  async function isDue(tx: Tx, { id, account }: Person): Promise<boolean> {
    if (account !== 'guest') return true
    const mine = ids.next()
    return (await once(tx, [{ key: `people.guest:${id}`, forMs: DAY }], mine)) === mine
  }

  return {
    canLearn,
    canLearnAll,

    /** Within the greeting's transaction: matches at once when it has e-mails; else schedules a lookup. */
    async meet(tx: Tx, person: Person, { mails = [], askAt, how }: ContactTrace): Promise<void> {
      if (mails.length > 0) return matchEmails(tx, person, mails, how)
      if (askAt === undefined || !(await isDue(tx, person))) return
      const payload = { person: person.id, at: askAt }
      await note(tx, { kind: 'people.met', payload, mergeKey: `people.met:${person.id}` })
    },

    /** Looks the person up in Teams. Rejects as `MemberLookup.lookUp` does. */
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
