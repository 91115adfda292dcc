import type { AssistTask } from '../../kernel/assist/task.ts'
import type { CardOf } from '../../kernel/text/card.ts'
import type { Language } from '../../kernel/text/language.ts'

/** Outcome of an act, in a tinted box on the card: done, refused and why, or failed. Sentences, ready to show. */
export type Notice = {
  readonly tone: 'good' | 'warning' | 'attention'
  readonly title: string
  readonly text?: string
}

/**
 * The answer to one incoming event. To a button press it replaces the card, for that person only; to typed words it
 * is a new message.
 */
export type Reply = {
  readonly card: CardOf
  readonly language: Language
  /** One sentence: the text of the notification, and the fallback where no card can be rendered. */
  readonly summary: string
  readonly notice?: Notice
  /** Key of the message when it is posted as a new one, so that it can be edited later: see `Outgoing.key`. */
  readonly postKey?: string
  /** What a language model helped to write on it: Teams labels the message, where it is one, and takes thumbs. */
  readonly assisted?: AssistTask
}

/** A proactive card, or an edit of one posted before. */
export type Outgoing = {
  /** Opaque address, from a `ConversationPlace`. */
  readonly to: string
  /** Key of the message: the first delivery under it posts, later ones edit. */
  readonly key: string
  readonly reply: Reply
  /** Edits the message under the key; posts nothing when there is none. */
  readonly editOnly?: boolean
  /**
   * Skips the edit if the card certainly looks so already: an edit replaces, for everybody, the answers they were
   * shown on it.
   */
  readonly ifChanged?: boolean
}
