import { overflowed } from '../../../cards/overflow.ts'
import type { ActsPart, ButtonsPart, FactsPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { Programme } from '../../programme/index.ts'
import { type Commitment, type CommitmentVisibility, monthEnd, stageOf } from './domain.ts'
import { keptButtons, storyFacts } from './story-cards.ts'

export type CommitmentButton = ButtonsPart['buttons'][number]
export type CommitmentAxes = Pick<Programme, 'axes' | 'axis'>

type Listed = {
  readonly text: string
  readonly detail: string
  readonly buttons: readonly (CommitmentButton & { readonly tooltip: string })[]
}
type Section = { readonly axis: string; readonly commitments: readonly Listed[] }

type ListData = HeaderPart &
  TitlePart &
  ButtonsPart & { readonly sections: readonly Section[]; readonly silent: string }

export type CommitmentSheetCard = CardOf<
  'commitments/commitment/sheet',
  HeaderPart & TitlePart & FactsPart & ActsPart
>
export type CommitmentListCard = CardOf<'commitments/commitment/list', ListData>

export const ICON = 'Handshake'
const BADGES = { taken: 'brand', underway: 'brand', kept: 'good', 'let-go': 'neutral' } as const

export function axisTitle(words: Words, { axis }: CommitmentAxes, id: string): string {
  return safe(axis(id)?.title[words.language] ?? id)
}

/** « fin juin 2027 » for the last day of a month, « mardi 15 juin 2027 » for any other. */
export function horizonText(words: Words, horizon: string): string {
  const noon = momentOf(horizon, '12:00', words.zone) ?? 0
  return horizon === monthEnd(horizon)
    ? words.say('commit.horizon.end.inline', { month: words.month(noon) })
    : words.day(noon)
}

export function button(title: string, verb: string, data: CommitmentButton['data'] = {}): CommitmentButton {
  return { title, verb, data }
}

/** Adds a note: on progress, or on what one keeps of it. */
export function noteButton(words: Words, { id, state }: Commitment): CommitmentButton {
  const title = words.say(state === 'let-go' ? 'commit.note.learn' : 'commit.note')
  return button(title, 'commitments.note-form', { commitment: id })
}

/** Owner's further acts: share with a known Direction, undo an ending. */
type CommitmentCardContext = {
  /** Id of the person's Direction. */
  readonly direction?: string | undefined
  /** End of the undo window of its ending (ms). */
  readonly undoUntil?: number | undefined
  /** It was just shared: the way back comes first. */
  readonly shared?: boolean
  /** It was just taken in one press: correction and undo come first. */
  readonly fresh?: boolean
  /** It can be told to the person's Direction. */
  readonly tellable?: boolean
}

/** Shares a private one; who will see it is said before anything is sent. */
function shareButton(
  words: Words,
  { id, state, visibility }: Commitment,
  { direction }: CommitmentCardContext,
): readonly CommitmentButton[] {
  if (state !== 'kept' || visibility !== 'me' || direction === undefined) return []
  return [button(words.say('commit.share'), 'commitments.share-form', { commitment: id })]
}

function changeButton(words: Words, { id, state }: Commitment): CommitmentButton {
  const title = words.say(state === 'taken' ? 'commit.change.or' : 'commit.change')
  return button(title, 'commitments.change-form', { commitment: id })
}

/** Limit of buttons on a card. */
const MOST = 6

/** Likeliest first. The card shows the last note, so a list of notes has a button from two on. */
function actsOn(words: Words, commitment: Commitment, context: CommitmentCardContext): CommitmentButton[] {
  const { id, axis, state, notes } = commitment
  const all = button(words.say('command.mes-engagements'), 'commitments.list')
  const mine = notes > 1 ? [button(words.say('commit.notes'), 'commitments.notes', { commitment: id })] : []
  const note = noteButton(words, commitment)
  const change = changeButton(words, commitment)
  if (state === 'taken') {
    const keep = button(words.say('commit.keep'), 'commitments.end', { commitment: id, state: 'kept' })
    if (!context.fresh) return [note, keep, change, ...mine, all]
    const correct = button(words.say('utterance.rewrite'), 'commitments.change-form', { commitment: id })
    const undo = button(words.say('undo'), 'commitments.end', { commitment: id, state: 'let-go' })
    return [correct, undo, note, keep, all]
  }
  const { undoUntil: until, shared } = context
  const hide = { commitment: id, visibility: 'me' }
  if (shared) return [button(words.say('undo'), 'commitments.share', hide), note, change, ...mine, all]
  // Told, it is no more undone by one tap: that would take the words back as well.
  const undo =
    until === undefined || commitment.story
      ? []
      : [button(words.say('undo'), 'commitments.undo-end', { commitment: id, until })]
  const another = button(words.say('commit.another'), 'commitments.form', { axis })
  // Never in the place of « C’est tenu »: a second tap of the same finger must not undo it.
  const next =
    state === 'kept'
      ? keptButtons(words, commitment, {
          tellable: context.tellable,
          share: shareButton(words, commitment, context),
          another,
          undo,
          note,
        })
      : [note, ...undo, another]
  return [...next, change, ...mine, all].slice(0, MOST)
}

/** Header with its axis and stage. */
export function headerOf(words: Words, axes: CommitmentAxes, commitment: Commitment): HeaderPart {
  const stage = stageOf(commitment)
  return {
    icon: ICON,
    kind: words.say('commit.kind', { axis: axisTitle(words, axes, commitment.axis) }),
    badge: { text: words.say(`commit.state.${stage}`), tone: BADGES[stage] },
  }
}

/** One that was let go is private, whatever was chosen. */
function seenBy({ state, visibility }: Commitment): CommitmentVisibility {
  return state === 'let-go' ? 'me' : visibility
}

function factsOf(words: Words, commitment: Commitment): FactsPart['facts'] {
  const { horizon, lastNote, rewordedAt } = commitment
  const note = lastNote && { date: words.shortDay(lastNote.at), text: safe(lastNote.text) }
  return [
    ...storyFacts(words, commitment),
    ...(note ? [{ icon: 'Note', text: words.say('commit.note.last', note) }] : []),
    { icon: 'CalendarLtr', text: words.say('commit.due', { horizon: horizonText(words, horizon) }) },
    { icon: 'Eye', text: words.say(`commit.seenBy.${seenBy(commitment)}`) },
    ...(rewordedAt === undefined
      ? []
      : [{ icon: 'Edit', text: words.say('commit.reworded.on', { date: words.shortDay(rewordedAt) }) }]),
  ]
}

/** One commitment, as its owner sees it. */
export function commitmentCard(
  words: Words,
  axes: CommitmentAxes,
  commitment: Commitment,
  context: CommitmentCardContext = {},
): CommitmentSheetCard {
  return {
    template: 'commitments/commitment/sheet',
    data: {
      ...headerOf(words, axes, commitment),
      title: safe(commitment.text),
      facts: factsOf(words, commitment),
      buttons: overflowed(actsOn(words, commitment, context)),
    },
  }
}

function listed(words: Words, commitment: Commitment): Listed {
  const { id, text, horizon } = commitment
  const title = words.say('commit.open')
  const tooltip = words.say('act.on', { act: title, text: plain(text) })
  return {
    text: safe(text),
    detail: [
      words.say(`commit.state.${stageOf(commitment)}`),
      horizonText(words, horizon),
      words.say(`commit.seen.${seenBy(commitment)}`),
    ].join(' · '),
    buttons: [{ ...button(title, 'commitments.show', { commitment: id }), tooltip }],
  }
}

type CommitmentPage = {
  /** Under each axis, in the programme's order. */
  readonly items: readonly Commitment[]
  readonly next?: string
  /** Ids of axes without a commitment. */
  readonly silent: readonly string[]
}

/** A page of one's own. Three rows with an act each leave three of six buttons. `acting`: may take one. */
export function listCard(
  words: Words,
  axes: CommitmentAxes,
  { items, next, silent }: CommitmentPage,
  acting: boolean,
): CommitmentListCard {
  const sections = Object.entries(Object.groupBy(items, ({ axis }) => axis))
  const names = silent.map(axis => axisTitle(words, axes, axis)).join(', ')
  const silence = items.length === 0 ? 'commit.list.empty' : 'commit.list.silent'
  return {
    template: 'commitments/commitment/list',
    data: {
      icon: ICON,
      kind: words.say('commit.kind.plain'),
      title: words.say('command.mes-engagements'),
      sections: sections.map(([axis, commitments = []]) => ({
        axis: axisTitle(words, axes, axis),
        commitments: commitments.map(commitment => listed(words, commitment)),
      })),
      silent: silent.length === 0 ? '' : words.say(silence, { axes: names }),
      buttons: [
        ...(next === undefined
          ? []
          : [button(words.say('commit.list.more'), 'commitments.list', { after: next })]),
        ...(acting
          ? [
              button(words.say('command.engager'), 'commitments.form'),
              button(words.say('commit.near'), 'commitments.near'),
            ]
          : []),
      ],
    },
  }
}
