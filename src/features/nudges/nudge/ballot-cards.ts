import type { FooterPart, FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import {
  type BallotSeen,
  type ChoosingPart,
  choosing,
  headerOf,
  isBeginning,
  NO_TAPS,
  noChoosing,
  rulesText,
  type TapsPart,
  tapsOn,
} from '../../ballots/index.ts'
import { foot } from '../../messages/index.ts'
import {
  button,
  directionName,
  footOf,
  type NudgeButton,
  type NudgeCardContext,
  type Placed,
  publishButtons,
  publishedSentences,
} from './cards.ts'

/** Moved to the overflow menu beyond four buttons. */
type Offered = NudgeButton & { readonly mode: 'primary' | 'secondary' }

type BallotData = HeaderPart &
  TitlePart &
  FooterPart &
  FootPart & {
    readonly message: string
    readonly ballot: string
    readonly sentences: readonly { readonly text: string }[]
    /** Whether one can vote on the card. */
    readonly asks: boolean
    readonly acts: readonly Offered[]
  } & ChoosingPart &
  TapsPart

export type BallotNudgeCard = CardOf<'nudges/nudge/ballot', BallotData>

/** Turn-out of the pilot's Direction and overall, in whole per cent, as of the rule's run. */
type ClosingTurnout = { readonly own: Shown; readonly average: number }

const TOTALS = 'ballots.totals'

const momentIn = (words: Words, ms: number) => ({ date: words.shortDay(ms), time: words.time(ms) })

/** No comparison where the figure is hidden or the ballot has just begun. */
const compares = ({ own }: ClosingTurnout, ballot: BallotSeen) => own > 0 && !isBeginning(ballot)

function turnoutText(context: NudgeCardContext, { own, average }: ClosingTurnout, direction: string): string {
  const { words } = context
  return words.say('nudge.ballot.turnout', {
    own: words.share(own, 100),
    direction: safe(directionName(context, direction)),
    // Rounded to 0 %, it is shown as « less than 1 % »: enough people voted to show it.
    average: average === 0 ? words.share(1, Number.MAX_SAFE_INTEGER) : words.share(average, 100),
  })
}

/** When it closes, for the notification and above the vote. `mine`: about the reader's own vote. */
function closingText(words: Words, { closesAt, stage }: BallotSeen, mine: boolean): string {
  if (stage === 'closed') return words.say('nudge.ballot.closed')
  return words.say(mine ? 'nudge.me.ballot' : 'nudge.ballot', momentIn(words, closesAt))
}

/** The same with the question, where there is no card. */
export function closingSummary(words: Words, ballot: BallotSeen, mine: boolean): string {
  const text = closingText(words, ballot, mine)
  return plain(words.say('nudge.ballot.summary', { text, question: ballot.question }))
}

function seeButton(
  words: Words,
  message: string,
  seen: BallotSeen,
  mode: Offered['mode'] = 'primary',
): Offered {
  const { id: ballot, mine } = seen
  const data = { ballot, message }
  return mine === undefined
    ? { ...button(words.say('ballot.totals'), TOTALS, data), mode }
    : { ...button(words.say('ballot.seeMine'), 'ballots.mine', data), mode }
}

function ballotNudge(
  words: Words,
  ballot: BallotSeen,
  own: Pick<BallotData, 'message' | 'sentences' | 'acts' | 'foot'>,
): BallotNudgeCard {
  const asks = ballot.stage === 'open' && ballot.called && ballot.mine === undefined
  const { message, acts, foot } = own
  const kept = acts.filter(({ verb }) => !(asks && verb === TOTALS))
  const beside = kept.length + foot.length
  const taps = asks ? tapsOn(words, ballot, beside, { message }) : NO_TAPS
  const tapped = taps.taps.length > 0
  return {
    template: 'nudges/nudge/ballot',
    data: {
      ...headerOf(words, ballot),
      title: safe(ballot.question),
      ballot: ballot.id,
      asks,
      ...(asks && !tapped ? choosing(words, ballot) : noChoosing(words)),
      ...taps,
      footer: rulesText(words, ballot),
      ...own,
      // The answer to a tap shows the totals.
      acts: tapped ? kept : acts,
    },
  }
}

/** For a pilot: turn-out of the Direction, unless it is withheld, and a text for its channels. */
export function closingNudge(
  context: NudgeCardContext,
  shown: Placed,
  ballot: BallotSeen,
  turnout: ClosingTurnout | undefined,
): BallotNudgeCard {
  const { words } = context
  const open = ballot.stage === 'open'
  const sentences = [
    closingText(words, ballot, false),
    ...(open && turnout && compares(turnout, ballot) ? [turnoutText(context, turnout, shown.direction)] : []),
  ]
  const publish = publishButtons(words, shown).map(each => ({ ...each, mode: 'primary' }) as const)
  return ballotNudge(words, ballot, {
    message: shown.id,
    sentences: [...sentences.map(text => ({ text })), ...publishedSentences(words, shown)],
    acts: open
      ? [...publish, seeButton(words, shown.id, ballot, 'secondary')]
      : [seeButton(words, shown.id, ballot)],
    ...footOf(words, shown, open),
  })
}

/** For somebody who has not voted. */
export function myBallotNudge(
  { words }: NudgeCardContext,
  shown: Pick<Placed, 'id' | 'round'>,
  ballot: BallotSeen,
): BallotNudgeCard {
  const voted = ballot.mine !== undefined
  const said = voted ? words.say('nudge.me.ballot.done') : closingText(words, ballot, true)
  return ballotNudge(words, ballot, {
    message: shown.id,
    sentences: [{ text: said }],
    acts: [seeButton(words, shown.id, ballot)],
    ...foot(words, shown, !voted && ballot.stage === 'open'),
  })
}
