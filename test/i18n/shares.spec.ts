import assert from 'node:assert/strict'
import { share } from '../../src/i18n/format.ts'
import { wordsIn } from '../../src/i18n/words.ts'

describe('shares in words', () => {
  it('are whole per cent, written as each language does', () => {
    assert.deepEqual([share(269, 1240, 'fr', 'least'), share(269, 1240, 'en', 'least')], ['22\u202F%', '22%'])
    assert.equal(share(1240, 1240, 'fr', 'least'), '100\u202F%')
  })

  it('never say none of somebody, and say none of nothing', () => {
    const french = wordsIn('fr', 'Europe/Paris')
    const english = wordsIn('en', 'Europe/Paris')
    const shares = [french.share(1, 6700), english.share(66, 6700), french.share(67, 6700)]
    assert.deepEqual(shares, ['moins de 1\u202F%', 'under 1%', '1\u202F%'])
    assert.deepEqual([french.share(0, 6700), french.share(0, 0)], ['0\u202F%', '0\u202F%'])
  })
})
