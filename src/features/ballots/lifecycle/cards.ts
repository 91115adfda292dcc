import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import {
  type BallotButton,
  type BallotCardContext,
  ballotInOrganiser,
  button,
  endText,
  headerOf,
  ICON,
} from '../ballot/cards.ts'
import type { BallotSeen } from '../ballot/domain.ts'
import { rulesText } from '../ballot/rules-cards.ts'
import { turnoutText } from '../results/turnout-cards.ts'

type SheetData = HeaderPart & TitlePart & FactsPart & ButtonsPart & TabPart & FooterPart
export type BallotSheetCard = CardOf<'ballots/lifecycle/sheet', SheetData>

function factsOf(context: BallotCardContext, ballot: BallotSeen, places: string): FactsPart['facts'] {
  return [
    ...(places === '' ? [] : [{ icon: 'Channel', text: safe(places) }]),
    { icon: 'Calendar', text: endText(context.words, ballot) },
    { icon: 'People', text: turnoutText(context.words, ballot) },
  ]
}

/** Header for those who prepare ballots. */
function sheetHeader(words: Words, ballot: BallotSeen) {
  return headerOf(words, ballot, 'ballot.kind.lab')
}

/** Label of ending it: one that never opened has no result. */
function endingOf(stage: BallotSeen['stage']) {
  return stage === 'open' ? ('ballot.close' as const) : ('ballot.cancel' as const)
}

export function closeButton(words: Words, { id, stage }: Pick<BallotSeen, 'id' | 'stage'>): BallotButton {
  return button(words.say(endingOf(stage)), 'ballots.confirm', { ballot: id })
}

function startButton(words: Words, ballot: string): BallotButton {
  return button(words.say('ballot.start'), 'ballots.start', { ballot })
}

/** Confirms to the organiser where the ballot is posted, or will be, and until when. `places`: its channels. */
export function openedCard(context: BallotCardContext, ballot: BallotSeen, places: string): BallotSheetCard {
  const { words } = context
  const data = {
    ...sheetHeader(words, ballot),
    ...ballotInOrganiser(ballot),
    title: safe(ballot.question),
    facts: factsOf(context, ballot, places),
    buttons: [
      ballot.stage === 'open'
        ? button(words.say('ballot.totals'), 'ballots.totals', { ballot: ballot.id })
        : startButton(words, ballot.id),
      closeButton(words, ballot),
    ],
    footer: rulesText(words, ballot),
  }
  return { template: 'ballots/lifecycle/sheet', data }
}

/** Asks for confirmation before a ballot is closed or cancelled for good. */
export function confirmCard(context: BallotCardContext, ballot: BallotSeen): BallotSheetCard {
  const { words } = context
  const ending = endingOf(ballot.stage)
  const data = {
    ...sheetHeader(words, ballot),
    ...ballotInOrganiser(ballot),
    title: words.say(`${ending}.ask`),
    facts: [{ icon: ICON, text: safe(ballot.question) }, ...factsOf(context, ballot, '')],
    buttons: [
      button(words.say(ending), 'ballots.close', { ballot: ballot.id }),
      button(words.say(`${ending}.keep`), 'ballots.totals', { ballot: ballot.id }),
    ],
    footer: words.say(`${ending}.after`),
  }
  return { template: 'ballots/lifecycle/sheet', data }
}

/** A cancelled ballot has neither a result nor a turn-out. */
export function cancelledCard(
  { words }: BallotCardContext,
  ballot: BallotSeen,
  buttons: readonly BallotButton[],
): BallotSheetCard {
  const data = {
    ...sheetHeader(words, ballot),
    ...ballotInOrganiser(ballot),
    title: words.say('ballot.cancelled'),
    facts: [{ icon: ICON, text: safe(ballot.question) }],
    buttons,
    footer: words.say('ballot.cancelled.sub'),
  }
  return { template: 'ballots/lifecycle/sheet', data }
}
