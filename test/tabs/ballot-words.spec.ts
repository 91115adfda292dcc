import { equal } from 'node:assert/strict'
import { uncalledText } from '../../src/tabs/client/words/ballot-words.ts'
import type { BallotView } from '../../src/tabs/contract/ballots.ts'
import { voice } from './voice.ts'

describe('a ballot on the page of somebody whom it does not ask', () => {
  const text = (ballot: Partial<BallotView>, placed = true) =>
    uncalledText(voice('fr'), { state: 'open', called: false, ...ballot } as BallotView, placed)

  it('says why, as the chat does, and nothing of one that asks them, or has ended', () => {
    equal(text({ audience: 'channels' }), 'À voter dans son canal')
    equal(text({ audience: 'directions' }), 'Ce vote ne s’adresse pas à vous')
    equal(text({ audience: 'directions' }, false), 'Dites d’abord où vous travaillez')
    equal(text({ audience: 'workshop' }, false), 'Ce vote ne s’adresse pas à vous')
    equal(text({ audience: 'channels', called: true }) + text({ audience: 'channels', state: 'closed' }), '')
  })
})
