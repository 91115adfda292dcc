import assert from 'node:assert/strict'
import { beginningsOf, wordsOf } from '../../src/search/words.ts'

describe('what is looked for', () => {
  it('finds a text by its own words, short ones among them', () => {
    const text = 'Un carnet de passation d’une page, à lire en 5 minutes'
    const kept = wordsOf(text)
    for (const beginning of beginningsOf(text)) {
      assert.ok(
        kept.some(word => word.startsWith(beginning)),
        `«${beginning}» is in no index`,
      )
    }
  })

  it('may be two letters when there is nothing longer', () => {
    assert.deepEqual(beginningsOf('ca'), ['ca'])
    assert.deepEqual(beginningsOf('le car'), ['car'])
    assert.deepEqual(beginningsOf('a'), [])
  })
})
