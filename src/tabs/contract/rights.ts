import { z } from 'zod'

export const dataPart = z.enum([
  'self',
  'commitments',
  'ideas',
  'votes',
  'workshops',
  'messages',
  'charge',
  'journal',
  'passing',
])
export type DataPart = z.infer<typeof dataPart>
export const partParams = z.object({ part: dataPart })

/** GET /me/data: how many rows are held about me, by part; parts without any are left out. */
export type HeldView = { readonly parts: readonly { readonly part: DataPart; readonly count: number }[] }

/** GET /me/data/:part, a page: one row in words. `text`: what I wrote, or what it is about; `at`: milliseconds. */
export type DataLineView = {
  readonly what: string
  readonly text?: string
  readonly at?: number
  readonly facts?: readonly { readonly label: string; readonly value: string }[]
}

/** POST /me/data/erase. `ideas`: what becomes of mine that others support; `sure`: it is for good. */
export const eraseInput = z.object({ ideas: z.enum(['unname', 'withdraw']), sure: z.literal(true) })
export type EraseInput = z.infer<typeof eraseInput>
