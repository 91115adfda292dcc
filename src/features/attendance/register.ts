/** A byte order mark, without which Excel takes UTF-8 for something else. */
const MARK = '\uFEFF'
/** A cell that begins so is a formula to a spreadsheet, whoever wrote it. */
const FORMULA = /^[=+\-@\t\r]/

function cellText(text: string): string {
  const line = text.replaceAll(/[\r\n\t]+/g, ' ')
  const inert = FORMULA.test(text) ? `'${line}` : line
  return /[;"]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** Rows as a spreadsheet of a French office opens them: UTF-8, semicolons, no cell that is a formula. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return `${MARK}${rows.map(row => `${row.map(cellText).join(';')}\r\n`).join('')}`
}

/** « 3,5 »: hours to a hundredth, with a comma. `from`, `to`: milliseconds. */
export function hoursText(from: number, to: number): string {
  return String(Math.round((to - from) / 36_000) / 100).replace('.', ',')
}
