import { type PilotsCard, pilotsCard } from '../../../../src/features/people/pilots/cards.ts'
import {
  type HandoverCard,
  handedOverCard,
  handoverCard,
} from '../../../../src/features/people/pilots/handover-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Said, Samples } from '../../sample.ts'
import { DIRECTIONS } from './person.ts'

const NONCE = 'nonce-of-this-card'

export function peoplePilotsSamples(words: Words, said: Said) {
  const camille = { id: 'p1', name: said('Camille Martin'), role: 'agent', language: words.language } as const
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
  } satisfies Samples<HandoverCard | PilotsCard>
}
