import assert from 'node:assert/strict'
import { share } from '../../src/i18n/format.ts'

describe('shares in words', () => {
  it('are whole per cent, written as each language does', () => {
    assert.deepEqual([share(269, 1240, 'fr'), share(269, 1240, 'en')], ['22\u202F%', '22%'])
    assert.equal(share(1240, 1240, 'fr'), '100\u202F%')
  })

  it('never say none of somebody, and say none of nothing', () => {
    assert.deepEqual([share(1, 6700, 'fr'), share(1, 6700, 'en')], ['0,01\u202F%', '0.01%'])
    assert.deepEqual([share(0, 6700, 'fr'), share(0, 0, 'fr')], ['0\u202F%', '0\u202F%'])
  })
})
