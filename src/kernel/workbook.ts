import writeWorkbook from 'write-excel-file/node'
import { inertText } from './table-text.ts'

export type WorkbookCell = string | number
/** One sheet: its first row names the columns. */
export type WorkbookSheet = { readonly name: string; readonly rows: readonly (readonly WorkbookCell[])[] }

/** A sheet's name as Excel takes it: at most 31 characters, none of these. */
function nameFor(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}

/** Characters that a column shows: its longest cell, within reason. */
function widthOf(rows: WorkbookSheet['rows'], column: number): number {
  return Math.min(60, Math.max(8, ...rows.map(row => String(row[column] ?? '').length + 2)))
}

/** An XLSX file: numbers are numbers, texts are texts, never a formula, whoever wrote them. */
export function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return writeWorkbook(
    sheets.map(({ name, rows }) => ({
      sheet: nameFor(name),
      stickyRowsCount: 1,
      columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
      data: rows.map((row, at) =>
        row.map(cell =>
          typeof cell === 'number'
            ? { type: Number, value: cell }
            : { type: String, value: inertText(cell), ...(at === 0 && { fontWeight: 'bold' as const }) },
        ),
      ),
    })),
  ).toBuffer()
}
