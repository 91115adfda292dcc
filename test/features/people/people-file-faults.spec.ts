import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nearDirection } from '../../../src/features/people/people-file/direction-suggestion.ts'
import { parsePeopleFile } from '../../../src/features/people/people-file/domain.ts'
import { faultRows } from '../../../src/features/people/people-file/fault-cards.ts'
import { readTable, rowsOf } from '../../../src/files/csv-reader.ts'
import { tableText } from '../../../src/files/csv-writer.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import { LANGUAGES } from '../../../src/kernel/text/language.ts'
import { bytesOf } from '../../support/features/people-file.ts'
import { programme } from '../../support/programme/programme.ts'

const { directions, zone } = programme
const HEADER = ['email', 'nom', 'Direction', 'Rôle', 'Téléphone']
const as = { separator: ';', encoding: 'utf-8', mark: false, newline: '\n', quotes: 'all' } as const
const directionName = (id: string) => directions.find(each => each.id === id)?.name ?? id
const found = (bytes: Uint8Array) => parsePeopleFile(readTable(bytes), directions)
const WORDS = { fr: wordsIn('fr', zone), en: wordsIn('en', zone) }
const sentBack = (bytes: Uint8Array, language: 'fr' | 'en' = 'fr') => {
  return new TextEncoder().encode(
    tableText(
      faultRows(
        { words: WORDS[language], directionName },
        { rows: rowsOf(bytes), faults: found(bytes).faults },
      ),
    ),
  )
}
/** A fault without other lines. Cells are counted by how many are missing: the file sent back has one more of each row. */
const said = (code: string, { other: _, count, wanted, ...details }: Record<string, string | number>) => ({
  code,
  details,
  missing: Number(wanted ?? 0) - Number(count ?? 0),
})
/** What was read, whatever the order of the lines. */
const told = (bytes: Uint8Array) => {
  const { entries, faults } = found(bytes)
  const sorted = (all: readonly object[]) => all.map(each => JSON.stringify(each)).sort()
  return {
    entries: sorted(entries.map(({ line: _, ...entry }) => entry)),
    faults: sorted(faults.map(({ code, details }) => said(code, details))),
  }
}

const letters = fc
  .array(fc.constantFrom(...'ab é;,"\'|=+-@＝\n\r\t', '\u200b', '\u00a0', '€', '\ud800', '\ufeff'), {
    maxLength: 8,
  })
  .map(all => all.join(''))
const cell = fc.oneof(letters, fc.string({ unit: 'binary', maxLength: 8 }))
const row = fc.oneof(
  fc.tuple(
    fc.constantFrom('a@x.fr', 'b@x.fr', '+c@x.fr', 'x'),
    fc.oneof(cell, fc.constant('Inès')),
    fc.oneof(fc.constantFrom('lycees', 'Direction des lycée', 'culture|europe', ''), cell),
    fc.oneof(fc.constantFrom('', 'pilote', 'encadrement', 'chef'), cell),
    cell,
  ),
  // One cell too few, or too many.
  fc.array(cell, { minLength: 1, maxLength: 7 }),
)

describe('a people file that is sent back to be corrected', () => {
  it('says the same when it is read again, whatever its cells hold: nobody lost, no fault forgotten', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('fr', 'en'),
        (rows, language) => {
          const bytes = bytesOf([HEADER, ...rows], as)
          const back = sentBack(bytes, language)
          assert.deepEqual(told(back), told(bytes))
          assert.deepEqual(told(sentBack(back, language)), told(bytes))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('holds no cell that a spreadsheet would run, and each line once', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), rows => {
        const bytes = bytesOf([HEADER, ...rows], as)
        const back = rowsOf(sentBack(bytes))
        assert.equal(back.length, rowsOf(bytes).length)
        for (const { cells } of back)
          for (const each of cells) assert.doesNotMatch(each, /^[\s\p{C}]*[=+\-@＝＋－＠]/u)
      }),
      { numRuns: 300 },
    )
  })

  it('has one column that says what is wrong, however often it is sent', () => {
    for (const language of LANGUAGES) {
      const once = sentBack(bytesOf([HEADER, ['x', 'Inès', '', '', '+33 5']], as), language)
      const twice = sentBack(once, language)
      assert.deepEqual(rowsOf(twice)[0], rowsOf(once)[0])
      assert.deepEqual(rowsOf(twice)[0]?.cells.slice(1), HEADER)
      assert.equal(rowsOf(twice)[1]?.cells.at(-1), "'+33 5")
    }
  })

  it('says in its head what is wrong with the whole file', () => {
    const back = rowsOf(
      sentBack(
        bytesOf(
          [
            ['email', 'nom', 'roles'],
            ['a@x.fr', 'A', ''],
          ],
          as,
        ),
      ),
    )
    assert.match(back[0]?.cells[0] ?? '', /^À corriger · il manque la colonne «\u00a0direction\u00a0»/)
    assert.deepEqual(back[1]?.cells, ['', 'a@x.fr', 'A', ''])
  })

  it('answers in time for seven thousand lines that are all wrong', () => {
    const rows = Array.from({ length: 7_000 }, (_, n) => ['x', '', `Service numéro ${n}`, 'chef', ''])
    const bytes = bytesOf([HEADER, ...rows], as)
    const before = process.cpuUsage()
    assert.equal(rowsOf(sentBack(bytes)).length, 7_001)
    const { user, system } = process.cpuUsage(before)
    assert.ok((user + system) / 1_000 < 10_000, `${user + system} µs`)
  })
})

describe('a Direction that a file may have meant', () => {
  it('is one of the programme, and is found by its name or id within a slip', () => {
    const near = nearDirection(directions)
    assert.equal(near('Direction des lycée')?.id, 'lycees')
    assert.equal(near('mobilitse')?.id, 'mobilites')
    for (const far of ['???', '', 'nulle part', 'Direction', 'Service des sports nautiques'])
      assert.equal(near(far), undefined, far)
  })

  it('is never another than those of the programme, whatever is written', () => {
    const written = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .constantFrom(...directions.map(({ name }) => name))
        .chain(name =>
          fc
            .tuple(fc.nat(name.length), fc.string({ maxLength: 2 }))
            .map(([at, put]) => name.slice(0, at) + put + name.slice(at + 1)),
        ),
    )
    fc.assert(
      fc.property(fc.array(written, { maxLength: 5 }), all => {
        const near = nearDirection(directions)
        for (const each of all) {
          const found = near(each)
          assert.ok(
            found === undefined || directions.some(({ id, name }) => id === found.id && name === found.name),
          )
        }
      }),
      { numRuns: 500 },
    )
  })
})
