/** What one touched moved, as its feature tells it to one person now: a line of a card that tells several. */
export type MoveLine = {
  /** The thing that moved, or what of it stands by itself: of two moves of one, the later is told. */
  readonly thing: string
  /** Of the thing, as somebody typed it. */
  readonly title: string
  /** What became of it, in a sentence for a card: what somebody typed is escaped. */
  readonly what: string
  readonly act: MoveAct
}

/** The next act. With a verb it is done at once; without, the thing's own card opens in the message. */
export type MoveAct = {
  readonly title: string
  readonly verb?: string
  readonly data?: Readonly<Record<string, string>>
}
