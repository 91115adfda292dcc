import assert from 'node:assert/strict'
import fc from 'fast-check'
import { clausesOf } from '../../src/kernel/text/clause.ts'
import { cleanLine } from '../../src/kernel/text/text.ts'

const saysOf = (ifWe: string, expected: string) => {
  const clauses = clausesOf({ ifWe, expected })
  return `Si nous ${clauses.ifWe}, alors ${clauses.expected}.`
}

describe('a hypothesis, however it was typed', () => {
  it('is one sentence, with neither « nous » nor the point twice', () => {
    const whole = 'Si nous relisons à deux, alors les courriers sont clairs.'
    for (const [ifWe, expected] of [
      ['relisons à deux', 'les courriers sont clairs'],
      ['nous relisons à deux', 'les courriers sont clairs.'],
      ['Nous relisons à deux,', 'alors les courriers sont clairs…'],
      ['Si nous relisons à deux.', 'Alors les courriers sont clairs .'],
    ] as const)
      assert.equal(saysOf(ifWe, expected), whole)
  })

  it('keeps what begins or ends in other words, and a verb that needs its own « nous »', () => {
    assert.equal(saysOf('nous nous voyons moins', 'tout va'), 'Si nous nous voyons moins, alors tout va.')
    assert.equal(
      saysOf('nouons des liens', 'nous gagnons 2,5 j.'),
      'Si nous nouons des liens, alors nous gagnons 2,5 j.',
    )
  })

  it('keeps all of a text but the words before it and the signs after it, and never nothing', () => {
    const sign = fc.constantFrom('.', '…', ',', ';', ' ')
    const typed = fc
      .tuple(
        fc.constantFrom('', 'nous ', 'Si nous '),
        fc.string({ unit: 'grapheme' }),
        fc.array(sign).map(of => of.join('')),
      )
      .map(parts => cleanLine(parts.join('')))
      .filter(text => text !== '')
    fc.assert(
      fc.property(typed, text => {
        const { ifWe } = clausesOf({ ifWe: text, expected: text })
        assert.notEqual(ifWe, '')
        const [before, after] = [
          text.slice(0, text.lastIndexOf(ifWe)),
          text.slice(text.lastIndexOf(ifWe) + ifWe.length),
        ]
        assert.match(before, /^(?:(?:si )?nous )?$/i)
        assert.match(after, /^[.…,;\s]*$/)
      }),
      { examples: [[','], ['nous .'], ['Si nous']], numRuns: 1000 },
    )
  })
})
