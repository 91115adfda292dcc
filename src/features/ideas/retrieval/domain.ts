import type { Term } from '../../../search/terms.ts'
import type { IdeaSeen } from '../idea/domain.ts'
import type { IdeaState } from '../idea/state.ts'
import type { StemCounts, Weighed } from '../similarity/domain.ts'

/** Answered, or waiting for it, as those who ask say it. */
export const IDEA_GROUPS = {
  waiting: ['received', 'studied'],
  studied: ['studied'],
  answered: ['answered', 'retained', 'initiative', 'aside'],
  retained: ['retained', 'initiative'],
  carried: ['initiative'],
  aside: ['aside'],
} as const satisfies Record<string, readonly IdeaState[]>
export type IdeaGroup = keyof typeof IDEA_GROUPS

/** Which ideas; all that are given must hold. Times are in milliseconds, `until` not included. */
export type RetrievalFilter = {
  readonly group?: IdeaGroup
  readonly axis?: string
  readonly direction?: string
  readonly author?: string
  readonly from?: number
  readonly until?: number
}

export type IdeaQuery = Omit<RetrievalFilter, 'author'> & {
  readonly terms: readonly Term[]
  /** Only the actor's own. */
  readonly mine?: true
}

/** An idea that was found, and the weight of the stems that it shares: 0 where none were looked for. */
export type Ranked = { readonly id: string; readonly weight: number }

/** `words`: those that were searched for, slips corrected; `missing`: those that no idea holds. */
export type Retrieved = {
  readonly items: readonly IdeaSeen[]
  readonly count: number
  /** There are more than were counted. */
  readonly more: boolean
  readonly words: readonly string[]
  readonly missing: readonly string[]
}

/** Ideas counted, and rows of the newest that are looked through where no word narrows them. */
export const COUNTED = 200
export const SCANNED = 2_000
/** Rows of the index read of one stem, and of all: beyond them a word says too little. */
export const HELD = 1_500
const MOST_HELD = 3_000
/** Of those with most weight, how many are looked at where no filter narrows them. */
export const HEAVIEST = 400
/** Words of one question, and those of them in which a slip is looked for. */
export const MOST_TERMS = 8
export const MOST_SLIPS = 2
/** An idea is found where it shares so much of what the best one shares. */
const CLOSE = 0.5

/** Those near enough to the best, of `ranked` by falling weight. */
export function foundAmong(ranked: readonly Ranked[]): readonly Ranked[] {
  const least = (ranked[0]?.weight ?? 0) * CLOSE
  return ranked.filter(({ weight }) => weight >= least)
}

/** Whether it leaves out any idea that everybody sees. */
export function isNarrow(filter: RetrievalFilter): boolean {
  return Object.values(filter).some(value => value !== undefined)
}

/** The rarest of `weighed`, within the limit of rows; at least one. */
export function rarest(weighed: readonly Weighed[], { stems }: StemCounts): readonly Weighed[] {
  let rows = 0
  return weighed.filter(({ stem }, at) => {
    rows += Math.min(HELD, stems.get(stem) ?? 0)
    return at === 0 || rows <= MOST_HELD
  })
}
