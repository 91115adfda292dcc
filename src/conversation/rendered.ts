/** A finished card on its way to Teams. */
export type Rendered = {
  /** A whole Adaptive Card. */
  readonly card: object
  readonly summary: string
}

/** What the router answers. `posted` is told Teams' id of the message when the answer went out as a new one. */
export type Answer = Rendered & { readonly posted?: (messageId: string) => Promise<void> }

export type RenderedOutgoing = Rendered & {
  readonly to: string
  readonly key: string
  readonly editOnly?: boolean
}
