import {
  doneCard,
  laterCard,
  type MessageSheetCard,
  whyCard,
} from '../../../src/features/messages/message/cards.ts'
import type { Message } from '../../../src/features/messages/message/domain.ts'
import { type PreferencesCard, preferencesCard } from '../../../src/features/messages/preferences/cards.ts'
import type { Preferences } from '../../../src/features/messages/preferences/domain.ts'
import type { EffectShown } from '../../../src/features/messages/response/effect.ts'
import { type EffectCard, effectCard } from '../../../src/features/messages/response/effect-cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { rounded } from '../../../src/kernel/personal-data/counts.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Samples } from '../sample.ts'

const NOW = Date.parse('2027-04-22T08:00:00Z')
const HOURS = { from: '09:00', until: '17:30' }
const FRIDAY = Date.parse('2027-04-23T07:00:00Z')
const MONDAY = Date.parse('2027-04-26T07:00:00Z')

const message: Message = {
  id: 'm1',
  person: 'p1',
  topic: 'workshop-soon',
  reason: 'workshop-soon:w1',
  subject: { workshop: 'w1', direction: 'lycees', at: NOW + 6 * DAY },
  by: 'nudges',
  state: 'sent',
  round: 1,
  turn: 1,
  from: NOW,
  createdAt: NOW,
}
const waiting: Message = {
  ...message,
  topic: 'ideas-waiting',
  subject: { idea: 'i1', direction: 'relation-usagers' },
}

const preferences: Preferences = {
  perWeek: 2,
  most: 3,
  takenThisWeek: 1,
  daysOff: [],
  workdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  topics: [
    { topic: 'workshop-soon', on: true },
    { topic: 'ideas-waiting', on: false },
    { topic: 'idea-answered', on: true },
    { topic: 'workshop-moved', on: true },
  ],
}

const silent: Preferences = {
  ...preferences,
  topics: [{ topic: 'workshop-soon', on: false, quiet: true }],
}

const EFFECT: EffectShown = {
  day: '2027-04-22',
  topics: [
    { topic: 'workshop-soon', sent: rounded(120), acted: rounded(47), quiet: rounded(5) },
    { topic: 'ideas-waiting', sent: rounded(3), acted: rounded(1), quiet: rounded(0) },
  ],
}

export function messageSamples(words: Words) {
  const voice = { words, programme }
  const of = (one: Message) => ({ message: one, number: 1 })
  const effect = { title: words.say('message.effect'), verb: 'messages.effect', data: {} }
  const undo = {
    title: words.say('message.resume'),
    verb: 'messages.resume',
    data: { topic: 'workshop-soon' },
  }
  return {
    'messages/message/sheet': [
      whyCard(voice, of(message), { perWeek: 2, on: true }),
      whyCard(voice, of(waiting), { perWeek: 1, on: false }),
      whyCard(
        voice,
        { message: { ...message, topic: 'idea-answered', subject: {} }, number: undefined },
        { perWeek: 2, on: true },
      ),
      whyCard(
        voice,
        { message: { ...message, topic: 'workshop-moved', subject: {} }, number: 2 },
        { perWeek: 2, on: true },
      ),
      whyCard(voice, of(message), { perWeek: 1, on: true, was: 2 }),
      laterCard(voice, message, [FRIDAY, MONDAY], NOW),
      laterCard(voice, message, [], NOW),
      doneCard(voice, message, [undo]),
    ],
    'messages/response/effect': [effectCard(words, EFFECT), effectCard(words, { ...EFFECT, topics: [] })],
    'messages/preferences/sheet': [
      preferencesCard(words, preferences, HOURS, NOW),
      preferencesCard(
        words,
        { ...preferences, pausedUntil: '2027-05-06', daysOff: ['wednesday', 'friday'] },
        HOURS,
        NOW,
      ),
      preferencesCard(words, silent, HOURS, NOW),
      preferencesCard(words, { ...preferences, topics: [] }, HOURS, NOW, [effect]),
    ],
  } satisfies Samples<MessageSheetCard | PreferencesCard | EffectCard>
}
