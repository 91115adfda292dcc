import { createRender } from '../../../src/cards/render.ts'
import { type BallotListCard, listCard } from '../../../src/features/ballots/ballot/cards.ts'
import { only } from '../../../src/features/ballots/ballot/choice.ts'
import type { BallotResult } from '../../../src/features/ballots/ballot/domain.ts'
import { SEALED, SECRET } from '../../../src/features/ballots/ballot/secret-rules.ts'
import { type BallotFormCard, formCard, previewCard } from '../../../src/features/ballots/drafting/cards.ts'
import type { BallotDraft } from '../../../src/features/ballots/drafting/domain.ts'
import {
  type BallotSheetCard,
  cancelledCard,
  confirmCard,
  openedCard,
} from '../../../src/features/ballots/lifecycle/cards.ts'
import { postedCard, previewsOf } from '../../../src/features/ballots/publication/cards.ts'
import {
  chooseButton,
  resultCard,
  type TotalCard,
  totalsCard,
} from '../../../src/features/ballots/results/cards.ts'
import {
  type DirectionsCard,
  directionButtons,
  directionsCard,
} from '../../../src/features/ballots/results/direction-cards.ts'
import { winnerButtons } from '../../../src/features/ballots/results/winner-cards.ts'
import { type TableCard, tableCard } from '../../../src/features/ballots/table-votes/cards.ts'
import { choosingCard, type VotingCard } from '../../../src/features/ballots/voting/cards.ts'
import { DIRECTIONS_LIMIT } from '../../../src/features/channels/announcements/domain.ts'
import type { Direction } from '../../../src/features/programme/index.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { roundedWithin, share } from '../../../src/kernel/personal-data/counts.ts'
import { cleanLine } from '../../../src/kernel/text/text.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { plainRules } from '../../support/features/ballot-rules.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said, Samples } from '../sample.ts'

const NOW = Date.UTC(2027, 3, 22, 8)
const AGENT = { mayVote: true, placed: true }
const CLOSES_AT = Date.UTC(2027, 4, 7, 16)
const CHANNEL = '19:00000000000000000000000000000000@thread.tacv2'

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

function ended(one: BallotResult): BallotResult {
  const directions = new Map([
    ['o0', 21],
    ['o1', 24],
    ['o2', 1],
  ])
  return { ...one, stage: 'closed', directions }
}

function channels(said: Said, count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: `19:${String(at).padStart(32, '0')}@thread.tacv2`,
    teamId: 't1',
    teamName: said('Direction de l’innovation'),
    name: said(`Général ${at}`),
    address: 'opaque',
  }))
}

function fields(said: Said) {
  return {
    question: said('Quelle idée tester à la rentrée ?'),
    ideas: 'i0,i1',
    options: [said('Un carnet de passation'), said('Un bureau ouvert')].map(cleanLine).join('\n'),
    date: '2027-05-07',
    time: '18:00',
    secret: 'off',
    channel: CHANNEL,
    directions: '',
    kind: 'dots',
    most: '10',
    per: '4',
    audience: 'directions',
    to: 'lycees',
    opening: 'clock',
    openDate: '2027-05-01',
    openTime: '09:00',
    quorum: '30',
    results: 'closing',
    nonce: 'n0nce',
  }
}

/** As many Directions as one may choose. */
function chosenMany(): string {
  return Array.from({ length: DIRECTIONS_LIMIT }, (_, at) => `une-direction-${at}`).join()
}

/** As much as a form may send on to its preview, and the options it makes. */
function heavyForm() {
  const written = Array.from({ length: 7 }, (_, at) => `${at} ${'é'.repeat(117)}`)
  const chosen = Array.from({ length: 10 }, (_, at) => ({ id: `0123456789abcd${at}`, text: 'è'.repeat(280) }))
  const ideas = chosen.map(({ id }) => id).join(',')
  const typed = {
    ...fields(text => text),
    options: written.join('\n'),
    ideas,
    question: 'é'.repeat(120),
    directions: chosenMany(),
    to: chosenMany(),
  }
  const titles = [...chosen.map(({ text }) => text), ...written]
  return { typed, options: titles.map(title => ({ title })) }
}

const approval = { kind: 'approval', most: 3, quorum: 100 } as const
const dots = { kind: 'dots', most: 5, perOption: 3, results: 'live' } as const
const inChannels = {
  audience: { kind: 'channels', channels: [CHANNEL] },
  named: ['Innovation · [Général](https://x.example)'],
} as const
const atWorkshop = {
  audience: { kind: 'workshop', workshop: 'w1' },
  named: ['L’accueil, *demain*'],
  results: 'closing',
} as const

const secret = { ...SECRET, mine: SEALED }
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

export function ballotSamples(words: Words, said: Said) {
  const previewed = previewsOf({
    ...{ words: () => words, programme, home: words.language, render: createRender() },
    clock: { now: () => NOW },
  })
  const posted = (draft: BallotDraft) => previewed({ draft, named: ['Direction'], voters: 6_700 }).posted
  const voice = { words, programme }
  const one = ballot(said)
  const mine = { ...one, mine: only('o1') }
  const many = { ...ballot(text => text), ...heavy() }
  const [channel] = channels(said, 1)
  if (!channel) throw new Error('no channel')
  const ideas = one.options.map(({ id, title }) => ({ id: `i${id}`, text: title }))
  const ideasLeft = Array.from({ length: 30 }, (_, at) => ({ id: `i${at}`, text: 'é'.repeat(280) }))
  const longWorkshops = Array.from({ length: 6 }, (_, at) => ({ id: `w${at}`, title: 'é'.repeat(80) }))
  const full = heavyForm()
  const many200 = channels(text => text, 200)
  const { directions } = programme
  const workshops = [{ id: 'w1', title: said('Accueillir mieux, plus près') }]
  const form = { words, channels: [channel], directions, ideas, workshops, nonce: 'n0nce', now: NOW }
  const draft = { ...one, options: one.options }
  const tied = one.options.map((option, at) => ({ ...option, votes: at < 2 ? 90 : 10 }))
  const tiedAll = one.options.map(option => ({ ...option, votes: 9, voters: 9 }))
  const scheduled = { ...one, stage: 'scheduled', opensAt: CLOSES_AT - DAY, votes: 0 } as const
  const unanswered = one.options.map(option => ({ ...option, votes: 0 }))
  return {
    'ballots/voting/ballot': [
      postedCard(voice, one),
      choosingCard(voice, one),
      choosingCard(voice, mine, only('o1'), true),
      postedCard(voice, many),
      postedCard(voice, one, 'today'),
      postedCard(voice, { ...one, ...atWorkshop }, 'workday'),
      choosingCard(voice, { ...one, ...approval }, [...only('o1'), ...only('o2')]),
      choosingCard(
        voice,
        { ...many, ...approval },
        many.options.map(({ id }) => ({ option: id, points: 1 })),
        true,
      ),
      choosingCard(voice, { ...one, ...dots }, [{ option: 'o1', points: 4 }]),
      choosingCard(
        voice,
        { ...many, ...dots },
        many.options.map(({ id }) => ({ option: id, points: 3 })),
        true,
      ),
      postedCard(voice, { ...one, ...inChannels, voters: undefined }),
      postedCard(voice, { ...one, ...SECRET }),
      choosingCard(voice, { ...one, ...secret, ...approval }, only('o1'), true),
    ],
    'ballots/results/directions': [
      directionsCard(voice, one, []),
      directionsCard(voice, ended(one), []),
      directionsCard(voice, ended(one), turnouts(programme.directions)),
      directionsCard(voice, ended(one), turnouts(manyDirections())),
    ],
    'ballots/results/totals': [
      totalsCard(voice, mine, [chooseButton(words, mine)]),
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
    'ballots/table-votes/form': [
      tableCard(words, { id: 'w1', title: said('Le lycée, demain') }, 'nonce', said('4')),
    ],
    'ballots/lifecycle/sheet': [
      openedCard(voice, one, 'Faire équipe · Général'),
      openedCard(voice, scheduled, 'Faire équipe · Général'),
      openedCard(voice, { ...scheduled, stage: 'draft', opensAt: undefined }, ''),
      confirmCard(voice, one),
      confirmCard(voice, scheduled),
      cancelledCard(voice, { ...scheduled, stage: 'closed', opensAt: undefined }, []),
    ],
    'ballots/ballot/list': [
      listCard(voice, { items: [scheduled, one, mine, { ...one, called: false }], next: '1-b1' }, AGENT),
      listCard(voice, { items: [] }, AGENT),
      listCard(voice, { items: [one] }, { ...AGENT, mayVote: false }),
    ],
    'ballots/drafting/form': [
      formCard(form),
      formCard({
        ...form,
        channels: many200,
        ideas: ideasLeft,
        workshops: longWorkshops,
        fields: full.typed,
      }),
      formCard({ ...form, ideas: [], fields: fields(said) }),
    ],
    'ballots/drafting/preview': [
      previewCard({
        words,
        draft: { ...draft, ...SECRET },
        posted: posted({ ...draft, ...SECRET }),
        channels: [channel],
        fields: fields(said),
        now: NOW,
      }),
      previewCard({
        words,
        draft,
        posted: posted(draft),
        channels: [channel],
        fields: fields(said),
        now: NOW,
      }),
      previewCard({
        words,
        draft,
        posted: posted({ ...draft, kind: 'approval', options: full.options }),
        channels: many200,
        fields: full.typed,
        now: NOW,
      }),
      previewCard({
        words,
        draft: { ...draft, options: full.options },
        posted: posted({ ...draft, options: full.options }),
        channels: many200,
        fields: full.typed,
        now: NOW,
      }),
    ],
  } satisfies Samples<
    BallotListCard | VotingCard | TotalCard | BallotFormCard | DirectionsCard | BallotSheetCard | TableCard
  >
}
