import assert from 'node:assert/strict'
import fc from 'fast-check'
import { boardThemes, themeWords } from '../../../src/features/themes/domain.ts'
import { placeOf, reasonFor, soughtOf } from '../../../src/features/themes/placing.ts'

const TIME = {
  id: 'temps',
  axis: 'a',
  title: 'Temps',
  words: ['télétravail', 'domicile', 'semaine de quatre jours'],
}
const MEETINGS = { id: 'reunions', axis: 'a', title: 'Réunions', words: ['réunion', 'ordre du jour'] }
const sought = [TIME, MEETINGS].map(soughtOf)

const word = fc.constantFrom(
  'vélo',
  'réunion',
  'télétravail',
  'cantine',
  'arbre',
  'courrier',
  'guichet',
  'tri',
)
const text = fc.array(word, { maxLength: 8 }).map(words => words.join(' '))
const themes = fc
  .array(fc.uniqueArray(word, { maxLength: 4 }), { maxLength: 5 })
  .map(lists => lists.map((words, at) => ({ id: `t${at}`, words })))

describe('an idea put under a theme by its words', () => {
  it('goes where it holds most of them, whatever their form', () => {
    assert.equal(placeOf(sought, 'Télétravailler à mon domicile, une réunion par jour'), 'temps')
    assert.equal(placeOf(sought, 'Fixer l’ordre du jour avant les réunions'), 'reunions')
  })

  it('goes nowhere where it holds none, or as many of two', () => {
    assert.equal(placeOf(sought, 'Un potager derrière le bâtiment B'), undefined)
    assert.equal(placeOf(sought, 'Des réunions en télétravail'), undefined)
    assert.equal(placeOf([], 'Des réunions'), undefined)
  })

  it('holds several words that belong together where it has all of them', () => {
    assert.equal(placeOf(sought, 'La semaine de quatre jours'), 'temps')
    assert.equal(placeOf(sought, 'Quatre vélos'), undefined)
  })

  it('says by which words, in the theme’s order and spelling', () => {
    assert.deepEqual(reasonFor(soughtOf(TIME), 'Au domicile : télétravailler !'), ['télétravail', 'domicile'])
    assert.deepEqual(reasonFor(soughtOf(TIME), 'Un potager'), [])
  })

  it('counts two forms of one word once', () => {
    const twice = soughtOf({ id: 'deux', words: ['vélo', 'vélos'] })
    assert.deepEqual(reasonFor(twice, 'Un vélo'), ['vélo'])
  })

  it('does not depend on the order of themes, words or other ideas', () => {
    fc.assert(
      fc.property(themes, text, fc.nat(), (list, idea, seed) => {
        const turned = list.toSorted(
          (a, b) => ((a.id.charCodeAt(1) * 7 + seed) % 5) - ((b.id.charCodeAt(1) * 7 + seed) % 5),
        )
        const other = turned.map(({ id, words }) => ({ id, words: words.toReversed() }))
        assert.equal(placeOf(list.map(soughtOf), idea), placeOf(other.map(soughtOf), idea))
      }),
    )
  })

  it('is under one theme at most, one that holds a word of it and more than any other', () => {
    fc.assert(
      fc.property(themes, text, (list, idea) => {
        const all = list.map(soughtOf)
        const found = placeOf(all, idea)
        const counts = new Map(all.map(theme => [theme.id, reasonFor(theme, idea).length]))
        const most = Math.max(0, ...counts.values())
        const best = [...counts].filter(([, count]) => count === most && count > 0)
        assert.equal(found, best.length === 1 ? best[0]?.[0] : undefined)
      }),
    )
  })

  it('is found alone among ten thousand that say something else', () => {
    const crowd = Array.from({ length: 10_000 }, () => placeOf(sought, 'Une réunion de moins'))
    assert.ok(crowd.every(theme => theme === 'reunions'))
    assert.equal(placeOf(sought, 'Le télétravail'), 'temps')
  })
})

describe('the themes of a board', () => {
  const kept = (id: string, madeAt: number, more: object = {}) => ({ ...MEETINGS, id, madeAt, ...more })

  it('stand as in the method file, changed ones at their place, then those made, by age', () => {
    const found = boardThemes(
      [TIME, MEETINGS],
      [kept('un', 1), kept('temps', 2, { title: 'Heures' }), kept('deux', 3)],
    )
    assert.deepEqual(
      found.map(({ id, title }) => [id, title]),
      [
        ['temps', 'Heures'],
        ['reunions', 'Réunions'],
        ['un', 'Réunions'],
        ['deux', 'Réunions'],
      ],
    )
  })

  it('leave out what was taken off, also of the method file', () => {
    const found = boardThemes(
      [TIME, MEETINGS],
      [kept('un', 1, { removedAt: 5 }), kept('temps', 2, { removedAt: 5 })],
    )
    assert.deepEqual(
      found.map(({ id }) => id),
      ['reunions'],
    )
  })

  it('have words of their own: none of another, none of every text, one form of each', () => {
    assert.deepEqual(themeWords([' cantine ', 'Cantines', '', 'repas bio'], [TIME]), ['cantine', 'repas bio'])
    assert.throws(() => themeWords(['réunions'], [MEETINGS]), { code: 'theme-word-twice' })
    assert.throws(() => themeWords(['pour'], []), { code: 'theme-word-mute' })
    assert.throws(() => themeWords(['a'.repeat(41)], []), { code: 'too-long' })
    assert.throws(
      () =>
        themeWords(
          Array.from({ length: 31 }, (_, at) => `mot${at}`),
          [],
        ),
      {
        code: 'theme-words-many',
      },
    )
  })
})
