import {
  doneCard,
  laterCard,
  type MessageSheetCard,
  whyCard,
} from '../../../../src/features/messages/message/cards.ts'
import type { Message } from '../../../../src/features/messages/message/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { DAY } from '../../../../src/kernel/time/clock.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Samples } from '../../sample.ts'

export const NOW = Date.parse('2027-04-22T08:00:00Z')
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

export function messageSamples(words: Words) {
  const voice = { words, programme }
  const of = (one: Message) => ({ message: one, number: 1, moments: [FRIDAY, MONDAY], now: NOW })
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
        {
          message: { ...message, topic: 'idea-answered', subject: {} },
          number: undefined,
          moments: [],
          now: NOW,
        },
        { perWeek: 2, on: true },
      ),
      whyCard(
        voice,
        {
          message: { ...message, topic: 'workshop-moved', subject: {} },
          number: 2,
          moments: [FRIDAY],
          now: NOW,
        },
        { perWeek: 2, on: true },
      ),
      whyCard(voice, of(message), { perWeek: 1, on: true, was: 2 }),
      laterCard(voice, message, [FRIDAY, MONDAY], NOW),
      laterCard(voice, message, [], NOW),
      doneCard(voice, message, [undo]),
    ],
  } satisfies Samples<MessageSheetCard>
}
