import { only } from '../../../../src/features/ballots/ballot/choice.ts'
import { type RelayNudgeCard, relayNudge } from '../../../../src/features/nudges/nudge/appointment-cards.ts'
import {
  type BallotNudgeCard,
  closingNudge,
  myBallotNudge,
} from '../../../../src/features/nudges/nudge/ballot-cards.ts'
import { type IdeasAsked, ideasNudge, workshopNudge } from '../../../../src/features/nudges/nudge/cards.ts'
import {
  type ActNudgeCard,
  horizonsNudge,
  silenceNudge,
} from '../../../../src/features/nudges/nudge/direction-commitment-cards.ts'
import {
  type HorizonNudgeCard,
  horizonNudge,
  type SeatNudgeCard,
  seatNudge,
} from '../../../../src/features/nudges/nudge/personal-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { exact, rounded } from '../../../../src/kernel/personal-data/counts.ts'
import { DAY } from '../../../../src/kernel/time/clock.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ballot, heavy, tapped } from '../ballots/ballot.ts'
import { commitment } from '../commitments/commitment.ts'
import { ideas } from '../ideas/idea.ts'
import { workshop } from '../workshops/workshop.ts'

export const SHOWN = { id: 'm1', round: 1, direction: 'lycees', item: '' }
const PUBLISHED = { ...SHOWN, publishedAt: Date.parse('2027-05-02T06:47:00Z') }
const CALENDAR = 'https://faire.example/calendar/w1.ics'

export function nudgeSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const soon = workshop(said)
  const mine = { ...soon, mine: 'yes' } as const
  const now = soon.startsAt - 6 * DAY
  const { idea } = ideas(said)
  const asked = { idea, more: true, days: 10 }
  const vote = ballot(said)
  const own = commitment(said)
  const turnout = { own: exact('open-ballot', 22), average: 31 }
  const appointed = { direction: 'lycees', other: 'p2' }
  const name = said('Inès Roques')
  return {
    'nudges/nudge/workshop': [
      workshopNudge(voice, SHOWN, soon, now),
      workshopNudge(voice, SHOWN, { ...soon, seatsTaken: 47 }, soon.startsAt - DAY),
      workshopNudge(voice, SHOWN, mine, now),
      workshopNudge(voice, PUBLISHED, soon, now),
    ],
    'nudges/nudge/ideas': [
      ideasNudge(voice, SHOWN, asked),
      ideasNudge(voice, SHOWN, { ...asked, more: false, typed: said('Oui, dès le 3 mai.') }),
      ideasNudge(voice, SHOWN, { ...asked, answer: said('Oui, dès le 3 mai.') }),
      ideasNudge(voice, SHOWN, { idea: undefined, more: false, days: 1 }),
    ],
    'nudges/nudge/act': [
      silenceNudge(voice, SHOWN, { axis: 'usager', spoken: false }),
      silenceNudge(voice, SHOWN, { axis: 'usager', spoken: true }),
      silenceNudge(voice, PUBLISHED, { axis: 'usager', spoken: false }),
      horizonsNudge(voice, SHOWN, { count: rounded(12), until: now, open: true }),
      horizonsNudge(voice, SHOWN, { count: rounded(3), until: now, open: false }),
    ],
    'nudges/nudge/ballot': [
      closingNudge(voice, SHOWN, vote, turnout),
      closingNudge(voice, SHOWN, vote, { ...turnout, own: rounded(0) }),
      closingNudge(voice, SHOWN, { ...vote, stage: 'closed' }, turnout),
      closingNudge(voice, PUBLISHED, vote, turnout),
      closingNudge(voice, SHOWN, { ...vote, ...tapped(3) }, turnout),
      myBallotNudge(voice, SHOWN, vote),
      myBallotNudge(voice, SHOWN, { ...vote, ...tapped(5) }),
      myBallotNudge(voice, SHOWN, {
        ...ballot(text => text),
        ...heavy(),
        kind: 'dots',
        most: 9,
        perOption: 9,
      }),
      myBallotNudge(voice, SHOWN, { ...vote, kind: 'approval', most: 2 }),
      myBallotNudge(voice, SHOWN, { ...vote, mine: only(vote.options[0]?.id ?? '') }),
    ],
    'nudges/nudge/seat': [
      seatNudge(voice, SHOWN, mine, { calendar: CALENDAR, now: soon.startsAt - DAY }),
      seatNudge(voice, SHOWN, soon, { calendar: CALENDAR, now: soon.startsAt - DAY }),
    ],
    'nudges/nudge/horizon': [
      horizonNudge(voice, SHOWN, own, '2027-04-22'),
      horizonNudge(voice, SHOWN, { ...own, state: 'kept' }, '2027-04-22'),
    ],
    'nudges/nudge/appointment': [
      relayNudge(voice, SHOWN, { ...appointed, as: 'pilot' }, name),
      relayNudge(voice, SHOWN, { ...appointed, as: 'deputy' }, ''),
      relayNudge(voice, SHOWN, { ...appointed, as: 'agent' }, name),
    ],
  } satisfies Samples<
    ActNudgeCard | BallotNudgeCard | HorizonNudgeCard | IdeasAsked | RelayNudgeCard | SeatNudgeCard
  >
}
