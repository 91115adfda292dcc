import {
  trialsText,
  type WeekCard,
  type WeekContent,
  weekCard,
} from '../../../../src/features/nudges/digest/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { exact } from '../../../../src/kernel/personal-data/counts.ts'
import { DAY, MINUTE } from '../../../../src/kernel/time/clock.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ballot } from '../ballots/ballot.ts'
import { ideas } from '../ideas/idea.ts'
import { workshop } from '../workshops/workshop.ts'
import { SHOWN } from './nudge.ts'

export function nudgeDigestSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const { idea } = ideas(said)
  const now = idea.at + 17 * DAY
  const place = { direction: 'lycees', after: '1-i1' }
  const asked = { idea, next: place }
  const channel = { id: 'c1', name: said('Général'), teamId: 't1', teamName: said('Lycées'), address: 'a' }
  const targets = { channels: [channel] }
  const vote = { item: '1', about: { thing: 'ballot', ballot: ballot(said) }, targets } as const
  const day = { item: '1', about: { thing: 'workshop', workshop: workshop(said) }, targets } as const
  const answer = { text: said('Oui, dès le 3 mai.'), by: 'p1', as: 'pilot', at: now } as const
  const untold = { answer: { at: now, until: now + 10 * MINUTE } }
  const week: WeekContent = {
    queue: { count: 3, asked },
    place: { direction: '', after: '' },
    typed: '',
    unsent: '',
    ready: vote,
    pace: { weeks: 4, count: exact('ideas', 12), before: exact('ideas', 7) },
    others: [
      said('Atelier dans 6 jours\u00A0: 12 places libres. Le lycée de demain'),
      said('2 engagements partagés arrivent à échéance'),
    ],
    now,
    many: false,
  }
  const trial = { title: said('Laisser une page à chaque changement de poste, et la relire à deux') }
  const ends = trialsText(words, { begin: [], end: [trial], numbers: [trial] })
  const several = trialsText(words, { begin: [trial, trial], end: [trial], numbers: [trial, trial] })
  const none: WeekContent = { ...week, queue: { count: 0 }, others: [] }
  return {
    'nudges/digest/week': [
      weekCard(voice, SHOWN, week),
      weekCard(voice, SHOWN, {
        ...week,
        place,
        answered: { ...idea, answer, untold, mayAnswer: true },
        ready: { ...vote, publishedAt: now },
      }),
      weekCard(voice, SHOWN, {
        ...week,
        queue: { count: 1, asked },
        typed: said('Oui, dès le 3'),
        many: true,
      }),
      weekCard(voice, SHOWN, { ...week, unsent: said('Nous en parlons jeudi'), ready: day }),
      weekCard(voice, SHOWN, { ...none, queue: { count: 2 }, place }),
      weekCard(voice, SHOWN, {
        ...none,
        ready: day,
        pace: { weeks: 1, count: exact('ideas', 0), before: exact('ideas', 2) },
      }),
      weekCard(voice, SHOWN, { ...none, ready: undefined, pace: undefined }),
      weekCard(voice, SHOWN, { ...none, ready: undefined, pace: undefined, others: ends }),
      weekCard(voice, SHOWN, { ...week, others: [...week.others, ...several] }),
      weekCard(voice, SHOWN, { ...none, ready: undefined, story: 'lycees' }),
      weekCard(voice, SHOWN, { ...week, story: 'lycees' }),
      weekCard(voice, SHOWN, {
        place: none.place,
        typed: '',
        unsent: '',
        others: [],
        now,
        many: false,
      }),
    ],
  } satisfies Samples<WeekCard>
}
