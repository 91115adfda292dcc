import {
  draftText,
  type PostCard,
  type PostFormCard,
  postCard,
  postForm,
} from '../../../../src/features/nudges/posts/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ballot, tapped } from '../ballots/ballot.ts'
import { workshop } from '../workshops/workshop.ts'
import { SHOWN } from './nudge.ts'

export function nudgePostsSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const soon = workshop(said)
  const vote = ballot(said)
  const post = { direction: 'lycees', text: said('Il reste des places : qui vient ?') }
  const name = said('Inès Roques')
  const draft = { typed: post.text, nonce: 'n1', places: said('Lycées · Général') }
  return {
    'nudges/posts/form': [
      postForm(voice, SHOWN, draft),
      postForm(voice, SHOWN, { ...draft, typed: draftText(voice, { thing: 'axis', axis: 'usager' }) }),
      postForm(voice, SHOWN, { ...draft, typed: draftText(voice, { thing: 'workshop', workshop: soon }) }),
      postForm(voice, SHOWN, {
        ...draft,
        typed: draftText(voice, { thing: 'ballot', ballot: vote }),
        question: vote.question,
      }),
    ],
    'nudges/posts/post': [
      postCard(voice, post, { thing: 'workshop', workshop: soon }, name),
      postCard(voice, post, { thing: 'ballot', ballot: vote }, name),
      postCard(voice, post, { thing: 'ballot', ballot: { ...vote, ...tapped(5) } }, name),
      postCard(voice, post, { thing: 'ballot', ballot: { ...vote, ...tapped(6) } }, name),
      postCard(voice, post, { thing: 'ballot', ballot: { ...vote, stage: 'closed' } }, name),
      postCard(voice, post, { thing: 'axis', axis: 'usager' }, ''),
    ],
  } satisfies Samples<PostCard | PostFormCard>
}
