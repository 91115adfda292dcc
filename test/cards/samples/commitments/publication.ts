import {
  emptyPost,
  noneCard,
  type ReadyStoryCard,
  readyCard,
  type StoryPostCard,
  storyPost,
} from '../../../../src/features/commitments/publication/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { commitments, NOTED } from './commitment.ts'

export function commitmentPublicationSamples(words: Words, said: Said) {
  const context = { words, programme }
  const { kept, note } = commitments(said)
  const ready = {
    id: 's1',
    direction: 'lycees',
    text: `${kept.text} ${note}`,
    signature: said('Karim'),
    state: 'told',
    turn: 0,
    at: NOTED,
  } as const
  const from = { id: 'm1', round: 1, idea: 'i1', text: 'À moitié écrit' }
  const places = said('Lycées · Général')
  return {
    'commitments/publication/ready': [
      readyCard(context, ready, { places, next: '1-s1' }),
      readyCard(context, { ...ready, signature: '' }, { places }),
      readyCard(context, ready, { places, next: '1-s1', from }),
      readyCard(context, ready, { places: '' }),
      readyCard(context, { ...ready, state: 'published', publishedAt: NOTED }, { places }),
      readyCard(context, { ...ready, state: 'aside' }, { places: '' }),
      noneCard(context, 'lycees'),
      noneCard(context, 'lycees', from),
    ],
    'commitments/publication/post': [
      storyPost(context, ready),
      storyPost(context, { ...ready, signature: '' }),
      emptyPost(words),
    ],
  } satisfies Samples<ReadyStoryCard | StoryPostCard>
}
