import { CsvError, parse } from 'csv-parse/sync'

/** A row, and the line it begins on: the first is 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** Why a file cannot be parsed. */
export type TableFault = { readonly line: number; readonly code: 'too-large' | 'too-many' | 'quotes' }

export type CsvTable = { readonly rows: readonly CsvRow[] } | { readonly fault: TableFault }

/** Limits: bytes of the file, and rows besides the header. */
export type TableLimits = { readonly bytes: number; readonly rows: number }
/** As many people as an administration may have. */
export const MOST: TableLimits = { bytes: 50_000_000, rows: 250_000 }

const SEPARATORS = [';', ','] as const

/** UTF-8 if valid, else Windows-1252, which Excel writes in France. A byte order mark is dropped. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function rowsIn(text: string, delimiter: string, to: number): CsvRow[] {
  let line = 1
  const rows: CsvRow[] = []
  parse(text, {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    to,
    on_record: (cells: string[], { lines }) => {
      // Empty rows that a spreadsheet adds at its end.
      if (cells.some(cell => cell.trim() !== '')) rows.push({ line, cells })
      line = lines + 1
      return null
    },
  })
  return rows
}

/** Detects the separator: the one that splits the first row into most cells; any for a header that cannot be read. */
function separatorOf(text: string): string {
  const width = (separator: string) => {
    try {
      return rowsIn(text, separator, 1)[0]?.cells.length ?? 0
    } catch {
      return 0
    }
  }
  const [first, second] = SEPARATORS
  return width(second) > width(first) ? second : first
}

/**
 * Parses a CSV file, with its header: separated by semicolons or commas, in UTF-8 or Windows-1252, cells quoted where
 * needed. Empty rows are left out. Cells are text, whatever they look like.
 */
export function readTable(bytes: Uint8Array, most: TableLimits = MOST): CsvTable {
  if (bytes.byteLength > most.bytes) return { fault: { line: 1, code: 'too-large' } }
  // Normalised line breaks: the library would count CRLF within quotes as two lines.
  const text = textOf(bytes).replaceAll(/\r\n?/g, '\n')
  try {
    const rows = rowsIn(text, separatorOf(text), most.rows + 2)
    const extra = rows[most.rows + 1]
    return extra ? { fault: { line: extra.line, code: 'too-many' } } : { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { fault: { line: Number(error.lines ?? 1), code: 'quotes' } }
  }
}

/** Rows of a CSV file, its header first; none where it cannot be parsed. */
export function rowsOf(bytes: Uint8Array): readonly CsvRow[] {
  const table = readTable(bytes)
  return 'rows' in table ? table.rows : []
}
