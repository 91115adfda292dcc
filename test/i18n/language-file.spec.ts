import assert from 'node:assert/strict'
import fc from 'fast-check'
import { IntlMessageFormat } from 'intl-messageformat'
import { format } from '../../src/i18n/format.ts'
import {
  LanguageFault,
  type LanguageFile,
  readLanguageFile,
  stillToSay,
} from '../../src/i18n/language-file.ts'
import { partsOf } from '../../src/i18n/message-values.ts'
import { KEYS, messageAt, wordsIn } from '../../src/i18n/words.ts'

type Parts = { language?: unknown; name?: unknown; fallback?: unknown; texts?: unknown }

const bytesOf = (text: string) => new TextEncoder().encode(text)
const fileOf = (parts: Parts) => ({ language: 'br', name: 'Brezhoneg', fallback: 'fr', texts: {}, ...parts })
const read = (texts: object, parts: Parts = {}): LanguageFile =>
  readLanguageFile(bytesOf(JSON.stringify(fileOf({ texts, ...parts }))))
/** What is wrong with one text. */
const wrong = (key: string, text: unknown, parts: Parts = {}) =>
  read({ [key]: text }, parts).faults.map(({ what }) => what)

function refused(bytes: Uint8Array | string): string {
  try {
    readLanguageFile(typeof bytes === 'string' ? bytesOf(bytes) : bytes)
  } catch (error) {
    assert.ok(error instanceof LanguageFault, String(error))
    return error.message
  }
  throw new Error('it was read')
}

describe('a contributor’s language file', () => {
  it('is used text by text, and knows what is missing', () => {
    const { id, catalogue, faults, missing } = read({ save: 'Enrollañ', 'commit.take': 'Emouestlañ a ran' })
    assert.equal(id, 'fr-x-br')
    assert.deepEqual(catalogue, {
      name: 'Brezhoneg',
      rules: 'br',
      texts: { save: 'Enrollañ', 'commit.take': 'Emouestlañ a ran' },
    })
    assert.deepEqual(faults, [])
    assert.equal(missing.length, KEYS.length - 2)
    assert.equal(
      JSON.parse(stillToSay({ fallback: 'fr', missing }))['commit.title'],
      messageAt('commit.title', 'fr'),
    )
  })

  it('may hold the whole catalogue as it stands, in either language', () => {
    for (const fallback of ['fr', 'en'] as const) {
      const whole = Object.fromEntries(KEYS.map(key => [key, messageAt(key, fallback) ?? '']))
      const { faults, missing } = read(whole, { language: 'oc', fallback })
      assert.deepEqual([faults, missing], [[], []])
    }
  })

  it('is told what a text has that cannot be filled', () => {
    assert.deepEqual(wrong('ballot.rules.quorum', 'Adalek {count} a {hini'), [
      'has a brace that is not closed',
    ])
    assert.deepEqual(wrong('save', '$' + '{evil}'), ['has a $ before a brace'])
    assert.match(wrong('direction.saved', 'Amañ')[0] ?? '', /must hold \{direction\}/)
    assert.match(wrong('save', '{name}')[0] ?? '', /must hold no value/)
    assert.match(wrong('direction.saved', '{direction, select, other {x}}')[0] ?? '', /knows no «select»/)
  })

  it('is told of what would be drawn as something else, and of what nobody sees', () => {
    for (const text of ['<b>Enrollañ</b>', '<script>', '[save](x)', 'https://x.example', '&#60;', '&lt;b'])
      assert.deepEqual(wrong('unknown', text), ['has HTML or a link in it'], text)
    for (const text of ['a\u202Eb', 'a\u0000b', 'a\nb'])
      assert.deepEqual(wrong('unknown', text), ['has a character that is not seen'])
    assert.deepEqual(wrong('direction.below', '< {share}'), [])
  })

  it('is told of plural forms that its language does not have, and of those that it leaves out', () => {
    const polish = { language: 'pl', name: 'Polski' }
    const text = '{count, plural, one {# głos} two {# głosy} other {# głosów}}'
    assert.deepEqual(wrong('ballot.count', text, polish), [
      'has a plural with a branch «two», which "pl" never chooses',
    ])
    const few = read({ 'ballot.count': '{count, plural, =0 {nic} one {# głos} other {# głosu}}' }, polish)
    assert.deepEqual([few.faults, few.unbranched], [[], ['ballot.count: few, many']])
    const japanese = { language: 'ja', name: '日本語' }
    assert.deepEqual(read({ 'ballot.count': '{count, plural, other {#票}}' }, japanese).unbranched, [])
    assert.match(
      wrong('ballot.count', '{count, plural, one {#票} other {#票}}', japanese)[0] ?? '',
      /never chooses/,
    )
  })

  it('chooses plurals as its fallback does where no rules of its own are known', () => {
    assert.equal(read({}, { language: 'gcr', name: 'Kréyol' }).catalogue.rules, 'fr')
  })

  it('is told of a text that is too long where a short one stands', () => {
    assert.deepEqual(wrong('save', 'x'.repeat(46)), ['has 46 letters, 45 at most stand here'])
    assert.deepEqual(wrong('unknown', 'x'.repeat(2_001)), ['has 2001 letters, 2000 at most stand here'])
    assert.deepEqual(wrong('save', 'x'.repeat(45)), [])
    assert.deepEqual(
      [wrong('save', ' '), wrong('save', 3), wrong('save', null), wrong('save', ['x'])],
      [['is empty'], ['is no text'], ['is no text'], ['is no text']],
    )
  })

  it('is told of keys that there are not, those of every object among them', () => {
    assert.match(wrong('comit.take', 'x')[0] ?? '', /^is no text of the app; "com/)
    const text = `{"language":"br","name":"B","fallback":"fr","texts":{"__proto__":"a","constructor":"b","toString":"c"}}`
    const { faults, catalogue } = readLanguageFile(bytesOf(text))
    assert.deepEqual(
      faults.map(({ key }) => key),
      ['__proto__', 'constructor', 'toString'],
    )
    assert.deepEqual(Object.keys(catalogue.texts), [])
    assert.equal(
      wordsIn('fr-x-br', 'Europe/Paris', undefined, new Map([['fr-x-br', catalogue]])).say('save'),
      'Enregistrer',
    )
  })

  it('is refused in one sentence where it is none', () => {
    const sentences = {
      [refused(new Uint8Array(2_000_001))]: /larger than 2 MB/,
      [refused(new Uint8Array([0xff, 0xfe, 0x7b, 0]))]: /UTF-8/,
      [refused('é'.repeat(3).concat('{'))]: /no JSON/,
      [refused('['.repeat(500_000))]: /no JSON/,
      [refused('[]')]: /holds no map/,
      [refused('null')]: /holds no map/,
      [refused('{"language":"br"}')]: /lacks "fallback"/,
      [refused(JSON.stringify({ ...fileOf({}), more: 1 }))]: /has "more"/,
      [refused(JSON.stringify(fileOf({ language: 'fr' })))]: /has whole/,
      [refused(JSON.stringify(fileOf({ language: '../x' })))]: /"language"/,
      [refused(JSON.stringify(fileOf({ name: '<b>' })))]: /"name"/,
      [refused(JSON.stringify(fileOf({ fallback: 'br' })))]: /"fallback"/,
      [refused(JSON.stringify(fileOf({ texts: ['x'] })))]: /"texts"/,
      [refused(
        JSON.stringify(
          fileOf({ texts: Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [at, ''])) }),
        ),
      )]: /more than 10000/,
    }
    for (const [sentence, expected] of Object.entries(sentences)) {
      assert.match(sentence, expected)
      assert.doesNotMatch(sentence, /\n|\bat \w+ \(/)
    }
  })

  const piece = fc.constantFrom(
    '{',
    '}',
    '#',
    ' ',
    'ul',
    '{count}',
    '{n}',
    '$',
    ',',
    'plural',
    'other',
    '=0',
    '<',
    'two',
  )
  const branch = fc.constantFrom(
    'one {#}',
    'two {# {count}}',
    'other {#}',
    'other {{count}}',
    '=0 {}',
    'zz {}',
    'few {}',
  )
  const plural = fc.array(branch, { maxLength: 4 }).map(parts => `{count, plural, ${parts.join(' ')}}`)
  const message = fc.array(fc.oneof(piece, plural), { maxLength: 8 }).map(parts => parts.join(''))

  it('is filled as ICU fills it, whatever text passed', () => {
    let passed = 0
    fc.assert(
      fc.property(message, fc.nat(1_300), (text, count) => {
        const { catalogue } = read({ 'ballot.count': text })
        const taken = catalogue.texts['ballot.count']
        if (taken === undefined) return
        passed++
        const told = taken.replaceAll('{count}', '{count, number}')
        assert.equal(format(taken, { count }, 'br'), new IntlMessageFormat(told, 'br').format({ count }))
        assert.ok(partsOf(taken).values.size > 0)
      }),
      { numRuns: 2_000, examples: [['ul {count, plural, one {#} other {{count}}}', 7]] },
    )
    assert.ok(passed > 0)
  })

  it('is read or refused in a sentence, whatever it holds, and never lets a foreign key in', () => {
    const value = fc.oneof(fc.string(), message, fc.jsonValue(), fc.constantFrom('constructor', '__proto__'))
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string(), fc.constantFrom('__proto__')), value),
        texts => {
          const { catalogue, faults, missing } = read(texts)
          const taken = Object.keys(catalogue.texts)
          assert.ok(taken.every(key => (KEYS as readonly string[]).includes(key)))
          assert.equal(taken.length + missing.length, KEYS.length)
          assert.ok(faults.every(({ what }) => !what.includes('\n')))
        },
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.uint8Array().map(bytes => Buffer.from(bytes).toString('latin1')),
        ),
        text => {
          assert.ok(refused(text).length < 250)
        },
      ),
    )
  })
})
