import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { nonce, type Problem } from '../primitives.ts'

/** Letters that a page mints for a line, and keeps until the line is accepted. */
const key = z.string().regex(/^[\w-]{16,64}$/)

/** GET /workshops/:id/harvest → HarvestView; `?table=4`: of that table alone. For who may harvest there, while they may. */
export const harvestQuery = z.object({ table: z.string().max(80).optional() })
export type HarvestView = {
  readonly id: string
  /** Tells one person's lines from another's on a phone that both use, and says nothing of either. */
  readonly me: string
  readonly title: string
  readonly axis: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  /** Until when lines are accepted. */
  readonly harvestUntil: number
  readonly count: Shown
  /** The newest 20. */
  readonly items: readonly HarvestedView[]
}

/** An idea of the harvest. `key`: I typed it, and may take it back until `undoUntil` (milliseconds). */
export type HarvestedView = {
  readonly id: string
  readonly text: string
  readonly axis?: string
  readonly author: string
  readonly at: number
  readonly key?: string
  readonly undoUntil?: number
}

const line = z.object({
  key,
  text: z.string().max(4_000),
  axis: z.string().max(80),
  table: z.string().max(400).default(''),
  by: z.enum(['nobody', 'table', 'person']).default('table'),
  name: z.string().max(400).default(''),
  anyway: z.boolean().default(false),
})
/** POST /workshops/:id/harvest → { items: LineView[], in the order of `lines` }. `anyway`: though the same words are there already. */
export const harvestInput = z.object({ lines: z.array(line).min(1).max(200) })
export type LineInput = z.input<typeof line>

/** An existing similar idea. */
type NearIdeaView = { readonly id: string; readonly text: string }

/**
 * What became of a line. `accepted`, perhaps near another idea; `there`: it was accepted before; `undone`: it was taken back;
 * `duplicate`: the harvest has these words, nothing was kept; `refused`, for a reason to read.
 */
export type LineView = { readonly key: string } & (
  | {
      readonly state: 'accepted' | 'there'
      readonly id: string
      readonly undoUntil: number
      readonly near?: NearIdeaView
    }
  | { readonly state: 'undone' }
  | { readonly state: 'duplicate'; readonly of: NearIdeaView }
  | ({ readonly state: 'refused' } & Pick<Problem, 'title' | 'code'>)
)

/** POST /workshops/:id/harvest/undo → { items: UndoneView[] }: lines that I typed, by their keys. */
export const undoHarvestInput = z.object({ keys: z.array(key).min(1).max(200) })
/** Taken back, or why not. */
export type UndoneView = { readonly key: string } & Partial<Pick<Problem, 'title' | 'code'>>

/** POST /workshops/:id/ideas → IdeaView: my own idea, said at a workshop that has begun, perhaps for my table. */
export const workshopIdeaInput = z.object({
  nonce,
  axis: z.string().max(80),
  text: z.string().max(4_000),
  table: z.string().max(400).default(''),
  unnamed: z.boolean().optional(),
})

/**
 * POST /workshops/:id/harvest/file → HarvestFileView: lines of a CSV file of at most 1 MB, in base64, read and kept nowhere.
 * The rest: what holds where a cell is empty.
 */
export const harvestFileInput = line
  .pick({ axis: true, table: true, by: true, name: true })
  .extend({ file: z.base64().max(1_400_000) })
export type HarvestFileView = {
  readonly lines: readonly (Required<Pick<LineInput, 'axis' | 'table' | 'by' | 'name'>> & {
    readonly text: string
  })[]
  /** Lines that make no idea; `line`: number in the file, from 1. */
  readonly faults: readonly ({ readonly line: number; readonly text: string } & Pick<Problem, 'title'>)[]
}
