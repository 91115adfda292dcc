import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import {
  isGivable,
  isInCharge,
  isLate,
  type NextStep,
  type NextStepShown,
  STEP_PERMISSIONS,
  shownState,
  tieToStep,
  undoUntil,
} from './domain.ts'
import type { StepSubject, SubjectKey } from './subject.ts'

/** A step as one person sees it. Names are '' where they are not for them, or nobody's. */
export type NextStepSeen = Pick<
  NextStep,
  'id' | 'subject' | 'text' | 'due' | 'firstDue' | 'direction' | 'forInitiative' | 'state' | 'word'
> & {
  /** What it follows from: its title, and whether steps still stand on it. */
  readonly title: string
  readonly standing: StepSubject['standing']
  readonly late: boolean
  /** The person sees to it, wrote it, or is asked to see to it. */
  readonly mine: boolean
  readonly written: boolean
  readonly askedOfMe: boolean
  readonly named: boolean
  readonly holderName: string
  readonly askedName: string
  readonly askerName: string
  /** The person may say that it is done, change its date, drop it. */
  readonly mayTend: boolean
  /** Until when the person takes « C’est fait » back (ms). */
  readonly undoUntil?: number
  /** They may ask somebody to see to it; or give it back to who asked them. */
  readonly mayAsk: boolean
  readonly mayGiveBack: boolean
}

/** People whose names `actor` reads on it: whoever chose so, and those who asked each other. */
export function namesOn({ asker, holder, asked, named }: NextStep, { id }: Pick<Actor, 'id'>) {
  const parties = holder === id || asked === id
  return {
    holder: named || asker === id || holder === id ? (holder ?? '') : '',
    asked: asker === id ? (asked ?? '') : '',
    asker: parties && asker !== id ? (asker ?? '') : '',
  }
}

type Reading = { readonly today: string; readonly now: number; readonly nameOf: (id: string) => string }
type Public = Reading & { readonly directionName: (id: string) => string }

/** `subject` undefined: it is gone. */
export function stepSeen(
  actor: Actor,
  step: NextStep,
  subject: StepSubject | undefined,
  { today, now, nameOf }: Reading,
): NextStepSeen {
  const { id, text, due, firstDue, state, asker, holder, asked } = step
  const names = namesOn(step, actor)
  const late = isLate(step, today, now)
  const running = state === 'proposed' || state === 'promised'
  const own = tieToStep(actor, step) === 'own'
  const mayTend = running && may(STEP_PERMISSIONS.tend, actor.role) && own
  const until = undoUntil(step, now)
  const written = asker === actor.id
  const theirs = written || asker === undefined
  const mayAsk = isInCharge(actor, step) && theirs && isGivable(step) && asked === undefined
  return {
    id,
    subject: step.subject,
    text,
    due,
    firstDue,
    // Others read that it is done once that can be taken back no more.
    state: until !== undefined && !own ? 'promised' : state,
    ...(step.direction !== undefined && { direction: step.direction }),
    ...(step.forInitiative && { forInitiative: step.forInitiative }),
    ...(step.word !== undefined && { word: step.word }),
    title: subject?.title ?? '',
    standing: subject?.standing ?? 'gone',
    late,
    mine: holder === actor.id,
    written,
    askedOfMe: asked === actor.id,
    named: step.named === true,
    // Late is said of the step, and of nobody.
    holderName: late ? '' : nameOf(names.holder),
    askedName: nameOf(names.asked),
    askerName: nameOf(names.asker),
    mayTend,
    ...(until !== undefined && own && { undoUntil: until }),
    mayAsk,
    mayGiveBack: holder === actor.id && !written && state === 'promised',
  }
}

/** What all may read of it; undefined while nobody promised it. */
export function stepShown(
  step: NextStep,
  { today, now, nameOf, directionName }: Public,
): NextStepShown | undefined {
  const state = shownState(step, today, now)
  if (state === undefined) return undefined
  // Late is said of the step, and of nobody.
  const name = step.named && state !== 'late' ? nameOf(step.holder ?? '') : ''
  return {
    id: step.id,
    text: step.text,
    due: step.due,
    firstDue: step.firstDue,
    state,
    ...(step.forInitiative
      ? { forInitiative: step.forInitiative }
      : step.direction !== undefined && { by: directionName(step.direction) }),
    ...(step.word !== undefined && { word: step.word }),
    ...(name !== '' && { name }),
  }
}

/** What follows of one thing, as somebody sees it, and whether they may write more. */
export type StepsOn = {
  readonly subject: SubjectKey
  readonly title: string
  readonly steps: readonly NextStepSeen[]
  readonly mayWrite: boolean
  /** They carry its initiative and are nothing else here: they promise for its group, and ask nobody. */
  readonly forInitiative?: true
}
