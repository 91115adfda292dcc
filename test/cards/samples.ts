import { type Words, wordsIn } from '../../src/i18n/words.ts'
import type { CardOf } from '../../src/kernel/text/card.ts'
import type { Language } from '../../src/kernel/text/language.ts'
import type { Said } from './sample.ts'
import { attendanceSamples } from './samples/attendance.ts'
import { ballotSamples } from './samples/ballots.ts'
import { broadcastSamples } from './samples/broadcasts.ts'
import { channelSamples } from './samples/channels.ts'
import { commitmentSamples } from './samples/commitments.ts'
import { commonSamples } from './samples/common.ts'
import { feedbackSamples } from './samples/feedback.ts'
import { ideaSamples } from './samples/ideas.ts'
import { initiativeSamples } from './samples/initiatives.ts'
import { messageSamples } from './samples/messages.ts'
import { nudgeSamples } from './samples/nudges.ts'
import { peopleSamples } from './samples/people.ts'
import { rightsSamples } from './samples/rights.ts'
import { seriesSamples } from './samples/series.ts'
import { workshopSamples } from './samples/workshops.ts'

const FEATURES = [
  commonSamples,
  peopleSamples,
  channelSamples,
  workshopSamples,
  seriesSamples,
  attendanceSamples,
  feedbackSamples,
  ideaSamples,
  ballotSamples,
  initiativeSamples,
  commitmentSamples,
  messageSamples,
  broadcastSamples,
  nudgeSamples,
  rightsSamples,
]

/** One sample at least of every card there is, in the programme's zone. `said` may change what people wrote. */
export function allSamples(
  language: Language,
  said: Said = text => text,
  words: Words = wordsIn(language, 'Europe/Paris'),
): CardOf[] {
  return FEATURES.flatMap(samples => Object.values(samples(words, said)).flat())
}
