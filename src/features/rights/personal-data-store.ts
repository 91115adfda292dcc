import type { Tables } from '../../db/index.ts'
import type { Part } from './domain.ts'

type Table = keyof Tables
type Column<T extends Table> = keyof Tables[T] & string
type Value = string | number | null

/**
 * What becomes of a row that designates somebody. `delete`: it goes. `null`: the column is emptied. `blank`: a random id
 * takes the person's place, one for each value of the column named, the same in all tables that have it: unique keys,
 * tallies and what belongs together stay, and no two acts lead to one another. `mask`: the same within a text.
 * `before`: how far something had come, in order of ids: it stays just there. `kept`, `fades`: see `why`.
 */
type Fate<T extends Table = Table> =
  | 'delete'
  | 'null'
  | {
      readonly blank: Column<T>
      readonly set?: Readonly<Record<string, Value>>
      /** A table whose rows refer to these by both columns. */
      readonly with?: Table
    }
  | 'mask'
  | 'before'
  | 'kept'
  | 'fades'

/** One way in which a table designates somebody. */
export type PersonalDataColumn = {
  readonly table: Table
  readonly column: string
  /** Whose id it is, where it is not the person's: rows of that table which have the person in that column. */
  readonly through?: { readonly table: Table; readonly column: string; readonly id: string }
  /** The id stands within a longer text. */
  readonly within?: true
  readonly fate: Fate
  /** Where it is told and which columns of it; or why it is not told. */
  readonly told: { readonly part: Part; readonly columns: readonly string[] } | { readonly why: string }
}

type Rest<T extends Table> = Omit<PersonalDataColumn, 'table' | 'column' | 'fate' | 'told'> & {
  readonly fate: Fate<T>
  readonly told: readonly [Part, ...Column<T>[]] | string
}

/** One row of the registry, held against the types of the tables. */
export function trace<T extends Table>(
  table: T,
  column: Column<T>,
  { fate, told, ...rest }: Rest<T>,
): PersonalDataColumn {
  const [part, ...columns] = typeof told === 'string' ? [] : told
  return {
    ...rest,
    table,
    column,
    fate: fate as Fate,
    told: part ? { part, columns } : { why: String(told) },
  }
}
