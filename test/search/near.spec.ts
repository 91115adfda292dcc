import assert from 'node:assert/strict'
import fc from 'fast-check'
import { distance } from '../../src/search/edit-distance.ts'
import { type HeldWords, nearBeginnings, slipsOf } from '../../src/search/near.ts'

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  minLength: 5,
  maxLength: 12,
})

/** An index of these words. */
const indexOf =
  (...words: readonly string[]): HeldWords =>
  async beginnings =>
    new Map(
      beginnings
        .map(each => [each, words.filter(held => held.startsWith(each)).length] as const)
        .filter(([, count]) => count > 0),
    )

describe('a slip in a word that is looked for', () => {
  it('is one letter left out, put in, changed or exchanged, and all of these', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = slipsOf(one)
        assert.ok(slips.every(slip => distance(one, slip) === 1))
        assert.equal(slips.includes(other), distance(one, other) === 1)
      }),
    )
  })

  it('gives the word that somebody wrote, whose beginning is kept for longest', async () => {
    const held = indexOf('telephone', 'telephoner', 'porte', 'postes', 'postes2', 'cantine')
    assert.deepEqual(await nearBeginnings(['telephonne'], held), ['telephone'])
    assert.deepEqual(await nearBeginnings(['portes'], held), ['porte'])
    assert.deepEqual(await nearBeginnings(['cantine', 'telepohne'], held), ['cantine', 'telephone'])
  })

  it('is looked for in long words only, two of them at most, and where one is written nowhere', async () => {
    const held = indexOf('velo', 'cantine', 'jardin', 'musique')
    assert.equal(await nearBeginnings(['vela'], held), undefined)
    assert.equal(await nearBeginnings(['cantine', 'jardin'], held), undefined)
    assert.equal(await nearBeginnings(['cantinne', 'vela'], held), undefined)
    assert.equal(await nearBeginnings(['cantinne', 'jardiin', 'musiqque'], held), undefined)
    assert.equal(await nearBeginnings(['x'.repeat(25)], held), undefined)
    assert.equal(await nearBeginnings([], held), undefined)
  })
})
