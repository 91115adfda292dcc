import type { Key } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Role } from '../../kernel/access/role.ts'
import type { LinkedKind } from '../../kernel/requests/thing-link.ts'
import type { Fact } from '../../kernel/storage/outbox.ts'
import type { PlainText } from '../../kernel/text/card.ts'
import type { PlaceChanged, Pressed, Quoted, Typed } from './incoming.ts'
import type { Outgoing, Reply } from './reply.ts'

/** A command: words typed as a whole message; with `takesText`, words that follow are passed on. */
export type Command = {
  /** Id of the command; its button label is at the i18n key `command.<name>`. */
  readonly name: string
  /** As documented; matched without case, accents or apostrophe style. */
  readonly words: { readonly fr: readonly string[]; readonly en: readonly string[] }
  readonly takesText?: boolean
  /** Whether what follows its words is meant for it. Absent: whatever follows is. */
  readonly fits?: (text: string) => boolean
  /** Without text it only shows: a slip of a letter is answered as if it had been typed right. Absent: it is offered on a button. */
  readonly shows?: true
  /** Custom parser for a message that begins with none of its words; undefined where it does not match. */
  readonly reads?: (typed: string) => string | undefined
  /**
   * Rank by role in the help: 1 first, the first six as buttons. `{}`: understood, never listed. Absent: not in the
   * help, and listed for all in appPackage/manifest.json.
   */
  readonly offered?: Partial<Record<Role, number>>
  /** A further condition by actor. Absent: always. */
  readonly offeredIf?: (actor: Actor) => boolean
  /** A personal answer: in a channel it is given behind a button, to whoever presses it. */
  readonly personal?: true
  readonly run: CommandHandler
  /** Where a refusal of this command is shown, as for a verb, with the typed input kept. */
  readonly redraw?: CommandHandler
}

/** `text`: what follows the command's words; empty when it was pressed as a button. */
type CommandHandler = (actor: Actor, incoming: Typed | Pressed, text: string) => Promise<Reply>

export type VerbHandler = (actor: Actor, pressed: Pressed) => Promise<Reply>

/**
 * Handler of a verb. `redraw` renders the card on which a refusal is shown: the form with its input, or the present
 * state; the router adds the sentence. Without `redraw`: a plain card.
 */
export type Verb = VerbHandler | { readonly run: VerbHandler; readonly redraw: VerbHandler }
export type FactHandler = (fact: Fact) => Promise<readonly Outgoing[]>
/**
 * Notified of installations and of changes to teams and channels; answers nothing. The actor is known when Teams says
 * who added the bot.
 */
type PlaceHandler = (actor: Actor | undefined, event: PlaceChanged) => Promise<void>
/** Notified of each typed message, before it is answered. */
type TypedHandler = (typed: Typed) => Promise<void>
/** Notified of each button press, before it is handled or refused; not of what is no button's. */
type PressedHandler = (actor: Actor, pressed: Pressed) => Promise<void>

/** Commands that a message which is none may have been meant for, of those that its author may run. */
export type NearCommands = {
  /** The whole message is a slip of this command's words. */
  readonly meant?: Command
  /** It begins with a slip of this command's word, and goes on. */
  readonly begun?: ParsedCommand
  /** Names of commands whose words stand in it, and that the help offers. */
  readonly named: readonly string[]
}

/** A command, and the text that follows its words. */
export type ParsedCommand = { readonly command: Command; readonly text: string }

/** Answers a message of a personal chat that is no command; undefined: it has nothing to say, and help is shown. */
type UnmatchedHandler = (actor: Actor, typed: Typed, near: NearCommands) => Promise<Reply | undefined>
/** Answers a message of a personal chat before anything else does; undefined: it goes its way. */
type FirstHandler = (actor: Actor, typed: Typed) => Promise<Reply | undefined>

/** Message action: answers a quoted message in a dialog, to one person. */
type QuoteHandler = (actor: Actor, quoted: Quoted) => Promise<Reply>

/** `text`: the search text, one line of 100 characters at most; '' for the initial suggestions. */
export type SearchQuery = { readonly text: string; readonly skip: number; readonly limit: number }

/**
 * A search result: two lines to choose it by, in the searcher's language, and the card that others will see. The card
 * becomes part of a person's message, where the bot can never edit it: it states the time of its figures.
 */
export type SearchHit = {
  readonly title: PlainText
  readonly facts: string
  readonly reply: Reply
  /** Nothing was found as it was typed: this is a slip away from it. */
  readonly near?: true
}

export type SearchHandler = {
  readonly find: (actor: Actor, query: SearchQuery) => Promise<readonly SearchHit[]>
  /** Message when there is nothing to be found, whatever the text. */
  readonly empty: Key
}

/**
 * The card that a pasted link becomes; undefined where search would put none into a message. It is everybody's view of the
 * thing, since a whole chat reads it, and Teams keeps it for half an hour: nothing on it is a figure that goes out of date.
 */
export type LinkHandler = (actor: Actor, id: string) => Promise<LinkHit | undefined>

/** `facts`: one line to recognise it by, in the card's language. */
export type LinkHit = Pick<SearchHit, 'title' | 'facts' | 'reply'>

/** What a feature contributes to the conversation. */
export type Handlers = {
  readonly commands?: readonly Command[]
  /** By `feature.verb`, as in a card's data. */
  readonly verbs?: Readonly<Record<string, Verb>>
  /** By kind of fact; several features may handle the same one. */
  readonly facts?: Readonly<Record<string, FactHandler>>
  /** Kinds of its facts that make a call to Teams and send nothing: nobody waits for the answer. */
  readonly asks?: readonly string[]
  readonly places?: readonly PlaceHandler[]
  readonly typed?: readonly TypedHandler[]
  /** Before a command that takes text. */
  readonly first?: FirstHandler
  /** A greeting alone. */
  readonly greets?: FirstHandler
  readonly unmatched?: UnmatchedHandler
  readonly pressed?: readonly PressedHandler[]
  /** By the id of the command in appPackage/manifest.json. */
  readonly quotes?: Readonly<Record<string, QuoteHandler>>
  /** By the id of the command in appPackage/manifest.json. */
  readonly searches?: Readonly<Record<string, SearchHandler>>
  /** By the kind of thing that a link leads to. */
  readonly links?: Readonly<Partial<Record<LinkedKind, LinkHandler>>>
}
