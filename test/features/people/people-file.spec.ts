import assert from 'node:assert/strict'
import { isAscii, isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { parsePeopleFile } from '../../../src/features/people/people-file/domain.ts'
import { readTable } from '../../../src/files/csv-reader.ts'
import { bytesOf, LATIN, type Shape } from '../../support/features/people-file.ts'
import { programme } from '../../support/programme/programme.ts'

const HEADER = 'email;name;direction;roles'
const utf8 = (text: string) => new TextEncoder().encode(text)
const rosterIn = (text: string) => parsePeopleFile(readTable(utf8(text)), programme.directions)
const entry = (line: string) => rosterIn(`${HEADER}\n${line}`).entries[0]
/** `line code` of each fault below the header. */
const faults = (...lines: string[]) =>
  rosterIn([HEADER, ...lines].join('\n')).faults.map(({ line, code }) => `${line} ${code}`)

const shape: fc.Arbitrary<Shape> = fc.record({
  separator: fc.constantFrom(';', ','),
  encoding: fc.constantFrom('utf-8', 'windows-1252'),
  mark: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.constantFrom('all', 'needed'),
})
/** What both encodings can write. A row of one empty text would be no row; a lone break of the other kind, another text. */
const cell = fc
  .array(fc.constantFrom(...LATIN), { minLength: 1, maxLength: 12 })
  .map(letters => `x${letters.join('')}`)
const rows = fc
  .integer({ min: 2, max: 5 })
  .chain(width =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

describe('a people file', () => {
  it('is read whatever its separator, encoding, quotes and line breaks', () => {
    const read = (written: readonly string[][], as: Shape) => {
      const table = readTable(bytesOf(written, as))
      assert.ok('rows' in table)
      return table.rows.map(({ cells }) => cells)
    }
    fc.assert(
      fc.property(rows, shape, (written, as) => {
        // A few texts are valid in both encodings with different meanings: they cannot be told apart.
        const bytes = bytesOf(written, as)
        fc.pre(as.encoding === 'utf-8' || isAscii(bytes) || !isUtf8(bytes))
        assert.deepEqual(read(written, as), written)
      }),
      {
        numRuns: 1_000,
      },
    )
  })

  it('never makes the reader fail, whatever bytes it holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'";,\n\r ab\u0000é|=@', '\uFEFF'), maxLength: 60 })
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      text.map(utf8),
      text.map(each => utf8(`${HEADER}\n${each}`)),
    )
    fc.assert(
      fc.property(bytes, given => {
        const { entries, faults } = parsePeopleFile(readTable(given), programme.directions)
        for (const { line } of [...entries, ...faults]) assert.ok(line >= 1)
      }),
      { numRuns: 3_000 },
    )
  })

  it('may have its columns in any order, under French names, among others', () => {
    const { entries, faults } = rosterIn(
      'Rôle,Matricule,Nom,Courriel,Direction\npilote,7,Inès,INES@x.fr,mobilites',
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(entries, [
      {
        line: 2,
        email: 'ines@x.fr',
        name: 'Inès',
        role: 'pilot',
        deputy: false,
        leads: ['mobilites'],
        direction: 'mobilites',
      },
    ])
  })

  it('names a Direction by id or by name, whatever its case and accents', () => {
    const name = programme.direction('lycees')?.name ?? ''
    for (const named of ['lycees', 'LYCÉES', name, name.toUpperCase()])
      assert.equal(entry(`a@x.fr;A;${named};`)?.direction, 'lycees')
  })

  it('says which Direction a name may have meant, where only one may', () => {
    const meant = (direction: string) => {
      const { faults } = rosterIn(`${HEADER}\na@x.fr;A;${direction};`)
      return faults[0]?.details.near
    }
    const name = programme.direction('lycees')?.name
    for (const written of ['Lycée', 'direction des lycee', 'Direction des lyéces', 'lycess'])
      assert.equal(meant(written), name, written)
    for (const written of ['Direction', 'Direction de la', 'nulle part', 'x'])
      assert.equal(meant(written), undefined, written)
  })

  it('looks for the meaning of fifty names at most', () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `a${at}@x.fr;A;Lycée ${at};`)
    const { faults } = rosterIn([HEADER, ...lines, 'b@x.fr;B;Lycée;'].join('\n'))
    assert.equal(faults.length, 5_001)
    assert.equal(faults.at(-1)?.details.near, undefined)
  })

  it('asks for the id of a Direction whose name another has', () => {
    const same = ['nord', 'sud'].map(id => ({ id, name: 'Direction des finances' }))
    const said = (direction: string) =>
      parsePeopleFile(readTable(utf8(`${HEADER}\na@x.fr;A;${direction};`)), same).faults.map(
        ({ code }) => code,
      )
    assert.deepEqual(said('Direction des finances'), ['direction-ambiguous'])
    assert.deepEqual(said('est'), ['direction-unknown'])
    assert.deepEqual(said('nord'), [])
  })

  it('gives roles in French and in English, and several Directions to a manager', () => {
    const said = (roles: string, direction = 'lycees') => {
      const { role, deputy, leads } = entry(`a@x.fr;A;${direction};${roles}`) ?? {}
      return [role, deputy, leads]
    }
    for (const word of ['', 'agent', 'Agente']) assert.deepEqual(said(word), ['agent', false, []])
    for (const word of ['pilote', 'Pilot']) assert.deepEqual(said(word), ['pilot', false, ['lycees']])
    for (const word of ['suppléance', 'deputy']) assert.deepEqual(said(word), ['pilot', true, ['lycees']])
    for (const word of ['encadrement', 'manager'])
      assert.deepEqual(said(word, 'lycees | culture'), ['manager', false, ['lycees', 'culture']])
    for (const word of ['organisation', 'organiser']) assert.deepEqual(said(word), ['organiser', false, []])
    for (const word of ['observation', 'observer']) assert.deepEqual(said(word), ['observer', false, []])
  })

  it('holds text, even where it looks like a formula', () => {
    assert.equal(entry('a@x.fr;"=HYPERLINK(""http://x"")";;')?.name, '=HYPERLINK("http://x")')
    assert.equal(entry('a@x.fr;"Anne\r\n Marie";;')?.name, 'Anne Marie')
  })

  it('is refused with each fault named by its line', () => {
    assert.deepEqual(faults('nobody;;nowhere;chef'), [
      '2 mail',
      '2 name-missing',
      '2 role-unknown',
      '2 direction-unknown',
    ])
    assert.deepEqual(faults('a@x.fr;A;;', 'b@x.fr;B;lycees', 'c@x.fr;C;lycees;;'), ['3 cells', '4 cells'])
    assert.deepEqual(faults('a@x.fr;A;lycees;', '', 'A@X.fr;A;culture;'), ['4 twice'])
    assert.deepEqual(faults('a@x.fr;A;lycees;pilote', 'b@x.fr;B;lycees;pilote'), ['3 pilots'])
    assert.deepEqual(faults('a@x.fr;A;lycees;deputy', 'b@x.fr;B;lycees;deputy'), ['3 deputies'])
    assert.deepEqual(faults('a@x.fr;A;;encadrement', 'b@x.fr;B;;pilote'), [
      '2 direction-needed',
      '3 direction-needed',
    ])
    assert.deepEqual(faults('a@x.fr;A;lycees|culture;pilote'), ['2 direction-several'])
    assert.deepEqual(faults(`a@x.fr;${'A'.repeat(121)};;`), ['2 name-long'])
    assert.deepEqual(faults('a@x.fr;"A;;'), ['2 quotes'])
    assert.deepEqual([faults(), faults('', '')], [['1 nobody'], ['1 nobody']])
  })

  it('is refused without its columns, and when it is too large', () => {
    const codes = (text: string) => rosterIn(text).faults.map(({ code, details }) => [code, details.column])
    assert.deepEqual(codes('email;nom;email\n'), [
      ['column-twice', 'email'],
      ['column-missing', 'direction'],
      ['column-missing', 'roles'],
    ])
    assert.equal(codes('').length, 4)
    const many = `${HEADER}\n${'a@x.fr;A;;\n'.repeat(250_001)}`
    assert.deepEqual(
      rosterIn(many).faults.map(({ line, code }) => [line, code]),
      [[250_002, 'too-many']],
    )
    assert.deepEqual(readTable(new Uint8Array(50_000_001)), { fault: { line: 1, code: 'too-large' } })
  })
})
