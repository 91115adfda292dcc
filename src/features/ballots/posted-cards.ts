import type { Words } from '../../i18n/words.ts'
import { headerOf, type Voice, type VotingCard, votingCard } from './cards.ts'
import type { BallotSeen } from './domain.ts'
import type { Nearness } from './last-day.ts'
import { momentIn } from './rules-cards.ts'
import { NO_TURNOUT } from './turnout-cards.ts'

const SHARED = { lead: '', shared: true, back: false, ...NO_TURNOUT }
const LAST = { today: 'ballot.state.last', workday: 'ballot.state.lastWorkday' } as const

/** Today and at what hour, or on which day that nobody works. */
function endOf(words: Words, closesAt: number, nearness: Nearness): string {
  if (nearness === 'workday') return words.say('ballot.closes', momentIn(words, closesAt))
  return words.say('ballot.closes.today', { time: words.time(closesAt) })
}

function lastDayHeader(words: Words, ballot: BallotSeen, nearness: Nearness) {
  const badge = { text: words.say(LAST[nearness]), tone: 'warning' } as const
  const kind = words.say('ballot.kind', { when: endOf(words, ballot.closesAt, nearness) })
  return { ...headerOf(words, ballot), kind, badge }
}

/**
 * What everybody in the channel sees while it is open. Nobody edits it for a vote, so it says nothing that a vote changes.
 * `nearness`: on its last day.
 */
export function postedCard(voice: Voice, ballot: BallotSeen, nearness?: Nearness): VotingCard {
  const { template, data } = votingCard(voice, ballot, SHARED)
  return { template, data: { ...data, ...(nearness && lastDayHeader(voice.words, ballot, nearness)) } }
}
