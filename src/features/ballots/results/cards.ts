import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  HeaderPart,
  OptionsPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { type BallotButton, type BallotCardContext, button, headerOf } from '../ballot/cards.ts'
import { pointsOn } from '../ballot/choice.ts'
import {
  type BallotResult,
  type BallotSeen,
  type Option,
  percent,
  ranked,
  showsTotals,
  wholeOf,
} from '../ballot/domain.ts'
import { momentIn, rulesText } from '../ballot/rules-cards.ts'
import { countOf, type Outcome, outcomeOf, supportersOf } from './outcome-cards.ts'
import { sequelFacts } from './sequel-cards.ts'
import { participationText, type TurnoutData, turnoutOf } from './turnout-cards.ts'

type Bar = OptionsPart['options'][number]
/** An option without a bar, for ballots with more options than fit a card of 28 kB. */
type Line = { readonly title: SafeText | string; readonly figures: string; readonly mine: boolean }
type Figures = OptionsPart & { readonly lines: readonly Line[] }

type TotalsData = HeaderPart &
  TitlePart &
  Figures &
  TurnoutData &
  ButtonsPart &
  FooterPart & {
    /** When totals will be shown; '' where they are shown. */
    readonly later: string
    /** Gives the choice again that the person's vote has just replaced: it stands where that is said. */
    readonly again: readonly BallotButton[]
  }
type ResultData = HeaderPart &
  TitlePart &
  Outcome &
  Figures &
  FactsPart &
  ButtonsPart &
  FooterPart & { readonly question: SafeText; readonly participation: string }

type TotalsCard = CardOf<'ballots/results/totals', TotalsData>
type ResultCard = CardOf<'ballots/results/result', ResultData>
export type TotalCard = TotalsCard | ResultCard

/** Limit of options drawn with bars; with more, each is a line of text. */
const BARS = 10

/** Bars for all options, or lines for all: too many would not fit, and a bar without a total says nothing. */
function figuresOf(bars: readonly Bar[], drawn = true): Figures {
  if (drawn && bars.length <= BARS) return { options: bars, lines: [] }
  const lines = bars.map(({ title, count, shareText, detail, mine }) => ({
    title,
    figures: joined(count === '' ? '' : `**${count}**`, detail, shareText),
    mine,
  }))
  return { options: [], lines }
}

function axisOf({ words, programme }: BallotCardContext, { axis }: Option): string {
  const title = axis === undefined ? undefined : programme.axis(axis)?.title[words.language]
  return title === undefined ? '' : safe(title)
}

function joined(...texts: readonly string[]): string {
  return texts.filter(text => text !== '').join(' · ')
}

/** « 35 % »; where one may give several votes, with its denominator: points, or voters. */
function shareOf(words: Words, ballot: BallotSeen, { votes }: Option): string {
  const share = words.share(votes, wholeOf(ballot))
  if (ballot.kind === 'single') return share
  return words.say(ballot.kind === 'dots' ? 'ballot.share.dots' : 'ballot.share.approval', { share })
}

/** « Votre choix », with the points given. */
function ownOf(words: Words, ballot: BallotSeen, { id }: Option): string {
  const points = pointsOn(ballot.mine, id)
  if (points === 0) return ''
  const text =
    ballot.kind === 'dots' ? words.say('ballot.mine.points', { count: points }) : words.say('ballot.mine')
  return `**${text}**`
}

function liveBar(context: BallotCardContext, ballot: BallotSeen, option: Option): Bar {
  const { words } = context
  const live = showsTotals(ballot)
  const single = ballot.kind === 'single'
  const share = live ? shareOf(words, ballot, option) : ''
  return {
    title: safe(option.title),
    count: live ? words.number(exact('open-ballot', option.votes)) : '',
    share: live ? percent(option.votes, wholeOf(ballot)) : 0,
    // Where one may give several votes, both would not fit side by side on a phone.
    shareText: joined(ownOf(words, ballot, option), single ? share : ''),
    detail: joined(axisOf(context, option), single ? '' : share),
    mine: pointsOn(ballot.mine, option.id) > 0,
    leads: false,
  }
}

/** Leads from the totals to one's own vote, given or to be changed. */
export function chooseButton({ say }: Words, { id, mine }: BallotSeen): BallotButton {
  return button(say(mine === undefined ? 'ballot.vote' : 'ballot.change'), 'ballots.choose', { ballot: id })
}

/** Totals of a running ballot, with the person's own choice marked. `buttons`: next acts; `again`: see above. */
export function totalsCard(
  context: BallotCardContext,
  ballot: BallotSeen,
  buttons: readonly BallotButton[],
  again: readonly BallotButton[] = [],
): TotalsCard {
  const { words } = context
  const shown = showsTotals(ballot)
  const data = {
    ...headerOf(words, ballot),
    title: safe(ballot.question),
    ...figuresOf(
      ballot.options.map(option => liveBar(context, ballot, option)),
      shown,
    ),
    again,
    later: shown ? '' : words.say('ballot.totals.later', momentIn(words, ballot.closesAt)),
    ...turnoutOf(words, ballot),
    buttons,
    // The text above says already when totals are shown.
    footer: rulesText(words, { ...ballot, results: 'live' }),
  }
  return { template: 'ballots/results/totals', data }
}

function finalBar(words: Words, ballot: BallotResult, option: Option & { readonly rank: number }): Bar {
  const count = supportersOf(ballot, option)
  const directions = count === 0 ? '' : words.say('ballot.directions', { count })
  const counts = ballot.votes > 0 && ballot.votes >= ballot.quorum
  return {
    // No rank where the result does not count.
    title: counts ? `${safe(`${option.rank}.`)} ${safe(option.title)}` : safe(option.title),
    count: countOf(words, ballot, option.votes),
    share: percent(option.votes, wholeOf(ballot)),
    shareText: ownOf(words, ballot, option),
    detail: joined(shareOf(words, ballot, option), directions),
    mine: pointsOn(ballot.mine, option.id) > 0,
    leads: counts && option.rank === 1 && option.votes > 0,
  }
}

function footerOf(ballot: BallotResult) {
  const { secret, withheld, votes, perOption, options } = ballot
  if (withheld) return 'ballot.field.secret'
  if (!secret) return 'ballot.small'
  // Nobody else shared their votes out: all on one option would show what each voter chose.
  const whole = Math.min(wholeOf(ballot), votes * perOption)
  return options.some(option => option.votes >= whole) ? 'ballot.small.secret.all' : 'ballot.small.secret'
}

/** Options by rank with their totals; in the organiser's order and without totals where the result is withheld. */
function resultFigures(context: BallotCardContext, ballot: BallotResult): Figures {
  if (!showsTotals(ballot))
    return figuresOf(
      ballot.options.map(option => liveBar(context, ballot, option)),
      false,
    )
  return figuresOf(ranked(ballot.options).map(option => finalBar(context.words, ballot, option)))
}

/** The result: the winner in the title, options by rank, and what follows. `buttons`: next acts. */
export function resultCard(
  context: BallotCardContext,
  ballot: BallotResult,
  buttons: readonly BallotButton[],
): ResultCard {
  const { words } = context
  const data = {
    ...headerOf(words, ballot),
    ...outcomeOf(context, ballot),
    question: safe(ballot.question),
    ...resultFigures(context, ballot),
    participation: participationText(words, ballot),
    facts: sequelFacts(words, ballot),
    buttons,
    footer: words.say(footerOf(ballot)),
  }
  return { template: 'ballots/results/result', data }
}
