import assert from 'node:assert/strict'
import { type HarvestPresets, linesIn, TABLE_MOST } from '../../../src/features/ideas/harvest/spreadsheet.ts'
import { readTable } from '../../../src/files/csv-reader.ts'
import { programme } from '../../support/programme/programme.ts'

const PRESETS: HarvestPresets = { axis: 'equipe', table: '4', by: 'table', name: '' }
const read = (bytes: Uint8Array) => linesIn(readTable(bytes, TABLE_MOST), PRESETS, programme.axes)
const lines = (text: string) => read(new TextEncoder().encode(text))
const plain = (text: string, change: Partial<HarvestPresets> = {}) => ({ ...PRESETS, text, ...change })
const without = (text: string) => lines(text).lines.map(({ line: _, ...rest }) => rest)

describe('a harvest in a CSV file', () => {
  it('is read by the names of its columns, in any order, and by their order where they have none', () => {
    const wanted = [plain('Un banc', { axis: 'usager', table: '7', by: 'person', name: 'Nadia Ferrer' })]
    const axis = programme.axes.find(({ id }) => id === 'usager')?.title.fr ?? ''
    assert.deepEqual(without(`Auteur;TEXTE;axe;table\nNadia Ferrer;Un banc;usager;7`), wanted)
    assert.deepEqual(without(`Un banc;"${axis.toUpperCase()}";7;Nadia Ferrer`), wanted)
    assert.deepEqual(without('idée\nUn banc\n"Un banc, à l’ombre"'), [
      plain('Un banc'),
      plain('Un banc, à l’ombre'),
    ])
  })

  it('takes what a spreadsheet would compute for the text that it is', () => {
    const cells = ['=HYPERLINK("http://x";"y")', '+33 minutes', '@SUM(A1)', '-1 trajet']
    const file = ['texte', ...cells.map(cell => `"${cell.replaceAll('"', '""')}"`)].join('\n')
    assert.deepEqual(
      lines(file).lines.map(({ text }) => text),
      cells,
    )
  })

  it('says of each line that makes no idea where it stands, and why', () => {
    const { lines: kept, faults } = lines(
      `texte,axe\nUn banc,\n,usager\n${'x'.repeat(281)},\nUn abri,nulle part`,
    )
    assert.deepEqual(
      kept.map(({ text }) => text),
      ['Un banc'],
    )
    assert.deepEqual(
      faults.map(({ line, refusal }) => `${line} ${refusal.code}`),
      ['3 empty-text', '4 too-long', '5 axis-missing'],
    )
  })

  it('is read as Excel writes it in France, and refused whole where it cannot be', () => {
    assert.equal(read(Buffer.from('texte\nL\u00e9ger', 'latin1')).lines[0]?.text, 'Léger')
    assert.throws(() => lines('texte\n"Un banc'), { code: 'file-quotes' })
    assert.throws(() => read(new Uint8Array(1_000_001)), { code: 'file-large' })
    assert.throws(() => lines(['texte', ...Array(2_001).fill('Un banc')].join('\n')), { code: 'file-long' })
  })
})
