import type { FactsPart, FooterPart, FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import {
  type BallotResult,
  type ChoosingPart,
  choosing,
  NO_TAPS,
  noChoosing,
  rulesText,
  type TapsPart,
  tapsOn,
} from '../../ballots/index.ts'
import {
  isOpen,
  isToCome,
  registrationFacts,
  type SeriesOffer,
  type SeriesSeen,
  seriesOffer,
  sheetOf,
  type WorkshopSeen,
} from '../../workshops/index.ts'
import type { Broadcast, BroadcastTitles } from './domain.ts'
import { audienceText, type BroadcastCardContext, excerptOf } from './text-cards.ts'

/** The current state of the thing shown, for its reader. */
export type ThingSeen =
  | { readonly kind: 'workshop'; readonly workshop: WorkshopSeen }
  | { readonly kind: 'series'; readonly series: SeriesSeen; readonly known: boolean }
  | { readonly kind: 'ballot'; readonly ballot: BallotResult }

type ThingData = FactsPart &
  ChoosingPart &
  TapsPart &
  Pick<SeriesOffer, 'description' | 'size' | 'days' | 'own' | 'remind' | 'remindOn'> & {
    readonly thing: 'workshop' | 'ballot' | 'series' | ''
    readonly id: string
    readonly thingTitle: SafeText | ''
    /** Whether registration or voting is open. */
    readonly open: boolean
    /** The rules of the vote or of the seats. */
    readonly rules: string
    /** Whether the totals of a vote can be asked for. */
    readonly totals: boolean
    /** Days of a series to choose from, and the default. */
    readonly dayChoices: SeriesOffer['choices']
    readonly dayChosen: string
    /** Whether one's answer for the day chosen can be asked for: a card in a channel has many readers. */
    readonly asked: boolean
  }

type MessageData = HeaderPart &
  TitlePart &
  FooterPart &
  FootPart &
  ThingData & { readonly lines: readonly { readonly text: SafeText }[] }

export type BroadcastMessageCard = CardOf<'broadcasts/broadcast/message', MessageData>

function nothing({ words }: BroadcastCardContext): ThingData {
  return {
    ...noChoosing(words),
    ...NO_TAPS,
    thing: '',
    id: '',
    thingTitle: '',
    open: false,
    rules: '',
    totals: false,
    facts: [],
    description: '',
    size: '',
    days: [],
    dayChoices: [],
    dayChosen: '',
    asked: false,
    own: '',
    remind: '',
    remindOn: true,
  }
}

function workshopData(context: BroadcastCardContext, workshop: WorkshopSeen): ThingData {
  const { title, facts } = sheetOf(context, workshop)
  const { say } = context.words
  const unanswered = isToCome(workshop.stage) && workshop.mine === undefined
  const early = unanswered && workshop.stage !== 'closed' && !isOpen(workshop)
  return {
    ...nothing(context),
    thing: 'workshop',
    id: workshop.id,
    thingTitle: title,
    facts: early ? [...facts, ...registrationFacts(context.words, workshop)] : facts,
    open: unanswered && !early,
    rules: say(isToCome(workshop.stage) ? 'workshop.rules' : 'workshop.rules.over'),
    ...(early && { remind: say(workshop.reminded ? 'workshop.unremind' : 'workshop.remind') }),
    remindOn: workshop.reminded !== true,
  }
}

/** As its announcement stands now. `known`: with one reader's own answers. */
function seriesData(context: BroadcastCardContext, series: SeriesSeen, known: boolean): ThingData {
  const offer = seriesOffer(context, series)
  const { title, description, size, days, choices, chosen, rules, own, remind, remindOn } = offer
  return {
    ...nothing(context),
    thing: 'series',
    id: series.id,
    thingTitle: title,
    open: choices.length > 0,
    rules,
    description,
    size,
    days,
    dayChoices: choices,
    dayChosen: chosen,
    asked: !known && choices.length > 0,
    own,
    remind,
    remindOn,
  }
}

/** Without the turn-out: nobody edits the message when that changes. `beside`: number of the card's other actions. */
function ballotData(context: BroadcastCardContext, ballot: BallotResult, beside: number): ThingData {
  const open = ballot.stage === 'open' && ballot.called
  const taps = open ? tapsOn(context.words, ballot, beside) : NO_TAPS
  const tapped = taps.taps.length > 0
  return {
    ...nothing(context),
    ...(open && !tapped && choosing(context.words, ballot, ballot.mine)),
    ...taps,
    thing: 'ballot',
    id: ballot.id,
    thingTitle: safe(ballot.question),
    open,
    rules: ballot.stage === 'open' ? rulesText(context.words, ballot) : '',
    totals: !tapped,
  }
}

function thingData(context: BroadcastCardContext, seen: ThingSeen | undefined, beside: number): ThingData {
  if (!seen) return nothing(context)
  if (seen.kind === 'series') return seriesData(context, seen.series, seen.known)
  if (seen.kind === 'workshop') return workshopData(context, seen.workshop)
  return ballotData(context, seen.ballot, beside)
}

type Parts = {
  readonly broadcast: Pick<Broadcast, 'text' | 'audience'>
  readonly titles: BroadcastTitles
  readonly seen?: ThingSeen | undefined
  /** A preview for its author. */
  readonly preview?: true
}

/** The message to each recipient, in the name of the Lab'. */
export function messageCard(
  context: BroadcastCardContext,
  parts: Parts,
  foot: FootPart = { foot: [] },
): BroadcastMessageCard {
  const { broadcast, titles, seen, preview } = parts
  const { say } = context.words
  const audience = safe(audienceText(context, broadcast.audience, titles))
  return {
    template: 'broadcasts/broadcast/message',
    data: {
      icon: 'Megaphone',
      kind: say('message.kind', { topic: say('message.topic.broadcast') }),
      ...(preview && { badge: { text: say('cast.preview'), tone: 'neutral' } }),
      title: say('cast.title'),
      lines: broadcast.text.split('\n').map(line => ({ text: safe(line) })),
      ...thingData(context, seen, foot.foot.length),
      footer: say('cast.footer', { audience }),
      ...foot,
    },
  }
}

/** Text of the notification. */
export function messageSummary({ words }: BroadcastCardContext, broadcast: Pick<Broadcast, 'text'>): string {
  return plain(words.say('cast.summary', { text: excerptOf(broadcast) }))
}
