import type { EntryPoint } from '../../kernel/access/entry-point.ts'
import type { Permission } from '../../kernel/access/permission.ts'
import type { Role } from '../../kernel/access/role.ts'

/** An act of somebody in charge, done or refused. Append-only. */
export type AuditEntry = {
  readonly id: string
  /** Milliseconds. */
  readonly at: number
  /** Pseudonym of the person, unlinkable once they are erased; '' where there is none. */
  readonly who: string
  /** `stranger`: of another tenant; `operator`: whoever runs commands on the database. */
  readonly role: Role | 'stranger' | 'operator'
  /** Act of the permission table; for a refused press, the verb or the route; for a command, what it did. */
  readonly act: string
  /** Id of what the act was about, for a person their pseudonym; '' without one. */
  readonly thing: string
  readonly door: EntryPoint
  /** Why it was refused; absent when it was done. */
  readonly refused?: string
}

/** What an entry is about, for readers of the journal. `title`: '' for a hidden idea. */
export type AuditedThing = {
  readonly id: string
  readonly kind: 'idea' | 'box' | 'workshop' | 'series' | 'ballot' | 'broadcast'
  readonly title: string
}

/** Acts whose thing names a Direction. */
export const DIRECTION_ACTS: readonly string[] = [
  'people.hand-over',
  'people.name-deputy',
  'people.remove-deputy',
  'figures.export',
  'channels.bind',
]

/** Parts of an entry's thing: ids, and a word of detail. */
export const partsOf = (thing: string): readonly string[] => thing.split(':').filter(part => part !== '')

/** Conditions of a query, all of which hold. `from` (inclusive) and `until` (exclusive): milliseconds. */
export type JournalFilter = {
  readonly act?: string
  readonly role?: AuditEntry['role']
  readonly refused?: boolean
  readonly from?: number
  readonly until?: number
}

/** Refusals worth logging, because they say something about who tried: the others are everyday answers. */
const LOGGED: readonly string[] = [
  'role-needed',
  'not-yours',
  'form-of-other',
  'direction-not-led',
  'foreign-tenant',
  'guest-account',
]

/**
 * Acts whose every refusal is logged, whatever the reason: whoever tries to merge one idea after another is probing for
 * something.
 */
const WATCHED: readonly string[] = [
  'ideas.merge',
  'ideas.answer-merge',
  'post /ideas/:id/merge',
  'post /merges/:id/answer',
]

/** Whether a refusal of `act` with this code is logged. */
export function isLogged(act: string, code: string): boolean {
  return LOGGED.includes(code) || WATCHED.includes(act)
}

const READERS: readonly Role[] = ['organiser', 'observer']

export const AUDIT_PERMISSIONS = {
  read: { act: 'audit.read', roles: READERS },
  /** Export of the journal, which is logged with its number of rows. */
  export: { act: 'audit.export', roles: READERS },
} as const satisfies Record<string, Permission>
