import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { LABELLED_MICRO_IDEAS, type LabelledIdea } from '../../support/features/labelled-micro-ideas.ts'
import { measureText, measureThemes } from '../../support/features/theme-measure.ts'

/** Written and labelled by somebody who had not seen the words: `LABELLED_IDEAS`. */
const BLIND = new URL('labelled-ideas.ts', import.meta.url)

const print = (what: string, ideas: readonly LabelledIdea[]) =>
  process.stdout.write(`    ${what}: ${measureText(measureThemes(ideas))}\n`)

describe('themes by the words of occitanie.yaml, measured', () => {
  it('put seven in ten of our own ideas where a person does, one in twenty elsewhere, the rest aside', () => {
    assert.equal(LABELLED_MICRO_IDEAS.length, 120)
    assert.ok(LABELLED_MICRO_IDEAS.every(([axis]) => axis !== ''))
    print('our own ideas, known to whoever chose the words', LABELLED_MICRO_IDEAS)
    const { right, wrong, aside, putSomewhere } = measureThemes(LABELLED_MICRO_IDEAS)
    const all = right + wrong + aside
    assert.ok(right / all >= 0.7)
    assert.ok(wrong / all <= 0.05)
    assert.equal(putSomewhere, 0)
  })

  if (existsSync(BLIND))
    it('are told of ideas written by somebody who had not seen the words', async () => {
      const { LABELLED_IDEAS } = (await import(BLIND.href)) as {
        readonly LABELLED_IDEAS: readonly LabelledIdea[]
      }
      print('ideas of somebody who had not seen the words', LABELLED_IDEAS)
      assert.ok(LABELLED_IDEAS.length > 0)
    })
})
