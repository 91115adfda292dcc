import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Shut } from './access.ts'

/** A channel where the bot may post. */
export type Channel = {
  readonly id: string
  readonly teamId: string
  readonly teamName: string
  readonly name: string
  /** Opaque: address for a new post in the channel. */
  readonly address: string
  /** Id of the Direction that the channel itself is bound to, and of the one that its whole team is bound to. */
  readonly direction?: string
  readonly teamDirection?: string
  /** Its team is archived: read-only until it is restored. */
  readonly archived?: true
  /** Teams refused the last post, and no later event shows access. */
  readonly shut?: Shut
}

export type Team = { readonly id: string; readonly name: string }

/** Limit of channels in a form; Teams limits a team to 1,000 channels and their names to 50 letters. */
export const CHANNELS_OFFERED = 200
export const NAME_LIMIT = 80

export const CHANNEL_PERMISSIONS = {
  announce: { act: 'channels.announce', roles: ORGANISERS },
} as const satisfies Record<string, Permission>
