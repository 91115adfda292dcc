import { ORGANISERS, type Permission } from '../../kernel/permission.ts'

/** A channel where the bot may post. */
export type Channel = {
  readonly id: string
  readonly teamId: string
  readonly teamName: string
  readonly name: string
  /** Opaque: sends a new post to the channel. */
  readonly address: string
}

export type Team = { readonly id: string; readonly name: string }

/** Teams holds a team's channels to 1,000 and names to 50 letters; a form offers this many. */
export const CHANNELS_OFFERED = 200
export const NAME_LIMIT = 80

export const PERMISSIONS = {
  announce: { act: 'channels.announce', roles: ORGANISERS },
} as const satisfies Record<string, Permission>
