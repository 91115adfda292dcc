import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import fc from 'fast-check'
import { rulesText } from '../../../src/features/ballots/ballot/rules-cards.ts'
import type { BallotSeen } from '../../../src/features/ballots/index.ts'
import { turnoutOf, turnoutText } from '../../../src/features/ballots/results/turnout-cards.ts'
import { closingNudge } from '../../../src/features/nudges/nudge/ballot-cards.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import { exact } from '../../../src/kernel/personal-data/counts.ts'
import { rulesText as rulesInTab, turnoutSoFar } from '../../../src/tabs/client/parts/words/ballot-texts.ts'
import { turnoutCount } from '../../../src/tabs/client/parts/words/turnout-count.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import { ballot } from '../../cards/samples/ballots/ballot.ts'
import { programme } from '../../support/programme/programme.ts'
import { voice } from '../../tabs/translators.ts'

const words = wordsIn('fr', 'Europe/Paris')
const one = ballot(text => text)
const viewOf = ({ stage, ...seen }: BallotSeen) =>
  ({ ...seen, state: stage, audience: 'everybody' }) as unknown as BallotView

describe('the turn-out of a ballot', () => {
  const said = (votes: number, voters: number | undefined, stage: 'open' | 'closed' = 'open') =>
    turnoutOf(words, { votes, voters, stage }).turnout

  it('is not told below thirty votes while it runs, and not at all before the first', () => {
    deepEqual(
      [said(0, 6700), said(1, 6700), said(29, undefined)],
      ['', ...Array(2).fill('Les premiers votes arrivent.')],
    )
    match(said(30, 6700), /^30 votes sur 6\u202F700 personnes appelées à voter, soit moins de 1\u202F%$/)
    match(said(1, 6700, 'closed'), /^1 vote sur 6\u202F700/)
  })

  it('is told of a table once half of it has voted', () => {
    deepEqual(
      [said(4, 10), said(5, 10)].map(text => text.slice(0, 13)),
      ['Les premiers ', '5 votes sur 1'],
    )
  })

  it('is told in the tab as on the card, whatever it is', () => {
    const count = fc.nat({ max: 200 })
    fc.assert(
      fc.property(
        count,
        fc.option(count, { nil: undefined }),
        fc.constantFrom('open', 'closed'),
        (votes, more, stage) => {
          const seen = {
            ...one,
            votes,
            voters: more === undefined ? undefined : votes + more,
            stage,
          } as BallotSeen
          equal(turnoutSoFar(voice('fr'), viewOf(seen)), turnoutOf(words, seen).turnout)
        },
      ),
    )
  })

  it('is counted to an organiser from the first vote on, without a share below thirty', () => {
    const counted = (votes: number) =>
      turnoutCount(voice('fr'), viewOf({ ...one, votes, voters: 6700, stage: 'open' } as BallotSeen))
    match(counted(0), /^0 vote sur 6\u202F700 personnes appelées à voter$/)
    match(counted(29), /appelées à voter$/)
    match(counted(30), /, soit moins de 1\u202F%$/)
  })

  it('is written with one rounding, to a pilot too', () => {
    match(turnoutText(words, { votes: 3, voters: 6700 }), /soit moins de 1\u202F%$/)
    const nudge = (votes: number, own = 4) =>
      JSON.stringify(
        closingNudge(
          { words, programme },
          { id: 'm1', round: 1, item: '', direction: 'lycees' },
          { ...one, votes, voters: 6700 },
          { own: exact('open-ballot', own), average: 0 },
        ).data.sentences,
      )
    match(nudge(30), /4\u202F% \(.*\), moins de 1\u202F% en moyenne/)
    doesNotMatch(nudge(29), /votes|en moyenne/)
    // What is hidden compares nothing.
    doesNotMatch(nudge(30, 0), /votes|en moyenne/)
  })
})

describe('the rules of a ballot', () => {
  const closed = { ...one, stage: 'closed', results: 'closing', quorum: 30 } as const

  it('promise nothing any more once it has closed, on the card as in the tab', () => {
    for (const secret of [false, true]) {
      const seen = { ...closed, secret }
      const texts = [rulesText(words, seen), rulesInTab(voice('fr'), viewOf(seen))]
      equal(texts[0], texts[1])
      doesNotMatch(texts[0] ?? '', /paraîtront|en changer|modifiable/)
      match(
        texts[0] ?? '',
        /[Ss]euls les totaux .*Un vote par personne, toutes Directions\. Valable à partir de 30 votes\.$/,
      )
    }
  })
})
