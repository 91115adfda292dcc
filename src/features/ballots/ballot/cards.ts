import type { ButtonsPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { plain, read, safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'
import { type BallotSeen, isCancelled } from './domain.ts'
import { momentIn } from './rules-cards.ts'

/** What cards about a ballot are drawn with. */
export type BallotCardContext = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'directions'>
}

export type BallotButton = ButtonsPart['buttons'][number]

type BallotListItem = {
  readonly id: string
  readonly question: SafeText
  readonly when: string
  readonly state: string
  readonly act: string
  /** The act with its question, for screen readers that read buttons one by one. */
  readonly tooltip: string
}
type ListData = TitlePart & {
  readonly items: readonly BallotListItem[]
  readonly empty: string
  /** Cursor of the next page; '' on the last one. */
  readonly next: string
}

export type BallotListCard = CardOf<'ballots/ballot/list', ListData>

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

/** `named`: what the ballot is called, for the reader of the card. */
export function headerOf(
  words: Words,
  ballot: Staged,
  named: 'ballot.kind' | 'ballot.kind.lab' = 'ballot.kind',
) {
  const { stage, closesAt, opensAt = closesAt } = ballot
  const cancelled = isCancelled(ballot)
  const when = words.say(
    cancelled ? 'ballot.cancelledAt' : UNTIL[stage],
    momentIn(words, stage === 'scheduled' ? opensAt : closesAt),
  )
  const { word, tone } = cancelled ? CANCELLED : BADGES[stage]
  return { icon: ICON, kind: words.say(named, { when }), badge: { text: words.say(word), tone } }
}

/** Deep link to where organisers follow it. */
export function ballotInOrganiser({ id }: Pick<BallotSeen, 'id'>): TabPart {
  return { inTab: { tab: 'organiser', wanted: `ballots:${id}` } }
}

export function button(title: string, verb: string, data: BallotButton['data'] = {}): BallotButton {
  return { title, verb, data }
}

/** When it opens, or until when it is open. */
export function endText(words: Words, { stage, closesAt, opensAt }: Staged): string {
  if (stage === 'draft') return words.say('ballot.opens.hand', momentIn(words, closesAt))
  if (stage === 'scheduled' && opensAt !== undefined)
    return words.say('ballot.opens', momentIn(words, opensAt))
  return words.say('ballot.end', momentIn(words, closesAt))
}

/** What the list knows of its reader. `placed`: their Direction is known. */
type Reader = { readonly mayVote: boolean; readonly placed: boolean }

/** Why the person cannot vote in it here. */
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
  return say(mayVote && called ? 'ballot.vote' : 'ballot.totals')
}

/** A page of ballots, each with the person's next act: to open it, when they may not vote. */
export function listCard(
  { words }: BallotCardContext,
  { items, next = '' }: { readonly items: readonly BallotSeen[]; readonly next?: string },
  reader: Reader,
): BallotListCard {
  const itemOf = (ballot: BallotSeen): BallotListItem => {
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
    template: 'ballots/ballot/list',
    data: { title: words.say('ballot.list.title'), items: items.map(itemOf), empty, next },
  }
}

/** For notifications and where no card can be drawn. */
export function summaryOf(
  { words }: BallotCardContext,
  { question, stage }: Pick<BallotSeen, 'question' | 'stage'>,
): string {
  return plain(words.say(stage === 'closed' ? 'ballot.summary.closed' : 'ballot.summary', { question }))
}

/** A notice is drawn as Markdown; where there is no card it is plain text. */
export function spokenNotice({ title }: { readonly title: string }): string {
  return plain(read(title))
}
