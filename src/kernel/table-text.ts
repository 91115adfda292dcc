/** A byte order mark, without which Excel takes UTF-8 for something else. */
const MARK = '\uFEFF'
/** A cell that begins so is a formula to a spreadsheet, whoever wrote it. */
const FORMULA = /^[=+\-@\t\r]/

/** `text` as a cell that no spreadsheet takes for a formula, on one line. */
export function inertText(text: string): string {
  const line = text.replaceAll(/[\r\n\t]+/g, ' ')
  return FORMULA.test(text) ? `'${line}` : line
}

function cellText(text: string): string {
  const inert = inertText(text)
  return /[;"]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** Rows as a spreadsheet of a French office opens them: UTF-8, semicolons, no cell that is a formula. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return `${MARK}${rows.map(row => `${row.map(cellText).join(';')}\r\n`).join('')}`
}
