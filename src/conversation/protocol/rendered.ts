/** A finished card on its way to Teams. */
export type Rendered = {
  /** A whole Adaptive Card. */
  readonly card: object
  readonly summary: string
}

/** What the router answers. `posted` is told Teams' id of the message when the answer went out as a new one. */
export type RenderedAnswer = Rendered & { readonly posted?: (messageId: string) => Promise<void> }

/** One thing found: a line to choose it by, and the card that goes into the message. */
export type SearchResult = { readonly title: string; readonly text: string; readonly card: object }

/** What a search answers: things to choose from, or a sentence that says why there are none. */
export type SearchResults = { readonly results: readonly SearchResult[] } | { readonly sentence: string }

export type RenderedOutgoing = Rendered & {
  readonly to: string
  readonly key: string
  readonly editOnly?: boolean
  readonly ifChanged?: boolean
}
