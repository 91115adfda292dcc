import type { ButtonsPart, FooterPart, HeaderPart, OptionsPart, TitlePart } from '../../cards/parts.ts'
import { safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, SafeText } from '../../kernel/card.ts'
import { exact } from '../../kernel/counts.ts'
import {
  type Button,
  button,
  headerOf,
  percent,
  rulesText,
  type TurnoutData,
  turnoutOf,
  type Voice,
} from './cards.ts'
import { pointsOn } from './choice.ts'
import { type BallotResult, type BallotSeen, leadersOf, type Option, ranked } from './domain.ts'

type Bar = OptionsPart['options'][number]
/** An option without its bar, for the many that would not fit a card of 28 kB. */
type Line = { readonly title: SafeText | string; readonly figures: string; readonly mine: boolean }
type Figures = OptionsPart & { readonly lines: readonly Line[] }

type TotalsData = HeaderPart & TitlePart & Figures & TurnoutData & ButtonsPart & FooterPart
type ResultData = HeaderPart &
  TitlePart &
  Figures &
  ButtonsPart &
  FooterPart & {
    readonly question: SafeText
    /** The winner's votes and Directions, or how many each has who ties; '' when nobody voted. */
    readonly outcome: string
    readonly participation: string
  }

type TotalsCard = CardOf<'ballots/totals', TotalsData>
type ResultCard = CardOf<'ballots/result', ResultData>
export type TotalCard = TotalsCard | ResultCard

/** Options that are drawn with a bar; past it, every one is a line. */
const BARS = 10

/** Each bar as it is, or all as lines. */
function figuresOf(bars: readonly Bar[]): Figures {
  if (bars.length <= BARS) return { options: bars, lines: [] }
  const lines = bars.map(({ title, count, shareText, detail, mine }) => ({
    title,
    figures: joined(`**${count}**`, detail, shareText),
    mine,
  }))
  return { options: [], lines }
}

function axisOf({ words, programme }: Voice, { axis }: Option): string {
  const title = axis === undefined ? undefined : programme.axis(axis)?.title[words.language]
  return title === undefined ? '' : safe(title)
}

function marked(words: Words, mine: boolean): string {
  return mine ? `**${words.say('ballot.mine')}**` : ''
}

function joined(...texts: readonly string[]): string {
  return texts.filter(text => text !== '').join(' · ')
}

function liveBar(voice: Voice, ballot: BallotSeen, option: Option): Bar {
  const { words } = voice
  const mine = pointsOn(ballot.mine, option.id) > 0
  return {
    title: safe(option.title),
    count: words.number(exact('open-ballot', option.votes)),
    share: percent(option.votes, ballot.votes),
    shareText: joined(marked(words, mine), words.share(option.votes, ballot.votes)),
    detail: axisOf(voice, option),
    mine,
    leads: false,
  }
}

/** The way from totals to one's own vote, in place or to be changed. */
export function chooseButton({ say }: Words, { id, mine }: BallotSeen): Button {
  return button(say(mine === undefined ? 'ballot.vote' : 'ballot.change'), 'ballots.choose', { ballot: id })
}

/** Totals while it runs, the person's own choice marked. `buttons`: what they may do next. */
export function totalsCard(voice: Voice, ballot: BallotSeen, buttons: readonly Button[]): TotalsCard {
  const { words } = voice
  const data = {
    ...headerOf(words, ballot),
    title: safe(ballot.question),
    ...figuresOf(ballot.options.map(option => liveBar(voice, ballot, option))),
    ...turnoutOf(voice, ballot),
    buttons,
    footer: rulesText(words, ballot),
  }
  return { template: 'ballots/totals', data }
}

function supportersOf({ directions }: BallotResult, { id }: Option): number {
  return exact('open-ballot', directions.get(id) ?? 0)
}

function finalBar(words: Words, ballot: BallotResult, option: Option & { readonly rank: number }): Bar {
  const mine = pointsOn(ballot.mine, option.id) > 0
  const count = supportersOf(ballot, option)
  const directions = count === 0 ? '' : words.say('ballot.directions', { count })
  return {
    // Where nobody voted there is no first.
    title: ballot.votes === 0 ? safe(option.title) : `${safe(`${option.rank}.`)} ${safe(option.title)}`,
    count: words.say('ballot.count', { count: exact('open-ballot', option.votes) }),
    share: percent(option.votes, ballot.votes),
    shareText: marked(words, mine),
    detail: joined(words.share(option.votes, ballot.votes), directions),
    mine,
    leads: option.rank === 1 && option.votes > 0,
  }
}

function outcomeOf({ words, programme }: Voice, ballot: BallotResult): Pick<ResultData, 'title' | 'outcome'> {
  const { say } = words
  const [first, ...others] = leadersOf(ballot.options)
  if (!first) return { title: say('ballot.none'), outcome: '' }
  const votes = exact('open-ballot', first.votes)
  const total = exact('open-ballot', ballot.votes)
  if (others.length > 0) {
    return {
      title: say('ballot.tie', { count: others.length + 1 }),
      outcome: say('ballot.tie.sub', { votes, total }),
    }
  }
  const support = { directions: supportersOf(ballot, first), all: programme.directions.length }
  return {
    title: say('ballot.won', { title: safe(first.title) }),
    outcome: say('ballot.won.sub', { votes, total, ...support }),
  }
}

function participationOf({ words, programme }: Voice, { votes }: BallotResult): string {
  const voters = programme.headcount
  const share = words.share(votes, voters)
  return words.say('ballot.participation', { votes: exact('open-ballot', votes), voters, share })
}

/** What came of it: the winner in the title, options by rank. `buttons`: what may follow. */
export function resultCard(voice: Voice, ballot: BallotResult, buttons: readonly Button[]): ResultCard {
  const { words } = voice
  const data = {
    ...headerOf(words, ballot),
    ...outcomeOf(voice, ballot),
    question: safe(ballot.question),
    ...figuresOf(ranked(ballot.options).map(option => finalBar(words, ballot, option))),
    participation: participationOf(voice, ballot),
    buttons,
    footer: words.say('ballot.small'),
  }
  return { template: 'ballots/result', data }
}
