import { z } from 'zod'
import { DATA_PARTS, type DataAround, type DataPart } from '../../kernel/personal-data/data-part.ts'

const dataPart = z.enum(DATA_PARTS)
export const partParams = z.object({ part: dataPart })

/** POST /me/data/file → a file: a page to read, or the same for tools. */
export const fileInput = z.object({ as: z.enum(['page', 'data']).default('data') })

/**
 * GET /me/data: what is held about me, by part: things, what stands around them, and technical rows; parts without any are
 * left out.
 * `choice`: others support an idea of mine, or one shows no name, so that there is something to choose when I am erased.
 */
export type HeldView = {
  readonly parts: readonly {
    readonly part: DataPart
    readonly count: number
    /** Those among them that I took back; absent where there are none. */
    readonly withdrawn?: number
    readonly around: readonly {
      readonly kind: DataAround
      readonly count: number
      readonly withdrawn?: number
    }[]
    readonly rest: number
  }[]
  readonly choice: boolean
}

/**
 * GET /me/data/parts/:part, a page: one row in words. `text`: what I wrote, or what it is about; `at`: milliseconds;
 * `mark`: since when nobody is shown it.
 */
export type DataLineView = {
  readonly what: string
  readonly mark?: string
  readonly text?: string
  readonly at?: number
  readonly facts?: readonly { readonly label: string; readonly value: string }[]
}

/** POST /me/data/erase. `ideas`: what becomes of mine that others support or that show no name; `sure`: it is for good. */
export const eraseInput = z.object({ ideas: z.enum(['unname', 'withdraw']), sure: z.literal(true) })
export type EraseInput = z.infer<typeof eraseInput>
