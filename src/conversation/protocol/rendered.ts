import type { Reaction } from '../../kernel/assist/reaction.ts'
import type { AssistTask } from '../../kernel/assist/task.ts'

/** A rendered card for Teams. */
export type Rendered = {
  /** The JSON of an Adaptive Card. */
  readonly card: object
  readonly summary: string
  /** What a language model helped to write on it. */
  readonly assisted?: AssistTask | undefined
}

/** A thumb under a message of the bot: by nobody in particular, and without the words that may come with it. */
export type Rated = { readonly message: string; readonly reaction: Reaction }

/** The router's answer. `posted` is called with Teams' message id when the answer was sent as a new message. */
export type RenderedAnswer = Rendered & { readonly posted?: (messageId: string) => Promise<void> }

/** A search result: a line to choose it by, and the card to insert. */
export type SearchResult = { readonly title: string; readonly text: string; readonly card: object }

/** Search results, or a sentence that says why there are none. */
export type SearchResults = { readonly results: readonly SearchResult[] } | { readonly sentence: string }

export type RenderedOutgoing = Rendered & {
  readonly to: string
  readonly key: string
  readonly editOnly?: boolean
  readonly ifChanged?: boolean
}
