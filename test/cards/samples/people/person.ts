import {
  type DirectionCard,
  directionCard,
  type InstallCard,
  installCard,
  type LanguageCard,
  languageCard,
  type PersonWelcomeCard,
  welcomeCard,
} from '../../../../src/features/people/person/cards.ts'
import { languageChoices } from '../../../../src/i18n/choices.ts'
import { BUILT_IN } from '../../../../src/i18n/partial.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'

export const DIRECTIONS = [
  { id: 'lycees', name: 'Direction des lycées', headcount: 540 },
  { id: 'mobilites', name: 'Direction des mobilités et des infrastructures', headcount: 210 },
]

const PRIVACY = {
  controller: 'Ville de Valmorane, place de la Mairie',
  contact: 'dpo@exemple.fr',
  url: 'https://exemple.fr/donnees',
  mine: 'https://teams.microsoft.com/l/entity/app/personal',
}

/** With two contributors' languages as well. */
const LANGUAGES = [
  ...languageChoices(BUILT_IN),
  { id: 'fr-x-br', name: 'Brezhoneg', percent: 18 },
  { id: 'fr-x-oc', name: 'Occitan', percent: 0 },
] as const

const OPEN = { vote: true, workshop: true, begin: true }
const { axes } = programme

export function personSamples(words: Words, said: Said) {
  const camille = { id: 'p1', name: said('Camille Martin'), role: 'agent', language: words.language } as const
  const again = { verb: 'workshops.answer', data: { workshop: 'w1', answer: 'yes' } }
  return {
    'people/person/welcome': [
      welcomeCard(words, camille, DIRECTIONS, { axes }),
      welcomeCard(words, camille, DIRECTIONS, { privacy: PRIVACY, axes, open: { ...OPEN, vote: false } }),
      welcomeCard(words, { ...camille, direction: 'lycees' }, DIRECTIONS, {
        axes,
        open: { ...OPEN, workshop: false },
      }),
      welcomeCard(words, { ...camille, role: 'observer' }, DIRECTIONS, { axes }),
      welcomeCard(words, { ...camille, direction: 'lycees' }, DIRECTIONS, { back: again }),
      welcomeCard(words, { ...camille, direction: 'lycees' }, DIRECTIONS, { correcting: true }),
    ],
    'people/person/direction': [directionCard(DIRECTIONS, again)],
    'people/person/install': [
      installCard('https://teams.microsoft.com/l/app/69d16f06-3c32-4b78-82d2-56067ce9a62b'),
    ],
    'people/person/language': [
      languageCard(words, languageChoices(BUILT_IN)),
      languageCard(words, LANGUAGES),
    ],
  } satisfies Samples<DirectionCard | InstallCard | LanguageCard | PersonWelcomeCard>
}
