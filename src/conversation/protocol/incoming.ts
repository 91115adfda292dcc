/** A chat or channel. `address` is opaque: only `teams/` can read it. */
export type ConversationPlace = {
  /** Key of the chat or channel, the same for all threads in it. */
  readonly key: string
  readonly kind: 'personal' | 'channel' | 'group'
  /** Address to reply to: in a channel, the thread of the message. */
  readonly address: string
  /** In a channel only: address for new posts in the channel itself. */
  readonly channelAddress?: string
  readonly team?: { readonly id: string; readonly name: string }
  readonly channelName?: string
}

type TeamsAccount = {
  /** The person's Entra object id and tenant. */
  readonly objectId: string
  readonly tenant: string
  readonly name: string
}

export type Arrival = {
  /** Teams' id of this delivery; a redelivery may carry the same or a new one. */
  readonly id: string
  readonly from: TeamsAccount
  readonly place: ConversationPlace
  readonly locale: string
  /** Time of the event, in milliseconds, as Teams states it; it may arrive late. Absent: not stated. */
  readonly at?: number
}

/** A typed message. `text` is without the bot's own mention. */
export type Typed = Arrival & { readonly kind: 'typed'; readonly text: string }

/**
 * A button press. `data`: the card's data and inputs, untrusted: parse it. `card`: id of the message with the button,
 * when Teams states it.
 */
export type Pressed = Arrival & {
  readonly kind: 'pressed'
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
  readonly card?: string
  /** Sent as a message by a client without Action.Execute: the answer will be a message too, for all to read. */
  readonly asMessage?: true
  /** Pressed on a card in a dialog, which one person sees: the answer is shown there. */
  readonly inDialog?: true
}

/**
 * Message action: an act from the menu of somebody's message, answered by a dialog. `text`: the message as plain
 * text; its author is not passed on. `place` is the message's, a chat that the bot may not be in.
 */
export type Quoted = Arrival & { readonly kind: 'quoted'; readonly command: string; readonly text: string }

/**
 * Search in the message extension; the chosen result goes into the person's message. `text` is '' at first; `skip`
 * results were shown already, `count` more are requested.
 */
export type Searched = Arrival & {
  readonly kind: 'searched'
  readonly command: string
  readonly text: string
  readonly skip: number
  readonly count: number
}

/** A link pasted into a message that is being written. `url`: the whole address, untrusted. */
export type Linked = Arrival & { readonly kind: 'linked'; readonly url: string }

/** The bot was added or removed. `channels`: channels of the team, as far as Teams lists them. */
export type Installed = Arrival & { readonly kind: 'installed' | 'removed' }

/** A channel was created, renamed, deleted or restored. */
export type ChannelChanged = Arrival & {
  readonly kind: 'channel'
  readonly change: 'created' | 'renamed' | 'deleted' | 'restored'
  readonly channel: { readonly id: string; readonly name: string; readonly address: string }
}

/** The same for a team. In an archived one nobody can write, bots included. */
export type TeamChanged = Arrival & {
  readonly kind: 'team'
  readonly change: 'renamed' | 'archived' | 'unarchived' | 'deleted' | 'restored'
  readonly team: { readonly id: string; readonly name: string }
}

/** People joined a team of the bot. `added`: Teams' own ids of them. */
export type MembersAdded = Arrival & { readonly kind: 'members'; readonly added: readonly string[] }

/** Changes of installation, team, channel or membership: nobody is answered. */
export type PlaceChanged = Installed | ChannelChanged | TeamChanged | MembersAdded

/** Whatever is answered by a card or by nothing. `Searched` and `Linked` are answered by results: see `Router`. */
export type Incoming = Typed | Pressed | Quoted | PlaceChanged

export type Act = Typed | Pressed | Quoted

/** An act of a person, which is always answered. */
export function isAct(incoming: Incoming): incoming is Act {
  return incoming.kind === 'typed' || incoming.kind === 'pressed' || incoming.kind === 'quoted'
}

export function isInDialog(incoming: Incoming): boolean {
  return incoming.kind === 'quoted' || (incoming.kind === 'pressed' && incoming.inDialog === true)
}
