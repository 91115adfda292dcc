import { tableText } from '../../../files/csv-writer.ts'
import { linesOf, type WorkbookSheet, workbookOf } from '../../../files/workbook.ts'
import { Download } from '../../../kernel/requests/route.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A file of what a page shows, as a workbook or, sheets one below the other, as CSV. */
export async function fileOf(
  format: keyof typeof TYPES,
  name: string,
  sheets: readonly WorkbookSheet[],
): Promise<Download> {
  const bytes = format === 'csv' ? tableText(linesOf(sheets)) : await workbookOf(sheets)
  return new Download(TYPES[format], `${name}.${format}`, bytes)
}
