import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { MethodFault } from '../../../src/features/programme/method/fault.ts'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { methodText } from '../../../src/features/programme/method/writer.ts'
import { effective } from '../../../src/features/programme/programme/live.ts'
import {
  MOST_THEME_WORDS,
  MOST_THEMES,
  THEME_TITLE,
  THEME_WORD,
} from '../../../src/features/programme/programme/theme.ts'
import { readBack, written } from '../../../src/features/programme/schema/formats.ts'
import { BOARD_LIMITS } from '../../../src/features/themes/domain.ts'
import { stemKey } from '../../../src/search/stemming.ts'

const read = (name: string) => readFileSync(`programmes/${name}.yaml`, 'utf8')
const START = read('depart')
const withThemes = (...lines: readonly string[]) =>
  `${START}\nthemes:\n${lines.map(l => `  - ${l}\n`).join('')}`
const line = (id: string, words: string, axis = 'usagers') =>
  `{ id: ${id}, axis: ${axis}, title: Un titre, words: [${words}] }`

function faultsOf(text: string): string {
  try {
    parseMethodFile(text)
  } catch (error) {
    assert.ok(error instanceof MethodFault)
    return error.message
  }
  return assert.fail('it is taken')
}

describe('the themes of a method file', () => {
  it('are none where it says none, and then an earlier version reads what is stored', () => {
    const content = parseMethodFile(START)
    assert.deepEqual(content.themes, [])
    assert.doesNotMatch(written(content), /themes/)
    assert.doesNotMatch(methodText(content), /themes/)
  })

  it('come back as they were written, in their order', () => {
    const content = parseMethodFile(
      withThemes(line('deux', 'courrier, langage clair'), line('un', 'guichet')),
    )
    assert.deepEqual(
      content.themes.map(({ id, words }) => [id, words]),
      [
        ['deux', ['courrier', 'langage clair']],
        ['un', ['guichet']],
      ],
    )
    assert.deepEqual(parseMethodFile(methodText(content)), content)
    assert.deepEqual(readBack(written(content)), content)
  })

  it('are in force as soon as they are stored', () => {
    const [before, after] = [parseMethodFile(START), parseMethodFile(withThemes(line('un', 'guichet')))]
    assert.deepEqual(effective(before, after).themes, after.themes)
  })

  it('take one word in two forms for one, and none of every text for a word', () => {
    assert.equal(stemKey('vélos'), stemKey('Vélo'))
    assert.equal(stemKey('courriers types'), stemKey('type de courrier'))
    assert.equal(stemKey('pour'), '')
  })

  for (const [what, lines, fault] of [
    [
      'an axis that the file does not have',
      [line('un', 'guichet', 'ailleurs')],
      /themes\.0\.axis: is under ailleurs/,
    ],
    ['an id twice', [line('un', 'guichet'), line('un', 'lettre')], /themes\.1\.id: id un is used twice/],
    [
      'a word of another theme of the axis',
      [line('un', 'guichet'), line('deux', 'lettre, Guichets')],
      /themes\.1\.words\.1: «Guichets» is a word of theme un already/,
    ],
    ['a word of every text', [line('un', 'guichet, avec')], /themes\.0\.words\.1: «avec» tells no idea/],
    ['no word', [line('un', '')], /themes\.0\.words: is empty/],
    ['a word that is too long', [line('un', 'a'.repeat(41))], /40 characters at most/],
    [
      'more words than are read',
      [line('un', Array.from({ length: 31 }, (_, at) => `mot${at}`).join())],
      /30 entries at most/,
    ],
    [
      'more themes than are read',
      Array.from({ length: MOST_THEMES + 1 }, (_, at) => line(`t${at}x`, `mot${at}`)),
      /100 entries at most/,
    ],
    [
      'who made it',
      ['{ id: un, axis: usagers, title: T, words: [guichet], by: Camille }'],
      /by: is not a key/,
    ],
  ] as const)
    it(`are refused where one has ${what}`, () => assert.match(faultsOf(withThemes(...lines)), fault))

  it('are as long as those of the board', () => {
    assert.deepEqual(BOARD_LIMITS, { title: THEME_TITLE, word: THEME_WORD, words: MOST_THEME_WORDS })
  })

  it('may share a word with those of another axis, and hold a word in two forms', () => {
    const text = withThemes(line('un', 'guichet, guichets'), line('deux', 'guichet', 'simplifier'))
    assert.equal(parseMethodFile(text).themes.length, 2)
  })

  it('are three at least for each axis of the files that we bring', () => {
    for (const name of ['occitanie', 'valmorane']) {
      const { axes, themes } = parseMethodFile(read(name))
      for (const { id } of axes) assert.ok(themes.filter(({ axis }) => axis === id).length >= 3, id)
    }
  })
})
