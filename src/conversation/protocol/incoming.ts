/** Where something was said. `address` is opaque: only `teams/` can read it. */
export type ConversationPlace = {
  /** The same text for the same chat or channel, whatever thread of it. */
  readonly key: string
  readonly kind: 'personal' | 'channel' | 'group'
  /** Sends to exactly here: in a channel, to the thread that was written in. */
  readonly address: string
  /** In a channel only: sends a new post to the channel itself. */
  readonly channelAddress?: string
  readonly team?: { readonly id: string; readonly name: string }
  readonly channelName?: string
}

type TeamsAccount = {
  /** Entra object id and tenant: who this is. */
  readonly objectId: string
  readonly tenant: string
  readonly name: string
}

export type Arrival = {
  /** Teams' id of this delivery; a repeat may carry the same or a new one. */
  readonly id: string
  readonly from: TeamsAccount
  readonly place: ConversationPlace
  readonly locale: string
  /** When it happened, in milliseconds, as Teams says; it may come late. Absent: not said. */
  readonly at?: number
}

/** Something typed. `text` is what is left once the bot's own mention is removed. */
export type Typed = Arrival & { readonly kind: 'typed'; readonly text: string }

/**
 * A button pressed. `data` holds what the card carried and what was typed into it: untrusted, parse it.
 * `card` names the message the button stands on, when Teams says so.
 */
export type Pressed = Arrival & {
  readonly kind: 'pressed'
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
  readonly card?: string
  /** It came as a message, from a client that knows no Action.Execute: so will the answer, for all to read. */
  readonly asMessage?: true
  /** The card stands in a dialog, which one person sees: so will the answer. */
  readonly inDialog?: true
}

/**
 * An act chosen in the menu of somebody's message, answered by a dialog. `text`: the message's words, without its
 * formatting; who wrote them is not told. `place` is where they stand, in a chat that the bot may not be in.
 */
export type Quoted = Arrival & { readonly kind: 'quoted'; readonly command: string; readonly text: string }

/**
 * Looked for from where one writes a message; what is chosen of the answer goes into that message. `text` is '' at
 * first; `skip` results were shown before, `count` more are asked for.
 */
export type Searched = Arrival & {
  readonly kind: 'searched'
  readonly command: string
  readonly text: string
  readonly skip: number
  readonly count: number
}

/** The bot was put somewhere, or taken away. `channels`: what Teams tells about the team, as far as it does. */
export type Installed = Arrival & { readonly kind: 'installed' | 'removed' }

/** A channel came into being, changed its name, went or came back. */
export type ChannelChanged = Arrival & {
  readonly kind: 'channel'
  readonly change: 'created' | 'renamed' | 'deleted' | 'restored'
  readonly channel: { readonly id: string; readonly name: string; readonly address: string }
}

/** The same of a whole team. In one that is archived nobody can write, bots included. */
export type TeamChanged = Arrival & {
  readonly kind: 'team'
  readonly change: 'renamed' | 'archived' | 'unarchived' | 'deleted' | 'restored'
  readonly team: { readonly id: string; readonly name: string }
}

/** People came into a team where the bot is. `added`: Teams' own ids of them. */
export type MembersAdded = Arrival & { readonly kind: 'members'; readonly added: readonly string[] }

/** Where the bot stands has changed, or who is there with it: no person is answered. */
export type PlaceChanged = Installed | ChannelChanged | TeamChanged | MembersAdded

/** What is answered by a card or by nothing. `Searched` is answered by results: see `Router.search`. */
export type Incoming = Typed | Pressed | Quoted | PlaceChanged

export type Act = Typed | Pressed | Quoted

/** Something that a person did, and that is always answered. */
export function isAct(incoming: Incoming): incoming is Act {
  return incoming.kind === 'typed' || incoming.kind === 'pressed' || incoming.kind === 'quoted'
}

export function isInDialog(incoming: Incoming): boolean {
  return incoming.kind === 'quoted' || (incoming.kind === 'pressed' && incoming.inDialog === true)
}
