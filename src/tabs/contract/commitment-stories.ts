import { z } from 'zod'
import { nonce } from './primitives.ts'

type ChannelNamed = { readonly team: string; readonly name: string }

/**
 * GET /commitments/:id/story → StoryFormView: what is proposed to tell one's Direction of a kept commitment, and who will read it.
 * POST /commitments/:id/story/withdraw → CommitmentView.
 */
export type StoryFormView = {
  /** Names of the others who will read it and decide: pilot and deputies; none where I alone do. */
  readonly pilots: readonly string[]
  readonly channels: readonly ChannelNamed[]
  readonly text: string
  readonly named: boolean
  /** My last note, which nobody else reads, is among the proposed words. */
  readonly noted: boolean
  /** Few people work there: words alone may tell whose they are. */
  readonly small: boolean
  /** What would sign it. */
  readonly firstName: string
  /** It was told already: these are its words. */
  readonly told: boolean
}

/** PUT /commitments/:id/story → CommitmentView. `named`: signed with the first name. */
export const storyInput = z.object({ nonce, text: z.string().max(4000), named: z.boolean() })
export type StoryInput = z.infer<typeof storyInput>

/** GET /directions/:id/stories → ReadyStoriesView, for its pilot: kept commitments that wait to be published, the oldest first. */
export type ReadyStoriesView = {
  readonly items: readonly ReadyStoryView[]
  /** Those published within the last seven days. */
  readonly out: readonly ReadyStoryView[]
  /** Where they would stand; none where nothing can be posted, or nothing waits. */
  readonly channels: readonly ChannelNamed[]
  readonly next?: string
}

/** Exactly what the channel shows. POST /stories/:id/publish and PUT /stories/:id/aside answer it too. */
export type ReadyStoryView = {
  readonly id: string
  readonly text: string
  /** First name; absent when unsigned. */
  readonly signature?: string
  readonly state: 'told' | 'aside' | 'published'
  /** Version of its words: the one that is published. */
  readonly turn: number
  /** When it was told, and published, in milliseconds. */
  readonly at: number
  readonly publishedAt?: number
  /** Where it stands, of one that was just published. */
  readonly channels?: readonly ChannelNamed[]
}

/** POST /stories/:id/publish: the version that was read. */
export const publishInput = z.object({ turn: z.number().int().nonnegative() })

/** PUT /stories/:id/aside: not to be published, or to wait again. */
export const asideInput = z.object({ aside: z.boolean() })
