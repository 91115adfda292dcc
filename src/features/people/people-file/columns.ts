import { fold } from '../../../kernel/text/text.ts'
import type { RoleGrant } from '../person/domain.ts'

/** Accepted names of columns and roles in a people file: French and English, folded. */

const COLUMNS = {
  email: ['email', 'e-mail', 'courriel', 'mail'],
  name: ['name', 'nom'],
  direction: ['direction', 'directions'],
  roles: ['roles', 'role'],
} as const satisfies Record<string, readonly string[]>

type FileColumn = keyof typeof COLUMNS
/** Index of each column, from 0. */
export type ColumnPlaces = Readonly<Record<FileColumn, number>>

export type FileRole = RoleGrant['role'] | 'deputy'

const ROLES: Readonly<Record<FileRole, readonly string[]>> = {
  agent: ['', 'agent', 'agente'],
  pilot: ['pilote', 'pilot'],
  deputy: ['suppleance', 'suppleant', 'suppleante', 'deputy'],
  manager: ['encadrement', 'encadrant', 'encadrante', 'manager'],
  organiser: ['organisation', 'organisateur', 'organisatrice', 'organiser'],
  observer: ['observation', 'observateur', 'observatrice', 'observer'],
}

export const KINDS: ReadonlyMap<string, FileRole> = new Map(
  Object.entries(ROLES).flatMap(([kind, words]) => words.map(word => [word, kind as FileRole])),
)

/** Reads a header. `wrong` is called for each missing or duplicate column; unknown ones are ignored. */
export function placesOf(
  header: readonly string[],
  wrong: (code: string, details: { readonly column: string }) => undefined,
): ColumnPlaces | undefined {
  const heads = header.map(fold)
  const entries = Object.entries(COLUMNS).map(([column, names]) => {
    const found = heads.flatMap((head, at) => ((names as readonly string[]).includes(head) ? [at] : []))
    if (found.length === 1) return [column, found[0]] as const
    return [column, wrong(found.length === 0 ? 'column-missing' : 'column-twice', { column })] as const
  })
  return entries.every(([, at]) => at !== undefined)
    ? (Object.fromEntries(entries) as ColumnPlaces)
    : undefined
}

/** How the column that says what is wrong begins, folded: French and English. A file that comes back may have one. */
const MARKS = ['a corriger', 'to correct']

/** Whether a column is the one that a file of faults begins with. */
export function isFaultColumn(head: string): boolean {
  return MARKS.some(mark => fold(head).startsWith(mark))
}
