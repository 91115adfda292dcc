import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { en } from '../../src/i18n/en/index.ts'
import { format, type Params } from '../../src/i18n/format.ts'
import { fr } from '../../src/i18n/fr/index.ts'
import { LANGUAGES } from '../../src/kernel/text/language.ts'
import { typeset, typographyFault } from './typography.ts'

const catalogues: Record<string, Record<string, string>> = { fr, en }
const keys = Object.keys(fr) as (keyof typeof fr)[]

type Node = { type: number; value?: unknown; options?: Record<string, { value: Node[] }> }

/** Of ICU's syntax tree. */
const TYPE = { argument: 1, plural: 6 }

/** Every value that a message asks for; `true` where it chooses a plural. */
function askedBy(message: string): Map<string, boolean> {
  const found = new Map<string, boolean>()
  const walk = (nodes: readonly Node[]) => {
    for (const { type, value, options } of nodes) {
      const name = String(value)
      if (type === TYPE.argument) found.set(name, found.get(name) ?? false)
      if (type === TYPE.plural) found.set(name, true)
      for (const option of Object.values(options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, 'fr').getAst() as Node[])
  return new Map([...found].sort())
}

function paramsFor(message: string, count: number): Params {
  return Object.fromEntries(
    [...askedBy(message)].map(([name, plural]) => [name, plural ? count : `«${name}»`]),
  )
}

/** ICU writes a number given to `{n}` as the language does; the library does so only when told. */
function told(message: string): string {
  const numbers = askedBy(message)
  return message.replaceAll(/\{(\w+)\}/g, (all, name) => (numbers.get(name) ? `{${name}, number}` : all))
}

describe('the catalogue', () => {
  /** The keys of each file of a language. */
  const filesOf = (language: string) => {
    const folder = join('src/i18n', language)
    const names = readdirSync(folder).filter(name => name.endsWith('.json'))
    return names.map(name => {
      const texts: object = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      return { name, keys: Object.keys(texts) }
    })
  }

  it('has the same keys in the same files in both languages, in alphabetical order', () => {
    assert.deepEqual(filesOf('en'), filesOf('fr'))
    for (const { name, keys } of filesOf('fr')) assert.deepEqual(keys, [...keys].sort(), name)
  })

  it('has all that its files hold, each key once and each first word in one file', () => {
    const held = filesOf('fr').flatMap(({ keys }) => keys)
    assert.deepEqual([...held].sort(), [...keys].sort())
    assert.deepEqual(Object.keys(en).sort(), [...keys].sort())
    const places = new Map<string, Set<string>>()
    for (const { name, keys } of filesOf('fr'))
      for (const key of keys) {
        const word = key.split('.')[0] ?? ''
        places.set(word, (places.get(word) ?? new Set()).add(name))
      }
    for (const [word, names] of places)
      assert.deepEqual([...names].length, 1, `${word}: ${[...names].join(', ')}`)
  })

  it('holds no word that nobody says', () => {
    const files = ['src', 'adaptiveCards'].flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
    )
    const code = files
      .filter(file => /\.tsx?$|adaptiveCards.*\.json$/.test(file))
      .map(file => readFileSync(file, 'utf8'))
    const said = code.join('\n')
    // A few keys are completed by a value: `role.${role}`, `refusal.${code}`.
    const starts = [...said.matchAll(/`([\w.]+\.)\$\{/g)].map(([, start = '']) => start)
    const words = new Set(said.match(/[\w-]+(?:\.[\w-]+)*/g))
    const silent = keys.filter(key => !words.has(key) && !starts.some(start => key.startsWith(start)))
    assert.deepEqual(silent, [])
  })

  it('asks for the same values in both languages', () => {
    for (const key of keys) assert.deepEqual(askedBy(en[key]), askedBy(fr[key]), key)
  })

  it('is formatted as ICU says, for every key and count', () => {
    for (const language of LANGUAGES) {
      for (const [key, message] of Object.entries(catalogues[language] ?? {})) {
        for (const count of [0, 1, 2, 5, 1240, 6700]) {
          const params = paramsFor(message, count)
          const expected = new IntlMessageFormat(told(message), language).format({ ...params })
          assert.equal(format(message, params, language), expected, `${language} ${key} ${count}`)
        }
      }
    }
  })

  it('writes ’ and never a straight apostrophe', () => {
    for (const key of keys) assert.doesNotMatch(fr[key] + en[key], /'/, key)
  })

  it('sets French signs off as printers do: by a thin no-break space before ; ? ! %, a whole one before : and in « »', () => {
    const faults = filesOf('fr').flatMap(({ name, keys }) =>
      keys.map(key => typographyFault(`src/i18n/fr/${name}`, key, catalogues.fr?.[key] ?? '')),
    )
    assert.equal(faults.join(''), '', `\n${faults.filter(fault => fault !== '').join('\n')}`)
  })

  it('does not exclaim, and never says error, invalid or please in French', () => {
    for (const key of keys) assert.doesNotMatch(fr[key], /!|erreur|invalide|veuillez|·e/i, key)
  })

  it('refuses to fill a message whose value is missing', () => {
    assert.throws(() => format('Bonjour {name}', {}, 'fr'), /no value for \{name\}/)
  })
})

describe('the rule of French spaces', () => {
  const [whole, thin] = ['\u00A0', '\u202F']
  const fault = (text: string) => typographyFault('src/i18n/fr/feedback.json', 'thank.title', text)

  for (const good of [
    `Qui${thin}? Elle${thin}; lui${thin}! 22${thin}%`,
    `Les idées${whole}: «${whole}des vélos${whole}», {name}${thin}?`,
    'À 14:30, voir https://exemple.fr',
    `{count, plural, one {# idée${whole}: la voici} other {# idées}}`,
  ])
    it(`takes ${good}`, () => assert.equal(fault(good), ''))

  it('says which space is missing and where, and gives the line to paste', () => {
    assert.equal(
      fault('Le temps long : qui?'),
      [
        'src/i18n/fr/feedback.json, thank.title:',
        '  U+00A0 belongs before :, a plain space stands there: …Le temps long⟨U+00A0⟩: qui?…',
        '  U+202F belongs before ?, nothing stands there: …mps long : qui⟨U+202F⟩?…',
        `  write: "thank.title": "Le temps long${whole}: qui${thin}?"`,
      ].join('\n'),
    )
  })

  const wrong = {
    'Quoi ?': `Quoi${thin}?`,
    [`Quoi${whole}!`]: `Quoi${thin}!`,
    '22%': `22${thin}%`,
    '{n} %': `{n}${thin}%`,
    'Elle; lui': `Elle${thin}; lui`,
    [`Voici${thin}:`]: `Voici${whole}:`,
    'Voici:': `Voici${whole}:`,
    '« {title} »': `«${whole}{title}${whole}»`,
    '«vélos»?': `«${whole}vélos${whole}»${thin}?`,
    [`«${thin}vélos${thin}»`]: `«${whole}vélos${whole}»`,
    '{count, plural, one {quoi ?} other {quoi?}}': `{count, plural, one {quoi${thin}?} other {quoi${thin}?}}`,
  }
  for (const [bad, good] of Object.entries(wrong))
    it(`refuses ${bad}, and sets it right`, () => {
      assert.notEqual(fault(bad), '')
      assert.equal(typeset(bad), good)
      assert.equal(fault(good), '')
    })
})
