import type { CsvTable, TableFault, TableLimits } from '../../../files/csv-reader.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { fold } from '../../../kernel/text/text.ts'
import { IDEA_LENGTH } from '../idea/domain.ts'
import { type HarvestLine, harvestable, MOST_HARVESTED } from './domain.ts'

export type HarvestAxis = { readonly id: string; readonly title: Readonly<Record<string, string>> }
/** Defaults for empty cells. */
export type HarvestPresets = Pick<HarvestLine, 'axis' | 'table' | 'by' | 'name'>
/** A line of the file that makes an idea; `line`: its number, from 1. */
export type TableLine = HarvestPresets & { readonly line: number; readonly text: string }
type LineFault = { readonly line: number; readonly text: string; readonly refusal: Refusal }
export type TableLines = { readonly lines: readonly TableLine[]; readonly faults: readonly LineFault[] }

/** A megabyte holds more ideas than a workshop takes. */
export const TABLE_MOST: TableLimits = { bytes: 1_000_000, rows: MOST_HARVESTED }

const COLUMNS = ['text', 'axis', 'table', 'author'] as const
type Column = (typeof COLUMNS)[number]
/** Accepted column headers, without case and accents. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  text: ['text', 'texte', 'idee', 'idees', 'idea', 'ideas'],
  axis: ['axis', 'axe'],
  table: ['table'],
  author: ['author', 'auteur', 'autrice', 'dite par'],
}

const FAULTS: Readonly<Record<TableFault['code'], string>> = {
  'too-large': 'file-large',
  'too-many': 'file-long',
  quotes: 'file-quotes',
}

type Places = Readonly<Record<Column, number>>

/** Column positions; without a header that names the text column, those of `COLUMNS`. */
function placesOf(first: readonly string[]): { places: Places; header: boolean } {
  const names = first.map(fold)
  const place = (column: Column) => names.findIndex(name => NAMES[column].includes(name))
  const header = place('text') >= 0
  const at = (column: Column, n: number) => [column, header ? place(column) : n] as const
  return { places: Object.fromEntries(COLUMNS.map(at)) as Places, header }
}

/** An axis by its id or its name in any language. @throws Refusal `axis-missing` */
function axisOf(cell: string, preset: string, axes: readonly HarvestAxis[]): string {
  const wanted = fold(cell)
  if (wanted === '') return preset
  const found = axes.find(({ id, title }) =>
    [id, ...Object.values(title)].some(name => fold(name) === wanted),
  )
  if (!found) throw new Refusal('axis-missing')
  return found.id
}

/**
 * Reads the lines of a CSV table. Cells are text: no formula is evaluated.
 * @throws Refusal `file-large`, `file-long`, `file-quotes` with `{line}`
 */
export function linesIn(table: CsvTable, presets: HarvestPresets, axes: readonly HarvestAxis[]): TableLines {
  if ('fault' in table) {
    const { bytes, rows } = TABLE_MOST
    const max = table.fault.code === 'too-large' ? bytes / 1_000_000 : rows
    throw new Refusal(FAULTS[table.fault.code], { line: table.fault.line, max })
  }
  const { places, header } = placesOf(table.rows[0]?.cells ?? [])
  const lines: TableLine[] = []
  const faults: LineFault[] = []
  for (const { line, cells } of table.rows.slice(header ? 1 : 0)) {
    const cell = (column: Column) => cells[places[column]]?.trim() ?? ''
    const author = cell('author')
    try {
      const typed = {
        text: cell('text'),
        axis: axisOf(cell('axis'), presets.axis, axes),
        table: cell('table') || presets.table,
        by: author === '' ? presets.by : ('person' as const),
        name: author || presets.name,
      }
      const { text } = harvestable(typed, IDEA_LENGTH, id => axes.some(axis => axis.id === id))
      lines.push({ ...typed, text, line })
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      faults.push({ line, text: cell('text').slice(0, 80), refusal })
    }
  }
  return { lines, faults }
}
