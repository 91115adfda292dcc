import {
  deputyOf,
  type ListedRole,
  type Person,
  pilotedBy,
  type RoleGrant,
  sameGrant,
} from '../person/domain.ts'
import type { FileEntry, FileFault } from './domain.ts'

/** A known person whose e-mail was seen once: the file finds them by its hashes. */
type KnownPerson = Pick<
  Person,
  'id' | 'name' | 'role' | 'leads' | 'deputy' | 'roleFrom' | 'direction' | 'directionSince' | 'listed'
>
export type Expected = { readonly email: string; readonly name: string; readonly listed: ListedRole }

/** State before a file is applied. */
export type PeopleFileState = {
  /** By each hash of their e-mails. */
  readonly byHash: ReadonlyMap<string, KnownPerson>
  readonly people: readonly KnownPerson[]
  /** Whether or not their e-mail is known. */
  readonly pilots: readonly KnownPerson[]
  readonly expected: ReadonlyMap<string, Expected>
}

export type Field = 'name' | 'direction' | 'seat'
export type Added = { readonly entry: FileEntry; readonly person?: KnownPerson }
export type Changed = Added & {
  readonly before: ListedRole & { readonly name: string }
  readonly what: readonly Field[]
}
/** Somebody whom the last file named and this one does not. Their account and data are kept. */
export type FileLeaver = {
  readonly name: string
  readonly person?: KnownPerson
  /** Only for somebody who never came. */
  readonly email?: string
  /** The file had given them a role, which is revoked. */
  readonly loses: boolean
}
/** A pilot or deputy whom the file replaces without an entry of their own. */
export type Replaced = { readonly person: KnownPerson; readonly by: FileEntry }

/** The file names somebody who has not come for a role that another person holds: that one keeps it. */
export type Kept = { readonly person: KnownPerson; readonly entry: FileEntry }

export type FileDifference = {
  readonly added: readonly Added[]
  readonly changed: readonly Changed[]
  readonly leaving: readonly FileLeaver[]
  readonly replaced: readonly Replaced[]
  readonly kept: readonly Kept[]
  readonly same: number
}

/** Whether a file changes nothing. */
export function isNothing({ added, changed, leaving }: FileDifference): boolean {
  return added.length + changed.length + leaving.length === 0
}

/** An entry with the hash of its e-mail. */
export type Hashed = { readonly entry: FileEntry; readonly hash: string }

function fieldsOf(entry: FileEntry, before: Changed['before'], person: KnownPerson | undefined): Field[] {
  const fields: Field[] = []
  // Somebody who came has the name from Teams.
  if (!person && entry.name !== before.name) fields.push('name')
  if (entry.direction !== before.direction) fields.push('direction')
  if (!sameGrant(entry, before)) fields.push('seat')
  return fields
}

function leavingOf({ byHash, people, expected }: PeopleFileState, hashed: readonly Hashed[]): FileLeaver[] {
  const named = new Set(hashed.map(({ hash }) => byHash.get(hash)?.id))
  const mails = new Set(hashed.map(({ entry }) => entry.email))
  const gone = people.filter(({ id, listed }) => listed && !named.has(id))
  const neverCame = [...expected.values()].filter(({ email }) => !mails.has(email))
  return [
    ...gone.map(person => ({ name: person.name, person, loses: person.roleFrom === 'file' })),
    ...neverCame.map(({ name, email }) => ({ name, email, loses: false })),
  ]
}

/** Key of the role that one person alone can hold: a Direction's pilot, or its deputy. */
function seatOf(seat: RoleGrant): string | undefined {
  const pilot = pilotedBy(seat)
  if (pilot !== undefined) return `pilot ${pilot}`
  const deputy = deputyOf(seat)
  return deputy === undefined ? undefined : `deputy ${deputy}`
}

/** Pilots and deputies replaced by somebody else of this file. */
function replacedIn(
  pilots: readonly KnownPerson[],
  given: readonly Added[],
  reported: ReadonlySet<string>,
): Replaced[] {
  const seats = new Map(
    given.flatMap(({ entry, person }) => (person ? [[seatOf(entry), { entry, person }]] : [])),
  )
  return pilots.flatMap(person => {
    const seat = seatOf(person)
    const taken = seat === undefined ? undefined : seats.get(seat)
    return taken && taken.person.id !== person.id && !reported.has(person.id)
      ? [{ person, by: taken.entry }]
      : []
  })
}

/** Pilots and deputies who keep their role because the file names somebody who has not come. `gone`: who leaves it. */
function keptIn(
  { pilots, byHash }: PeopleFileState,
  hashed: readonly Hashed[],
  gone: ReadonlySet<string | undefined>,
): Kept[] {
  const wanted = new Map(
    hashed.flatMap(({ entry, hash }) => (byHash.has(hash) ? [] : [[seatOf(entry), entry]])),
  )
  return pilots.flatMap(person => {
    const seat = seatOf(person)
    const entry = seat === undefined || gone.has(person.id) ? undefined : wanted.get(seat)
    return entry ? [{ person, entry }] : []
  })
}

/** Changes of a file, compared with the last file and not with changes made by hand since. */
export function differenceOf(hashed: readonly Hashed[], state: PeopleFileState): FileDifference {
  const added: Added[] = []
  const changed: Changed[] = []
  for (const { entry, hash } of hashed) {
    const person = state.byHash.get(hash)
    const expected = state.expected.get(entry.email)
    const said = person ? person.listed : expected?.listed
    const one = { entry, ...(person && { person }) }
    if (!said) {
      added.push(one)
      continue
    }
    const before = { ...said, name: person?.name ?? expected?.name ?? '' }
    const what = fieldsOf(entry, before, person)
    if (what.length > 0) changed.push({ ...one, before, what })
  }
  const leaving = leavingOf(state, hashed)
  const given = [...added, ...changed.filter(({ what }) => what.includes('seat'))]
  const reported = new Set(
    [...changed.map(({ person }) => person?.id), ...leaving.map(({ person }) => person?.id)].filter(
      id => id !== undefined,
    ),
  )
  const replaced = replacedIn(state.pilots, given, reported)
  const gone = new Set([
    ...changed.filter(({ what }) => what.includes('seat')).map(({ person }) => person?.id),
    ...leaving.filter(({ loses }) => loses).map(({ person }) => person?.id),
    ...replaced.map(({ person }) => person.id),
  ])
  const kept = keptIn(state, hashed, gone)
  return { added, changed, leaving, replaced, kept, same: hashed.length - added.length - changed.length }
}

/** Lines of the file with two e-mails of the same person. */
export function samePerson(hashed: readonly Hashed[], { byHash }: PeopleFileState): FileFault[] {
  const lines = new Map<string, number>()
  return hashed.flatMap(({ entry: { line }, hash }) => {
    const person = byHash.get(hash)
    const other = person && lines.get(person.id)
    if (person && other === undefined) lines.set(person.id, line)
    return other === undefined ? [] : [{ line, code: 'person-twice', details: { other } }]
  })
}
