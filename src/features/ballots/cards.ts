import type { ButtonsPart, FooterPart, HeaderPart, TabPart, TitlePart } from '../../cards/parts.ts'
import { plain, safe } from '../../cards/text.ts'
import type { Key, Words } from '../../i18n/words.ts'
import type { CardOf, SafeText } from '../../kernel/card.ts'
import { exact } from '../../kernel/counts.ts'
import type { Programme } from '../programme/index.ts'
import type { Choice } from './choice.ts'
import { type ChoosingPart, choosing } from './choosing-cards.ts'
import { type BallotSeen, isCancelled, percent, showsTotals } from './domain.ts'
import { kindText, momentIn, rulesText } from './rules-cards.ts'
import { SEALED } from './secret.ts'

/** What a card needs to speak of a ballot. */
export type Voice = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'directions'>
}

export type Button = ButtonsPart['buttons'][number]

/** How many voted: written, and as a bar's length in whole per cent. */
export type TurnoutData = { readonly turnout: string; readonly turnoutShare: number }

type BallotData = HeaderPart &
  TitlePart &
  FooterPart &
  TurnoutData &
  TabPart &
  ChoosingPart & {
    readonly id: string
    /** Says that this person has not voted; '' when there is nothing to say of them. */
    readonly lead: string
    /** How points are shared out; '' where none are. */
    readonly sharing: string
    /** For a card that many people see. */
    readonly shared: boolean
    /** Whether a button leads to all that run. */
    readonly back: boolean
    /** Whether totals are shown before the end. */
    readonly live: boolean
  }
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
type ListCard = CardOf<'ballots/list', ListData>
export type BallotCard = VotingCard | ListCard

export const ICON = 'Vote'
const UNTIL = {
  draft: 'ballot.until',
  scheduled: 'ballot.from',
  open: 'ballot.until',
  closed: 'ballot.closedAt',
} as const
const BADGES = {
  draft: { word: 'ballot.state.draft', tone: 'neutral' },
  scheduled: { word: 'ballot.state.scheduled', tone: 'neutral' },
  open: { word: 'ballot.state.open', tone: 'brand' },
  closed: { word: 'ballot.results', tone: 'good' },
} as const
const CANCELLED = { word: 'ballot.state.cancelled', tone: 'neutral' } as const

type Staged = Pick<BallotSeen, 'stage' | 'closesAt' | 'opensAt'>

export function headerOf(words: Words, ballot: Staged) {
  const { stage, closesAt, opensAt = closesAt } = ballot
  const cancelled = isCancelled(ballot)
  const when = words.say(
    cancelled ? 'ballot.cancelledAt' : UNTIL[stage],
    momentIn(words, stage === 'scheduled' ? opensAt : closesAt),
  )
  const { word, tone } = cancelled ? CANCELLED : BADGES[stage]
  return { icon: ICON, kind: words.say('ballot.kind', { when }), badge: { text: words.say(word), tone } }
}

/** Where one votes, or reads what came of it. */
export function ballotInTab({ id }: Pick<BallotSeen, 'id'>): TabPart {
  return { inTab: { tab: 'personal', wanted: `ballot:${id}` } }
}

/** Where who prepared it follows it. */
export function ballotInOrganiser({ id }: Pick<BallotSeen, 'id'>): TabPart {
  return { inTab: { tab: 'organiser', wanted: `ballots:${id}` } }
}

/** « 22 % », « moins de 1 % ». */
export function turnoutShare(words: Words, votes: number, voters: number): string {
  return 0 < votes && 100 * votes < voters ? words.say('ballot.share.least') : words.share(votes, voters)
}

/** Of how many, where that is known; `share`: then also the bar's length, else -1, which draws none. */
export function turnoutOf(
  { words }: Pick<Voice, 'words'>,
  { votes, voters, withheld }: BallotSeen,
): TurnoutData {
  if (withheld === 'few') return { turnout: words.say('ballot.participation.few'), turnoutShare: -1 }
  const count = exact('open-ballot', votes)
  if (voters === undefined)
    return { turnout: words.say('ballot.turnout.votes', { votes: count }), turnoutShare: -1 }
  const share = turnoutShare(words, votes, voters)
  const turnout = words.say('ballot.turnout', { votes: count, voters, share })
  return { turnout, turnoutShare: percent(votes, voters) }
}

export function button(title: string, verb: string, data: Button['data'] = {}): Button {
  return { title, verb, data }
}

function votingCard(
  voice: Voice,
  ballot: BallotSeen,
  own: { lead: string; shared: boolean; back: boolean },
  tried?: Choice,
) {
  const { words } = voice
  const data = {
    ...headerOf(words, ballot),
    ...ballotInTab(ballot),
    title: safe(ballot.question),
    id: ballot.id,
    ...own,
    live: showsTotals(ballot),
    ...choosing(words, ballot, tried),
    sharing: ballot.kind === 'dots' ? kindText(words, ballot) : '',
    ...turnoutOf(voice, ballot),
    // How points are shared out stands above them.
    footer: rulesText(words, ballot.kind === 'dots' ? { ...ballot, kind: 'single' } : ballot),
  }
  return { template: 'ballots/ballot', data } satisfies VotingCard
}

/** What everybody in the channel sees while it is open: the turn-out, nobody's choice. */
export function postedCard(voice: Voice, ballot: BallotSeen): VotingCard {
  return votingCard(voice, ballot, { lead: '', shared: true, back: false })
}

/**
 * One person's own form. `tried`: what they just tried, else what they voted; where the vote is secret, neither. `back`:
 * with the way to all that run.
 */
export function choosingCard(
  voice: Voice,
  ballot: BallotSeen,
  tried = ballot.mine,
  back = false,
): VotingCard {
  const lead = ballot.mine === undefined ? voice.words.say('ballot.notYet') : ''
  return votingCard(voice, ballot, { lead, shared: false, back }, ballot.secret ? SEALED : tried)
}

/** When it opens, or until when it is open. */
export function endText(words: Words, { stage, closesAt, opensAt }: Staged): string {
  if (stage === 'draft') return words.say('ballot.opens.hand', momentIn(words, closesAt))
  if (stage === 'scheduled' && opensAt !== undefined)
    return words.say('ballot.opens', momentIn(words, opensAt))
  return words.say('ballot.end', momentIn(words, closesAt))
}

/** « Voir les totaux », where there are any. */
export function totalsWord(ballot: BallotSeen): 'ballot.totals' | 'ballot.look' {
  return showsTotals(ballot) ? 'ballot.totals' : 'ballot.look'
}

/** What the list knows of who reads it. `placed`: they said their Direction. */
type Reader = { readonly mayVote: boolean; readonly placed: boolean }

/** Why it does not ask the person here and now. */
function uncalledIn({ audience }: BallotSeen, { placed }: Reader): Key {
  if (audience.kind === 'channels') return 'ballot.inChannel'
  return audience.kind === 'directions' && !placed ? 'ballot.placeFirst' : 'ballot.notCalled'
}

function stateIn({ say }: Words, ballot: BallotSeen, reader: Reader): string {
  const { stage, mine, called } = ballot
  if (stage === 'draft' || stage === 'scheduled') return say(BADGES[stage].word)
  if (!reader.mayVote) return ''
  if (mine !== undefined) return say('ballot.voted')
  return say(called ? 'ballot.notYet' : uncalledIn(ballot, reader))
}

function actIn({ say }: Words, ballot: BallotSeen, mayVote: boolean): string {
  const { stage, mine, called } = ballot
  if (stage === 'draft' || stage === 'scheduled') return say('ballot.look')
  if (mayVote && mine !== undefined) return say('ballot.seeMine')
  return say(mayVote && called ? 'ballot.vote' : totalsWord(ballot))
}

/** A page of ballots, each with the person's own next act: to look at it, when they may not vote. */
export function listCard(
  { words }: Voice,
  { items, next = '' }: { readonly items: readonly BallotSeen[]; readonly next?: string },
  reader: Reader,
): ListCard {
  const itemOf = (ballot: BallotSeen): ListItem => {
    const act = actIn(words, ballot, reader.mayVote)
    return {
      id: ballot.id,
      question: safe(ballot.question),
      when: endText(words, ballot),
      state: stateIn(words, ballot, reader),
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
  return plain(words.say(stage === 'closed' ? 'ballot.summary.closed' : 'ballot.summary', { question }))
}
