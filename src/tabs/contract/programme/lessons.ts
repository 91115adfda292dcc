import { z } from 'zod'

const id = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)

/**
 * POST /programme/lessons, POST /programme/lessons/remove → LessonsView: one thing that was learnt, for whoever takes the
 * method. A lesson has no id: the same text about the same is the same one.
 */
export const lessonInput = z.object({
  text: z.string().max(4_000),
  axis: id.optional(),
  phase: id.optional(),
})
export type LessonInput = z.infer<typeof lessonInput>

/** `axis`, `phase`: what it is about; neither: the whole. */
export type LessonView = {
  readonly text: string
  readonly axis?: string | undefined
  readonly phase?: string | undefined
}
export type LessonsView = { readonly lessons: readonly LessonView[] }
