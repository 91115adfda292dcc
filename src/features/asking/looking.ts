import { z } from 'zod'
import { FARTHEST, FILTERS } from './domain.ts'

/** How to look again: what a press of a card carries. */
export const lookingInput = z.object({
  loosened: z.array(z.enum(FILTERS)).max(FILTERS.length).default([]),
  skip: z.number().int().min(0).max(FARTHEST).default(0),
})
