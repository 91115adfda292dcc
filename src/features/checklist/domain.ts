import { ORGANISERS, type Permission } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { DAY, HOUR } from '../../kernel/time/clock.ts'

export const CHECKLIST_PERMISSIONS = {
  read: { act: 'checklist.read', roles: ORGANISERS },
  mark: { act: 'checklist.mark', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** The ten steps of docs/premier-atelier.md, in their order. */
export const STEPS = [
  'agreement',
  'channel',
  'prepared',
  'announced',
  'reminded',
  'tables',
  'welcome',
  'harvest',
  'vote',
  'summary',
] as const
export type ChecklistStep = (typeof STEPS)[number]

/** Steps that some do outside the application, and say so by hand; all others follow from rows alone. */
const OUTSIDE: readonly ChecklistStep[] = ['agreement', 'reminded', 'tables', 'welcome', 'vote']
export const isOutside = (step: ChecklistStep): boolean => OUTSIDE.includes(step)

/** Given once for the whole programme, whichever workshop it is marked on. */
const SHARED: readonly ChecklistStep[] = ['agreement']
/** Under which workshop a mark is kept; '' for that of all. */
export const keptUnder = (step: ChecklistStep, workshop: string): string =>
  SHARED.includes(step) ? '' : workshop

/** A step that somebody marked as done outside the application. */
export type Mark = { readonly workshop: string; readonly step: ChecklistStep }

/** `outside`: done outside the application, as somebody said. */
export type StepState = 'done' | 'outside' | 'open'
export type StepStates = Readonly<Record<ChecklistStep, StepState>>

/** What the list is told by about a workshop, its marks apart. */
export type WorkshopProgress = {
  readonly id: string
  readonly title: string
  readonly state: 'draft' | 'announced' | 'cancelled' | 'postponed'
  /** '' for a single workshop. */
  readonly series: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  readonly place: string
  readonly capacity: number
  /** People with a seat. */
  readonly seats: number
  /** Channels where its announcement was put, and of these where it stands, or could not be posted. */
  readonly channels: number
  readonly posted: number
  readonly lost: number
  /** Tables that were drawn, and of how many somebody leads a table; 0 before a draw. */
  readonly tables: number
  readonly led: number
  readonly shown: boolean
  /** When its summary was written (milliseconds). */
  readonly summaryAt?: number
}

/** A vote of its people. */
export type ChecklistVote = { readonly id: string; readonly question: string; readonly open: boolean }

/** The same with what happened on the day. */
export type WorkshopFacts = WorkshopProgress & {
  readonly reminded: boolean
  readonly present: number
  readonly ideas: number
  /** Of them, those that wait for an answer or a decision. */
  readonly unanswered: number
  readonly votes: readonly ChecklistVote[]
}

type Told = Pick<
  WorkshopProgress,
  'channels' | 'posted' | 'place' | 'tables' | 'led' | 'shown' | 'summaryAt'
> &
  Partial<Pick<WorkshopFacts, 'reminded' | 'present' | 'ideas' | 'votes'>>

/** Whether rows say that a step is done. */
function isDone(step: ChecklistStep, told: Told): boolean {
  switch (step) {
    case 'agreement':
      return false
    case 'channel':
      return told.channels > 0
    // It is a row: nothing is kept without a title, a time, and a place or a link.
    case 'prepared':
      return true
    case 'announced':
      return told.posted > 0
    case 'reminded':
      return told.reminded ?? false
    case 'tables':
      return told.shown && told.led >= told.tables
    case 'welcome':
      return (told.present ?? 0) > 0
    case 'harvest':
      return (told.ideas ?? 0) > 0
    case 'vote':
      return (told.votes ?? []).length > 0
    case 'summary':
      return told.summaryAt !== undefined
  }
}

/** The state of each step: what rows say comes before what somebody said. */
export function statesOf(told: Told & { readonly id: string }, marks: readonly Mark[]): StepStates {
  const isMarked = (step: ChecklistStep) =>
    marks.some(mark => mark.step === step && mark.workshop === keptUnder(step, told.id))
  const states = STEPS.map(step => [step, isDone(step, told) ? 'done' : isMarked(step) ? 'outside' : 'open'])
  return Object.fromEntries(states) as StepStates
}

/** @throws Refusal `step-by-rows` for a step that only rows can tell */
export function checkOutside(step: ChecklistStep): void {
  if (!isOutside(step)) throw new Refusal('step-by-rows')
}

/** How long before a workshop its lines begin to say what is missing (ms). */
export const AHEAD = 7 * DAY
/** How long after it a workshop without a summary is still listed (ms). */
export const BEHIND = 60 * DAY
/** How long before it tables are worth drawing: earlier, people still register (ms). */
export const DRAW_SOON = 3 * DAY
/** How long before the start the day opens, as check-in does (ms). */
export const OPENS = HOUR
