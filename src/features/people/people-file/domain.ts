import type { CsvRow, CsvTable } from '../../../files/csv-reader.ts'
import { originalText } from '../../../files/csv-writer.ts'
import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { cleanLine, fold } from '../../../kernel/text/text.ts'
import { type ListedRole, NAME_LIMIT, pilotedBy } from '../person/domain.ts'
import { type ColumnPlaces, type FileRole, KINDS, placesOf } from './columns.ts'
import { type DirectionReading, type FileDirection, nearDirection } from './direction-suggestion.ts'
import { mailOf } from './email.ts'

export const PEOPLE_FILE_PERMISSIONS = {
  checkFile: { act: 'people.check-file', roles: ORGANISERS },
  importFile: { act: 'people.import', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** One person of a people file. */
export type FileEntry = ListedRole & { readonly line: number; readonly email: string; readonly name: string }

/** A fault of one line. `details` fill the sentence at i18n `roster.<code>`. */
export type FileFault = {
  readonly line: number
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** `rows`: the file's own, header first; empty where it is no table. */
export type FileWrongs = { readonly rows: readonly CsvRow[]; readonly faults: readonly FileFault[] }

type ParsedPeopleFile = { readonly entries: readonly FileEntry[]; readonly faults: readonly FileFault[] }

/** Records a fault of the current line. */
type Wrong = (code: string, details?: FileFault['details']) => undefined

/** Characters of a cell quoted in a fault. */
const QUOTED = 60

const quoted = (cell: string) => cleanLine(cell).slice(0, QUOTED)

/** Directions by id and by folded name; a name shared by two is ambiguous and left out. */
function directionsBy(directions: readonly FileDirection[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const { id, name } of directions) named.set(fold(name), named.has(fold(name)) ? '' : id)
  for (const { id } of directions) named.set(fold(id), id)
  return named
}

/** Resolves Direction names of a file. `read`: what an organiser says is meant by an unknown one, by its folded spelling. */
type Named = {
  readonly known: ReadonlyMap<string, string>
  readonly read: ReadonlyMap<string, string>
  readonly near: (written: string) => FileDirection | undefined
}

function namedOf(directions: readonly FileDirection[], readings: readonly DirectionReading[]): Named {
  const ids = new Set(directions.map(({ id }) => id))
  const taken = readings.filter(({ meant }) => ids.has(meant))
  return {
    known: directionsBy(directions),
    read: new Map(taken.map(({ written, meant }) => [fold(written), meant])),
    near: nearDirection(directions),
  }
}

function directionsIn(cell: string, { known, read, near }: Named, wrong: Wrong): string[] | undefined {
  const parts = cell.split('|').filter(part => part.trim() !== '')
  const idOf = (part: string) => known.get(fold(part)) || read.get(fold(quoted(part)))
  const unknown = parts.find(part => !idOf(part))
  if (unknown !== undefined) {
    const direction = quoted(unknown)
    if (known.has(fold(unknown))) return wrong('direction-ambiguous', { direction })
    const meant = near(direction)
    const nearest = meant && { near: meant.name, nearId: meant.id }
    return wrong('direction-unknown', { direction, ...nearest })
  }
  return [...new Set(parts.map(part => idOf(part) ?? ''))]
}

function listedOf(kind: FileRole, directions: readonly string[], wrong: Wrong): ListedRole | undefined {
  const leading = kind === 'pilot' || kind === 'deputy' || kind === 'manager'
  if (leading && directions.length === 0) return wrong('direction-needed')
  if (kind !== 'manager' && directions.length > 1) return wrong('direction-several')
  const [direction] = directions
  return {
    role: kind === 'deputy' ? 'pilot' : kind,
    deputy: kind === 'deputy',
    leads: leading ? directions : [],
    ...(direction !== undefined && { direction }),
  }
}

function nameOf(cell: string, wrong: Wrong): string | undefined {
  const name = cleanLine(cell)
  if (name === '') return wrong('name-missing')
  return name.length > NAME_LIMIT ? wrong('name-long', { max: NAME_LIMIT }) : name
}

function entryOf({ line, cells }: CsvRow, places: ColumnPlaces, named: Named, wrong: Wrong) {
  const cell = (column: keyof ColumnPlaces) => originalText(cells[places[column]] ?? '')
  const email = mailOf(cell('email')) ?? wrong('mail')
  const name = nameOf(cell('name'), wrong)
  const kind = KINDS.get(fold(cell('roles'))) ?? wrong('role-unknown', { role: quoted(cell('roles')) })
  const directions = directionsIn(cell('direction'), named, wrong)
  const listed = kind && directions && listedOf(kind, directions, wrong)
  return email !== undefined && name !== undefined && listed ? { line, email, name, ...listed } : undefined
}

/** Uniqueness: each person, each Direction's pilot, each deputy. */
function onlyOnce(entries: readonly FileEntry[]): FileFault[] {
  const first = new Map<string, number>()
  const again = (key: string, { line }: FileEntry, code: string, direction = ''): FileFault[] => {
    const other = first.get(key)
    if (other === undefined) first.set(key, line)
    return other === undefined ? [] : [{ line, code, details: { other, direction } }]
  }
  return entries.flatMap(entry => {
    const [lead = ''] = entry.leads
    const pilot = pilotedBy(entry)
    return [
      ...again(`mail ${entry.email}`, entry, 'twice'),
      ...(pilot === undefined ? [] : again(`pilot ${pilot}`, entry, 'pilots', pilot)),
      ...(entry.deputy ? again(`deputy ${lead}`, entry, 'deputies', lead) : []),
    ]
  })
}

/** Parses a people file into its entries and faults, by line: with one fault, none of it is applied. */
export function parsePeopleFile(
  table: CsvTable,
  directions: readonly FileDirection[],
  readings: readonly DirectionReading[] = [],
): ParsedPeopleFile {
  if ('fault' in table) return { entries: [], faults: [{ ...table.fault, details: {} }] }
  const faults: FileFault[] = []
  const wrongOn =
    (line: number): Wrong =>
    (code, details = {}) =>
      void faults.push({ line, code, details })
  const [header = { line: 1, cells: [] }, ...rows] = table.rows
  const places = placesOf(header.cells, wrongOn(header.line))
  if (!places) return { entries: [], faults }
  const named = namedOf(directions, readings)
  const width = header.cells.length
  const entries = rows.flatMap(row => {
    const wrong = wrongOn(row.line)
    if (row.cells.length !== width) return wrong('cells', { count: row.cells.length, wanted: width }) ?? []
    return entryOf(row, places, named, wrong) ?? []
  })
  faults.push(...onlyOnce(entries))
  // Else a truncated export would revoke the roles of everybody listed before.
  if (rows.length === 0) wrongOn(header.line)('nobody')
  return { entries, faults: faults.toSorted((one, other) => one.line - other.line) }
}
