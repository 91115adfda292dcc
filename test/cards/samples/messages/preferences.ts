import { type PreferencesCard, preferencesCard } from '../../../../src/features/messages/preferences/cards.ts'
import type { Preferences } from '../../../../src/features/messages/preferences/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Samples } from '../../sample.ts'
import { NOW } from './message.ts'

const HOURS = { from: '09:00', until: '17:30' }
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

export function messagePreferencesSamples(words: Words) {
  const effect = { title: words.say('message.effect'), verb: 'messages.effect', data: {} }
  return {
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
  } satisfies Samples<PreferencesCard>
}
