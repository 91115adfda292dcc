import { z } from 'zod'
import type { WrongCode, WrongValues } from '../../../kernel/errors/method-faults.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { MethodChangeView } from './method.ts'

const id = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
/** Kept whole: what is too long, no day or no pattern is a fault with its place, not a refusal of all. */
const text = z.string().max(1_000)
const inBoth = z.object({ fr: text, en: text })
const integer = z.number().int().min(-1_000_000).max(1_000_000)
const span = { from: text, until: text }

const phases = z.array(z.object({ id, title: inBoth, ...span })).max(60)
const axes = z.array(z.object({ id, title: inBoth, promise: inBoth })).max(60)
const nudges = z
  .array(
    z.object({
      id,
      at: text,
      days: integer.optional(),
      patience: integer.optional(),
      every: integer.optional(),
      off: z.boolean().optional(),
    }),
  )
  .max(60)
const thresholds = z
  .array(
    z.object({
      supports: integer,
      directions: integer.optional(),
      days: integer,
      by: z.enum(['direction', 'lab']),
    }),
  )
  .max(60)
const closures = z.array(z.object(span)).max(200)

/** The number of the method that the form was drawn from. */
const from = z.int().min(0).max(1_000_000_000)

/**
 * POST /programme/method/check → MethodPreviewView; writes nothing. Entries of phases, axes and rules are those that there
 * are, in their order: adding or removing one takes a method file.
 */
export const methodPartInput = z.discriminatedUnion('part', [
  z.object({ part: z.literal('phases'), from, value: phases }),
  z.object({ part: z.literal('axes'), from, value: axes }),
  z.object({ part: z.literal('nudges'), from, value: nudges }),
  z.object({ part: z.literal('thresholds'), from, value: thresholds }),
  z.object({ part: z.literal('closures'), from, value: closures }),
])
export type MethodPartInput = z.infer<typeof methodPartInput>

/** POST /programme/method → MethodWrittenView. `sure`: what asks to be confirmed was read. */
export const methodChangeInput = methodPartInput.and(z.object({ sure: z.boolean().optional() }))

/**
 * POST /programme/method/undo → MethodWrittenView. `version`: the latest of that part, which is taken back. `sure`: said
 * after the refusal `method-many` or `method-erases`.
 */
export const methodUndoInput = z.object({
  part: z.enum(['phases', 'axes', 'nudges', 'thresholds', 'closures']),
  version: from,
  sure: z.boolean().optional(),
})
export type MethodUndoInput = z.infer<typeof methodUndoInput>

export type MethodPartName = MethodUndoInput['part']

/** How a part came to be as it is. `seed`: from the file of the first start. */
export type PartVersionView = {
  readonly version: number
  readonly act: 'seed' | 'import' | 'change' | 'undo'
  /** Milliseconds. */
  readonly at: number
  /** Whose change it is, for organisers; absent for an operator's, and for somebody erased. */
  readonly by?: string
}

type InBothView = { readonly fr: string; readonly en: string }
export type PhaseValue = {
  readonly id: string
  readonly title: InBothView
  readonly from: string
  readonly until: string
}
export type AxisValue = { readonly id: string; readonly title: InBothView; readonly promise: InBothView }
export type RuleValue = {
  readonly id: string
  readonly at: string
  readonly days?: number | undefined
  readonly patience?: number | undefined
  readonly every?: number | undefined
  readonly off?: boolean | undefined
}
export type ThresholdValue = {
  readonly supports: number
  readonly directions?: number | undefined
  readonly days: number
  readonly by: 'direction' | 'lab'
}
export type ClosureValue = { readonly from: string; readonly until: string }

export type MethodPartView<Value> = {
  readonly value: readonly Value[]
  readonly last: PartVersionView
  /** Whether `last` can be taken back. */
  readonly undoable: boolean
}

/** GET /programme/method, for organisers and observers: what can be changed while the server runs, as it is stored. */
export type MethodFormView = {
  /** The latest number of all parts: to be sent back as `from`. */
  readonly version: number
  readonly phases: MethodPartView<PhaseValue>
  readonly axes: MethodPartView<AxisValue>
  readonly nudges: MethodPartView<RuleValue>
  readonly thresholds: MethodPartView<ThresholdValue>
  readonly closures: MethodPartView<ClosureValue>
}

/**
 * What follows from a change. `phase-ballots`, `phase-workshops`: that close, or begin, after the phase's new end;
 * `kept-until`: from which day names on ideas, or commitments, go; `cards-keep`: cards already posted keep the former words until they are edited;
 * `closed-workshops`: workshops on days now closed; `ideas-there`: ideas that have the supports already; `rule-pilots`,
 * `rule-agents`: to how many people a rule may write.
 */
type MethodFollowCode =
  | 'phase-ballots'
  | 'phase-workshops'
  | 'kept-until'
  | 'cards-keep'
  | 'closed-workshops'
  | 'ideas-there'
  | 'rule-pilots'
  | 'rule-agents'

export type MethodFollowView = {
  readonly code: MethodFollowCode
  /** The entry that it is about. */
  readonly id?: string
  /** Things. */
  readonly things?: number
  readonly people?: Shown
  /** `YYYY-MM-DD` */
  readonly day?: string
  /** Must be confirmed: `sure`. */
  readonly asks?: true
}

export type MethodPartFaultView = {
  /** Within the part: `1.until`. */
  readonly path: string
  readonly code: WrongCode
  readonly values: WrongValues
  /** How it could read instead, as YAML; '' when none can be given. */
  readonly example: string
}

export type MethodPreviewView = {
  /** To be sent back as `from`. */
  readonly version: number
  /** Nothing can be written while there is one. */
  readonly faults: readonly MethodPartFaultView[]
  readonly changes: readonly MethodChangeView[]
  readonly follows: readonly MethodFollowView[]
  /** What somebody else changed of this part since the form was drawn. */
  readonly since?: PartVersionView & { readonly changes: readonly MethodChangeView[] }
}

/** What was written, or the faults for which nothing was. */
export type MethodWrittenView =
  | { readonly faults: readonly MethodPartFaultView[] }
  | { readonly version: number; readonly changes: readonly MethodChangeView[] }
