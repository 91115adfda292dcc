import {
  type DirectionCard,
  directionCard,
  type InstallCard,
  installCard,
  type LanguageCard,
  languageCard,
  type PersonWelcomeCard,
  welcomeCard,
} from '../../../src/features/people/person/cards.ts'
import { type PilotsCard, pilotsCard } from '../../../src/features/people/pilots/cards.ts'
import {
  type HandoverCard,
  handedOverCard,
  handoverCard,
} from '../../../src/features/people/pilots/handover-cards.ts'
import { type ReachCard, reachCard } from '../../../src/features/people/reach/cards.ts'
import { type ReachTally, reachBy } from '../../../src/features/people/reach/domain.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Said, Samples } from '../sample.ts'

const DIRECTIONS = [
  { id: 'lycees', name: 'Direction des lycées', headcount: 540 },
  { id: 'mobilites', name: 'Direction des mobilités et des infrastructures', headcount: 210 },
]
/** More than one card holds, under names as long as they may be. */
const MANY = Array.from({ length: 31 }, (_, at) => ({
  id: `d${at}`,
  name: `Service ${at} `.padEnd(80, 'é'),
  headcount: 1_240,
}))
const STATES = ['installed', 'conversation', 'blocked', 'not-installed', 'expected'] as const
const tallies: ReachTally[] = ['', ...MANY.map(({ id }) => id)].flatMap((direction, at) =>
  STATES.map((state, n) => ({ direction, state, count: at % 3 === 0 ? 1 : 100 * n + at })),
)

const PRIVACY = {
  controller: 'Ville de Valmorane, place de la Mairie',
  contact: 'dpo@exemple.fr',
  url: 'https://exemple.fr/donnees',
  mine: 'https://teams.microsoft.com/l/entity/app/personal',
}

const NONCE = 'nonce-of-this-card'

export function peopleSamples(words: Words, said: Said) {
  const camille = { id: 'p1', name: said('Camille Martin'), role: 'agent', language: words.language } as const
  const again = { verb: 'workshops.answer', data: { workshop: 'w1', answer: 'yes' } }
  const ines = { id: 'p2', name: said('Inès Roques') }
  const nadia = { id: 'p3', name: said('Nadia Ferrer') }
  const relay = {
    direction: 'mobilites',
    pilot: ines,
    deputies: [nadia],
    found: [camille],
    more: false,
    mine: true,
  }
  const many = { direction: 'mobilites', deputies: [], found: [], more: true, mine: false }
  const lacking = DIRECTIONS.map(direction => ({
    direction,
    deputies: direction.id === 'lycees' ? [nadia] : [],
  }))
  const asked = { task: 'pilot', typed: '', nonce: NONCE } as const
  const name = said('Direction des mobilités')
  return {
    'people/person/welcome': [
      welcomeCard(words, camille, DIRECTIONS),
      welcomeCard(words, camille, DIRECTIONS, { privacy: PRIVACY }),
      welcomeCard(words, { ...camille, direction: 'lycees' }, DIRECTIONS),
      welcomeCard(words, { ...camille, direction: 'lycees' }, DIRECTIONS, { correcting: true }),
      welcomeCard(words, { ...camille, role: 'pilot', direction: 'lycees' }, DIRECTIONS),
    ],
    'people/person/direction': [directionCard(DIRECTIONS, again)],
    'people/person/install': [
      installCard('https://teams.microsoft.com/l/app/69d16f06-3c32-4b78-82d2-56067ce9a62b'),
    ],
    'people/person/language': [languageCard(words)],
    'people/reach/list': [
      reachCard(words, MANY, reachBy(MANY, tallies), 0),
      reachCard(words, MANY, reachBy(MANY, tallies), 30),
      reachCard(words, DIRECTIONS, reachBy(DIRECTIONS, []), 0),
    ],
    'people/pilots/handover': [
      handoverCard(words, name, relay, asked),
      handoverCard(words, name, relay, { ...asked, task: 'deputy' }),
      handoverCard(words, name, many, asked),
      handoverCard(words, name, { ...many, more: false }, { ...asked, typed: said('Zoé') }),
      handoverCard(
        words,
        name,
        { ...many, found: [camille] },
        { ...asked, task: 'deputy', typed: said('Cam') },
      ),
      handedOverCard(words, name, nadia),
      handedOverCard(words, name, undefined),
      handedOverCard(words, name, nadia, 'mobilites'),
    ],
    'people/pilots/list': [
      pilotsCard(words, { items: lacking, next: 'mobilites' }),
      pilotsCard(words, { items: [] }),
      pilotsCard(words, { items: lacking.map(each => ({ ...each, awaited: said('Amina Fabre') })) }, true),
      pilotsCard(words, { items: [...lacking, ...lacking.map(each => ({ ...each, pilot: ines }))] }, true),
    ],
  } satisfies Samples<
    PersonWelcomeCard | DirectionCard | InstallCard | LanguageCard | HandoverCard | PilotsCard | ReachCard
  >
}
