import assert from 'node:assert/strict'
import { LABELLED_IDEAS } from '../../../src/commands/evaluation/idea-set.ts'
import { LABELLED_MICRO_IDEAS, type LabelledIdea } from '../../support/features/labelled-micro-ideas.ts'
import { measureText, measureThemes } from '../../support/features/theme-measure.ts'

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

  it('put two in five of somebody else’s ideas, who had not seen the words, where they do, and few elsewhere', () => {
    const blind = LABELLED_IDEAS.map(({ axis, theme, text }): LabelledIdea => [axis, theme, text])
    assert.equal(blind.length, 200)
    print('ideas of somebody who had not seen the words', blind)
    const { right, wrong, aside } = measureThemes(blind)
    const all = right + wrong + aside
    assert.ok(right / all >= 0.35)
    assert.ok(wrong / all <= 0.08)
  })
})
