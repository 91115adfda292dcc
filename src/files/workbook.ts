import { inertText, type TableCell } from './csv-writer.ts'
import { type ZipEntry, zipOf } from './zip-writer.ts'

export type WorkbookCell = TableCell
type Row = readonly WorkbookCell[]
/** A sheet: its first row holds the column names. */
export type WorkbookSheet = { readonly name: string; readonly rows: readonly Row[] }
/** A streamed sheet: `heads` are the column names, `pages` the batches of rows. `widths`: letters of each column. */
export type FlowingSheet = {
  readonly name: string
  readonly heads: readonly string[]
  readonly widths: readonly number[]
  readonly pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Excel's limit of letters in a cell. */
const MOST_LETTERS = 32_767
/** Excel's limit of rows in a sheet, with the header. */
const MOST_ROWS = 1_048_576

/** A valid name for a sheet: at most 31 characters, none of these. */
function nameFor(name: string, part = 1): string {
  const suffix = part === 1 ? '' : ` (${part})`
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31 - suffix.length) + suffix
}

const shownIn = (cell: WorkbookCell = '') => (typeof cell === 'object' ? cell.text : String(cell))

/** Column width in letters: its longest cell, within a limit. */
function widthOf(rows: readonly Row[], column: number): number {
  return Math.min(60, Math.max(8, ...rows.map(row => shownIn(row[column]).length + 2)))
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Letters that XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function xmlText(text: string): string {
  // Excel decodes « _x0041_ » as a letter: typed text is escaped against it.
  const plain = text
    .toWellFormed()
    .replaceAll(UNWRITABLE, '')
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return plain.replaceAll(/[&<>"]/g, letter => ENTITIES[letter] ?? '')
}

/** « A », « B », … « AA »: the column's name from its index, 0 first. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

function cellXml(cell: WorkbookCell, place: string): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r=${place}><v>${cell}</v></c>` : ''
  // Formats 14 and 22: date and time in the reader's own locale. Source: ECMA-376, 18.8.30.
  if (typeof cell === 'object') return `<c r=${place} s="${cell.timed ? 3 : 2}"><v>${cell.days}</v></c>`
  if (cell === '') return ''
  const text = xmlText(inertText(cell.slice(0, MOST_LETTERS - 1)))
  return `<c r=${place} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Empty cells are left out: the others carry their reference. */
function rowXml(row: Row, at: number, style = ''): string {
  const cells = row.map((cell, column) => cellXml(cell, `"${columnName(column)}${at}"${style}`))
  return `<row r="${at}">${cells.join('')}</row>`
}

const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'

function sheetHead({ heads, widths }: Pick<FlowingSheet, 'heads' | 'widths'>): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  }<sheetData>${rowXml(heads, 1, ' s="1"')}`
}

const SHEET_END = '</sheetData></worksheet>'

/** Reading state of a sheet. */
type Rest = { readonly pages: AsyncIterator<readonly Row[]>; left: readonly Row[]; over: boolean }

/** @returns whether another row is left */
async function fill(rest: Rest): Promise<boolean> {
  while (rest.left.length === 0 && !rest.over) {
    const { value, done } = await rest.pages.next()
    rest.over = done === true
    rest.left = done ? [] : value
  }
  return rest.left.length > 0
}

async function* sheetXml(sheet: FlowingSheet, rest: Rest, most: number): AsyncGenerator<string> {
  yield sheetHead(sheet)
  let at = 1
  while (at < most && (await fill(rest))) {
    const taken = rest.left.slice(0, most - at)
    rest.left = rest.left.slice(taken.length)
    yield taken.map(row => rowXml(row, ++at)).join('')
  }
  yield SHEET_END
}

async function* flowing(pages: FlowingSheet['pages']): AsyncGenerator<readonly Row[]> {
  yield* pages
}

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

function relations(pairs: readonly (readonly [type: string, target: string])[]): string {
  const each = pairs.map(
    ([type, target], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

/** The workbook's parts that list the sheets, once their number is known. */
function frame(names: readonly string[]): readonly ZipEntry[] {
  const sheets = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="r${at}"/>`)
  const types = names.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  )
  const parts: readonly (readonly [string, string])[] = [
    ['xl/styles.xml', HEAD + STYLES],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${types.join('')}</Types>`,
    ],
  ]
  return parts.map(([name, text]) => ({ name, parts: [text] }))
}

async function* entriesOf(sheets: readonly FlowingSheet[], most: number): AsyncGenerator<ZipEntry> {
  const names: string[] = []
  for (const sheet of sheets) {
    const rest: Rest = { pages: flowing(sheet.pages), left: [], over: false }
    try {
      let part = 0
      do {
        names.push(nameFor(sheet.name, ++part))
        yield { name: `xl/worksheets/sheet${names.length}.xml`, parts: sheetXml(sheet, rest, most) }
      } while (await fill(rest))
    } finally {
      await rest.pages.return?.()
    }
  }
  yield* frame(names)
}

/**
 * A streamed XLSX file: numbers are numbers, texts are texts, never formulas. Beyond `most` rows a sheet continues on
 * another one.
 */
export function flowingWorkbook(
  sheets: readonly FlowingSheet[],
  most = MOST_ROWS,
): AsyncGenerator<Uint8Array> {
  return zipOf(entriesOf(sheets, most))
}

/** An XLSX file of sheets that are in memory. */
export async function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const whole = sheets.map(({ name, rows: [heads = [], ...rows] }) => ({
    name,
    heads: heads.map(shownIn),
    widths: heads.map((_, column) => widthOf([heads, ...rows], column)),
    pages: [rows],
  }))
  const parts: Uint8Array[] = []
  for await (const part of flowingWorkbook(whole)) parts.push(part)
  return Buffer.concat(parts)
}

/** Sheets one below the other, each under its name, an empty line between them: a CSV file has no sheets. */
export function linesOf(sheets: readonly WorkbookSheet[]): readonly Row[] {
  return sheets.flatMap(({ name, rows }, at) => [...(at > 0 ? [[]] : []), [name], ...rows])
}
