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
      /** A table with a composite foreign key to both columns. */
      readonly with?: Table
    }
  | 'mask'
  | 'before'
  | 'kept'
  | 'fades'

/** A column that designates somebody. */
export type PersonalDataColumn = {
  readonly table: Table
  readonly column: string
  /** The column holds another table's id: rows of that table designate the person. */
  readonly through?: { readonly table: Table; readonly column: string; readonly id: string }
  /** The id is part of a longer text. */
  readonly within?: true
  readonly fate: Fate
  /** Part and columns in which it is disclosed; or why it is not. */
  readonly told: { readonly part: Part; readonly columns: readonly string[] } | { readonly why: string }
}

type Rest<T extends Table> = Omit<PersonalDataColumn, 'table' | 'column' | 'fate' | 'told'> & {
  readonly fate: Fate<T>
  readonly told: readonly [Part, ...Column<T>[]] | string
}

/** Why a column is told of to nobody: who is asked about is not who served. */
export const OTHERS = 'it would tell of others, whom the person served'

/** A type-checked row of the registry. */
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
