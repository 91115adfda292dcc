import type { Words } from '../../../i18n/words.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { BallotSeen } from '../ballot/domain.ts'

/** What follows a result in one sentence, as a screen shows it: no card, so nothing is escaped. '' before there is one. */
export function sequelSentence(words: Words, { follows }: Pick<BallotSeen, 'follows'>): string {
  const { say } = words
  if (!follows) return ''
  if (follows.kind === 'steps') {
    const [first] = follows.steps
    return first ? say('step.summary', { text: first.text }) : ''
  }
  if (follows.kind === 'summary') return say('ballot.sequel.summary')
  if (follows.kind === 'none' && follows.word === undefined) return say('ballot.sequel.none.line')
  if (follows.kind === 'none') return say('ballot.sequel.none.word', { word: follows.word ?? '' })
  const date = words.shortDay(momentOf(follows.due, '12:00', words.zone) ?? 0)
  return say(follows.late ? 'ballot.sequel.late' : 'ballot.sequel.awaited', { date })
}
