import { equal } from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { outcomeOf } from '../../src/tabs/client/parts/words/ballot-outcome.ts'
import { uncalledText } from '../../src/tabs/client/parts/words/ballot-texts.ts'
import type { BallotView } from '../../src/tabs/contract/ballots/ballots.ts'
import { voice } from './translators.ts'

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

describe('how a ballot came out, in the tab', () => {
  const plain = (text: string) => text.replaceAll(/\s/g, ' ')
  it('says of a tie what the card says: with how much each, and who decides', () => {
    const option = (title: string, votes: number) => ({
      id: title,
      title,
      votes: exact('open-ballot', votes),
    })
    const ballot = { kind: 'single', votes: 3, quorum: 0 } as BallotView
    const said = (...options: ReturnType<typeof option>[]) =>
      plain(outcomeOf({ ...ballot, options } as BallotView, voice('fr')))
    equal(
      said(option('A', 1), option('B', 1), option('C', 0)),
      'Égalité entre « A » et « B ». 1 voix chacune. Le Lab’ décide de la suite.',
    )
    equal(
      said(option('A', 1), option('B', 1), option('C', 1)),
      'Égalité entre 3 propositions. 1 voix chacune. Le Lab’ décide de la suite.',
    )
    equal(said(option('A', 2), option('B', 1)), '« A » arrive en tête')
  })
})
