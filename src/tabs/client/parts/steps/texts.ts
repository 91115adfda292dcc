import type { NextStepView, OwnStepView } from '../../../contract/next-steps.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { BadgeTone } from '../panels/badge.tsx'
import { plainDay } from '../words/days.ts'
import type { Translator } from '../words/translator.ts'

type Told = { readonly translator: Translator; readonly programme: ProgrammeView }
type Days = Pick<NextStepView, 'due' | 'firstDue'>

/** « avant le 12 mars (d’abord le 1er mars) » */
export function dueText({ due, firstDue }: Days, { translator, programme }: Told): string {
  const [date, first] = [due, firstDue].map(day => plainDay(day, programme.today, translator))
  if (date === undefined || first === undefined || due === firstDue)
    return translator.say('step.due', { date: date ?? due })
  return translator.say('step.due.moved', { date, first })
}

type Promiser = Pick<NextStepView, 'by' | 'forInitiative'>

/** Who promises: the group of an initiative, the Direction of this name, or the Lab'. */
export function byText({ by, forInitiative }: Promiser, { translator }: Pick<Told, 'translator'>): string {
  if (forInitiative) return translator.say('step.by.initiative')
  return by ?? translator.say('step.by.lab')
}

function directionName(direction: string, { programme }: Told): string {
  return programme.directions.find(({ id }) => id === direction)?.name ?? direction
}

function promiserOf({ direction, forInitiative }: OwnStepView, told: Told): Promiser {
  if (forInitiative) return { forInitiative }
  return direction === undefined ? {} : { by: directionName(direction, told) }
}

const STATES = {
  late: ['step.state.late', 'warning'],
  kept: ['step.state.kept', 'good'],
  dropped: ['step.state.dropped', 'neutral'],
  proposed: ['step.state.proposed', 'neutral'],
  asked: ['step.state.asked', 'neutral'],
  promised: ['step.state.promised', 'brand'],
} as const

function stateName({ late, state, askedName }: OwnStepView): keyof typeof STATES {
  if (state === 'promised' && late) return 'late'
  return state === 'proposed' && askedName !== '' ? 'asked' : state
}

/** How far it is; late is said of the step, whoever sees to it. */
export function stateOf(
  step: OwnStepView,
  { say }: Translator,
): { readonly text: string; readonly tone: BadgeTone } {
  const [word, tone] = STATES[stateName(step)]
  return { text: say(word), tone }
}

function holderText(step: OwnStepView, told: Told): string {
  const { say } = told.translator
  const body = byText(promiserOf(step, told), told)
  if (step.mine) return say(step.named ? 'step.holder.me.named' : 'step.holder.me', { body })
  if (step.state === 'proposed') return body
  return step.holderName === ''
    ? say('step.holder.body', { body })
    : say('step.by.name', { name: step.holderName, body })
}

/** Until when, who sees to it as far as the reader may know, who is asked, who asked. */
export function stepFacts(step: OwnStepView, told: Told): readonly string[] {
  const { say } = told.translator
  return [
    dueText(step, told),
    holderText(step, told),
    ...(step.askedName === '' ? [] : [say('step.asked', { name: step.askedName })]),
    ...(step.askerName === '' ? [] : [say('step.asker', { name: step.askerName })]),
  ]
}

const STANDING = {
  early: 'step.standing.early',
  merged: 'step.standing.merged',
  gone: 'step.standing.gone',
} as const

/** What to know before acting: what it follows from carries it no more, or what becomes of it next. */
export function stepRules(step: OwnStepView, { say, time }: Translator): string {
  const { standing, state, undoUntil, askedOfMe } = step
  if (undoUntil !== undefined) return say('step.undo.until', { time: time(undoUntil) })
  const over = state === 'kept' || state === 'dropped'
  if (standing !== 'open' && !over) return say(STANDING[standing])
  if (askedOfMe) return say('step.asked.rules')
  return state === 'proposed' ? say('step.proposed.rules') : ''
}

/** A step as all read it, from what one person reads of it; undefined while nobody promised it. */
export function asAllRead(step: OwnStepView, told: Told): NextStepView | undefined {
  const { state, late, named, holderName, word } = step
  if (state === 'proposed') return undefined
  return {
    id: step.id,
    text: step.text,
    due: step.due,
    firstDue: step.firstDue,
    state: late ? 'late' : state,
    ...promiserOf(step, told),
    ...(named && !late && holderName !== '' && { name: holderName }),
    ...(word !== undefined && { word }),
  }
}
