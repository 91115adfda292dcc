/** What one touched moved, as its feature tells it to one person now: a line of a card that tells several. */
export type MoveLine = {
  /** The thing that moved, or what of it stands by itself: of two moves of one, the later is told. */
  readonly thing: string
  /** Of the thing, as somebody typed it. */
  readonly title: string
  /** What became of it, in a sentence for a card: what somebody typed is escaped. */
  readonly what: string
  /** Of the button that opens the thing's own card in the message: the next act stands first there. */
  readonly open: string
}
