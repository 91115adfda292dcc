import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { uncitableIn } from './cited.ts'
import { filesIn } from './source.ts'

const FOLDERS = ['src', 'test', 'bench', 'adaptiveCards', 'appPackage', 'docs', 'env', 'infra', 'programmes']
const PATHS = [
  ...readdirSync('.'),
  ...FOLDERS.flatMap(each => filesIn(each, /\.\w+$/).map(({ path }) => path)),
]

describe('a comment', () => {
  it('cites files of the repository alone', () => {
    const sources = ['src', 'test', 'bench'].flatMap(folder => filesIn(folder, /\.(tsx?|css|cjs|mjs)$/))
    assert.ok(sources.some(({ text }) => text.includes('ARCHITECTURE.md')))
    const others = sources.filter(({ path }) => path !== 'test/architecture/cited.spec.ts')
    const faults = others.flatMap(file => uncitableIn(file, PATHS).map(fault => `${file.path}:${fault}`))
    assert.equal(faults.length, 0, `\n${faults.join('\n')}\nSay what it says, or give a public address.`)
  })
})

describe('the rule that a comment cites what is there', () => {
  const paths = ['ARCHITECTURE.md', 'docs/donnees.md', 'src/kernel/text/text.ts', 'package.json']

  for (const good of [
    '/** ARCHITECTURE.md, « Features ». See `text.ts` and docs/donnees.md. */',
    '// What kernel/text/text.ts says, of package.json',
    '// https://example.org/a/platform.md and https://sqlite.org/wal.html',
    "const page = 'product.md'",
    '// *.spec.ts, and files that end in .ts',
  ])
    it(`takes ${good}`, () => assert.deepEqual(uncitableIn({ text: good }, paths), []))

  for (const bad of [
    '/** The kinds that product.md, principle 5, names. */',
    '/**\n * As rule 11 of architecture.md has it.\n */',
    'const a = 1 // see still.ts',
    '// features/text.ts',
  ])
    it(`refuses ${bad.replace(/\s+/g, ' ')}`, () => assert.equal(uncitableIn({ text: bad }, paths).length, 1))
})
