import assert from 'node:assert/strict'
import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { createRender } from '../../src/cards/render.ts'
import { format } from '../../src/i18n/format.ts'
import { MessageFault, valuesOf } from '../../src/i18n/message-values.ts'
import { wordFaults } from '../../src/i18n/overrides.ts'
import { KEYS, messageAt, wordsIn } from '../../src/i18n/words.ts'
import { LANGUAGES } from '../../src/kernel/text/language.ts'
import { allSamples } from '../cards/samples.ts'
import { leavesOf } from '../cards/tree.ts'

const french = (fr: Record<string, string>) => ({ fr, en: {} })
/** What is wrong with one French text. */
const wrong = (key: string, text: string) => wordFaults(french({ [key]: text })).map(({ said }) => said.what)

// Pieces of messages, more often right than wrong: `'` and `<` are left out, which ICU gives a meaning of their own.
const piece = fc.constantFrom(
  '{',
  '}',
  '#',
  ' ',
  'un',
  '{n}',
  '{name}',
  '{n, plural, other {#}}',
  'plural',
  ',',
)
const branch = fc.constantFrom('=0 {}', 'one {# {name}}', 'other {#}', 'other {{n}}', 'zzz {}', 'one', '{}')
const plural = fc.array(branch, { maxLength: 4 }).map(parts => `{n, plural, ${parts.join(' ')}}`)
const message = fc.array(fc.oneof(piece, plural), { maxLength: 8 }).map(parts => parts.join(''))

describe('texts in place of the catalogue’s', () => {
  it('may be any that the catalogue has', () => {
    for (const language of LANGUAGES) {
      const own = Object.fromEntries(KEYS.map(key => [key, messageAt(key, language) ?? '']))
      assert.deepEqual(wordFaults({ fr: {}, en: {}, [language]: own }), [])
    }
  })

  it('are refused for a key that there is not, with the nearest that there is', () => {
    const [fault] = wordFaults(french({ 'direction.titel': 'Mon pôle' }))
    assert.equal(fault?.said.what, 'is no key of the catalogue')
    assert.deepEqual(fault?.right, ['direction.title', 'Ma Direction'])
    assert.deepEqual(wrong('constructor', 'Mon pôle'), ['is no key of the catalogue'])
  })

  it('are refused without their values, with others, or with a plural by a word', () => {
    assert.match(
      wrong('direction.saved', 'Votre pôle')[0] ?? '',
      /must hold \{direction\}, and holds no value/,
    )
    assert.match(wrong('direction.title', 'Mon {pole}')[0] ?? '', /must hold no value, and holds \{pole\}/)
    const counted = 'Pôle {direction, plural, other {#}}'
    assert.match(wrong('direction.saved', counted)[0] ?? '', /no number/)
    assert.deepEqual(wrong('ballot.directions', '{count} pôles'), [])
  })

  it('are refused when they would not be filled as they read', () => {
    for (const text of [
      '{',
      '}',
      '{}',
      '{count',
      '{count, select, other {}}',
      '{count, plural, one {1}}',
      '${count}',
    ])
      assert.equal(wrong('ballot.directions', text).length, 1, text)
  })

  it('are read as ICU reads them, and filled so', () => {
    let taken = 0
    fc.assert(
      fc.property(message, fc.integer({ min: 0, max: 3 }), (text, n) => {
        const params = { n, name: 'Anne' }
        let values: ReturnType<typeof valuesOf>
        try {
          values = valuesOf(text)
        } catch (fault) {
          assert.ok(fault instanceof MessageFault, String(fault))
          return
        }
        if (![...values.keys()].every(name => name in params)) return
        taken++
        assert.equal(format(text, params, 'fr'), new IntlMessageFormat(text, 'fr').format(params), text)
      }),
      { numRuns: 2_000, examples: [['{name} {n, plural, one {# {name}} other {#}}', 1]] },
    )
    assert.ok(taken > 0)
  })
})

describe('a programme’s own words', () => {
  const own = {
    fr: { 'direction.title': 'Mon pôle', 'app.name': 'Ensemble' },
    en: { 'app.name': 'Together' },
  }

  it('are said in their language, the catalogue’s elsewhere', () => {
    const [fr, en] = LANGUAGES.map(language => wordsIn(language, 'Europe/Paris', own))
    assert.equal(fr?.say('direction.title'), 'Mon pôle')
    assert.equal(en?.say('direction.title'), 'My Direction')
    assert.equal(en?.say('app.name'), 'Together')
  })

  it('stand on cards where a template names their key', () => {
    const named = 'direction.why'
    const render = createRender(french({ [named]: 'Pour compter les pôles.' }))
    const cards = allSamples('fr').map(card => render(card, 'fr', ''))
    const texts = cards.flatMap(card => leavesOf(card).map(({ text }) => text))
    assert.ok(texts.includes('Pour compter les pôles.'))
    assert.ok(!texts.includes(messageAt(named, 'fr') ?? ''))
  })
})
