import { z } from 'zod'
import type { WrongCode, WrongValues } from '../../../kernel/errors/method-faults.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { Expiring } from '../../../kernel/personal-data/expiry.ts'
import type { WholeLanguage } from '../../../kernel/text/language.ts'
import type { Weekday } from '../../../kernel/time/week.ts'
import type { LessonView } from './lessons.ts'
import type { AxisView } from './programme.ts'

/** Characters of a method file that a page may send: thirty Directions take six thousand. */
const METHOD_MOST = 200_000
/** Bytes of the request that carries it. */
export const METHOD_BODY = 1_000_000

/** POST /programme/check → MethodCheckView. For organisers. */
export const methodInput = z.object({ text: z.string().min(1).max(METHOD_MOST) })
/** POST /programme/import → MethodCheckView, of what was written. `checked`: what the check answered. */
export const methodImportInput = methodInput.extend({ checked: z.string().regex(/^[\w-]{43}$/) })

export type MethodFaultView = {
  /** From 1; 0 for the file as a whole. */
  readonly line: number
  readonly column: number
  readonly path: string
  readonly code: WrongCode
  readonly values: WrongValues
  /** How it could read instead, as YAML; '' when none can be given. */
  readonly example: string
}

/** One thing that two programmes say differently, in parts; see features/programme/import/differences.ts. */
export type MethodChangeView = {
  readonly of:
    | 'programme'
    | 'calendar'
    | 'closure'
    | 'axis'
    | 'phase'
    | 'nudge'
    | 'threshold'
    | 'direction'
    | 'lesson'
    | 'theme'
    | 'text'
  readonly act: 'changed' | 'added' | 'removed' | 'moved'
  readonly id?: string
  readonly facet?: string
  readonly from?: string
  readonly to?: string
  /** Kinds of things that exist under an axis or a Direction, never how many. */
  readonly stands: readonly string[]
  /** Why it cannot be done here: things exist under it, or the running server uses it. */
  readonly barred?: 'standing' | 'running'
}

export type MethodCheckView =
  | { readonly faults: readonly MethodFaultView[]; readonly more: boolean }
  | {
      readonly checked: string
      readonly name: string
      readonly version: string
      readonly changes: readonly MethodChangeView[]
    }

/** POST /programme/export: the method file of what is kept. */
export type MethodFileView = { readonly name: string; readonly text: string }

/** How a nudge rule is measured, in days. */
export type NudgeRuleView = {
  readonly id: string
  readonly kind: string
  /** A cron pattern in the programme's zone. */
  readonly at: string
  readonly measures: Readonly<Partial<Record<'days' | 'patience' | 'every', string>>>
  readonly off: boolean
}

/** GET /programme/whole, for organisers and observers: all that the running programme says. */
export type WholeProgrammeView = {
  readonly id: string
  readonly version: string
  readonly name: string
  readonly organisation: string
  readonly language: WholeLanguage
  readonly zone: string
  readonly axes: readonly AxisView[]
  readonly phases: readonly {
    readonly id: string
    readonly title: string
    readonly icon: string
    readonly from: string
    readonly until: string
    readonly state: 'done' | 'current' | 'coming'
  }[]
  readonly directions: readonly { readonly id: string; readonly name: string; readonly headcount: number }[]
  readonly calendar: {
    readonly days: readonly Weekday[]
    readonly from: string
    readonly until: string
    readonly country: string
    readonly region?: string
    readonly closures: readonly { readonly from: string; readonly until: string }[]
    /** Public holidays of the year to come, `YYYY-MM-DD`; absent while they cannot be read. */
    readonly holidays?: readonly string[]
  }
  readonly perWeek: number
  readonly figureWeeks: number
  /** Retention by kind, in months. */
  readonly kept: readonly { readonly kind: Expiring; readonly months: number }[]
  /** What the last nights erased, the newest first. `day`: `YYYY-MM-DD`; `count`: rounded, 0 « moins de 5 ». */
  readonly erased: readonly { readonly day: string; readonly kind: Expiring; readonly count: Shown }[]
  readonly nudges: readonly NudgeRuleView[]
  /** Supports that oblige to answer an idea, within so many days. */
  readonly thresholds: readonly {
    readonly supports: number
    readonly directions?: number
    readonly days: number
    readonly by: 'direction' | 'lab'
  }[]
  /** Titles, in their order. */
  readonly themes: readonly string[]
  readonly words: readonly { readonly language: WholeLanguage; readonly key: string; readonly text: string }[]
  /** What was learnt, as it is kept now: it takes no restart. */
  readonly lessons: readonly LessonView[]
  /** What was imported since the server started, and takes effect when it starts again. */
  readonly pending: readonly MethodChangeView[]
}
