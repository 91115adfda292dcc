import { type StoryFormCard, storyFormCard } from '../../../../src/features/commitments/stories/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Said, Samples } from '../../sample.ts'
import { commitments, NOTED } from './commitment.ts'

export function commitmentStoriesSamples(words: Words, said: Said) {
  const { kept, note } = commitments(said)
  const text = `${kept.text} ${note}`
  const form = {
    commitment: kept,
    direction: 'lycees',
    pilots: [{ id: 'p9', name: said('Inès Roques') }],
    channels: [
      { id: '19:c', name: said('Général'), teamId: '19:t', teamName: said('Lycées'), address: '19:c' },
    ],
    text,
    named: false,
    noted: true,
    small: true,
    firstName: said('Karim'),
  }
  const story = {
    id: 's1',
    direction: 'lycees',
    text,
    named: true,
    state: 'told',
    turn: 0,
    at: NOTED,
  } as const
  const told = { ...kept, story }
  const nonce = 'n1'
  return {
    'commitments/stories/form': [
      storyFormCard(words, form, 'p1', { nonce }),
      storyFormCard(words, { ...form, commitment: { ...kept, visibility: 'me' }, small: false }, 'p9', {
        nonce,
      }),
      storyFormCard(words, { ...form, commitment: told, noted: false, named: true }, 'p1', { nonce }),
    ],
  } satisfies Samples<StoryFormCard>
}
