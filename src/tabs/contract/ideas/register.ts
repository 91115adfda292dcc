import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { id, pageQuery } from '../primitives.ts'
import type { IdeaView, StateInput } from './ideas.ts'

const PARTS = ['waiting', 'studied', 'decided', 'reported', 'hidden', 'all'] as const
export type RegisterListName = (typeof PARTS)[number]

/**
 * GET /ideas/register → Page<RegisterView & Near>, 50 a page; for organisers and observers, to whom nothing reported or hidden is
 * shown. What waits, was reported or hidden from the oldest on, what the Lab' owes an answer before all else, all else from the newest. `q`: beginnings of words.
 */
export const registerQuery = pageQuery.extend({
  part: z.enum(PARTS).default('waiting'),
  q: z.string().max(280).default(''),
  axis: z.string().min(1).max(80).optional(),
  direction: z.string().min(1).max(80).optional(),
  workshop: id.optional(),
  box: id.optional(),
})

/** An idea in the register; without a name for an observer. */
export type RegisterView = IdeaView & {
  /** Milliseconds: when it came, was first reported, or was hidden. */
  readonly since: number
  /** Rounded down; absent where none waits for a decision. */
  readonly reports?: Shown
  /** The workshop it was said at, as it was called then. */
  readonly workshop?: { readonly id: string; readonly title: string; readonly table?: string }
}

/** GET /ideas/:id/entry → EntryView. */
export type EntryView = RegisterView & {
  /** The first that were given with a report, without a name. */
  readonly reasons: readonly string[]
  /** What I may decide of it now, likeliest first. */
  readonly steps: readonly StateInput['state'][]
  /** Ideas merged into it: `text` is '' while one is hidden. */
  readonly joined: readonly { readonly id: string; readonly text: string; readonly author: string }[]
  /** The idea that it was merged into. */
  readonly leads?: { readonly id: string; readonly text: string }
}

/**
 * GET /ideas/register/count → how many ideas wait for an answer or a decision, and of these how many are under study.
 * `reported`: of how many a report waits, for organisers.
 */
export type RegisterCount = { readonly waiting: Shown; readonly studied: Shown; readonly reported?: Shown }

/** GET /ideas/:id/close → { items }: ideas that say nearly the same, the closest first, at most three. */
export type CloseView = { readonly items: readonly RegisterView[] }
