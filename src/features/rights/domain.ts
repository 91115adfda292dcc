import { EVERYONE, type Permission } from '../../kernel/permission.ts'

/** The parts in which somebody reads what is held about them, in order; their words are under `data.<part>` in i18n. */
export const PARTS = [
  'self',
  'commitments',
  'ideas',
  'votes',
  'workshops',
  'messages',
  'charge',
  'journal',
  'passing',
] as const

export type Part = (typeof PARTS)[number]

/** One row as it is held, without what it says of others. */
export type Held = Readonly<Record<string, string | number | null>>

/** What is held in one table for one reason. `name`: the table, and the column that designates the person. */
export type Told = { readonly part: Part; readonly name: string; readonly rows: readonly Held[] }

/** One row, and what the thing that it names is called. */
export type Line = { readonly name: string; readonly row: Held; readonly title?: string }

export const PERMISSIONS = {
  tell: { act: 'rights.tell', roles: EVERYONE, relation: 'own' },
  erase: { act: 'rights.erase', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>
