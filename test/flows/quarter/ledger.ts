/** A message as it left. `thing`: what it is about, as its subject names it. */
export type Told = {
  readonly message: string
  readonly round: number
  readonly person: string
  readonly topic: string
  readonly thing: string
  readonly at: number
  /** When the workshop that it is about begins, where somebody must know before. */
  readonly mustReach?: number
  /** Of a week's message: topic and id of each of its things. */
  readonly things?: readonly { readonly topic: string; readonly thing: string }[]
  /** Of a card of what moved: the ideas that it tells of. */
  readonly moved?: readonly string[]
}

/** What somebody did: `done` ends what a topic is about, the others are answers to the bot. */
export type Deed = {
  readonly person: string
  readonly at: number
  /** `left`: took their support of an idea back. */
  readonly kind: 'done' | 'left' | 'opened' | 'put off' | 'stopped' | 'resumed'
  readonly topic?: string
  readonly thing?: string
}

/** When somebody wants nothing: days as `YYYY-MM-DD`, weekdays 1 for Monday to 7. */
export type Wish = {
  readonly from: number
  readonly perWeek?: number
  readonly pausedUntil?: string
  readonly dayOff?: number
}

export type Ledger = {
  readonly told: Told[]
  readonly deeds: Deed[]
  readonly wishes: Map<string, Wish>
}
