import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ideasToRead, type StandingIdea, spread } from '../../../src/features/synthesis/sentence/spread.ts'

const plain = (count: number): StandingIdea[] => Array.from({ length: count }, (_, at) => ({ id: `i${at}` }))

describe('the ideas of a theme that a model reads', () => {
  it('are all of them where they are few', () => {
    assert.deepEqual(
      ideasToRead(plain(60), 60).toSorted(),
      plain(60)
        .map(({ id }) => id)
        .toSorted(),
    )
    assert.deepEqual(ideasToRead([], 60), [])
  })

  it('are as many of each age, and not the newest', () => {
    const read = ideasToRead(plain(10_000), 60).map(id => Number(id.slice(1)))
    assert.equal(read.length, 60)
    for (let tenth = 0; tenth < 10; tenth++)
      assert.equal(read.filter(at => Math.floor(at / 1_000) === tenth).length, 6)
    // What does not fit is left out from the end.
    const half = read.slice(0, 30)
    for (let fifth = 0; fifth < 5; fifth++) assert.ok(half.some(at => Math.floor(at / 2_000) === fifth))
  })

  it('have both stances where they are marked, however rare', () => {
    const standing = plain(5_000).map((each, at) =>
      at === 4_321
        ? { ...each, stance: 'against' as const }
        : at % 50 === 0
          ? { ...each, stance: 'for' as const }
          : each,
    )
    const read = new Set(ideasToRead(standing, 60))
    const marked = (side: string) =>
      standing.filter(({ id, stance }) => stance === side && read.has(id)).length
    assert.deepEqual([read.size, marked('against')], [60, 1])
    assert.ok(marked('for') >= 15)
  })

  it('are each once, at most as many as asked for, the same for the same', () => {
    const stance = fc.constantFrom(undefined, 'for' as const, 'against' as const)
    fc.assert(
      fc.property(fc.array(stance, { maxLength: 300 }), stances => {
        const standing = stances.map((side, at) => ({ id: `i${at}`, ...(side && { stance: side }) }))
        const read = ideasToRead(standing, 60)
        assert.equal(new Set(read).size, read.length)
        assert.equal(read.length, Math.min(60, standing.length))
        assert.deepEqual(ideasToRead(standing, 60), read)
      }),
    )
    assert.deepEqual(spread([1, 2, 3, 4], 2), [2, 4])
  })
})
