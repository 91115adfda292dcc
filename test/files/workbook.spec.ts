import assert from 'node:assert/strict'
import fc from 'fast-check'
import { inertText } from '../../src/files/csv-writer.ts'
import { type FlowingSheet, flowingWorkbook, workbookOf } from '../../src/files/workbook.ts'
import { readWorkbook } from '../support/reading/workbook.ts'

async function bytesOf(sheets: readonly FlowingSheet[], most?: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of flowingWorkbook(sheets, most)) parts.push(part)
  return Buffer.concat(parts)
}

const longSheet = (pages: FlowingSheet['pages']): FlowingSheet => ({
  name: 'Longue',
  heads: ['n'],
  widths: [10],
  pages,
})

describe('a workbook', () => {
  it('holds numbers as numbers and texts as texts, none a formula', async () => {
    const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: 'binary' }))
    const letters = (text: string) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot write
      text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 4 }), async row => {
        const [sheet] = readWorkbook(await workbookOf([{ name: 'x', rows: [['tête'], row] }]))
        const said = row.map(each =>
          typeof each === 'number'
            ? each + 0
            : letters(inertText(each)).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'),
        )
        const found = sheet?.rows[1] ?? []
        assert.deepEqual(
          said.map((_, at) => found[at] ?? ''),
          said,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('goes on with another sheet where one is full, and never with an empty one', async () => {
    const rows = async (...pages: number[][]) =>
      readWorkbook(await bytesOf([longSheet(pages.map(page => page.map(n => [n])))], 4)).map(sheet => [
        sheet.name,
        sheet.rows.slice(1).flat(),
      ])
    assert.deepEqual(await rows([1, 2, 3], [4], [], [5, 6]), [
      ['Longue', [1, 2, 3]],
      ['Longue (2)', [4, 5, 6]],
    ])
    assert.deepEqual(await rows([1, 2, 3, 4]), [
      ['Longue', [1, 2, 3]],
      ['Longue (2)', [4]],
    ])
    assert.deepEqual(await rows(), [['Longue', []]])
  })

  it('asks for a page once there is room for it, and lets the pages go when nobody reads on', async () => {
    let [asked, ended] = [0, false]
    async function* pages() {
      try {
        for (;;) {
          asked += 1
          yield Array.from({ length: 1_000 }, (_, n) => [`${asked} ${n} ${'x'.repeat(50)}`])
        }
      } finally {
        ended = true
      }
    }
    const reading = flowingWorkbook([longSheet(pages())])
    for (let part = 0; part < 4; part++) await reading.next()
    assert.ok(asked < 10, `${asked} pages were made for four parts`)
    await reading.return(undefined)
    assert.equal(ended, true)
  })
})
