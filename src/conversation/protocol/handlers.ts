import type { Key } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Role } from '../../kernel/access/role.ts'
import type { Fact } from '../../kernel/storage/outbox.ts'
import type { PlainText } from '../../kernel/text/card.ts'
import type { PlaceChanged, Pressed, Quoted, Typed } from './incoming.ts'
import type { Outgoing, Reply } from './reply.ts'

/** Words a person types, as a whole message; with `takesText`, words that may follow are handed over. */
export type Command = {
  /** `feature.command`; its button label is the i18n key `command.<name>`. */
  readonly name: string
  /** As the documents spell them; compared without case, accents or apostrophe style. */
  readonly words: { readonly fr: readonly string[]; readonly en: readonly string[] }
  readonly takesText?: boolean
  /** What it takes from a message that begins with none of its words; undefined where the message is not for it. */
  readonly reads?: (typed: string) => string | undefined
  /**
   * Offered to these roles, in this order of likelihood: 1 first; the first six as buttons. `{}`: to nobody, it is
   * understood. Absent: in no list of ours, and in appPackage/manifest.json for all.
   */
  readonly offered?: Partial<Record<Role, number>>
  /** Whether it is offered to this one of them. Absent: to each. */
  readonly offeredIf?: (actor: Actor) => boolean
  /** The answer is about the person: typed where others read, it is given behind a button, to whoever presses. */
  readonly personal?: true
  readonly run: CommandHandler
  /** As for a verb: where a refusal of this command is shown, with what was typed kept. */
  readonly redraw?: CommandHandler
}

/** `text`: what follows the command's own words; empty when it was pressed as a button. */
type CommandHandler = (actor: Actor, incoming: Typed | Pressed, text: string) => Promise<Reply>

export type VerbHandler = (actor: Actor, pressed: Pressed) => Promise<Reply>

/**
 * A verb that can be refused shows the refusal on a card that stays useful: `redraw` draws the form again with what
 * was typed, or the thing as it stands now. The router puts the sentence on it. Without `redraw`: a plain card.
 */
export type Verb = VerbHandler | { readonly run: VerbHandler; readonly redraw: VerbHandler }
export type FactHandler = (fact: Fact) => Promise<readonly Outgoing[]>
/** Takes note of where the bot stands; answers nothing. The actor is known when Teams says who put it there. */
type PlaceHandler = (actor: Actor | undefined, event: PlaceChanged) => Promise<void>
/** Takes note of where something was typed, before it is answered. */
type TypedHandler = (typed: Typed) => Promise<void>
/** Takes note of what was pressed, before it is done or refused; what is no button's is not heard. */
type PressedHandler = (actor: Actor, pressed: Pressed) => Promise<void>

/** Answers a message that was quoted: in a dialog, to one person. */
type QuoteHandler = (actor: Actor, quoted: Quoted) => Promise<Reply>

/** `text`: what is looked for, one line of 100 characters at most; '' for what one would look for first. */
export type SearchQuery = { readonly text: string; readonly skip: number; readonly limit: number }

/**
 * One thing found: two lines to choose it by, in the words of who looks, and what others will see of it. The card goes
 * into a message that a person sends, where the bot can never edit it: it says from when its figures are.
 */
export type SearchHit = { readonly title: PlainText; readonly facts: string; readonly reply: Reply }

export type SearchHandler = {
  readonly find: (actor: Actor, query: SearchQuery) => Promise<readonly SearchHit[]>
  /** Said when there is nothing at all, whatever one looks for. */
  readonly empty: Key
}

/** What a feature offers to the conversation. */
export type Handlers = {
  readonly commands?: readonly Command[]
  /** By `feature.verb`, as cards carry it. */
  readonly verbs?: Readonly<Record<string, Verb>>
  /** By the fact's kind; several features may listen to one. */
  readonly facts?: Readonly<Record<string, FactHandler>>
  /** Kinds of its facts that have Teams asked something, and tell nothing: nobody waits for the answer. */
  readonly asks?: readonly string[]
  readonly places?: readonly PlaceHandler[]
  readonly typed?: readonly TypedHandler[]
  readonly pressed?: readonly PressedHandler[]
  /** By the id of the command in appPackage/manifest.json. */
  readonly quotes?: Readonly<Record<string, QuoteHandler>>
  /** By the id of the command in appPackage/manifest.json. */
  readonly searches?: Readonly<Record<string, SearchHandler>>
}
