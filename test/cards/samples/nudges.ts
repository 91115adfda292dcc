import { ideasNudge, type NudgeCard, workshopNudge } from '../../../src/features/nudges/cards.ts'
import { relayNudge } from '../../../src/features/nudges/relay-cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { DAY } from '../../../src/kernel/clock.ts'
import { programme } from '../../support/programme.ts'
import type { Said, Samples } from '../sample.ts'
import { ideas } from './ideas.ts'
import { workshop } from './workshops.ts'

const SHOWN = { id: 'm1', round: 1, direction: 'lycees' }

export function nudgeSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const soon = workshop(said)
  const now = soon.startsAt - 6 * DAY
  const { idea } = ideas(said)
  const appointed = { direction: 'lycees', other: 'p2' }
  return {
    'nudges/workshop': [
      workshopNudge(voice, SHOWN, soon, now),
      workshopNudge(voice, SHOWN, { ...soon, seatsTaken: 47 }, soon.startsAt - DAY),
      workshopNudge(voice, SHOWN, { ...soon, mine: 'yes' }, now),
    ],
    'nudges/ideas': [
      ideasNudge(voice, SHOWN, { idea, more: true }),
      ideasNudge(voice, SHOWN, { idea, more: false, typed: said('Oui, dès le 3 mai.') }),
      ideasNudge(voice, SHOWN, { idea, more: true, answer: said('Oui, dès le 3 mai.') }),
      ideasNudge(voice, SHOWN, { idea: undefined, more: false }),
    ],
    'nudges/relay': [
      relayNudge(voice, SHOWN, { ...appointed, as: 'pilot' }, said('Inès Roques')),
      relayNudge(voice, SHOWN, { ...appointed, as: 'deputy' }, ''),
      relayNudge(voice, SHOWN, { ...appointed, as: 'agent' }, said('Inès Roques')),
    ],
  } satisfies Samples<NudgeCard>
}
