import { z } from 'zod'

export const topicName = z.enum([
  'workshop-soon',
  'ideas-waiting',
  'idea-answered',
  'workshop-moved',
  'relay',
  'broadcast',
])
export type TopicName = z.infer<typeof topicName>

/** GET /me/messages, and what PUT answers: what the bot may write to me unasked. */
export type PreferencesView = {
  /** Messages of a week, at most. */
  readonly perWeek: number
  /** The most that the programme sends. */
  readonly most: number
  /** The last day of my pause, `YYYY-MM-DD`; absent when there is none. */
  readonly pausedUntil?: string
  /** Those that can concern somebody of my role. */
  readonly topics: readonly { readonly topic: TopicName; readonly on: boolean }[]
}

/** PUT /me/messages: what is absent stays; `pausedUntil: null` ends the pause. */
export const preferencesInput = z.object({
  perWeek: z.int().min(1).max(5).optional(),
  pausedUntil: z.iso.date().nullable().optional(),
  topic: z.object({ topic: topicName, on: z.boolean() }).optional(),
})
export type PreferencesInput = z.infer<typeof preferencesInput>
