import { z } from 'zod'
import { WEEK, type Weekday } from '../../kernel/time/week.ts'

const topicName = z.enum([
  'digest',
  'workshop-soon',
  'workshop-tomorrow',
  'axis-silent',
  'ideas-waiting',
  'ballot-closing',
  'horizons',
  'my-workshop-tomorrow',
  'my-ballot-closing',
  'my-horizon',
  'my-step',
  'step-asked',
  'step-late',
  'my-trial',
  'look-in',
  'idea-answered',
  'moderated',
  'workshop-moved',
  'seat-offered',
  'workshop-opens',
  'facilitating',
  'workshop-feedback',
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
  /** Slots of this week's budget that were taken. */
  readonly takenThisWeek: number
  /** The last day of my pause, `YYYY-MM-DD`; absent when there is none. */
  readonly pausedUntil?: string
  /** Of the days that the programme works, those on which nothing comes to me. */
  readonly daysOff: readonly Weekday[]
  readonly workdays: readonly Weekday[]
  /** Those that can concern somebody of my role. `quiet`: silent since I answered none; taken up again, it is on. */
  readonly topics: readonly { readonly topic: TopicName; readonly on: boolean; readonly quiet?: true }[]
}

/** GET /me/messages/past → Page<PastView>: what the bot wrote to me unasked, the last first; 20 a page. */
export type PastView = {
  readonly id: string
  readonly topic: TopicName
  /** Milliseconds. */
  readonly at: number
  /** What it was about, when it is a thing that can be opened. */
  readonly about?: { readonly thing: 'idea' | 'ballot' | 'commitment' | 'workshop'; readonly id: string }
}

/** PUT /me/messages: what is absent stays; `pausedUntil: null` ends the pause. */
export const preferencesInput = z.object({
  perWeek: z.int().min(1).max(5).optional(),
  pausedUntil: z.iso.date().nullable().optional(),
  /** All of them; a working day at least is left. */
  daysOff: z.array(z.enum(WEEK)).max(7).optional(),
  topic: z.object({ topic: topicName, on: z.boolean() }).optional(),
})
export type PreferencesInput = z.infer<typeof preferencesInput>
