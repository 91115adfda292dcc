import assert from 'node:assert/strict'
import { IntlMessageFormat } from 'intl-messageformat'
import en from '../../src/i18n/en.json' with { type: 'json' }
import { format, type Params } from '../../src/i18n/format.ts'
import fr from '../../src/i18n/fr.json' with { type: 'json' }
import { LANGUAGES } from '../../src/kernel/language.ts'

const catalogues: Record<string, Record<string, string>> = { fr, en }
const keys = Object.keys(fr) as (keyof typeof fr)[]

/** Names a message asks for, and which of them choose a plural. */
function placeholders(message: string): string[] {
  return [
    ...new Set(
      // A branch of one word, `=0 {Complet}`, is none.
      [...message.matchAll(/(?<!(?:=\d+|one|other) )\{\s*(\w+)\s*(?:,\s*(plural)|\})/g)].map(
        ([, name, kind]) => `${name} ${kind ?? ''}`,
      ),
    ),
  ].sort()
}

function paramsFor(message: string, count: number): Params {
  const names = [...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(match => match[1] ?? '')
  const plural = new Set([...message.matchAll(/\{\s*(\w+)\s*,/g)].map(match => match[1]))
  return Object.fromEntries(names.map(name => [name, plural.has(name) ? count : `«${name}»`]))
}

describe('the catalogue', () => {
  it('has the same keys in both languages, in alphabetical order', () => {
    assert.deepEqual(Object.keys(en), Object.keys(fr))
    assert.deepEqual(keys, [...keys].sort())
  })

  it('asks for the same values in both languages', () => {
    for (const key of keys) assert.deepEqual(placeholders(en[key]), placeholders(fr[key]), key)
  })

  it('is formatted as ICU says, for every key and count', () => {
    for (const language of LANGUAGES) {
      for (const [key, message] of Object.entries(catalogues[language] ?? {})) {
        for (const count of [0, 1, 2, 5, 1240, 6700]) {
          const params = paramsFor(message, count)
          const expected = new IntlMessageFormat(message, language).format({ ...params })
          assert.equal(format(message, params, language), expected, `${language} ${key} ${count}`)
        }
      }
    }
  })

  it('writes ’ and never a straight apostrophe', () => {
    for (const key of keys) assert.doesNotMatch(fr[key] + en[key], /'/, key)
  })

  it('keeps French punctuation from falling onto the next line', () => {
    for (const key of keys) {
      assert.doesNotMatch(fr[key], / [;:?!%»]|« /, key)
      assert.doesNotMatch(fr[key].replaceAll(/\{[^{}]*\}/g, ''), /[\p{L}\d»][?;%]/u, key)
    }
  })

  it('does not exclaim, and never says error, invalid or please in French', () => {
    for (const key of keys) assert.doesNotMatch(fr[key], /!|erreur|invalide|veuillez|·e/i, key)
  })

  it('refuses to fill a message whose value is missing', () => {
    assert.throws(() => format('Bonjour {name}', {}, 'fr'), /no value for \{name\}/)
  })
})
