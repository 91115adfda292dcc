import { overflowed } from '../../../cards/overflow.ts'
import type {
  ActsPart,
  CardTone,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { bodyText, dueText, type StepCardContext } from './line-cards.ts'
import type { NextStepSeen } from './seen.ts'

export type StepButton = ActsPart['buttons'][number]
type Act = Omit<StepButton, 'mode'>

type StepData = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart &
  FootPart &
  ActsPart & {
    /** '' but on a message: what it tells; and what hinders. */
    readonly told: string
    /** Whether it is asked if a name is shown, as it is accepted; and what is ticked. */
    readonly asksName: boolean
    readonly named: string
  }
export type StepCard = CardOf<'next-steps/step/step', StepData>

export const ICON = 'Flag'
/** Teams shows six; a message has its own two. */
const MOST = 6
/** Acts of a message on a step. */
const IN_MESSAGE = 2

const TONES = {
  late: 'warning',
  kept: 'good',
  dropped: 'neutral',
  proposed: 'neutral',
  promised: 'brand',
} as const

export function act({ say }: Words, key: Key, verb: string, data: Act['data']): Act {
  return { title: say(key as 'step.keep'), verb, data }
}

/** « Suite · Relire nos courriers » */
export function kindText({ say }: Words, title: string): string {
  return title === '' ? say('step.kind') : say('step.kind.of', { title: safe(shorter(title)) })
}

/** Letters of what a step follows from, beside it. */
const BESIDE = 60

function shorter(text: string): string {
  const letters = [...text]
  return letters.length > BESIDE ? `${letters.slice(0, BESIDE - 1).join('')}…` : text
}

export function badgeOf(
  { say }: Words,
  step: NextStepSeen,
): { readonly text: string; readonly tone: CardTone } {
  const state = step.late && step.state === 'promised' ? 'late' : step.state
  return { text: say(`step.state.${state}`), tone: TONES[state] }
}

/** Who sees to it, as far as the reader may know; who is asked; who asked. */
function peopleFacts(context: StepCardContext, step: NextStepSeen): FactsPart['facts'] {
  const { say } = context.words
  const body = bodyText(context, step)
  const holder = step.mine
    ? say(step.named ? 'step.holder.me.named' : 'step.holder.me', { body })
    : step.holderName === ''
      ? say('step.holder.body', { body })
      : say('step.by.name', { name: safe(step.holderName), body })
  return [
    { icon: 'Person', text: holder },
    ...(step.askedName === ''
      ? []
      : [{ icon: 'PersonQuestionMark', text: say('step.asked', { name: safe(step.askedName) }) }]),
    ...(step.askerName === ''
      ? []
      : [{ icon: 'PersonFeedback', text: say('step.asker', { name: safe(step.askerName) }) }]),
  ]
}

function factsOf(context: StepCardContext, step: NextStepSeen): FactsPart['facts'] {
  const reason = step.word === undefined ? [] : [{ icon: 'Comment', text: safe(step.word) }]
  return [
    ...peopleFacts(context, step),
    { icon: 'CalendarLtr', text: dueText(context.words, step) },
    ...reason,
  ]
}

/** What may be done with it, likeliest first. */
function actsOn(words: Words, step: NextStepSeen): Act[] {
  const data = { step: step.id }
  const one = (key: Key, verb: string, more = {}) => act(words, key, verb, { ...data, ...more })
  if (step.askedOfMe) return [one('step.accept', 'steps.accept'), one('step.decline', 'steps.decline')]
  const undo = step.undoUntil === undefined ? [] : [one('undo', 'steps.undo')]
  const own = step.mayTend && step.state === 'promised'
  return [
    ...undo,
    ...(own ? [one('step.keep', 'steps.keep')] : []),
    ...(step.mayAsk ? [one('step.assign', 'steps.assign')] : []),
    ...(step.state === 'proposed' && step.mayTend ? [one('step.take', 'steps.take')] : []),
    ...(step.askedName === '' ? [] : [one('step.unask', 'steps.unask')]),
    ...(step.mayTend ? [one('step.move', 'steps.move-form')] : []),
    ...(step.mayGiveBack ? [one('step.back', 'steps.give-back')] : []),
    ...(step.mine && own ? [nameAct(words, step)] : []),
    ...(step.mayTend ? [one('step.drop', 'steps.drop-form')] : []),
  ]
}

function nameAct(words: Words, { id, named }: NextStepSeen): Act {
  return act(words, named ? 'step.name.hide' : 'step.name.show', 'steps.name', {
    step: id,
    named: named ? 'off' : 'on',
  })
}

/** Why nothing more becomes of it, where what it follows from carries no step any more. */
function standingText({ say }: Words, { standing, state }: NextStepSeen): string {
  if (state === 'kept' || state === 'dropped' || standing === 'open') return ''
  return say(`step.standing.${standing}`)
}

function rulesOf(words: Words, step: NextStepSeen, recalled: string | undefined): string {
  const { say } = words
  if (step.undoUntil !== undefined) return say('step.undo.until', { time: words.time(step.undoUntil) })
  if (step.askedOfMe) return say('step.asked.rules')
  if (step.state === 'proposed') return say('step.proposed.rules')
  if (step.state !== 'promised' || !step.mine || recalled === undefined) return ''
  return say(step.late ? 'step.late.rules' : 'step.promised.rules', { date: recalled })
}

export type StepBeside = FootPart & {
  readonly told: string
  /** The day on which those in charge hear of it, if it is late by then: as it is said to who promised. */
  readonly recalled?: string
}

/** One step, for one person. */
export function stepCard(
  context: StepCardContext,
  step: NextStepSeen,
  { foot, told, recalled }: StepBeside = { foot: [], told: '' },
): StepCard {
  const { words } = context
  const about = act(words, 'step.about', 'steps.on', { kind: step.subject.kind, id: step.subject.id })
  const acts = [...actsOn(words, step), ...(step.standing === 'gone' ? [] : [about])]
  // A message has the likeliest alone, then the step with all of them.
  const see = act(words, 'step.see', 'steps.show', { step: step.id })
  const fewer = acts.length > IN_MESSAGE + 1 ? [...acts.slice(0, IN_MESSAGE), see] : acts
  return {
    template: 'next-steps/step/step',
    data: {
      icon: ICON,
      kind: kindText(words, step.title),
      badge: badgeOf(words, step),
      title: safe(step.text),
      told: [told, standingText(words, step)].filter(text => text !== '').join(' '),
      facts: factsOf(context, step),
      asksName: step.askedOfMe || (step.state === 'proposed' && step.written),
      named: 'off',
      buttons: overflowed(foot.length > 0 ? fewer : acts.slice(0, MOST)),
      foot,
      footer: rulesOf(words, step, recalled),
    },
  }
}

export function stepSummary({ say }: Words, { text }: Pick<NextStepSeen, 'text'>): string {
  return plain(say('step.summary', { text }))
}
