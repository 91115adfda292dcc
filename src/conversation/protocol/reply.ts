import type { CardOf } from '../../kernel/text/card.ts'
import type { Language } from '../../kernel/text/language.ts'

/** What just happened, in a tinted box on the card: done, refused and why, or failed. Sentences, ready to show. */
export type Notice = {
  readonly tone: 'good' | 'warning' | 'attention'
  readonly title: string
  readonly text?: string
}

/**
 * The answer to one incoming thing. To a pressed button it takes the place of the card, for that person only;
 * to typed words it is a new message.
 */
export type Reply = {
  readonly card: CardOf
  readonly language: Language
  /** One sentence: what a notification shows, and what is read where no card can be drawn. */
  readonly summary: string
  readonly notice?: Notice
  /** Names the message when it goes out as a new one, so that it can be edited later: see `Outgoing.key`. */
  readonly postKey?: string
}

/** A card sent unasked, or the new state of one sent before. */
export type Outgoing = {
  /** Opaque address, as `Place` gave it. */
  readonly to: string
  /** Names the message: the first delivery under a key posts it, later ones edit it. */
  readonly key: string
  readonly reply: Reply
  /** Edit what stands under the key; post nothing when nothing stands there. */
  readonly editOnly?: boolean
  /** Do not edit what certainly stands as it is: an edit takes from everybody what they were just answered. */
  readonly ifChanged?: boolean
}
