import assert from 'node:assert/strict'
import { z } from 'zod'
import { checkLetters, MOST_LETTERS } from '../../src/conversation/protocol/input-size.ts'
import { parse } from '../../src/kernel/requests/parse.ts'

const shape = z.object({ text: z.string().max(4_000), id: z.string().max(80) })

describe('what comes in at a door', () => {
  it('is refused for its length where nothing else is wrong with it than a text that is too long', () => {
    const given = { text: 'x'.repeat(4_000), id: 'a' }
    assert.deepEqual(parse(shape, given), given)
    const long = { ...given, text: 'x'.repeat(4_001) }
    assert.throws(() => parse(shape, long), { code: 'too-large' })
    for (const wrong of [{ ...long, id: 7 }, { ...given, id: 'x'.repeat(81) }, {}, null])
      assert.throws(() => parse(shape, wrong), { code: 'malformed' })
  })

  it('has no text, and no name of a field, that is longer than anybody looks at', () => {
    const most = 'x'.repeat(MOST_LETTERS)
    checkLetters({ a: most, b: [most, { c: most }], [most]: 7, d: null })
    for (const long of [{ a: `${most}x` }, { b: [7, { c: `${most}x` }] }, { [`${most}x`]: 1 }, `${most}x`])
      assert.throws(() => checkLetters(long), { code: 'too-large' })
  })
})
