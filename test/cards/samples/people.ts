import {
  directionCard,
  installCard,
  languageCard,
  type PeopleCard,
  welcomeCard,
} from '../../../src/features/people/cards.ts'
import { reachBy, type Tally } from '../../../src/features/people/reach.ts'
import { type ReachCard, reachCard } from '../../../src/features/people/reach-cards.ts'
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
const tallies: Tally[] = ['', ...MANY.map(({ id }) => id)].flatMap((direction, at) =>
  STATES.map((state, n) => ({ direction, state, count: at % 3 === 0 ? 1 : 100 * n + at })),
)

export function peopleSamples(words: Words, said: Said) {
  const camille = { id: 'p1', name: said('Camille Martin'), role: 'agent', language: words.language } as const
  const again = { verb: 'workshops.answer', data: { workshop: 'w1', answer: 'yes' } }
  return {
    'people/welcome': [
      welcomeCard(words, camille, DIRECTIONS),
      welcomeCard(words, { ...camille, direction: 'lycees' }, DIRECTIONS),
    ],
    'people/direction': [directionCard(DIRECTIONS, again)],
    'people/install': [installCard('https://teams.microsoft.com/l/app/69d16f06-3c32-4b78-82d2-56067ce9a62b')],
    'people/language': [languageCard(words)],
    'people/reach': [
      reachCard(words, MANY, reachBy(MANY, tallies), 0),
      reachCard(words, MANY, reachBy(MANY, tallies), 30),
      reachCard(words, DIRECTIONS, reachBy(DIRECTIONS, []), 0),
    ],
  } satisfies Samples<PeopleCard | ReachCard>
}
