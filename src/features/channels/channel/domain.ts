import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Shut } from './access.ts'

/** A channel where the bot may post. */
export type Channel = {
  readonly id: string
  readonly teamId: string
  readonly teamName: string
  readonly name: string
  /** Opaque: sends a new post to the channel. */
  readonly address: string
  /** Id of the Direction that the channel itself is bound to, and of the one that its whole team is. */
  readonly direction?: string
  readonly teamDirection?: string
  /** Its team is archived: nobody can write there until it no longer is. */
  readonly archived?: true
  /** Teams refused the last post there, and nothing newer tells that it would take one. */
  readonly shut?: Shut
}

export type Team = { readonly id: string; readonly name: string }

/** Teams holds a team's channels to 1,000 and names to 50 letters; a form offers this many. */
export const CHANNELS_OFFERED = 200
export const NAME_LIMIT = 80

export const CHANNEL_PERMISSIONS = {
  announce: { act: 'channels.announce', roles: ORGANISERS },
} as const satisfies Record<string, Permission>
