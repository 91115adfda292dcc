import { CsvError, parse } from 'csv-parse/sync'

/** One row of a file, and the line it begins on: the first is 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** Why a file cannot be read as a table. */
export type TableFault = { readonly line: number; readonly code: 'too-large' | 'too-many' | 'quotes' }

export type CsvTable = { readonly rows: readonly CsvRow[] } | { readonly fault: TableFault }

/** Bytes of a file, and rows besides the header. */
export type TableLimits = { readonly bytes: number; readonly rows: number }
/** As many people as an administration may have. */
export const MOST: TableLimits = { bytes: 50_000_000, rows: 250_000 }

const SEPARATORS = [';', ','] as const

/** UTF-8 when it is that, Windows-1252 when it is not: what Excel writes in France. A byte order mark is dropped. */
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
      // What a spreadsheet adds below its last row has no text at all.
      if (cells.some(cell => cell.trim() !== '')) rows.push({ line, cells })
      line = lines + 1
      return null
    },
  })
  return rows
}

/** The separator that cuts the first row into most cells; a header that cannot be read has none, and any will say so. */
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
 * Rows of a CSV file, the header too: separated by semicolons or commas, in UTF-8 or Windows-1252, cells quoted where
 * they need it. Rows without any text are left out. Cells are only text, whatever they look like.
 */
export function readTable(bytes: Uint8Array, most: TableLimits = MOST): CsvTable {
  if (bytes.byteLength > most.bytes) return { fault: { line: 1, code: 'too-large' } }
  // One kind of line break: the library would count two lines for one within quotes.
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
