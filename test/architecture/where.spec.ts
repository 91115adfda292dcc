import assert from 'node:assert/strict'
import { filesIn } from './source.ts'
import { ANSWERS } from './where.ts'

/** Whether `code`, without its comments, declares `symbol`: a function, class or constant, or a method of what it makes. */
function declares(code: string, symbol: string): boolean {
  const named = `(?:export )?(?:async )?(?:function\\*?|const|class) ${symbol}\\b`
  const parameters = '\\((?:[^(){}]|\\{[^{}]*\\}|\\([^()]*\\))*\\)'
  const method = `(?:async )?\\*?${symbol}(?:<[^()]*>)?${parameters}(?:: [^\\n=]+)? \\{$`
  const field = `${symbol}: (?:async )?(?:\\w+ =>|<|\\()`
  return new RegExp(`^[ \\t]*(?:${named}|${method}|${field})`, 'm').test(code)
}

const sources = new Map(filesIn('src', /\.tsx?$/).map(({ path, code }) => [path, code]))
const distinct = (values: readonly string[]) => new Set(values).size

describe('where things are decided', () => {
  it('asks twenty questions, each once, about twenty symbols', () => {
    assert.equal(ANSWERS.length, 20)
    assert.equal(distinct(ANSWERS.map(({ question }) => question)), 20)
    assert.equal(distinct(ANSWERS.map(({ symbol }) => symbol)), 20)
  })

  for (const { question, symbol, file } of ANSWERS)
    it(question, () => {
      const code = sources.get(file)
      assert.ok(
        code !== undefined,
        `${file} is no longer there: say in test/architecture/where.ts where it is`,
      )
      assert.ok(
        declares(code, symbol),
        `${file} declares no ${symbol}: say in test/architecture/where.ts what does`,
      )
    })
})

describe('what counts as a declaration', () => {
  for (const good of [
    'function leave(id: string): void {',
    'export async function leave(\n  id: string,\n): Promise<void> {',
    'export const leave = 10',
    '  const leave = (id: string) => id',
    '    async leave(tx: Tx, id: string): Promise<boolean> {',
    '    leave(\n      { id }: Workshop,\n      hear: (id: string) => void,\n    ): void {',
    '    leave: (id: string): void => gone(id),',
  ])
    it(`takes ${good.replace(/\s+/g, ' ')}`, () => assert.ok(declares(good, 'leave')))

  for (const bad of [
    "import { leave } from './leave.ts'",
    '  leave(id)',
    '  leave(id).then(() => {',
    '  const left = await seated.leave(tx, id)',
    '  readonly leave: (id: string) => void',
    'function leaveAll(): void {',
    'export type leave = string',
  ])
    it(`refuses ${bad}`, () => assert.ok(!declares(bad, 'leave')))
})
