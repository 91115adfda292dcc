/** A byte order mark, without which Excel takes UTF-8 for something else. */
export const BYTE_ORDER_MARK = '\uFEFF'
/**
 * CSV injection: a spreadsheet runs a cell that begins so as a formula; some skip invisible letters before it, and
 * accept full-width signs.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * CSV injection where a reader splits at commas: what follows one would begin another cell. Quotes do not help: in a
 * line that begins without one they are letters, and after a comma they are removed.
 */
const FORMULA_WITHIN = /,(?=[\s\p{C}"]*[=+\-@＝＋－＠])/gu

/** A day or a time: `text` for CSV, `days` as a spreadsheet counts them. */
export type MomentCell = { readonly text: string; readonly days: number; readonly timed: boolean }
export type TableCell = string | number | MomentCell

/** `text` as a cell that no spreadsheet runs as a formula, on one line. */
export function inertText(text: string): string {
  const line = text.replaceAll(/[\r\n\t]+/g, ' ')
  return FORMULA.test(text) ? `'${line}` : line
}

/** Quotes that this module put before a formula, at the beginning or after a comma; see `inertText`. */
const INERT = /^'(?=\s|[\s\p{C}]*[=+\-@＝＋－＠])/u
const INERT_WITHIN = /,'(?=[\s\p{C}"]*[=+\-@＝＋－＠])/gu

/** A cell of a table that comes back, as it was before this module made it inert, but for its line breaks. */
export function originalText(cell: string): string {
  return cell.replace(INERT, '').replaceAll(INERT_WITHIN, ',')
}

function cellText(cell: TableCell): string {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.text
  const inert = inertText(cell).replaceAll(FORMULA_WITHIN, ",'")
  return /[;"]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** Rows as lines of a table: what follows `BYTE_ORDER_MARK`. */
export function tableLines(rows: readonly (readonly TableCell[])[]): string {
  return rows.map(row => `${row.map(cellText).join(';')}\r\n`).join('')
}

/** CSV as a spreadsheet of a French office opens it: UTF-8 with mark, semicolons, no cell that is a formula. */
export function tableText(rows: readonly (readonly TableCell[])[]): string {
  return BYTE_ORDER_MARK + tableLines(rows)
}
