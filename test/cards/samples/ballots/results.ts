import { only } from '../../../../src/features/ballots/ballot/choice.ts'
import type { BallotResult } from '../../../../src/features/ballots/ballot/domain.ts'
import { SECRET } from '../../../../src/features/ballots/ballot/secret-rules.ts'
import {
  chooseButton,
  resultCard,
  type TotalCard,
  totalsCard,
} from '../../../../src/features/ballots/results/cards.ts'
import {
  type DirectionsCard,
  directionButtons,
  directionsCard,
} from '../../../../src/features/ballots/results/direction-cards.ts'
import { winnerButtons } from '../../../../src/features/ballots/results/winner-cards.ts'
import { againButtons } from '../../../../src/features/ballots/voting/voted-cards.ts'
import type { Direction } from '../../../../src/features/programme/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { roundedWithin, share } from '../../../../src/kernel/personal-data/counts.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { approval, atWorkshop, ballot, dots, heavy, inChannels, secret } from './ballot.ts'

function ended(one: BallotResult): BallotResult {
  const directions = new Map([
    ['o0', 21],
    ['o1', 24],
    ['o2', 1],
  ])
  return { ...one, stage: 'closed', directions }
}

/** Of a ballot in which three voted. */
const few = { votes: 3, withheld: 'few', directions: new Map() } as const

function manyDirections() {
  return Array.from({ length: 60 }, (_, at) => ({
    id: `d${at}`,
    name: `Direction de l’innovation et des *territoires* ${at}`,
    headcount: 10 * at,
  }))
}

function turnouts(directions: readonly Direction[]) {
  return directions.map(direction => {
    const votes = roundedWithin(direction.headcount / 3, direction.headcount)
    return { direction, votes, share: share(votes, direction.headcount) }
  })
}

export function ballotResultsSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = ballot(said)
  const mine = { ...one, mine: only('o1') }
  const many = { ...ballot(text => text), ...heavy() }
  const tied = one.options.map((option, at) => ({ ...option, votes: at < 2 ? 90 : 10 }))
  const tiedAll = one.options.map(option => ({ ...option, votes: 9, voters: 9 }))
  const unanswered = one.options.map(option => ({ ...option, votes: 0 }))
  return {
    'ballots/results/directions': [
      directionsCard(voice, one, []),
      directionsCard(voice, ended(one), []),
      directionsCard(voice, ended(one), turnouts(programme.directions)),
      directionsCard(voice, ended(one), turnouts(manyDirections())),
    ],
    'ballots/results/totals': [
      totalsCard(voice, mine, [chooseButton(words, mine)]),
      totalsCard(
        voice,
        mine,
        [chooseButton(words, mine)],
        againButtons(words, { ...mine, replaced: only('o0') }),
      ),
      totalsCard(voice, { ...many, mine: only('option00000003') }, [chooseButton(words, one)]),
      totalsCard(voice, { ...one, options: unanswered, votes: 0 }, []),
      totalsCard(voice, { ...one, votes: 12, quorum: 30 }, []),
      totalsCard(voice, { ...mine, ...dots, mine: [{ option: 'o1', points: 2 }] }, []),
      totalsCard(voice, { ...mine, ...atWorkshop, options: unanswered }, []),
      totalsCard(voice, { ...many, ...approval, mine: only('option00000003') }, []),
      totalsCard(voice, { ...one, ...secret, options: unanswered }, [
        chooseButton(words, { ...one, ...secret }),
      ]),
    ],
    'ballots/results/result': [
      resultCard(voice, ended(one), []),
      resultCard(voice, ended({ ...mine, options: tied, votes: 200 }), []),
      resultCard(voice, { ...ended(one), options: unanswered, votes: 0, directions: new Map() }, []),
      resultCard(voice, ended({ ...many, mine: only('option00000003') }), winnerButtons(words, ended(many))),
      resultCard(voice, ended({ ...mine, ...approval }), directionButtons(voice, one)),
      resultCard(voice, ended({ ...mine, ...dots, mine: [{ option: 'o1', points: 2 }] }), []),
      resultCard(voice, ended({ ...mine, quorum: 500 }), []),
      resultCard(voice, ended({ ...one, ...inChannels, voters: undefined, options: tiedAll }), []),
      resultCard(voice, { ...ended(one), ...SECRET, directions: new Map() }, directionButtons(voice, one)),
      resultCard(voice, { ...ended(one), ...SECRET, options: unanswered, ...few }, []),
      resultCard(voice, { ...ended(one), ...SECRET, options: unanswered, withheld: 'counting' }, []),
    ],
  } satisfies Samples<DirectionsCard | TotalCard>
}
