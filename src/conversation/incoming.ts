/** Where something was said. `address` is opaque: only `teams/` can read it. */
export type Place = {
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

export type Sender = {
  /** Entra object id and tenant: who this is. */
  readonly objectId: string
  readonly tenant: string
  readonly name: string
}

type Arrival = {
  /** Teams' id of this delivery; a repeat may carry the same or a new one. */
  readonly id: string
  readonly from: Sender
  readonly place: Place
  readonly locale: string
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
}

/** The bot was put somewhere, or taken away. `channels`: what Teams tells about the team, as far as it does. */
export type Installed = Arrival & { readonly kind: 'installed' | 'removed' }

/** A channel came into being, changed its name or went. */
export type ChannelChanged = Arrival & {
  readonly kind: 'channel'
  readonly change: 'created' | 'renamed' | 'deleted' | 'restored'
  readonly channel: { readonly id: string; readonly name: string; readonly address: string }
}

export type Incoming = Typed | Pressed | Installed | ChannelChanged
