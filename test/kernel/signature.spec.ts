import assert from 'node:assert/strict'
import fc from 'fast-check'
import { signed, verified } from '../../src/kernel/crypto/signature.ts'

const text = fc.stringMatching(/^[\w.-]{1,200}$/)

describe('a signature', () => {
  it('gives back what was signed, and can stand in an address', () => {
    fc.assert(
      fc.property(fc.string(), text, (secret, given) => {
        const made = signed(secret, given)
        assert.match(made, /^[\w.-]+$/)
        assert.equal(verified(secret, made), given)
      }),
    )
  })

  it('is refused when anything of it was changed, or made with another secret', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom('A', 'z', '-', '.', '9', ''), (given, at, letter) => {
        const made = signed('secret', given)
        const place = at % made.length
        const altered = made.slice(0, place) + letter + made.slice(place + 1)
        if (altered !== made) assert.equal(verified('secret', altered), undefined)
        assert.equal(verified('another', made), undefined)
      }),
    )
  })

  it('has one spelling', () => {
    const made = signed('secret', 'w1.a')
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const spellings = [...alphabet].map(last => made.slice(0, -1) + last)
    assert.deepEqual(
      spellings.filter(each => verified('secret', each) !== undefined),
      [made],
    )
  })
})
