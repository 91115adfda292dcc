import { type PostedCard, type Preview, postedOf, previewOf, type Render } from '../../../cards/preview.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { type BallotCardContext, headerOf, summaryOf } from '../ballot/cards.ts'
import type { BallotSeen } from '../ballot/domain.ts'
import { momentIn } from '../ballot/rules-cards.ts'
import type { BallotDraft } from '../drafting/domain.ts'
import type { Nearness } from '../lifecycle/last-day.ts'
import { NO_TURNOUT } from '../results/turnout-cards.ts'
import { type VotingCard, votingCard } from '../voting/cards.ts'

const SHARED = { lead: '', shared: true, back: false, ...NO_TURNOUT }
const LAST = { today: 'ballot.state.last', workday: 'ballot.state.lastWorkday' } as const

/** Its time when it ends today, else the non-working day on which it ends. */
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
 * The card in a channel while the ballot is open. It is not edited after a vote, so it shows nothing that a vote
 * changes. `nearness`: on its last day.
 */
export function postedCard(context: BallotCardContext, ballot: BallotSeen, nearness?: Nearness): VotingCard {
  const { template, data } = votingCard(context, ballot, SHARED)
  return { template, data: { ...data, ...(nearness && lastDayHeader(context.words, ballot, nearness)) } }
}

type PostingParts = {
  readonly words: (language: Language) => Words
  readonly programme: Pick<Programme, 'axis' | 'directions'>
  readonly home: Language
}

/** An open ballot's card as posted in its channels, in the programme's language. `nearness`: on its last day. */
export function postedBallot(
  { words, programme, home }: PostingParts,
  ballot: BallotSeen,
  nearness?: Nearness,
): PostedCard {
  const context = { words: words(home), programme }
  return { card: postedCard(context, ballot, nearness), language: home, summary: summaryOf(context, ballot) }
}

/** A ballot at its opening, without votes. */
type Opening = {
  readonly draft: BallotDraft
  readonly named: readonly string[]
  readonly voters: number | undefined
}

function openedNow({ draft, named, voters }: Opening, now: number): BallotSeen {
  const options = draft.options.map((option, at) => ({ ...option, id: `${at}`, votes: 0, voters: 0 }))
  const unvoted = { id: '', organiser: '', votes: 0, createdAt: now, called: true }
  return { ...draft, ...unvoted, options, named, voters, opensAt: now, stage: 'open' }
}

/** Previews of the card, rendered by the code that posts it, for the chat and for the tab. */
export function previewsOf(parts: PostingParts & { readonly render: Render; readonly clock: Clock }) {
  const { words, home, render, clock } = parts
  return (opening: Opening): { readonly posted: readonly object[]; readonly preview: Preview } => {
    const drawn = postedBallot(parts, openedNow(opening, clock.now()))
    const posted = postedOf(render, drawn, titles => words(home).say('card.buttons', { titles }))
    return { posted, preview: previewOf(render, drawn) }
  }
}
