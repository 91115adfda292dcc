import { z } from 'zod'
import { id, nonce } from '../primitives.ts'

/** Somebody by name, as organisers see them; `name` is '' of somebody who is gone. */
export type NamedPerson = { readonly id: string; readonly name: string }

/** GET /workshops/:id/tables, and what the doors below answer. For organisers. */
export type TablesView = {
  /** Absent until tables are drawn. */
  readonly draw?: {
    readonly tables: number
    /** Milliseconds. */
    readonly at: number
    /** Since when everybody sees their own table; absent while hidden. */
    readonly shownAt?: number
  }
  readonly tables: readonly {
    readonly number: number
    readonly leaders: readonly NamedPerson[]
    readonly people: readonly NamedPerson[]
  }[]
  /** They have a seat, and came after the draw. */
  readonly without: readonly NamedPerson[]
  /** A seat is kept for them until they confirm it; they have no table before. */
  readonly offered: readonly NamedPerson[]
}

/** POST /workshops/:id/tables: draws. `again`: although everybody has seen their table. */
export const drawInput = z.object({
  wanted: z.union([z.strictObject({ tables: z.number().int() }), z.strictObject({ size: z.number().int() })]),
  again: z.boolean().default(false),
  nonce,
})
export type DrawInput = z.input<typeof drawInput>
// POST /workshops/:id/tables/late: those who came after the draw get a table, nobody moves.
// POST /workshops/:id/tables/show: from now on everybody sees their own.

/** GET /workshops/:id/facilitators, and what PUT answers: by table. For organisers. */
export type FacilitatorsView = { readonly items: readonly FacilitatorView[] }
export type FacilitatorView = NamedPerson & {
  /** The table they hold; absent: none. */
  readonly table?: number
}
/** PUT /workshops/:id/facilitators: at that table, or at none. */
export const facilitatorInput = z.object({ person: id, table: z.number().int().nullable() })
export type FacilitatorInput = z.infer<typeof facilitatorInput>
/** PUT /workshops/:id/facilitators/remove */
export const removalInput = z.object({ person: id })
