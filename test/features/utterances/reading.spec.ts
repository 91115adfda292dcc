import assert from 'node:assert/strict'
import fc from 'fast-check'
import { distressIn } from '../../../src/features/utterances/distress/distress.ts'
import { commitmentWords, ideaWords, readingOf } from '../../../src/features/utterances/reading/reading.ts'

describe('what a message seems to be', () => {
  it('is said without the words that only open it', () => {
    assert.equal(ideaWords('Bonjour, j’ai une idée : des bancs'), 'Des bancs')
    assert.equal(ideaWords('Suggestion : des bancs'), 'Des bancs')
    assert.equal(ideaWords('Idéalement, des bancs'), 'Idéalement, des bancs')
    assert.equal(commitmentWords('Je m’engage à relire'), 'Relire')
    assert.equal(commitmentWords('je mengage a relire'), 'Relire')
  })

  it('is read from any text, in one way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        assert.equal(readingOf(text), readingOf(text))
        distressIn(text)
        ideaWords(text)
        commitmentWords(text)
      }),
    )
  })
})
