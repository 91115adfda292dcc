import assert from 'node:assert/strict'
import { alternativesOf, deadIn, type PathLiteral, pathLiteralsIn } from './path-expressions.ts'
import { filesIn } from './source.ts'

/** Made by a command: in the repository of nobody. */
const MADE = /^appPackage\/build/

const PATHS = [
  ...['src', 'test', 'bench', 'adaptiveCards', 'docs', 'infra', 'programmes', 'appPackage'].flatMap(folder =>
    filesIn(folder, /\.\w+$/),
  ),
].map(({ path }) => path)

describe('what tests, benches and the build choose files by', () => {
  it('matches files that are there, with each of its alternatives', () => {
    const files = [
      ...['test', 'bench', 'src/tabs/build'].flatMap(folder => filesIn(folder, /\.ts$/)),
      ...filesIn('src/tabs', /^vite\.config\.ts$/),
      // Beside the rules stand planted faults, and what `npm run new` would write, whose files are nowhere.
    ].filter(({ path }) => !/^test\/(architecture\/.*\.spec\.ts$|support\/scaffold\/)/.test(path))
    const literals = files.flatMap(file =>
      pathLiteralsIn(file).map(literal => ({ ...literal, path: file.path })),
    )
    assert.ok(literals.length > 150, `${literals.length}`)
    const dead = literals.flatMap(({ path, line, ...literal }) =>
      deadIn(literal, PATHS)
        .filter(each => !MADE.test(each))
        .map(each => `${path}:${line} chooses no file any more, and can no longer fail: ${each}`),
    )
    assert.equal(dead.length, 0, `\n${dead.join('\n')}\nSay where those files are now, or take it out.`)
  })
})

describe('the rule that a guard still has what it guards', () => {
  const paths = ['src/kernel/text/text.ts', 'src/features/ideas/idea/store.ts']
  const literals = (text: string) => pathLiteralsIn({ path: 'x.ts', text })
  const dead = (text: string) => literals(text).flatMap(each => deadIn(each, paths))

  it('writes out the choices of an expression', () => {
    assert.deepEqual(alternativesOf('^a(b|c(d|e)?)\\.ts$'), ['^ab\\.ts$', '^ac(d|e)?\\.ts$'])
    assert.deepEqual(alternativesOf('(?<!x)a(?!b|c)[(|]\\(d|e'), ['a[(|]\\(d', 'e'])
    assert.deepEqual(alternativesOf('a(?:b|c)+'), ['a(?:b|c)+'])
  })

  it('reads expressions over paths and texts that name them, and nothing else', () => {
    const read = literals(
      `import a from './src/a.ts'\nconst b = [/^src\\/b/, 'test/c', '/src/d', 'src/* e', /\\/tabs\\/f/]`,
    )
    const expected: readonly PathLiteral[] = [
      { line: 2, text: '^src\\/b', isRegExp: true },
      { line: 2, text: 'test/c', isRegExp: false },
    ]
    assert.deepEqual(read, expected)
  })

  for (const good of [
    'const a = /^src\\/kernel\\//',
    'const a = /^src\\/(kernel\\/text|features\\/.*\\/store)/',
    'const a = /kernel\\/(?!gone\\/)text/',
    "const a = path.startsWith('src/features/')",
    "const a = /from '[^']*kernel\\/gone'/",
  ])
    it(`takes ${good}`, () => assert.deepEqual(dead(good), []))

  for (const bad of [
    'const a = /^src\\/core\\//',
    'const a = /^src\\/(kernel\\/text\\/text|kernel\\/gone)\\.ts$/',
    'const a = path => /^src\\/features\\/.*\\/queries/.test(path)',
    "const a = path.startsWith('src/features/gone/')",
  ])
    it(`refuses ${bad}`, () => assert.equal(dead(bad).length, 1))
})
