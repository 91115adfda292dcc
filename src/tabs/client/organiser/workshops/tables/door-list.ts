import type { TablesView } from '../../../../contract/workshops/tables.ts'

/** `table`: absent of somebody who has not confirmed the seat that is kept for them. */
type Expected = { readonly id: string; readonly name: string; readonly table?: number }

/** Everybody who has a table or is offered a seat, leaders too, in the order of a dictionary: accents and capitals apart from letters. */
export function byName(
  { tables, offered }: Pick<TablesView, 'tables' | 'offered'>,
  language: string,
): readonly Expected[] {
  const { compare } = new Intl.Collator(language, { sensitivity: 'variant', numeric: true })
  const seated = tables.flatMap(({ number, leaders, people }) =>
    [...leaders, ...people].map(({ id, name }): Expected => ({ id, name, table: number })),
  )
  return [...seated, ...offered.map(({ id, name }): Expected => ({ id, name }))]
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => compare(a.name, b.name) || (a.table ?? 0) - (b.table ?? 0))
}
