import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { inertText, MARK, tableLines, tableText } from '../../src/kernel/table-text.ts'

/** What begins a formula, alone or behind what cannot be seen, and what ends a cell or a line. */
const HOSTILE = ['=', '+', '-', '@', '\t', '\r', '\n', ';', '"', "'", ' ', '\u200B', '\u00A0', '＝', 'a', '1']
const hostile = fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 12 })
const text = fc.oneof(hostile, fc.string({ unit: 'binary' }))
const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
const read = (table: string) =>
  parse(table, { delimiter: ';', relaxColumnCount: true, bom: true, skipEmptyLines: false }) as string[][]

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
    const plain = (cell: string) => cell.replaceAll(/[\r\n\t]+/g, ' ')
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

  it('keeps numbers as numbers, below nought too', () => {
    assert.equal(tableLines([[-3, 4.5, 'x']]), '-3;4.5;x\r\n')
    assert.equal(inertText('-3'), "'-3")
  })

  it('begins with the mark that tells Excel what it is written in', () => {
    assert.equal(tableText([['é']]), `${MARK}é\r\n`)
  })
})
