import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../kernel/card.ts'
import { exact } from '../../kernel/counts.ts'
import type { Programme } from '../programme/index.ts'
import type { Choice } from './choice.ts'
import type { Ballot, BallotSeen, Draft } from './domain.ts'

/** What a card needs to speak of a ballot. */
export type Voice = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'directions' | 'headcount'>
}

export type Button = ButtonsPart['buttons'][number]
type Listed = { readonly title: PlainText; readonly value: string }

/** How many voted: written, and as a bar's length in whole per cent. */
export type TurnoutData = { readonly turnout: string; readonly turnoutShare: number }

type BallotData = HeaderPart &
  TitlePart &
  FooterPart &
  TurnoutData & {
    readonly id: string
    /** Says that this person has not voted; '' when there is nothing to say of them. */
    readonly lead: string
    readonly style: 'expanded' | 'compact'
    readonly choices: readonly Listed[]
    /** Options in full, when the list below them would cut them. */
    readonly titles: readonly { readonly text: string }[]
    readonly choice: string
    /** For a card that many people see. */
    readonly shared: boolean
    /** Whether a button leads to all that run. */
    readonly back: boolean
  }
type SheetData = HeaderPart & TitlePart & FactsPart & ButtonsPart & FooterPart
export type ListItem = {
  readonly id: string
  readonly question: SafeText
  readonly when: string
  readonly state: string
  readonly act: string
  /** The act with the question it is about, for who hears buttons one by one. */
  readonly tooltip: string
}
type ListData = TitlePart & {
  readonly items: readonly ListItem[]
  readonly empty: string
  /** Where the next page starts; '' on the last one. */
  readonly next: string
}

type VotingCard = CardOf<'ballots/ballot', BallotData>
type SheetCard = CardOf<'ballots/sheet', SheetData>
type ListCard = CardOf<'ballots/list', ListData>
export type BallotCard = VotingCard | SheetCard | ListCard

export const ICON = 'Vote'
/** Past this many options the choice is a closed list: a card is read before it is scrolled. */
export const EXPANDED = 6
/** Letters that a closed list shows of a choice on a phone. */
const LISTED = 40

/** A moment as its sentences want it. */
export function momentIn(words: Words, ms: number) {
  return { date: words.shortDay(ms), time: words.time(ms) }
}

/** The vote's rules, which stand on the card before the tap. */
export function rulesText(words: Words, { closesAt }: Pick<Draft, 'closesAt'>): string {
  return words.say('ballot.rules.open', momentIn(words, closesAt))
}

export function headerOf(words: Words, { stage, closesAt }: Pick<BallotSeen, 'stage' | 'closesAt'>) {
  const open = stage === 'open'
  const when = words.say(open ? 'ballot.until' : 'ballot.closedAt', momentIn(words, closesAt))
  const badge = open
    ? ({ text: words.say('ballot.state.open'), tone: 'brand' } as const)
    : ({ text: words.say('ballot.results'), tone: 'good' } as const)
  return { icon: ICON, kind: words.say('ballot.kind', { when }), badge }
}

/** `part` of `whole` in whole per cent, 0 to 100. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.round((100 * part) / whole))
}

export function turnoutOf({ words, programme }: Voice, { votes }: BallotSeen): TurnoutData {
  const voters = programme.headcount
  const count = exact('open-ballot', votes)
  const share = words.share(votes, voters)
  const turnout = words.say('ballot.turnout', { votes: count, voters, share })
  return { turnout, turnoutShare: percent(votes, voters) }
}

export function button(title: string, verb: string, data: Button['data'] = {}): Button {
  return { title, verb, data }
}

/** How one chooses: among open choices; past six in a closed list, numbered when their full words stand above it. */
export function choosing({
  options,
}: Pick<Ballot, 'options'>): Pick<BallotData, 'style' | 'choices' | 'titles'> {
  const choices = options.map(({ id, title }) => ({ title: plain(title), value: id }))
  if (options.length <= EXPANDED) return { style: 'expanded', choices, titles: [] }
  if (options.every(({ title }) => title.length <= LISTED)) return { style: 'compact', choices, titles: [] }
  const numbered = options.map(({ id, title }, at) => ({ title: plain(`${at + 1}. ${title}`), value: id }))
  const titles = options.map(({ title }, at) => ({ text: safe(`${at + 1}. ${title}`) }))
  return { style: 'compact', choices: numbered, titles }
}

function votingCard(
  voice: Voice,
  ballot: BallotSeen,
  own: { lead: string; choice: string; shared: boolean; back: boolean },
) {
  const { words } = voice
  const data = {
    ...headerOf(words, ballot),
    title: safe(ballot.question),
    id: ballot.id,
    ...own,
    ...choosing(ballot),
    ...turnoutOf(voice, ballot),
    footer: rulesText(words, ballot),
  }
  return { template: 'ballots/ballot', data } satisfies VotingCard
}

/** What everybody in the channel sees while it is open: the turn-out, nobody's choice. */
export function postedCard(voice: Voice, ballot: BallotSeen): VotingCard {
  return votingCard(voice, ballot, { lead: '', choice: '', shared: true, back: false })
}

/** Ids with commas between them, as a choice of several is sent. */
export function chosenText(choice: Choice = []): string {
  return choice.map(({ option }) => option).join(',')
}

/** One person's own form. `choice`: what they just tried, else what they voted. `back`: with the way to all that run. */
export function choosingCard(
  voice: Voice,
  ballot: BallotSeen,
  choice = chosenText(ballot.mine),
  back = false,
): VotingCard {
  const known = ballot.options.some(({ id }) => id === choice) ? choice : ''
  const lead = ballot.mine === undefined ? voice.words.say('ballot.notYet') : ''
  return votingCard(voice, ballot, { lead, choice: known, shared: false, back })
}

function endText(words: Words, { closesAt }: BallotSeen): string {
  return words.say('ballot.end', momentIn(words, closesAt))
}

function factsOf(voice: Voice, ballot: BallotSeen, places: string): FactsPart['facts'] {
  return [
    ...(places === '' ? [] : [{ icon: 'Channel', text: safe(places) }]),
    { icon: 'Calendar', text: endText(voice.words, ballot) },
    { icon: 'People', text: turnoutOf(voice, ballot).turnout },
  ]
}

export function closeButton(words: Words, ballot: string): Button {
  return button(words.say('ballot.close'), 'ballots.confirm', { ballot })
}

/** Tells the organiser where the ballot stands and until when. `places`: its channels. */
export function openedCard(voice: Voice, ballot: BallotSeen, places: string): SheetCard {
  const { words } = voice
  const data = {
    ...headerOf(words, ballot),
    title: safe(ballot.question),
    facts: factsOf(voice, ballot, places),
    buttons: [
      button(words.say('ballot.totals'), 'ballots.totals', { ballot: ballot.id }),
      closeButton(words, ballot.id),
    ],
    footer: rulesText(words, ballot),
  }
  return { template: 'ballots/sheet', data }
}

/** Asks once more before a ballot is closed for good. */
export function confirmCard(voice: Voice, ballot: BallotSeen): SheetCard {
  const { words } = voice
  const data = {
    ...headerOf(words, ballot),
    title: words.say('ballot.close.ask'),
    facts: [{ icon: ICON, text: safe(ballot.question) }, ...factsOf(voice, ballot, '')],
    buttons: [
      button(words.say('ballot.close'), 'ballots.close', { ballot: ballot.id }),
      button(words.say('ballot.close.keep'), 'ballots.totals', { ballot: ballot.id }),
    ],
    footer: words.say('ballot.close.after'),
  }
  return { template: 'ballots/sheet', data }
}

/** A page of open ballots, each with the person's own next act: to look at it, when they may not vote. */
export function listCard(
  { words }: Voice,
  { items, next = '' }: { readonly items: readonly BallotSeen[]; readonly next?: string },
  mayVote: boolean,
): ListCard {
  const itemOf = (ballot: BallotSeen): ListItem => {
    const voted = ballot.mine !== undefined
    const act = words.say(!mayVote ? 'ballot.totals' : voted ? 'ballot.seeMine' : 'ballot.vote')
    return {
      id: ballot.id,
      question: safe(ballot.question),
      when: endText(words, ballot),
      state: mayVote ? words.say(voted ? 'ballot.voted' : 'ballot.notYet') : '',
      act,
      tooltip: words.say('act.on', { act, text: plain(ballot.question) }),
    }
  }
  const empty = items.length === 0 ? words.say('empty.ballots') : ''
  return {
    template: 'ballots/list',
    data: { title: words.say('ballot.list.title'), items: items.map(itemOf), empty, next },
  }
}

/** For notifications and where no card can be drawn. */
export function summaryOf(
  { words }: Voice,
  { question, stage }: Pick<BallotSeen, 'question' | 'stage'>,
): string {
  return plain(words.say(stage === 'open' ? 'ballot.summary' : 'ballot.summary.closed', { question }))
}
