import type { FactsPart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import { stepFacts } from '../../next-steps/index.ts'
import { type BallotButton, button } from '../ballot/cards.ts'
import type { BallotSeen } from '../ballot/domain.ts'
import { isRoomVote, type Sequel } from '../ballot/sequel.ts'

/** « Sans suite : trop peu de voix. Vous pouvez l’annuler jusqu’à 14:20. » */
function noneText(words: Words, { word, undoUntil }: Extract<Sequel, { kind: 'none' }>): string {
  const said =
    word === undefined
      ? words.say('ballot.sequel.none.line')
      : words.say('ballot.sequel.none.word', { word: safe(word) })
  if (undoUntil === undefined) return said
  return `${said} ${words.say('step.undo.until', { time: words.time(undoUntil) })}`
}

function sequelText(words: Words, follows: Exclude<Sequel, { kind: 'steps' }>): string {
  if (follows.kind === 'none') return noneText(words, follows)
  if (follows.kind === 'summary') return words.say('ballot.sequel.summary')
  const date = words.shortDay(momentOf(follows.due, '12:00', words.zone) ?? 0)
  return words.say(follows.late ? 'ballot.sequel.late' : 'ballot.sequel.awaited', { date })
}

/** What a result ends with: its next steps, by when they will be said, or « Sans suite ». */
export function sequelFacts(words: Words, { follows }: Pick<BallotSeen, 'follows'>): FactsPart['facts'] {
  if (!follows) return []
  if (follows.kind === 'steps') return stepFacts(words, follows.steps)
  return [{ icon: 'Flag', text: sequelText(words, follows) }]
}

function settleButton({ say }: Words, { id, follows, audience }: BallotSeen): BallotButton {
  const data = { ballot: id }
  if (follows?.kind === 'none') return button(say('undo'), 'ballots.sequel', { ...data, none: 'off' })
  if (isRoomVote(audience))
    return button(say('ballot.sequel.none'), 'ballots.sequel', { ...data, none: 'on' })
  return button(say('ballot.sequel.none'), 'ballots.sequel-form', data)
}

/** Next acts for who may say what follows. */
export function sequelButtons(words: Words, ballot: BallotSeen): readonly BallotButton[] {
  const { id, follows, mayFollow, maySettle } = ballot
  const write = words.say(follows?.kind === 'steps' ? 'step.open' : 'step.write')
  return [
    ...(mayFollow ? [button(write, 'steps.on', { kind: 'ballot', id })] : []),
    ...(maySettle ? [settleButton(words, ballot)] : []),
  ]
}
