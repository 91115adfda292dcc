import { EVERYONE, ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { Announced } from '../../channels/index.ts'
import type { StepSubject } from '../../next-steps/index.ts'
import type { IdeaWorkshop } from '../harvest/collecting.ts'
import type { Idea } from '../idea/domain.ts'
import type { IdeaTally, WorkshopStep } from './counts.ts'
import type { Presence } from './presence.ts'
import type { WorkshopVote } from './vote.ts'

/** What organisers publish: a sentence about what comes next, '' for none. `at`: milliseconds; `turn`: its version, from 1. */
export type Summary = {
  readonly workshop: string
  readonly next: string
  /** Person's id. */
  readonly by: string
  readonly at: number
  readonly turn: number
}

/** Ideas of a workshop. `top`: those with supporters, the most supported first. */
type Gathered = IdeaTally & { readonly top: readonly Idea[] }

/** Written by itself, but for its sentence. `summary`: absent until it is published. */
export type SummarySeen = Gathered & {
  readonly workshop: IdeaWorkshop
  readonly summary?: Summary
  readonly presence: Presence
  readonly votes: readonly WorkshopVote[]
  /** What follows of it, of its votes and of its ideas, promised by a Direction or the Lab'; no name of anybody. */
  readonly steps: readonly WorkshopStep[]
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
  /** What they read, as a file; the journal keeps that it was handed out. */
  exportSummary: { act: 'ideas.export-summary', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** A sentence may be left out: the counts, the votes and the steps speak for themselves. @throws Refusal `too-long` */
export function nextText(typed: string): string {
  return cleanLine(typed) === '' ? '' : lineWithin(typed, NEXT_LENGTH)
}

/** @throws Refusal `gone`, `workshop-not-over` */
export function checkOver(workshop: IdeaWorkshop | undefined): IdeaWorkshop {
  if (!workshop) throw new Refusal('gone')
  const { stage, endsAt: at } = workshop
  if (stage === 'cancelled' || stage === 'postponed') throw new Refusal('gone')
  if (stage !== 'over') throw new Refusal('workshop-not-over', { at })
  return workshop
}

/** What it was announced as: a day is announced with its series. */
export function announcedAs({ id, series }: Pick<IdeaWorkshop, 'id' | 'series'>): Announced {
  return series === '' ? { thing: 'workshop', id } : { thing: 'series', id: series }
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

/** Who was there is kept once the list is closed, at `dueAt` (ms). */
export function keepPresenceFact(workshop: string, dueAt: number): Fact {
  return { kind: 'ideas.presence-keep', payload: { workshop }, mergeKey: `ideas.presence:${workshop}`, dueAt }
}

/** Schedules an edit of its cards in channels. */
export function summarisedFact(workshop: string): Fact {
  return { kind: 'ideas.summarised', payload: { workshop }, mergeKey: `ideas.summary:${workshop}` }
}
