import { readTable } from '../../../files/csv-reader.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { AuditRoleChange } from '../../../kernel/access/audit.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { AGENT, type ListedRole, type Person, PILOTS } from '../person/domain.ts'
import { directionPlacement } from '../person/placement-usecases.ts'
import type { PeopleStore } from '../person/usecases.ts'
import { type RoleAssignment, roleAssignment } from '../roles/assignment-usecases.ts'
import {
  type Added,
  differenceOf,
  type Expected,
  type FileDifference,
  type FileLeaver,
  type Hashed,
  isNothing,
  type PeopleFileState,
  samePerson,
} from './difference.ts'
import type { DirectionReading, FileDirection } from './direction-suggestion.ts'
import { type FileFault, parsePeopleFile } from './domain.ts'
import type { Hashing } from './email.ts'

export type PeopleFileStore = {
  /** Everybody with a hash of this key, once per hash. */
  readonly people: (key: string) => Promise<readonly { readonly hash: string; readonly person: Person }[]>
  readonly expected: () => Promise<readonly Expected[]>
  /** Pilots and deputies among them. */
  readonly awaitedPilots: (limit: number) => Promise<readonly Expected[]>
  readonly expectsAnybody: () => Promise<boolean>
  /** Which of these e-mails (lower case) are expected. */
  readonly expectedAmong: (mails: readonly string[]) => Promise<ReadonlySet<string>>
  /** Removes and returns those expected under one of these e-mails; at most 10. */
  readonly takeExpected: (mails: readonly string[]) => Promise<readonly Expected[]>
  /** Inserts them with time `at` (milliseconds), or updates their entries. */
  readonly expect: (people: readonly Expected[], at: number) => Promise<void>
  readonly forgetExpected: (mails: readonly string[]) => Promise<void>
  /** Sets a known person's entry in the people file; undefined removes it. */
  readonly list: (id: string, listed: ListedRole | undefined) => Promise<void>
  readonly keepHashes: (person: string, key: string, hashes: readonly string[]) => Promise<void>
  /** Deletes hashes of other keys, so that those people are matched again. */
  readonly forgetOtherKeys: (key: string) => Promise<void>
}

/** Faults, or the changes. */
type FileComparison = { readonly faults: readonly FileFault[] } | { readonly difference: FileDifference }

type Parts = {
  readonly store: (
    tx: Tx,
  ) => Pick<
    PeopleStore,
    'byId' | 'lock' | 'setDirection' | 'grantRole' | 'pilotOf' | 'deputiesOf' | 'withRole'
  >
  readonly peopleFile: (tx: Tx) => PeopleFileStore
  /** Whether team members are read: new expected people may be among them. */
  readonly readsTeams: (tx: Tx) => Promise<boolean>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly roleChanged: AuditRoleChange
  readonly clock: Clock
  readonly directions: readonly FileDirection[]
  readonly hashing: Hashing
}

export type PeopleFileUsecases = ReturnType<typeof peopleFileUsecases>

type Assign = RoleAssignment['assign']

/** Options of applying a file; not called for a file that changes nothing. */
type Applying = {
  /** What unknown Directions are read as. */
  readonly readings?: readonly DirectionReading[] | undefined
  /** Who applies it; absent: the operator at the command line. */
  readonly by?: Actor
  /** Called with the changes before anything is written; may throw. */
  readonly before?: (difference: FileDifference) => void
  /** Runs in the same transaction, after all is written. */
  readonly also?: (tx: Tx, counts: FileCounts) => Promise<void>
}

/** How many a file added, changed and left out, and how many roles that changed. */
export type FileCounts = Readonly<Record<'added' | 'changed' | 'left' | 'roles', number>>

type Read = { readonly faults: readonly FileFault[]; readonly hashed: readonly Hashed[] }

/** Schedules another reading of the teams after `after`: the file expects new people. */
export function noteExpected(note: Note, tx: Tx, after = ''): Promise<void> {
  return note(tx, { kind: 'people.expected', payload: { after }, mergeKey: `people.expected:${after}` })
}

export function peopleFileUsecases({
  store,
  peopleFile,
  readsTeams,
  transact,
  read,
  note,
  roleChanged,
  clock,
  directions,
  hashing,
}: Parts) {
  const move = directionPlacement({ store, note, clock })

  /** Parses the file before the transaction begins, so that nobody waits for it. */
  function readFile(bytes: Uint8Array, readings?: readonly DirectionReading[]): Read {
    const { entries, faults } = parsePeopleFile(readTable(bytes), directions, readings)
    const hashed = faults.length > 0 ? [] : entries.map(entry => ({ entry, hash: hashing.hash(entry.email) }))
    return { faults, hashed }
  }

  async function currentState(tx: Tx): Promise<PeopleFileState> {
    const known = await peopleFile(tx).people(hashing.key)
    const expected = await peopleFile(tx).expected()
    const pilots = await store(tx).withRole('pilot', PILOTS)
    return {
      byHash: new Map(known.map(({ hash, person }) => [hash, person])),
      people: [...new Map(known.map(({ person }) => [person.id, person])).values()],
      pilots,
      expected: new Map(expected.map(each => [each.email, each])),
    }
  }

  async function compare(tx: Tx, { faults, hashed }: Read): Promise<FileComparison> {
    if (faults.length > 0) return { faults }
    const state = await currentState(tx)
    const twice = samePerson(hashed, state)
    return twice.length > 0 ? { faults: twice } : { difference: differenceOf(hashed, state) }
  }

  async function leave(tx: Tx, assign: Assign, { person, loses }: FileLeaver): Promise<void> {
    if (!person) return
    if (loses) await assign(tx, person.id, AGENT, undefined)
    await peopleFile(tx).list(person.id, undefined)
  }

  /** `roleChanged`: the file grants or revokes a role. */
  async function place(tx: Tx, assign: Assign, { entry, person }: Added, seated: boolean): Promise<void> {
    if (!person) return
    const { role, leads, deputy, direction } = entry
    // Whoever the operator's list names remains an organiser.
    if (seated && person.roleFrom !== 'operator')
      await assign(tx, person.id, { role, leads, deputy }, role === 'agent' ? undefined : 'file')
    const isMoving = person.directionSince !== undefined
    if (direction !== undefined && (direction !== person.direction || isMoving))
      await move(tx, person.id, direction)
    await peopleFile(tx).list(person.id, entry)
  }

  async function write(tx: Tx, { added, changed, leaving }: FileDifference, by?: Actor): Promise<FileCounts> {
    let roles = 0
    const { assign } = roleAssignment({
      store,
      note,
      roleChanged: (tx, person, role) => {
        roles += 1
        return roleChanged(tx, person, role, by)
      },
    })
    for (const each of leaving) await leave(tx, assign, each)
    await peopleFile(tx).forgetExpected(leaving.flatMap(({ email }) => email ?? []))
    // A new entry « agent » does not revoke a role that was granted by hand.
    for (const each of added) await place(tx, assign, each, each.entry.role !== 'agent')
    for (const each of changed) await place(tx, assign, each, each.what.includes('seat'))
    const coming = [...added, ...changed].filter(({ person }) => !person)
    await peopleFile(tx).expect(
      coming.map(({ entry }) => ({ email: entry.email, name: entry.name, listed: entry })),
      clock.now(),
    )
    await peopleFile(tx).forgetOtherKeys(hashing.key)
    const more = added.some(({ person }) => !person)
    if (more && (await readsTeams(tx))) await noteExpected(note, tx)
    return { added: added.length, changed: changed.length, left: leaving.length, roles }
  }

  return {
    /** Compares a file with the database. */
    async compare(bytes: Uint8Array, readings?: readonly DirectionReading[]): Promise<FileComparison> {
      const file = readFile(bytes, readings)
      return read(tx => compare(tx, file))
    },

    /** Applies the file, all of it or, with a fault, nothing. Idempotent. */
    async apply(bytes: Uint8Array, { readings, by, before, also }: Applying = {}): Promise<FileComparison> {
      const file = readFile(bytes, readings)
      if (file.faults.length > 0) return { faults: file.faults }
      return transact(async tx => {
        const outcome = await compare(tx, file)
        if ('faults' in outcome) return outcome
        const changes = !isNothing(outcome.difference)
        if (changes) before?.(outcome.difference)
        const counts = await write(tx, outcome.difference, by)
        if (changes) await also?.(tx, counts)
        return outcome
      })
    },
  }
}
