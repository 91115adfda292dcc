import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { BYTE_ORDER_MARK, inertText, tableLines, tableText } from '../../src/files/csv-writer.ts'

/** What begins a formula, alone or behind what cannot be seen, and what ends a cell or a line. */
const HOSTILE = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ';',
  ',',
  '"',
  "'",
  ' ',
  '\u200B',
  '\u00A0',
  '＝',
  'a',
  '1',
]
const hostile = fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 12 })
const text = fc.oneof(hostile, fc.string({ unit: 'binary' }))
const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
const read = (table: string) =>
  parse(table, { delimiter: ';', relaxColumnCount: true, bom: true, skipEmptyLines: false }) as string[][]

const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]/u

/**
 * Cells as Excel finds them where commas separate: a quote begins a quoted text at the beginning of a cell alone, and what
 * stands behind its end belongs to the cell.
 */
function cellsByCommas(text: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    const begins = at === 0 || text[at - 1] === ',' || text[at - 1] === '\n'
    if (quoted && letter === '"' && text[at + 1] === '"') cell += text[++at]
    else if (quoted && letter === '"') quoted = false
    else if (!quoted && begins && letter === '"') quoted = true
    else if (!quoted && (letter === ',' || letter === '\n')) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...cells, cell]
}

const RELAXED = { relaxColumnCount: true, relaxQuotes: true, bom: true, skipRecordsWithError: true }

describe('a table as text', () => {
  it('has no cell that a spreadsheet takes for a formula, whoever wrote it', () => {
    fc.assert(
      fc.property(rows, given => {
        for (const cell of read(tableText(given)).flat()) {
          assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/)
          assert.doesNotMatch(cell.replace(/^[\s\p{C}]+/u, ''), /^[=+\-@＝＋－＠]/u)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('says the same words on one line, but for the apostrophe before a formula', () => {
    const plain = (cell: string) =>
      cell.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/,(?=[\s\p{C}"]*[=+\-@＝＋－＠])/gu, ",'")
    fc.assert(
      fc.property(rows, given => {
        const found = read(tableText(given))
        assert.deepEqual(
          found.map(row => row.map(cell => cell.replace(/^'(?=[\s\p{C}]*[=+\-@＝＋－＠ ])/u, ''))),
          given.map(row => row.map(cell => plain(cell).replace(/^'(?=[\s\p{C}]*[=+\-@＝＋－＠ ])/u, ''))),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('has none either where a reader separates by commas, or by tabs, whatever it makes of quotes', () => {
    fc.assert(
      fc.property(rows, given => {
        const table = tableText(given)
        const found = [
          cellsByCommas(table.slice(BYTE_ORDER_MARK.length)),
          ...[',', '\t'].map(delimiter => parse(table, { ...RELAXED, delimiter }) as string[][]),
          ...[',', '\t'].map(delimiter => parse(table, { ...RELAXED, delimiter, quote: null }) as string[][]),
        ]
        for (const cell of found.flat(2)) assert.doesNotMatch(cell, FORMULA)
      }),
      { numRuns: 1_000 },
    )
    assert.equal(tableLines([[1, 'Bonjour,=HYPERLINK(A1)']]), "1;Bonjour,'=HYPERLINK(A1)\r\n")
    assert.equal(tableLines([[1, 'Bonjour, "@SUM(1)']]), `1;"Bonjour,' ""@SUM(1)"\r\n`)
    assert.equal(tableLines([['Un carnet, un café, 3 - 2 = 1']]), 'Un carnet, un café, 3 - 2 = 1\r\n')
  })

  it('keeps numbers as numbers, below nought too', () => {
    assert.equal(tableLines([[-3, 4.5, 'x']]), '-3;4.5;x\r\n')
    assert.equal(inertText('-3'), "'-3")
  })

  it('begins with the mark that tells Excel what it is written in', () => {
    assert.equal(tableText([['é']]), `${BYTE_ORDER_MARK}é\r\n`)
  })
})
