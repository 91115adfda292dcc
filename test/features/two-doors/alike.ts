import type { Change, Row } from './copies.ts'

/** Tables that differ by door, and why. */
const APART: Readonly<Record<string, string>> = {
  seen: 'a repeat is known by the form in the tab, by the form and its words in the chat',
}
/** The same of columns. */
const COLUMNS: Readonly<Record<string, string>> = {
  'fact created_at': 'the order of writing, counted from when the process began',
  'audit id': 'it counts up within the process',
}
/** The same for acts on a message's card, whose press also answers the message. */
const ANSWERED: Readonly<Record<string, string>> = {
  'feedback.give': 'who answered is forgotten after seven days: the tab leaves no trace of it on the message',
  'feedback.missed': 'the same',
  'nudges.post':
    'the tab passes on what a pilot found there; that what asked for it has worked is noted at both',
}

function without(columns: readonly string[], table: string, row: Row | undefined): Row | undefined {
  return (
    row &&
    Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(`${table} ${column}`)))
  )
}

/** What the act changed, but for what must differ; a row that changed in nothing else is left out. */
export function alike(verb: string, changes: readonly Change[]): readonly Change[] {
  const columns = [...Object.keys(COLUMNS), ...(verb in ANSWERED ? ['message answered_at'] : [])]
  return changes
    .filter(({ table }) => !(table in APART))
    .map(({ table, was, is }) => ({
      table,
      was: without(columns, table, was),
      is: without(columns, table, is),
    }))
    .filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is)) as readonly Change[]
}
