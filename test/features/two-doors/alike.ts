import type { Change, Row } from './copies.ts'

/** Tables that differ by door, and why. */
const APART: Readonly<Record<string, string>> = {
  seen: 'a repeat is known by the form in the tab, by the form and its words in the chat',
}
/** The same of columns. */
const COLUMNS: Readonly<Record<string, string>> = {
  'fact created_at': 'the order of writing, counted from when the process began',
  'message answered_at': 'a card stands under the message that it answers; the tab names the workshop',
}

function without(table: string, row: Row | undefined): Row | undefined {
  return (
    row && Object.fromEntries(Object.entries(row).filter(([column]) => !(`${table} ${column}` in COLUMNS)))
  )
}

/** What was changed, but for what must differ; a row that changed in nothing else is left out. */
export function alike(changes: readonly Change[]): readonly Change[] {
  return changes
    .filter(({ table }) => !(table in APART))
    .map(({ table, was, is }) => ({ table, was: without(table, was), is: without(table, is) }))
    .filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is)) as readonly Change[]
}
