import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import { axisChoices } from '../../programme/index.ts'
import { button, type CommitmentAxes, type CommitmentButton, horizonText, ICON } from './cards.ts'
import {
  type Commitment,
  type CommitmentVisibility,
  horizonsFrom,
  isWider,
  monthEnd,
  usualHorizon,
} from './domain.ts'

type Choice = { readonly title: string; readonly value: string }

type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly axis: string
    readonly axes: readonly Choice[]
    readonly text: PlainText
    readonly horizon: string
    /** Empty for an ended one. */
    readonly horizons: readonly Choice[]
    readonly visibility: CommitmentVisibility
    /** Empty for one that was let go. */
    readonly visibilities: readonly Choice[]
    readonly send: CommitmentButton
    /** Buttons that send nothing, the back button first. */
    readonly others: readonly CommitmentButton[]
  }

export type CommitmentFormCard = CardOf<'commitments/commitment/form', FormData>

export type CommitmentDraft = {
  readonly axis?: string
  readonly text?: string
  readonly horizon?: string
  readonly visibility?: CommitmentVisibility
  readonly idea?: string
  /** Id of the colleague's commitment that it is taken up from. */
  readonly inspired?: string
}

/** Values that the form was drawn with: only fields that differ when it is sent are changed. */
type Was = Required<Pick<CommitmentDraft, 'axis' | 'text' | 'horizon' | 'visibility'>>

type FormContext = {
  readonly nonce: string
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Id of the person's Direction. */
  readonly direction: string | undefined
}

/** Horizons to choose from, labelled by month. `today`: `YYYY-MM-DD`. */
export function horizonChoices(words: Words, today: string): Choice[] {
  return horizonsFrom(today).map(day => horizonChoice(words, day))
}

/** « Fin juin 2027 » for a month's end; « mardi 15 juin 2027 » for any other day. */
function horizonChoice(words: Words, day: string): Choice {
  if (day !== monthEnd(day)) return { title: horizonText(words, day), value: day }
  const month = words.month(momentOf(day, '12:00', words.zone) ?? 0)
  return { title: words.say('commit.horizon.end', { month }), value: day }
}

/** Horizons offered, with the current one unless it is over. */
function horizonsWith(words: Words, today: string, day: string): Choice[] {
  const days = new Set([...horizonsFrom(today), ...(day >= today ? [day] : [])])
  return [...days].sort().map(each => horizonChoice(words, each))
}

/** « Les collègues de ma Direction » needs a known Direction. */
function visibilitiesFor({ direction }: FormContext): readonly CommitmentVisibility[] {
  return direction === undefined ? ['me', 'everyone'] : ['me', 'direction', 'everyone']
}

/** Fields of both forms. */
function fieldsOf(words: Words, axes: CommitmentAxes, { today }: FormContext, draft: CommitmentDraft) {
  const { axis = '', text = '', horizon = usualHorizon(today) } = draft
  const horizons = horizonsWith(words, today, horizon)
  return {
    icon: ICON,
    kind: words.say('commit.kind.plain'),
    axis: axes.axis(axis) ? axis : '',
    axes: axisChoices(words, axes.axes),
    text: prefilled(text),
    horizon: horizons.some(({ value }) => value === horizon) ? horizon : '',
    horizons,
  }
}

/** « Plus tard »: back to where one came from. */
function laterFrom({ say }: Words, idea: string, inspired: string): CommitmentButton {
  if (idea !== '') return button(say('later'), 'ideas.show', { idea })
  return button(say('later'), inspired === '' ? 'commitments.list' : 'commitments.near')
}

export function formCard(
  words: Words,
  axes: CommitmentAxes,
  context: FormContext,
  draft: CommitmentDraft = {},
): CommitmentFormCard {
  const { visibility = 'me', idea = '', inspired = '' } = draft
  const visible = visibilitiesFor(context)
  return {
    template: 'commitments/commitment/form',
    data: {
      ...fieldsOf(words, axes, context, draft),
      title: words.say('commit.title'),
      visibility: visible.includes(visibility) ? visibility : 'me',
      visibilities: visible.map(value => ({ title: words.say(`commit.visibility.${value}`), value })),
      send: button(words.say('commit.take'), 'commitments.take', { idea, inspired, nonce: context.nonce }),
      others: [laterFrom(words, idea, inspired)],
      footer: words.say('commit.rules'),
    },
  }
}

function seenChoice(words: Words, value: CommitmentVisibility, now: CommitmentVisibility): Choice {
  const wider = value !== 'me' && isWider(value, now)
  return {
    title: words.say(wider ? `commit.visibility.${value}.wider` : `commit.visibility.${value}`),
    value,
  }
}

/** Letting go is set apart from « C’est tenu ». */
function othersOf({ say }: Words, { id, state }: Commitment): CommitmentButton[] {
  const back = button(say('save.not'), 'commitments.show', { commitment: id })
  if (state !== 'taken') return [back]
  return [back, button(say('commit.letgo'), 'commitments.end', { commitment: id, state: 'let-go' })]
}

/** Form to change one's own; each choice says who would see it. */
export function changeCard(
  words: Words,
  axes: CommitmentAxes,
  context: FormContext,
  commitment: Commitment,
  { was, ...draft }: CommitmentDraft & { readonly was?: Was } = {},
): CommitmentFormCard {
  const { id, axis, text, horizon, visibility, state } = commitment
  const from = was ?? { axis, text: prefilled(text), horizon, visibility }
  const { horizons, ...fields } = fieldsOf(words, axes, context, { ...from, ...draft })
  const visible = new Set<CommitmentVisibility>([...visibilitiesFor(context), visibility])
  const send = { commitment: id, was: from, nonce: context.nonce }
  return {
    template: 'commitments/commitment/form',
    data: {
      ...fields,
      title: words.say('commit.change.title'),
      horizons: state === 'taken' ? horizons : [],
      visibility: draft.visibility ?? visibility,
      visibilities: state === 'let-go' ? [] : [...visible].map(value => seenChoice(words, value, visibility)),
      send: button(words.say('save'), 'commitments.change', send),
      others: othersOf(words, commitment),
      footer: words.say(state === 'let-go' ? 'commit.change.rules.letgo' : 'commit.change.rules'),
    },
  }
}
