import type { TablesView } from '../../../contract/tables.ts'

type Seated = { readonly id: string; readonly name: string; readonly table: number }

/** Everybody who has a table, leaders too, in the order of a dictionary: accents and capitals apart from letters. */
export function byName(tables: TablesView['tables'], language: string): readonly Seated[] {
  const { compare } = new Intl.Collator(language, { sensitivity: 'variant', numeric: true })
  return tables
    .flatMap(({ number, leaders, people }) =>
      [...leaders, ...people].map(({ id, name }) => ({ id, name, table: number })),
    )
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => compare(a.name, b.name) || a.table - b.table)
}
