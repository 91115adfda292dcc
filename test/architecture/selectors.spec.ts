import assert from 'node:assert/strict'
import { filesIn } from './source.ts'

/** Classes of the pages, in quotes: what a test waits for, or takes hold of. Those that Fluent gives begin with `fui-`. */
const CLASS = /(?<=(?:locator\(|ready: |selector: )'[^']*)\.(?!fui-)([a-z][\w-]*)/g

describe('a class that a browser test looks for', () => {
  it('is one of the pages’: a command that draws pictures would wait for it in vain', () => {
    const pages = filesIn('src/tabs/client', /\.(tsx?|html)$/)
    const known = new Set(pages.flatMap(({ code }) => code.match(/[a-z][\w-]*/g) ?? []))
    const looked = filesIn('test/e2e', /\.ts$/).flatMap(({ path, code }) =>
      [...code.matchAll(CLASS)].map(([, name = '']) => ({ path, name })),
    )
    assert.ok(looked.length > 100, `${looked.length} of them found`)
    assert.deepEqual(
      looked.filter(({ name }) => !known.has(name)),
      [],
    )
  })
})
