import { EVERYONE, ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { NextStepShown, StepSubject } from '../../next-steps/index.ts'
import type { IdeaWorkshop } from '../harvest/collecting.ts'
import type { Idea } from '../idea/domain.ts'

/** The text about next steps by organisers. `at`: milliseconds; `turn`: its version, from 1. */
export type Summary = {
  readonly workshop: string
  readonly next: string
  /** Person's id. */
  readonly by: string
  readonly at: number
  readonly turn: number
}

/** Ideas of a workshop. `top`: those with supporters, the most supported first. */
type Gathered = { readonly count: number; readonly top: readonly Idea[] }

/** `summary`: absent until it is published. */
export type SummarySeen = Gathered & {
  readonly workshop: IdeaWorkshop
  readonly summary?: Summary
  /** What follows, promised by somebody, as all may read it. */
  readonly steps: readonly NextStepShown[]
}
export type SummaryPublished = SummarySeen & { readonly summary: Summary }

/** Characters as a person counts them. */
const NEXT_LENGTH = 280
/** Ideas quoted in a summary. */
export const QUOTED = 3
/** How long after the publication people are still notified, in milliseconds. */
export const TOLD_FOR = 7 * DAY

export const SUMMARY_PERMISSIONS = {
  summarise: { act: 'ideas.summarise', roles: ORGANISERS },
  readSummary: { act: 'ideas.read-summary', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** @throws Refusal `empty-text`, `too-long` */
export function nextText(typed: string): string {
  return lineWithin(typed, NEXT_LENGTH)
}

/** @throws Refusal `gone`, `workshop-not-over` */
export function checkOver(workshop: IdeaWorkshop | undefined): IdeaWorkshop {
  if (!workshop) throw new Refusal('gone')
  const { stage, endsAt: at } = workshop
  if (stage === 'cancelled' || stage === 'postponed') throw new Refusal('gone')
  if (stage !== 'over') throw new Refusal('workshop-not-over', { at })
  return workshop
}

/** A workshop as its summary's steps know it. `endsAt`: milliseconds. */
export type SummarisedWorkshop = {
  readonly title: string
  readonly state: 'draft' | 'announced' | 'cancelled' | 'postponed'
  readonly endsAt: number
}

/** What a summary is to the steps that follow of it, the Lab's to write: nothing before it is published. */
export function summarySubjectOf(
  { title, state, endsAt }: SummarisedWorkshop,
  summary: Summary | undefined,
  now: number,
): StepSubject {
  if (state !== 'announced') return { title: '', standing: 'gone' }
  return { title, standing: summary && endsAt <= now ? 'open' : 'early' }
}

/**
 * A page of a workshop's participants to notify, from just after the person `after`; `by` published it and is left out.
 */
export type SummaryTelling = { readonly workshop: string; readonly by: string; readonly after: string }

export function tellFact(telling: SummaryTelling): Fact {
  return { kind: 'ideas.summary-tell', payload: telling }
}

export function tellingOf({ payload: { workshop, by, after } }: Pick<Fact, 'payload'>): SummaryTelling {
  return { workshop: String(workshop), by: String(by), after: String(after) }
}

/** Schedules an edit of its cards in channels. */
export function summarisedFact(workshop: string): Fact {
  return { kind: 'ideas.summarised', payload: { workshop }, mergeKey: `ideas.summary:${workshop}` }
}
