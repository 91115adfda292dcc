import { z } from 'zod'
import { id, nonce } from './primitives.ts'

/** What the channels of a Direction last had a post about, and when (milliseconds); `of`: its id. */
export type PostedView = { readonly thing: PostedThing; readonly of: string; readonly at: number }

/** GET /directions/:id/posts → PostsView, for whoever is in charge there: the newest first, at most 100. */
export type PostsView = { readonly items: readonly PostedView[] }

/** GET /directions/:id/week → WeekView, for its pilot and who stands in: what no other list of the Direction says. */
export type WeekView = {
  /** Id of the first axis on which the Direction has said nothing since the phase began. */
  readonly silent?: string
  /** What its channels have had a post about, and when (milliseconds): the last of each. */
  readonly published: readonly PostedView[]
  /** Why nothing can be posted to its channels, as a sentence in the person's language. */
  readonly mute?: string
}

const thing = z.enum(['workshop', 'axis', 'ballot'])
export type PostedThing = z.infer<typeof thing>

/** What a pilot passes on to the channels of their Direction; `of`: its id. */
const passedOn = { thing, of: id }

/** GET /directions/:id/post-places?thing=&of= → PostPlacesView: where a post about it will stand, or why it cannot. */
export const postQuery = z.object(passedOn)

/**
 * The channels, by what they are called; `publishedAt`: when they last had a post about it (milliseconds).
 * POST /directions/:id/posts answers the channels.
 */
export type PostPlacesView = {
  readonly publishedAt?: number
  readonly channels: readonly { readonly team: string; readonly name: string }[]
}

/** POST /directions/:id/posts: the pilot's own words about it, under their name; `again`: a second time, and meant. */
export const postInput = z.object({
  nonce,
  ...passedOn,
  text: z.string().max(16_000),
  again: z.boolean().default(false),
})
export type PostInput = z.input<typeof postInput>
