import { type BallotListCard, listCard } from '../../../../src/features/ballots/ballot/cards.ts'
import { only } from '../../../../src/features/ballots/ballot/choice.ts'
import { type BallotResult, OPTION_LIMIT } from '../../../../src/features/ballots/ballot/domain.ts'
import { SEALED, SECRET } from '../../../../src/features/ballots/ballot/secret-rules.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { DAY } from '../../../../src/kernel/time/clock.ts'
import { plainRules } from '../../../support/features/ballot-rules.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'

export const NOW = Date.UTC(2027, 3, 22, 8)
const AGENT = { mayVote: true, placed: true }
export const CLOSES_AT = Date.UTC(2027, 4, 7, 16)
export const CHANNEL = '19:00000000000000000000000000000000@thread.tacv2'
const OPTIONS = [
  ['Relire nos courriers avec des usagers', 'usager', 94],
  ['Un carnet de passation quand on change de poste', 'equipe', 80],
  ['Un « bureau ouvert » chaque mois en Maison de la Région', 'territoires', 61],
  ['Réparer avant de racheter : un atelier par lycée', undefined, 34],
] as const

export function ballot(said: Said): BallotResult {
  return {
    id: 'b1',
    question: said('Quelle idée tester à la rentrée ?'),
    organiser: 'p1',
    closesAt: CLOSES_AT,
    options: OPTIONS.map(([title, axis, votes], at) => ({
      id: `o${at}`,
      title: said(title),
      ...(axis && { idea: `i${at}`, axis }),
      votes,
      voters: votes,
    })),
    ...plainRules(NOW),
    votes: 269,
    called: true,
    voters: 1240,
    named: [],
    createdAt: NOW,
    stage: 'open',
    directions: new Map(),
  }
}

/** As many options as there may be, as long as they may be together. */
export function heavy(): Pick<BallotResult, 'options'> {
  const title = 'Réparer, relire… et *partager* ce qui l’a été ; '.repeat(7)
  return {
    options: Array.from({ length: 20 }, (_, at) => ({
      id: `option0000000${at}`,
      title: `${at} ${title.slice(0, 270)}`,
      idea: `idea${at}`,
      axis: 'usager',
      votes: at,
      voters: at,
    })),
  }
}

/** As many options, each as long as it may be. */
export function tapped(count: number): Pick<BallotResult, 'options'> {
  const title =
    'Ouvrir une permanence le samedi matin dans chaque maison de quartier, avec un agent de l’accueil et un des cantines, dès mai.'
  const options = Array.from({ length: count }, (_, at) => ({
    id: `o${at}`,
    title: `${at + 1} ${title}`.slice(0, OPTION_LIMIT),
    votes: 10 * (count - at),
    voters: 10 * (count - at),
  }))
  return { options }
}

export const approval = { kind: 'approval', most: 3, quorum: 100 } as const
export const dots = { kind: 'dots', most: 5, perOption: 3, results: 'live' } as const
export const inChannels = {
  audience: { kind: 'channels', channels: [CHANNEL] },
  named: ['Innovation · [Général](https://x.example)'],
} as const

export const atWorkshop = {
  audience: { kind: 'workshop', workshop: 'w1' },
  named: ['L’accueil, *demain*'],
  results: 'closing',
} as const

export const secret = { ...SECRET, mine: SEALED }

export function ballotSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = ballot(said)
  const mine = { ...one, mine: only('o1') }
  const scheduled = { ...one, stage: 'scheduled', opensAt: CLOSES_AT - DAY, votes: 0 } as const
  return {
    'ballots/ballot/list': [
      listCard(voice, { items: [scheduled, one, mine, { ...one, called: false }], next: '1-b1' }, AGENT),
      listCard(voice, { items: [] }, AGENT),
      listCard(voice, { items: [one] }, { ...AGENT, mayVote: false }),
    ],
  } satisfies Samples<BallotListCard>
}
