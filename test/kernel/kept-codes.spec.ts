import assert from 'node:assert/strict'
import { keptCodes } from '../../src/kernel/crypto/kept-codes.ts'

describe('codes that are kept', () => {
  it('are made once for each text, however often they are asked for', () => {
    const made: string[] = []
    const codeOf = keptCodes(text => {
      made.push(text)
      return `${text}!`
    })
    for (const text of ['a', 'b', 'a', 'b', 'a']) assert.equal(codeOf(text), `${text}!`)
    assert.deepEqual(made, ['a', 'b'])
  })

  it('are never more than their bound, and the right ones after it', () => {
    let made = 0
    const codeOf = keptCodes(text => {
      made += 1
      return `${text}!`
    }, 3)
    for (const text of ['a', 'b', 'c', 'd', 'd', 'a']) assert.equal(codeOf(text), `${text}!`)
    assert.equal(made, 5)
  })
})
