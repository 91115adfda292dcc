import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { differencesOf } from '../../../src/features/programme/import/differences.ts'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { methodText } from '../../../src/features/programme/method/writer.ts'
import { contentSchema } from '../../../src/features/programme/schema/content.ts'
import { exampleOf, type JsonSchema } from '../../../src/features/programme/schema/examples.ts'
import { methodJsonSchema } from '../../../src/features/programme/schema/json-schema.ts'
import { anyProgramme } from '../../support/programme/arbitrary-programme.ts'

const shipped = readdirSync('programmes').filter(name => name.endsWith('.yaml'))

/** Keys in another order at every depth; lists as they are. */
function turnedRound<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turnedRound) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, turnedRound(each)]),
  ) as T
}

describe('the text of a method file', () => {
  it('gives back the programme it was written from, and the same text again', () => {
    fc.assert(
      fc.property(anyProgramme, content => {
        const text = methodText(content)
        const back = parseMethodFile(text)
        assert.deepEqual(back, content)
        assert.deepEqual(differencesOf(content, back), [])
        assert.equal(methodText(turnedRound(back)), text)
      }),
      { numRuns: 200 },
    )
  })

  for (const name of shipped) {
    it(`is that of ${name}, but for its remarks`, () => {
      const text = readFileSync(`programmes/${name}`, 'utf8')
      assert.deepEqual(parseMethodFile(methodText(parseMethodFile(text))), parseMethodFile(text))
      assert.match(text, /^# yaml-language-server: \$schema=\.\/method\.schema\.json\n/)
    })
  }
})

describe('the JSON Schema of a method file', () => {
  const published = JSON.parse(readFileSync('programmes/method.schema.json', 'utf8')) as unknown

  it('is published as it is: `npm run --silent programme -- schema > programmes/method.schema.json`', () => {
    assert.deepEqual(published, methodJsonSchema())
  })

  it('has each of its sections in docs/methode.md, and in the files that are shipped', () => {
    const sections = Object.keys(methodJsonSchema().properties ?? {})
    const rows = readFileSync('docs/methode.md', 'utf8').match(/^\| `.*?\|/gm) ?? []
    const told = rows.flatMap(row => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name))
    assert.deepEqual(told.toSorted(), sections.toSorted())
    const written = shipped.map(name => readFileSync(`programmes/${name}`, 'utf8')).join('')
    assert.deepEqual(
      sections.filter(name => !new RegExp(`^${name}:`, 'm').test(written)),
      [],
    )
  })

  it('gives an example that is right for everything that a file may hold', () => {
    const missing: string[] = []
    const walk = (schema: JsonSchema, path: string) => {
      if (exampleOf(schema) === undefined && !/\.(fr|en)$/.test(path)) missing.push(path)
      for (const [key, part] of Object.entries(schema.properties ?? {})) walk(part, `${path}.${key}`)
      if (schema.items) walk(schema.items, `${path}[]`)
    }
    const { format: _, ...content } = methodJsonSchema().properties ?? {}
    walk({ properties: content }, '')
    assert.deepEqual(missing, [])
    const example = exampleOf({ properties: content })
    assert.equal(contentSchema.safeParse(example).error?.message, undefined)
  })
})
