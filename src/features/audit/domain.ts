import type { EntryPoint } from '../../kernel/access/entry-point.ts'
import type { Permission } from '../../kernel/access/permission.ts'
import type { Role } from '../../kernel/access/role.ts'

/** What somebody in charge did, or was refused. Rows are added and never changed. */
export type AuditEntry = {
  readonly id: string
  /** Milliseconds. */
  readonly at: number
  /** Pseudonym: the same for one person, and nobody's once that person is erased; '' for one who has none. */
  readonly who: string
  /** Somebody of another tenant has no role here; whoever runs the database is no person known here. */
  readonly role: Role | 'stranger' | 'operator'
  /** As the permission table names it; of a press that was refused, the verb or the route; of a command, what it did. */
  readonly act: string
  /** Id of what it was done to, of a person their pseudonym; '' when there is none. */
  readonly thing: string
  readonly door: EntryPoint
  /** Why it was refused; absent when it was done. */
  readonly refused?: string
}

/** What an entry is about, as those who read the journal may read it elsewhere too. `title`: '' of a hidden idea. */
export type AuditedThing = {
  readonly id: string
  readonly kind: 'idea' | 'box' | 'workshop' | 'series' | 'ballot' | 'broadcast'
  readonly title: string
}

/** The ids, and the word of detail, that stand in an entry's thing. */
export const partsOf = (thing: string): readonly string[] => thing.split(':').filter(part => part !== '')

/** Which entries are read: all that this says. `from` and `until`: milliseconds, the second left out. */
export type JournalFilter = {
  readonly act?: string
  readonly role?: AuditEntry['role']
  readonly refused?: boolean
  readonly from?: number
  readonly until?: number
}

/** Refusals that say something about who tried: the others are everyday answers. */
const TOLD: readonly string[] = [
  'role-needed',
  'not-yours',
  'form-of-other',
  'direction-not-led',
  'foreign-tenant',
  'guest-account',
]

/**
 * Acts of which every refusal stands in the journal, whatever its reason: whoever tries to join one idea after another is
 * looking for something.
 */
const WATCHED: readonly string[] = [
  'ideas.merge',
  'ideas.answer-merge',
  'post /ideas/:id/merge',
  'post /merges/:id/answer',
]

/** Whether the journal keeps that `act` was refused for this reason. */
export function isTold(act: string, code: string): boolean {
  return TOLD.includes(code) || WATCHED.includes(act)
}

const READERS: readonly Role[] = ['organiser', 'observer']

export const AUDIT_PERMISSIONS = {
  read: { act: 'audit.read', roles: READERS },
  /** What they read, as a file; the journal keeps that, and how many rows. */
  export: { act: 'audit.export', roles: READERS },
} as const satisfies Record<string, Permission>
