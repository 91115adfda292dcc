import { z } from 'zod'

/**
 * GET /announced?after=… → Page<AnnouncedView>: announcements of which Teams did not take one, or did not say so, newest
 * first, 50 a page. For organisers and observers.
 */
export type AnnouncedView = {
  /** Names it in the acts below. */
  readonly key: string
  readonly thing: 'workshop' | 'series' | 'ballot' | 'box' | 'post' | 'story' | 'trial'
  readonly id: string
  readonly channel: { readonly id: string; readonly name: string; readonly team: string }
  /** `dropped`: given up, and no longer listed. The list has the second three only. */
  readonly state: 'waiting' | 'sent' | 'dropped' | 'unknown' | 'refused' | 'dead'
  readonly why?: 'missing' | 'blocked' | 'deleted' | 'too-large' | 'unconfirmed' | 'other'
  /** When its last post began, in milliseconds. */
  readonly at: number
  /** The channel can be posted to now. */
  readonly open: boolean
  /** Since when Teams refuses what the bot posts there, in milliseconds. */
  readonly shutAt?: number
}

const key = z.string().max(420)
export const announcedQuery = z.object({ after: key.optional() })

/**
 * POST /announced/settle: it stands there after all, or is not wanted there any more. POST /announced/repost: it is
 * posted once more, as it is now. For organisers; `at`: as it was shown, so that saying it twice does it once. Both
 * answer with what it is then.
 */
export const announcedInput = z.object({ key, at: z.number().int().nonnegative() })
export type AnnouncedInput = z.infer<typeof announcedInput>
