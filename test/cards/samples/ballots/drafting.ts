import { createRender } from '../../../../src/cards/render.ts'
import { SECRET } from '../../../../src/features/ballots/ballot/secret-rules.ts'
import {
  type BallotFormCard,
  formCard,
  previewCard,
} from '../../../../src/features/ballots/drafting/cards.ts'
import type { BallotDraft } from '../../../../src/features/ballots/drafting/domain.ts'
import { previewsOf } from '../../../../src/features/ballots/publication/cards.ts'
import { DIRECTIONS_LIMIT } from '../../../../src/features/channels/announcements/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { cleanLine } from '../../../../src/kernel/text/text.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ballot, CHANNEL, NOW } from './ballot.ts'

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

export function ballotDraftingSamples(words: Words, said: Said) {
  const previewed = previewsOf({
    ...{ words: () => words, programme, home: words.language, render: createRender() },
    clock: { now: () => NOW },
  })
  const posted = (draft: BallotDraft) => previewed({ draft, named: ['Direction'], voters: 6_700 }).posted
  const one = ballot(said)
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
  return {
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
  } satisfies Samples<BallotFormCard>
}
