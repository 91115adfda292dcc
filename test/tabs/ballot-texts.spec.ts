import { doesNotMatch, equal, match } from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { outcomeOf } from '../../src/tabs/client/parts/words/ballot-outcome.ts'
import { rulesText, uncalledText } from '../../src/tabs/client/parts/words/ballot-texts.ts'
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

describe('the rules of a ballot, in the tab', () => {
  const rules = (ballot: Partial<BallotView>) =>
    rulesText(voice('fr'), {
      kind: 'dots',
      most: 5,
      perOption: 3,
      quorum: 0,
      results: 'closing',
      secret: false,
      named: ['Le lycée'],
      audience: 'present',
      closesAt: Date.UTC(2027, 4, 7, 8),
      state: 'open',
      ...ballot,
    } as BallotView).replaceAll(/\s/g, ' ')

  it('say when totals appear and until when one can change while it runs, and neither once it has closed', () => {
    match(rules({}), /pour que vous puissiez en changer.*Les totaux paraîtront à la clôture\.$/)
    for (const secret of [false, true]) {
      const closed = rules({ state: 'closed', secret })
      doesNotMatch(closed, /paraîtront|en changer|modifiable/)
      match(closed, /réservé aux personnes présentes à l’atelier « Le lycée »\.$|Sous cinq votes/)
    }
  })

  it('name the table that votes', () => {
    match(rules({ audience: 'workshop', table: '4' }), /réservé à la table 4 de l’atelier « Le lycée »/)
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
