import { z } from 'zod'

const TABLES = ['ideas', 'ballots', 'initiatives', 'trials', 'commitments', 'workshops'] as const
export type ExportName = (typeof TABLES)[number]

/** GET /exports → what an organiser may take, with the rows that each has now. */
export type ExportsView = {
  readonly tables: readonly { readonly name: ExportName; readonly rows: number }[]
}

/** POST /exports/:name → the file itself, as it is made: all of the table, for there is nothing to choose but the format. */
export const exportParams = z.strictObject({ name: z.enum(TABLES) })
export const exportInput = z.strictObject({ format: z.enum(['csv', 'xlsx']) })

/** POST /open-data → the document itself, a file; nothing to choose. Its schema: docs/open-data.schema.json. */
export const openDataInput = z.strictObject({})
