import type { Key, Words } from '../../../i18n/words.ts'
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

/**
 * Faults of a people file as rows of a table with headers: each line with what it says, to be sent back to the file's
 * author.
 */
export function faultRows(
  parts: Parts,
  { rows, faults }: FileWrongs,
): readonly (readonly (string | number)[])[] {
  const { say } = parts.words
  const [header, ...below] = rows
  const cellsOn = new Map(below.map(({ line, cells }) => [line, cells]))
  const width = header?.cells.length ?? 0
  const heads = [say('staff.file.line'), say('staff.file.fault'), say('staff.file.fix')]
  const wrong = faults.map(fault => [
    fault.line,
    whyOf(parts, fault),
    fixOf(parts, fault),
    ...(cellsOn.get(fault.line) ?? []).slice(0, width),
  ])
  return [[...heads, ...(header?.cells ?? [])], ...wrong]
}
