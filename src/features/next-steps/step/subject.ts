import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

export const SUBJECTS = ['idea', 'ballot', 'summary', 'trial'] as const
/**
 * What a next step follows from: a retained idea, a closed ballot, the published summary of a workshop (by the workshop's id), the
 * decision on a trial.
 */
export type SubjectKind = (typeof SUBJECTS)[number]
export type SubjectKey<Kind extends SubjectKind = SubjectKind> = { readonly kind: Kind; readonly id: string }

/**
 * What a subject is, as its own feature says. `open`: steps are written on it and stand on it. `early`: nothing follows of
 * it yet, or no longer. `merged`: another one stands for it. `gone`: nobody reads it any more.
 */
export type StepSubject = {
  readonly title: string
  /** Who is in charge of it; absent: the Lab'. */
  readonly direction?: string
  /** Of a trial: who carries its initiative, and may promise for its group. */
  readonly carrier?: string
  readonly standing: 'open' | 'early' | 'merged' | 'gone'
  /** Until then (ms) what makes it open is told to nobody, and can be taken back. */
  readonly from?: number
}

/** Handed over by the features to the right, which know what theirs are. Undefined: there is none. */
export type StepSubjects = Readonly<
  Partial<Record<SubjectKind, (tx: Tx, id: string) => Promise<StepSubject | undefined>>>
>

const CLOSED = {
  early: 'step-early',
  merged: 'step-merged',
  gone: 'gone',
} as const satisfies Partial<Record<StepSubject['standing'], string>>

/** @throws Refusal `gone`, `step-early`, `step-merged` */
export function checkSubject(subject: StepSubject | undefined): StepSubject {
  if (!subject) throw new Refusal('gone')
  if (subject.standing !== 'open') throw new Refusal(CLOSED[subject.standing])
  return subject
}

/** What is kept of a step goes by that of its idea, whichever idea stands for it: a merging can be undone. */
export function holdsSteps(subject: StepSubject | undefined): boolean {
  return subject?.standing === 'open' || subject?.standing === 'merged'
}
