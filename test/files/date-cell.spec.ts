import { deepEqual, match } from 'node:assert/strict'
import { tableText } from '../../src/files/csv-writer.ts'
import { momentCell } from '../../src/files/date-cell.ts'
import { workbookOf } from '../../src/files/workbook.ts'

/** 22 April 2027, 10:00 in Paris. */
const AT = Date.UTC(2027, 3, 22, 8)
const PARIS = 'Europe/Paris'

describe('a moment in a table', () => {
  it('is written as people of its language write it', () => {
    deepEqual(momentCell(AT, PARIS, 'fr').text, '22/04/2027')
    deepEqual(momentCell(AT, PARIS, 'fr', true).text, '22/04/2027 10:00')
    deepEqual(momentCell(AT, PARIS, 'en', true).text, '2027-04-22 10:00')
  })

  it('is the day and the hour of its zone, as a spreadsheet counts them', () => {
    // 46499 is 22 April 2027 where 1 is 1 January 1900, and 29 February 1900 is counted.
    deepEqual(momentCell(AT, PARIS, 'fr').days, 46_499)
    deepEqual(Math.round((momentCell(AT, PARIS, 'fr', true).days - 46_499) * 24 * 60), 10 * 60)
    deepEqual(momentCell(Date.UTC(2027, 3, 21, 22, 30), PARIS, 'fr').days, 46_499)
  })

  it('is text in a CSV file, and a date in a workbook', async () => {
    const row = [momentCell(AT, PARIS, 'fr'), momentCell(AT, PARIS, 'fr', true)]
    match(tableText([row]), /^\uFEFF22\/04\/2027;22\/04\/2027 10:00\r\n$/)
    const zip = Buffer.from(await workbookOf([{ name: 'x', rows: [['a', 'b'], row] }])).toString('latin1')
    match(zip, /xl\/worksheets\/sheet1\.xml/)
  })
})
