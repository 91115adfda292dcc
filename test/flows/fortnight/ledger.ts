import type { Person } from '../../support/sign-in/cast.ts'

/** One line of the story. `who`: absent for what a whole channel sees, and for what nobody does. */
export type Line = { readonly at: number; readonly who?: Person; readonly words: string }

/** What a message is about, as its card tells. */
export type Topic =
  | 'workshop-soon'
  | 'ideas-waiting'
  | 'idea-answered'
  | 'idea-balloted'
  | 'idea-result'
  /** Several that moved, on one card. */
  | 'moves'
  | 'workshop-moved'
  | 'workshop-feedback'
  | 'relay'
  | 'welcome'

/** What the bot wrote to one person who had not just asked for it. */
export type Told = {
  readonly at: number
  readonly to: Person
  readonly topic: Topic
  /** The workshop or idea; '' for feedback, a relay and a welcome. */
  readonly thing: string
}

/** What somebody did that bears on what they may still be told. */
export type Deed = { readonly at: number; readonly who: Person } & (
  | { readonly kind: 'answered'; readonly thing: string }
  | { readonly kind: 'handed over' }
  | { readonly kind: 'stopped'; readonly topic: Topic }
  | { readonly kind: 'put off'; readonly topic: Topic; readonly thing: string }
  /** `until`: the end of the last day. */
  | { readonly kind: 'paused'; readonly until: number }
)

/** A thing done, and how often Teams delivered it and heard an answer. */
export type Act = { readonly what: string; readonly deliveries: number; readonly answers: number }

/** All that happened, in order. */
export type Ledger = {
  readonly lines: Line[]
  readonly told: Told[]
  readonly deeds: Deed[]
  readonly acts: Act[]
  /** What the story says of days on which nothing came, though something did. */
  readonly broken: string[]
  /** What the play calls each workshop and idea, by id. */
  readonly names: Map<string, string>
}

export function emptyLedger(): Ledger {
  return { lines: [], told: [], deeds: [], acts: [], broken: [], names: new Map() }
}
