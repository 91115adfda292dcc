import type { Actor } from '../../../kernel/access/actor.ts'
import {
  EVERYONE,
  may,
  PARTICIPANTS,
  type Permission,
  permit,
  type Relation,
  relationToDirection,
} from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import { dayAfter } from '../../../kernel/time/time-zone.ts'
import type { Phase } from '../../programme/index.ts'
import type { StepSubject, SubjectKey, SubjectKind } from './subject.ts'

/** `proposed`: nobody promised it yet, and only who wrote it and who is asked know of it. */
export type NextStepState = 'proposed' | 'promised' | 'kept' | 'dropped'

export type NextStep = {
  readonly id: string
  readonly subject: SubjectKey
  readonly text: string
  /** The last day, and the one that was first promised: `YYYY-MM-DD`. */
  readonly due: string
  readonly firstDue: string
  /** The Direction that promises; absent: the Lab'. */
  readonly direction?: string
  /** The group of an initiative promises it; `direction` is then who is in charge of the thing, and promises nothing. */
  readonly forInitiative?: true
  readonly state: NextStepState
  /** People, by id: who wrote it, who sees to it, who is asked to and has not answered. */
  readonly asker?: string
  readonly holder?: string
  readonly asked?: string
  /** Its holder has their name shown. */
  readonly named?: true
  /** Why it was dropped. */
  readonly word?: string
  readonly turn: number
  /** Milliseconds, all. `lateAt`, `recalledAt`: for the day in `due`. */
  readonly at: number
  readonly endedAt?: number
  readonly lateAt?: number
  readonly recalledAt?: number
  /** When those who touched its subject were told that it is kept. */
  readonly toldAt?: number
}

/**
 * What all may read of a step. `by`: the name of the Direction that promises, absent: the Lab', or the group of an initiative;
 * `name`: only of who chose so.
 */
export type NextStepShown = Pick<NextStep, 'id' | 'text' | 'due' | 'firstDue' | 'word' | 'forInitiative'> & {
  readonly by?: string
  readonly state: 'promised' | 'late' | 'kept' | 'dropped'
  readonly name?: string
}

/** What all may read of a step, and what it follows from. */
export type StepOnSubject<Kind extends SubjectKind = SubjectKind> = NextStepShown & {
  readonly subject: SubjectKey<Kind>
}

/** Characters as a person counts them. */
export const STEP_LENGTH = 200
/** How long « C’est fait » can be taken back; others read it afterwards (ms). */
export const UNDO_TIME = 10 * MINUTE
/** Steps that are still to come, on one thing. */
export const MOST = 4
/** Working days after which those in charge hear of a late step. */
export const RECALLED_AFTER = 5
/** Of a programme whose phases are over: days ahead. */
const AHEAD = 366

const WRITERS: readonly Role[] = ['manager', 'organiser']

export const STEP_PERMISSIONS = {
  write: { act: 'steps.write', roles: WRITERS, relation: 'same-direction' },
  /** On a trial: those who write what follows, and who carries its initiative. */
  promise: { act: 'steps.promise', roles: PARTICIPANTS, relation: 'own' },
  ask: { act: 'steps.ask', roles: WRITERS, relation: 'same-direction' },
  answer: { act: 'steps.answer', roles: PARTICIPANTS },
  tend: { act: 'steps.tend', roles: PARTICIPANTS, relation: 'own' },
  read: { act: 'steps.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** @throws Refusal `empty-text`, `too-long` */
export function stepText(typed: string): string {
  return lineWithin(typed, STEP_LENGTH)
}

/** The last day that may be promised, `YYYY-MM-DD`: that of the last phase. */
export function lastDay(phases: readonly Phase[], today: string): string {
  const end =
    phases
      .map(({ until }) => until)
      .toSorted()
      .at(-1) ?? ''
  return end < today ? dayAfter(today, AHEAD) : end
}

/** @throws Refusal `step-date-missing`, `date-past`, `step-date-far`. Days are `YYYY-MM-DD`. */
export function checkDue(due: string, today: string, last: string): string {
  if (due === '') throw new Refusal('step-date-missing')
  if (due < today) throw new Refusal('date-past')
  if (due > last) throw new Refusal('step-date-far', { date: last })
  return due
}

/** Whether somebody may write what follows of a thing of `direction`; absent: the Lab's. */
export function mayWrite(actor: Actor, direction: string | undefined): boolean {
  const { roles, relation } = STEP_PERMISSIONS.write
  return roles.includes(actor.role) && relationToDirection(actor, direction) === relation
}

/** The row of writing what follows of a thing of this kind. */
export function writingRow(kind: SubjectKind): (typeof STEP_PERMISSIONS)['write' | 'promise'] {
  return kind === 'trial' ? STEP_PERMISSIONS.promise : STEP_PERMISSIONS.write
}

/** @throws Refusal `role-needed`, `not-yours` */
export function permitWriting(actor: Actor, kind: SubjectKind, subject: StepSubject | undefined): void {
  const { direction, carrier } = subject ?? {}
  const own = mayWrite(actor, direction) || carrier === actor.id ? 'own' : 'others'
  permit(writingRow(kind), actor.role, kind === 'trial' ? own : relationToDirection(actor, direction))
}

/** The same without a refusal; of a trial its carrier as well. */
export function mayFollow(actor: Actor, { direction, carrier }: StepSubject): boolean {
  const carries = carrier === actor.id && may(STEP_PERMISSIONS.promise, actor.role)
  return carries || mayWrite(actor, direction)
}

/** Whether who carries an initiative writes as nothing else: they promise for its group, never for a Direction or the Lab'. */
export function isForInitiative(actor: Actor, { direction, carrier }: StepSubject): boolean {
  return carrier === actor.id && !mayWrite(actor, direction)
}

/** Whether somebody answers for the body that promises: the Direction, or the Lab'. */
export function isInCharge(actor: Actor, { direction }: Pick<NextStep, 'direction'>): boolean {
  return mayWrite(actor, direction)
}

/** What ties somebody to a step that they see to, or whose Direction they answer for: it is theirs to end. */
export function tieToStep(
  actor: Actor,
  step: Pick<NextStep, 'holder' | 'asker' | 'direction' | 'state'>,
): Relation {
  const theirs = step.state === 'proposed' ? step.asker === actor.id : step.holder === actor.id
  return theirs || isInCharge(actor, step) ? 'own' : 'others'
}

/** Who may know of a step at all: before somebody promised it, who wrote it and who is asked. */
export function isSeenBy({ state, asker, asked }: NextStep, { id }: Pick<Actor, 'id'>): boolean {
  return state !== 'proposed' || asker === id || asked === id
}

/** @throws Refusal `gone` */
export function readableStep(step: NextStep | undefined, actor: Pick<Actor, 'id'>): NextStep {
  if (!step || !isSeenBy(step, actor)) throw new Refusal('gone')
  return step
}

/** One whose end or date `actor` may change. @throws Refusal `gone`, `role-needed`, `not-yours` */
export function tended(step: NextStep | undefined, actor: Actor): NextStep {
  const found = readableStep(step, actor)
  permit(STEP_PERMISSIONS.tend, actor.role, tieToStep(actor, found))
  return found
}

/** The same of one that is still to come. @throws Refusal `step-over`, and of `tended` */
export function running(step: NextStep | undefined, actor: Actor): NextStep {
  const found = tended(step, actor)
  if (found.state === 'kept' || found.state === 'dropped') throw new Refusal('step-over')
  return found
}

/** One that may be given to somebody: nobody promised it, or only who wrote it. */
export function isGivable({ state, holder, asker }: NextStep): boolean {
  return state === 'proposed' || (state === 'promised' && (holder === undefined || holder === asker))
}

/** Only who wrote it asks. @throws Refusal `step-over`, `step-to-self`, `step-to-asker`, `step-promised`, `step-asked` */
export function checkAsking(step: NextStep, actor: Pick<Actor, 'id'>, person: string): void {
  if (step.state === 'kept' || step.state === 'dropped') throw new Refusal('step-over')
  if (person === actor.id) throw new Refusal('step-to-self')
  if (person === step.asker && step.holder === actor.id) throw new Refusal('step-to-asker')
  if (!isGivable(step) || (step.asker ?? actor.id) !== actor.id) throw new Refusal('step-promised')
  if (step.asked !== undefined && step.asked !== person) throw new Refusal('step-asked')
}

/** Until when « C’est fait » can be taken back (ms); undefined once it cannot. */
export function undoUntil({ state, endedAt }: NextStep, now: number): number | undefined {
  if (state !== 'kept' || endedAt === undefined) return undefined
  return now < endedAt + UNDO_TIME ? endedAt + UNDO_TIME : undefined
}

/** Whether it is late on `today`: said of the step, whoever sees to it. What may still be taken back is not done. */
export function isLate(step: NextStep, today: string, now: number): boolean {
  const running = step.state === 'promised' || undoUntil(step, now) !== undefined
  return running && step.due < today
}

/** As all read it; undefined while nobody promised it. */
export function shownState(step: NextStep, today: string, now: number): NextStepShown['state'] | undefined {
  if (step.state === 'proposed') return undefined
  if (isLate(step, today, now)) return 'late'
  return undoUntil(step, now) === undefined ? step.state : 'promised'
}

/** Whoever saw to it does no longer: it is who wrote it who does, as before they asked. */
export function givenBack({ holder: _, named: __, ...step }: NextStep): NextStep {
  return { ...step, ...(step.asker !== undefined && { holder: step.asker }), turn: step.turn + 1 }
}

/** Nobody is asked any more: nothing is left of who was. */
export function unasked({ asked: _, ...step }: NextStep): NextStep {
  return step
}

/** It has another last day: it is late no more, and may be once again. */
export function postponed({ lateAt: _, recalledAt: __, ...step }: NextStep, due: string): NextStep {
  return { ...step, due }
}
