import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { type BallotCardContext, headerOf } from '../ballot/cards.ts'
import { pointsOn, type VoteChoice } from '../ballot/choice.ts'
import type { Ballot, BallotSeen } from '../ballot/domain.ts'
import { kindText, rulesText } from '../ballot/rules-cards.ts'
import { SEALED } from '../ballot/secret-rules.ts'
import { type TurnoutData, turnoutOf } from '../results/turnout-cards.ts'
import { POINTS } from './form.ts'
import { leavesTotals, type TapsPart, tapsOn } from './tap-cards.ts'

type Listed = { readonly title: PlainText; readonly value: string }

/** Template part `choosing`: a list to choose from, or a number per option. Empty where the reader may not vote. */
export type ChoosingPart = {
  readonly choices: readonly Listed[]
  readonly style: 'expanded' | 'compact'
  readonly several: boolean
  readonly choosing: string
  readonly choice: string
  /** Full titles of the options, when the list below truncates them. */
  readonly titles: readonly { readonly text: string }[]
  readonly dots: readonly { readonly id: string; readonly title: PlainText; readonly points: number }[]
  readonly perOption: number
  /** Says which numbers are valid. */
  readonly dotsRule: string
}

type VotingData = HeaderPart &
  TitlePart &
  FooterPart &
  TurnoutData &
  TapsPart &
  ChoosingPart & {
    readonly id: string
    /** Says that this person has not voted; '' otherwise. */
    readonly lead: string
    /** How points are shared out; '' in other kinds. */
    readonly sharing: string
    /** Whether many people see the card. */
    readonly shared: boolean
    /** Whether a button leads to all running ballots. */
    readonly back: boolean
    /** Whether a button leads to the totals. */
    readonly totals: boolean
  }
export type VotingCard = CardOf<'ballots/voting/ballot', VotingData>

/** With more options a single choice is a closed list, so that the card needs no scrolling. */
const EXPANDED = 6
/** Letters of a choice that a closed list shows on a phone. */
const LISTED = 40

type Asked = Pick<Ballot, 'kind' | 'most' | 'perOption' | 'options'>

function listOf({ kind, options }: Asked): Pick<ChoosingPart, 'choices' | 'style' | 'titles'> {
  const choices = options.map(({ id, title }) => ({ title: plain(title), value: id }))
  if (kind === 'approval' || options.length <= EXPANDED) return { style: 'expanded', choices, titles: [] }
  if (options.every(({ title }) => title.length <= LISTED)) return { style: 'compact', choices, titles: [] }
  const numbered = options.map(({ id, title }, at) => ({ title: plain(`${at + 1}. ${title}`), value: id }))
  const titles = options.map(({ title }, at) => ({ text: safe(`${at + 1}. ${title}`) }))
  return { style: 'compact', choices: numbered, titles }
}

const NOTHING = { choices: [], style: 'expanded', titles: [] } as const

/** Inputs of the vote. `tried`: a refused choice, else their vote; options of another ballot are ignored. */
export function choosing({ say }: Words, ballot: Asked, tried: VoteChoice = []): ChoosingPart {
  const { kind, most, perOption, options } = ballot
  const shared = kind === 'dots'
  const known = tried.filter(({ option }) => options.some(({ id }) => id === option))
  return {
    ...(shared ? NOTHING : listOf(ballot)),
    several: kind === 'approval',
    choosing: say(kind === 'approval' ? 'ballot.choice.several' : 'ballot.choice', { max: most }),
    choice: shared ? '' : known.map(({ option }) => option).join(','),
    dots: shared
      ? options.map(({ id, title }) => ({
          id: `${POINTS}${id}`,
          title: plain(title),
          points: Math.max(0, pointsOn(known, id)),
        }))
      : [],
    perOption,
    dotsRule: shared ? say('ballot.dots.rule', { max: perOption }) : '',
  }
}

/** Empty inputs. */
export function noChoosing(words: Words): ChoosingPart {
  return choosing(words, { kind: 'single', most: 1, perOption: 1, options: [] })
}

/** The voting form, on a card of its `own` template. */
export function votingCard(
  context: BallotCardContext,
  ballot: BallotSeen,
  own: { lead: string; shared: boolean; back: boolean } & TurnoutData,
  tried?: VoteChoice,
) {
  const { words } = context
  const beside = Number(own.shared) + Number(own.back)
  const taps = tapsOn(words, ballot, beside)
  const data = {
    ...headerOf(words, ballot),
    title: safe(ballot.question),
    id: ballot.id,
    ...own,
    ...taps,
    totals: leavesTotals(taps, beside),
    ...(taps.taps.length > 0 ? noChoosing(words) : choosing(words, ballot, tried)),
    sharing: ballot.kind === 'dots' ? kindText(words, ballot) : '',
    // How points are shared out is said above them.
    footer: rulesText(words, ballot.kind === 'dots' ? { ...ballot, kind: 'single' } : ballot),
  }
  return { template: 'ballots/voting/ballot', data } satisfies VotingCard
}

/**
 * One person's own form. `tried`: a refused choice, else their vote; neither where the vote is secret. `back`: with a
 * button to all running ballots.
 */
export function choosingCard(
  context: BallotCardContext,
  ballot: BallotSeen,
  tried = ballot.mine,
  back = false,
): VotingCard {
  const lead = ballot.mine === undefined ? context.words.say('ballot.notYet') : ''
  const own = { lead, shared: false, back, ...turnoutOf(context.words, ballot) }
  return votingCard(context, ballot, own, ballot.secret ? SEALED : tried)
}
