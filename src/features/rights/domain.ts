import { DATA_PARTS, type DataPart } from '../../kernel/data-part.ts'
import { EVERYONE, type Permission } from '../../kernel/permission.ts'

export { DATA_PARTS as PARTS, type DataPart as Part }

/** One row as it is held, without what it says of others. */
export type Held = Readonly<Record<string, string | number | null>>

/** What is held in one table for one reason. `name`: the table, and the column that designates the person. */
export type Told = { readonly part: DataPart; readonly name: string; readonly rows: readonly Held[] }

/** One row, and what the thing that it names is called. */
export type Line = { readonly name: string; readonly row: Held; readonly title?: string }

/** How many things there are in a part: ideas, not their comments; and the rows around them. */
export type Counted = { readonly part: DataPart; readonly count: number; readonly rest: number }

/** By which names the things of a part are counted; in a part that is not here every row is one. */
const THINGS: Readonly<Partial<Record<DataPart, readonly string[]>>> = {
  self: ['person.id'],
  commitments: ['commitment.person_id'],
  ideas: ['idea.author'],
  votes: ['vote.person_id', 'sealed_vote.person_id'],
  workshops: ['registration.person_id'],
  messages: ['message.person_id'],
  journal: ['audit.who'],
}

export const isThing = (part: DataPart, name: string): boolean => THINGS[part]?.includes(name) ?? true

export const PERMISSIONS = {
  tell: { act: 'rights.tell', roles: EVERYONE, relation: 'own' },
  erase: { act: 'rights.erase', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>
