import { sql } from 'kysely'
import { type Database, open } from '../../../src/db/index.ts'
import { readInventory } from '../../support/reading/inventory.ts'

type Cell = { readonly column: string; readonly text: string }

async function cellsOf(database: Database): Promise<Cell[]> {
  return database.read(async tx => {
    const cells: Cell[] = []
    for (const { name: table } of await open(tx).introspection.getTables()) {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(open(tx))
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          if (typeof value === 'string') cells.push({ column: `${table}.${column}`, text: value })
    }
    return cells
  })
}

/** By which texts a person is found, and what the inventory must then say of the column. */
const TRACES = [
  { of: 'person.id', said: ['pseudonyme'] },
  { of: 'person.object_id', said: ['identité'] },
  { of: 'person.chat', said: ['identité', 'pseudonyme'] },
  { of: 'person.name', said: ['identité', 'texte', 'réservé'] },
] as const
const WRITTEN = ['texte', 'réservé']
/** A sentence; an axis's id in a thread is no text of anybody. */
const SENTENCE = /^(?=.{12}).*\s/

/** Whole, and no part of another id. */
function holds(text: string, value: string): boolean {
  const at = text.indexOf(value)
  return at >= 0 && !/^\w/.test(text.slice(at + value.length)) && !/\w$/.test(text.slice(0, at))
}

/** Columns that hold a trace of somebody, or what somebody wrote, and of which the inventory says otherwise. */
export async function untoldOf(database: Database): Promise<string[]> {
  const cells = await cellsOf(database)
  const data = new Map(readInventory().entries.map(entry => [entry.column, entry.data]))
  const saying = (column: string) => data.get(column) ?? ''
  const valuesIn = (wanted: (cell: Cell) => boolean) => [
    ...new Set(cells.filter(wanted).map(cell => cell.text)),
  ]
  const written = ({ column, text }: Cell) => WRITTEN.includes(saying(column)) && SENTENCE.test(text)
  const rules = [
    ...TRACES.map(({ of, said }) => ({ of, said, values: valuesIn(cell => cell.column === of) })),
    { of: 'what somebody wrote', said: WRITTEN, values: valuesIn(written) },
  ]
  const found = rules.flatMap(({ of, said, values }) =>
    cells
      .filter(({ column }) => !(said as readonly string[]).includes(saying(column)))
      .filter(({ text }) => values.some(value => holds(text, value)))
      .map(({ column }) => `${column} holds ${of}, and is said to be « ${saying(column)} »`),
  )
  return [...new Set(found)].sort()
}
