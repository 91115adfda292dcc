import { z } from 'zod'
import type { Shown } from '../../kernel/personal-data/counts.ts'
import { day, id, nonce, pageQuery } from './primitives.ts'

const VISIBILITIES = ['me', 'direction', 'everyone'] as const
export type CommitmentVisibilityView = (typeof VISIBILITIES)[number]

const STAGES = ['taken', 'underway', 'kept', 'let-go'] as const
/** Taken until the first note, then under way. */
type CommitmentStageView = (typeof STAGES)[number]

/** GET /commitments → Page<CommitmentView>: mine, newest first, 50 a page. */
export type CommitmentView = {
  readonly id: string
  readonly axis: string
  readonly text: string
  /** Last day, `YYYY-MM-DD`. */
  readonly horizon: string
  readonly visibility: CommitmentVisibilityView
  readonly state: 'taken' | 'kept' | 'let-go'
  readonly stage: CommitmentStageView
  /** Day it was kept or let go. */
  readonly endedOn?: string
  /** How many notes it has. */
  readonly notes: number
  readonly lastNote?: Omit<NoteView, 'id'>
  /** Id of the colleague’s commitment that it was taken after. */
  readonly inspiredBy?: string
  /** Day its words or axis were last changed while others could read them. */
  readonly rewordedOn?: string
  /** Until when its ending can be taken back, in milliseconds; absent once it cannot. */
  readonly undoUntil?: number
  /** What I told my Direction of it. */
  readonly story?: StoryView
  /** It is kept, and I may tell my Direction of it. */
  readonly tellable?: true
}

/** Days: when I told it, and since when its pilot has it in the channels. */
export type StoryView = {
  readonly text: string
  /** Signed with my first name. */
  readonly named: boolean
  readonly toldOn: string
  readonly publishedOn?: string
}

/** POST /commitments → CommitmentView */
export const commitmentInput = z.object({
  nonce,
  axis: z.string().max(80),
  text: z.string().max(4000),
  horizon: day,
  visibility: z.enum(VISIBILITIES).default('me'),
  idea: id.optional(),
})
export type CommitmentInput = z.input<typeof commitmentInput>

/** POST /commitments/:id/end → CommitmentView */
export const commitmentEnd = z.object({ state: z.enum(['kept', 'let-go']) })

/** POST /commitments/:id/undo → CommitmentView, as it was before it ended. `until`: that ending’s `undoUntil`. */
export const undoInput = z.object({ until: z.number().int().nonnegative() })

/** PUT /commitments/:id → CommitmentView: what is not given stays. */
export const changeInput = z.object({
  nonce,
  axis: z.string().max(80).optional(),
  text: z.string().max(4000).optional(),
  horizon: day.optional(),
  visibility: z.enum(VISIBILITIES).optional(),
})
export type ChangeInput = z.input<typeof changeInput>

/** PUT /commitments/:id/horizon → CommitmentView, and what GET /commitments/:id answers. */
export const horizonInput = z.object({ horizon: day })

/** GET /commitments/shared → SharedView[]: by axis, how many colleagues share one that I may see. */
export type SharedView = { readonly axis: string; readonly count: Shown }

/** POST /commitments/:id/notes → CommitmentView */
export const noteInput = z.object({ nonce, text: z.string().max(4000) })
export type NoteInput = z.input<typeof noteInput>

/** GET /commitments/:id/notes → Page<NoteView>: of one of mine, newest first, 20 a page. */
export type NoteView = {
  readonly id: string
  readonly text: string
  /** Day, `YYYY-MM-DD`. */
  readonly on: string
}

/**
 * GET /commitments/near?axis=A → Page<SharedCommitmentView>: what colleagues share with me, newest first, 20 a page.
 * GET /directions/:id/commitments → Page<SharedCommitmentView>: what people of one Direction share, as far as I may see it.
 */
export type SharedCommitmentView = {
  readonly id: string
  readonly axis: string
  readonly text: string
  readonly author: string
  /** Id of the Direction its author worked in. */
  readonly direction?: string
  /** Last day, `YYYY-MM-DD`. */
  readonly horizon: string
  readonly stage: CommitmentStageView
  /** Its words or axis changed while others could read them. */
  readonly reworded: boolean
  readonly mine: boolean
  /** I took one after it, and did not let it go. */
  readonly joined: boolean
}
/**
 * GET /directions/:id/commitments/stages → StagesView[]: how many of those I may see, by axis in the programme's order;
 * exact, since people chose to show them.
 */
export type StagesView = {
  readonly axis: string
  readonly taken: Shown
  readonly underway: Shown
  readonly kept: Shown
}
export const nearQuery = pageQuery.extend({ axis: z.string().max(80).optional() })

/** POST /commitments/:id/me-too → CommitmentView: mine, in the same words. */
export const meTooInput = z.object({ nonce, horizon: day, visibility: z.enum(VISIBILITIES).default('me') })
export type MeTooInput = z.input<typeof meTooInput>
