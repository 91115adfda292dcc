import type { Fact } from '../../../kernel/storage/outbox.ts'
import { dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Workdays } from '../../messages/index.ts'
import { type NextStep, RECALLED_AFTER, UNDO_TIME } from './domain.ts'

/** The card that carries it is drawn again, by the feature whose subject it is. */
export function changedFact({ subject: { kind, id } }: Pick<NextStep, 'subject'>): Fact {
  return { kind: 'steps.changed', payload: { kind, id }, mergeKey: `steps.changed:${kind}:${id}` }
}

/** Somebody is asked, once what the step follows from can no longer be taken back. */
export function askedFact({ id, turn }: NextStep, dueAt: number): Fact {
  return { kind: 'steps.asked', payload: { step: id, turn }, mergeKey: `steps.asked:${id}:${turn}`, dueAt }
}

/** It is with who wrote it again: nobody says of whom it comes. */
export function backFact({ id, turn }: NextStep): Fact {
  return { kind: 'steps.back', payload: { step: id, turn }, mergeKey: `steps.back:${id}:${turn}` }
}

/** Its last day is over, by the clock of the zone. */
export function dueFact({ id, due }: NextStep, zone: string): Fact {
  const dueAt = momentOf(dayAfter(due), '00:00', zone)
  const fact = { kind: 'steps.due', payload: { step: id, due }, mergeKey: `steps.due:${id}:${due}` }
  return { ...fact, ...(dueAt !== undefined && { dueAt }) }
}

/** For what its holder is told that its day is over. */
export function lateReason({ id, due }: Pick<NextStep, 'id' | 'due'>): string {
  return `step-late:${id}:${due}`
}

/** The day on which those in charge hear of a step that is late: so many working days after its holder did. */
export function recallDay(due: string, workdays: Workdays): string {
  let day = workdays.after(due)
  for (let passed = 0; passed < RECALLED_AFTER; passed++) day = workdays.after(day)
  return day
}

export function recallFact({ id, due }: NextStep, day: string, zone: string): Fact {
  const dueAt = momentOf(day, '00:00', zone)
  const fact = { kind: 'steps.recall', payload: { step: id, due }, mergeKey: `steps.recall:${id}:${due}` }
  return { ...fact, ...(dueAt !== undefined && { dueAt }) }
}

/** « C’est fait » can be taken back no more. */
export function keptFact({ id }: NextStep, endedAt: number): Fact {
  const dueAt = endedAt + UNDO_TIME
  return { kind: 'steps.kept', payload: { step: id }, mergeKey: `steps.kept:${id}:${endedAt}`, dueAt }
}

/** Somebody promises it: others hear of it once that stood for `UNDO_TIME`. */
export function promisingFact({ id }: NextStep, dueAt: number): Fact {
  return { kind: 'steps.promising', payload: { step: id }, mergeKey: `steps.promising:${id}`, dueAt }
}

/** Heard by the feature whose subject it is: it tells who touched that. */
export function promisedFact({ id, subject, holder = '' }: NextStep): Fact {
  return { kind: 'steps.promised', payload: { step: id, kind: subject.kind, id: subject.id, by: holder } }
}

/** Heard by the feature whose subject it is: it tells who touched that. */
export function endedFact({ id, subject, holder = '' }: NextStep): Fact {
  return { kind: 'steps.ended', payload: { step: id, kind: subject.kind, id: subject.id, by: holder } }
}
