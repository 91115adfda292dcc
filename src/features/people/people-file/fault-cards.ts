import type { CsvRow } from '../../../files/csv-reader.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import { isFaultColumn } from './columns.ts'
import type { FileFault, FileWrongs } from './domain.ts'

const FIXES: Readonly<Record<string, Key>> = {
  'direction-unknown': 'staff.fix.direction',
  'direction-needed': 'staff.fix.direction',
  'role-unknown': 'staff.fix.role',
  mail: 'staff.fix.cell',
  'name-missing': 'staff.fix.cell',
  'name-long': 'staff.fix.cell',
  twice: 'staff.fix.twice',
  'person-twice': 'staff.fix.twice',
  pilots: 'staff.fix.twice',
  deputies: 'staff.fix.twice',
  'column-missing': 'staff.fix.columns',
  'column-twice': 'staff.fix.columns',
  cells: 'staff.fix.columns',
  quotes: 'staff.fix.columns',
}

/** `directionName`: name of a Direction by id; an unknown one is shown as written. */
type Parts = { readonly words: Words; readonly directionName: (direction: string) => string }

function whyOf({ words: { say }, directionName }: Parts, { code, details }: FileFault): string {
  const direction = directionName(String(details.direction ?? ''))
  return say(`roster.${code}` as Key, { ...details, direction })
}

function fixOf({ words: { say } }: Parts, { code, details }: FileFault): string {
  if (details.near !== undefined) return say('roster.near', { direction: details.near })
  return say(FIXES[code] ?? 'staff.fix.file')
}

/** What is wrong on a line, and what to do: « ligne 12 · … · … ». `cited`: another line's fault names this one. */
function markOf(parts: Parts, line: number, faults: readonly FileFault[]): string {
  const { say } = parts.words
  if (faults.length === 0) return say('roster.line', { line, text: say('staff.file.cited') })
  const said = [
    ...faults.map(fault => whyOf(parts, fault)),
    ...new Set(faults.map(fault => fixOf(parts, fault))),
  ]
  return say('roster.line', { line, text: said.join(' · ') })
}

/** Lines of faults, and those that their sentences name. */
function markedLines(faults: readonly FileFault[]): ReadonlySet<number> {
  return new Set(
    faults.flatMap(({ line, details: { other } }) => (typeof other === 'number' ? [line, other] : line)),
  )
}

/**
 * A people file to be sent back to whoever made it: its rows as they were, after a column that says what is wrong; first
 * those with a fault, then the others, so that it can be imported as it is once it is corrected. A fault of the header, or
 * of the whole file, stands in that column's head. The column comes first: a row that lacks a cell goes on lacking it.
 */
export function faultRows(parts: Parts, { rows, faults }: FileWrongs): readonly (readonly string[])[] {
  const [header, ...below] = rows
  const head = header?.cells ?? []
  const own = head.map((cell, at) => ({ cell, at })).filter(({ cell }) => !isFaultColumn(cell))
  const kept = new Set(own.map(({ at }) => at))
  const cellsOf = ({ cells }: CsvRow) => cells.filter((_, at) => at >= head.length || kept.has(at))
  const byLine = Map.groupBy(faults, ({ line }) => line)
  const whole = (byLine.get(header?.line ?? 1) ?? []).map(fault => whyOf(parts, fault))
  const marked = markedLines(faults)
  const [first, others] = [
    below.filter(({ line }) => marked.has(line)),
    below.filter(({ line }) => !marked.has(line)),
  ]
  return [
    [[parts.words.say('staff.file.mark'), ...whole].join(' · '), ...own.map(({ cell }) => cell)],
    ...first.map(row => [markOf(parts, row.line, byLine.get(row.line) ?? []), ...cellsOf(row)]),
    ...others.map(row => ['', ...cellsOf(row)]),
  ]
}
