import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { guessAxis, stemsOfAxes } from '../../../src/features/utterances/axis/guess.ts'
import { stemsOf } from '../../../src/search/stemming.ts'
import { programme } from '../../support/programme/programme.ts'

/** By somebody who had not seen the stems. */
const AXES: readonly { readonly text: string; readonly axis: string }[] = JSON.parse(
  readFileSync(new URL('../../support/said/axes.json', import.meta.url), 'utf8'),
)

const tally = stemsOfAxes(programme.axes)
const guessed = (text: string) =>
  guessAxis(
    stemsOf(text),
    programme.axes.map(({ id }) => id),
    tally,
  )
const RIGHT = AXES.filter(({ text, axis }) => guessed(text) === axis).length

describe('the axis of a sentence', () => {
  it(`is guessed in seven of ten of a hundred sentences: ${RIGHT} of ${AXES.length}`, () => {
    assert.ok(RIGHT >= 70)
  })

  it('is none where no word says it', () => {
    for (const text of ['Bof', 'Il faudrait y penser', '42', '']) assert.equal(guessed(text), undefined, text)
  })

  it('is one of the programme’s whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        const axis = guessed(text)
        assert.ok(axis === undefined || programme.axis(axis))
      }),
    )
  })
})
