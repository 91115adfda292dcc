/** A byte order mark, without which Excel takes UTF-8 for something else. */
export const MARK = '\uFEFF'
/**
 * A cell that begins so is a formula to a spreadsheet, whoever wrote it; some leave out what cannot be seen before it, and
 * take the wide letters of an Asian keyboard for the others.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * Within a cell, what a reader that separates by commas takes for the beginning of another. Quotes do not keep it from that:
 * where a line begins with no quote they are letters to it, and behind a comma they are taken away.
 */
const FORMULA_WITHIN = /,(?=[\s\p{C}"]*[=+\-@＝＋－＠])/gu

/** A day, or a moment of it: `text` where a table is text, `days` as a spreadsheet counts them. */
export type MomentCell = { readonly text: string; readonly days: number; readonly timed: boolean }
export type TableCell = string | number | MomentCell

/** `text` as a cell that no spreadsheet takes for a formula, on one line. */
export function inertText(text: string): string {
  const line = text.replaceAll(/[\r\n\t]+/g, ' ')
  return FORMULA.test(text) ? `'${line}` : line
}

function cellText(cell: TableCell): string {
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.text
  const inert = inertText(cell).replaceAll(FORMULA_WITHIN, ",'")
  return /[;"]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** Rows as lines of a table: what follows `MARK`. */
export function tableLines(rows: readonly (readonly TableCell[])[]): string {
  return rows.map(row => `${row.map(cellText).join(';')}\r\n`).join('')
}

/** Rows as a spreadsheet of a French office opens them: UTF-8, semicolons, no cell that is a formula, there or where commas separate. */
export function tableText(rows: readonly (readonly TableCell[])[]): string {
  return MARK + tableLines(rows)
}
