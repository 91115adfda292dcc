import { z } from 'zod'
import type { WholeLanguage } from '../../../kernel/text/language.ts'
import { id, type Page } from '../primitives.ts'

const turn = z.int().min(0).max(1_000_000)

/** A paragraph and its version, which is sent back with the next: 0 where nothing was ever written. */
export type ReviewTextView = { readonly text: string; readonly turn: number }

/** GET /review/publication: what organisers wrote for the published review, in the programme's `language` alone. */
export type PublicationView = {
  readonly language: WholeLanguage
  readonly opening: ReviewTextView
  /** In the programme's order. */
  readonly axes: readonly {
    readonly axis: string
    readonly proposed: ReviewTextView
    readonly learnt: ReviewTextView
  }[]
}

/** PUT /review/publication/texts → the paragraph as it stands then; `axis`: '' for the opening. An empty text takes it out. */
export const reviewTextInput = z.strictObject({
  kind: z.enum(['opening', 'proposed', 'learnt']),
  axis: z.string().max(100),
  text: z.string().max(20_000),
  turn,
})

/** An initiative of the gallery, and how it stands in the published review: not named without a `decision`. */
export type ReviewTitleView = {
  readonly id: string
  readonly title: string
  readonly phase: 'explore' | 'create' | 'test' | 'done'
  /** '' for none. */
  readonly axis: string
  readonly decision?: 'kept' | 'worded' | 'left'
  /** What stands in its place; '' unless `worded`. */
  readonly words: string
  readonly turn: number
  /** The title is another since it was re-read: it is not named until somebody decides again. */
  readonly stale: boolean
  /** The title may not stand: it is the text of its idea, or names who carries it. */
  readonly unfit: boolean
}

/** GET /review/publication/titles: a page of them, the most supported first. */
export type ReviewTitlesView = Page<ReviewTitleView>

/** PUT /review/publication/titles/:id → it as it stands then. `title`: as it was read. */
export const reviewTitleInput = z.strictObject({
  title: z.string().max(2_000),
  decision: z.enum(['kept', 'worded', 'left']),
  words: z.string().max(2_000),
  turn,
})
export const reviewTitleParams = z.object({ id })

/** GET /review/publication/preview: the file as it would be now. */
export type ReviewPreviewView = { readonly html: string }

/** POST /review/publication → the file itself; nothing to choose. */
export const publicationInput = z.strictObject({})
