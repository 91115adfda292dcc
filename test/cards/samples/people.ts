import {
  directionCard,
  installCard,
  languageCard,
  type PeopleCard,
  welcomeCard,
} from '../../../src/features/people/cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Said, Samples } from '../sample.ts'

const DIRECTIONS = [
  { id: 'lycees', name: 'Direction des lycées' },
  { id: 'mobilites', name: 'Direction des mobilités et des infrastructures' },
]

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
  } satisfies Samples<PeopleCard>
}
