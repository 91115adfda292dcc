import assert from 'node:assert/strict'
import { followedText } from '../../src/tabs/client/parts/ideas/followed-line.tsx'
import { voice } from './translators.ts'

const [french, english] = [voice('fr'), voice('en')]

describe('the line of what followed', () => {
  const said = (ideas: number, withNext: number, medianDays?: number) =>
    followedText({ ideas, withNext, ...(medianDays !== undefined && { medianDays }) }, french)

  it('says how many and how soon, in words up to nine days', () => {
    assert.equal(
      said(52, 41, 9),
      '41 idées sur 52 ont une réponse ou une décision, en neuf jours\u00A0(médiane).',
    )
    assert.equal(said(52, 1, 0), '1 idée sur 52 a une réponse ou une décision, le jour même.')
    assert.equal(
      said(1_200, 700, 31),
      '700 idées sur 1\u202F200 ont une réponse ou une décision, en 31 jours\u00A0(médiane).',
    )
    assert.equal(
      followedText({ ideas: 52, withNext: 41, medianDays: 1 }, english),
      '41 ideas of 52 have an answer or a decision, in one day (median).',
    )
  })

  it('says what is true of a programme that begins, of a Direction, and of ideas that wait', () => {
    assert.equal(said(0, 0), 'Le programme commence\u00A0: rien n’a encore été proposé.')
    assert.equal(followedText({ ideas: 0, withNext: 0 }, french, true), 'Rien n’a encore été proposé ici.')
    assert.equal(said(1, 0), '1 idée proposée, pas encore de réponse ni de décision.')
    assert.equal(said(10, 2), '2 idées sur 10 ont une réponse ou une décision.')
  })
})
