import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { CHANNEL_PERMISSIONS, CHANNELS_OFFERED, type Channel } from './domain.ts'

export type ChannelStore = {
  /** Whether it is a known channel without write access. */
  readonly isShut: (id: string) => Promise<boolean>
  readonly list: (limit: number) => Promise<readonly Channel[]>
  readonly find: (id: string) => Promise<Channel | undefined>
}

type Parts = { readonly store: (tx: Tx) => ChannelStore; readonly read: Transact }

export type ChannelReading = ReturnType<typeof channelReading>

/** Channels, and which of them can be posted to. */
export function channelReading({ store, read }: Parts) {
  return {
    /** Channels to choose from, by team and name; the first 200. @throws Refusal `role-needed` */
    async choices(actor: Actor): Promise<readonly Channel[]> {
      permit(CHANNEL_PERMISSIONS.announce, actor.role)
      return read(tx => store(tx).list(CHANNELS_OFFERED))
    },

    /** Channels that can be posted to, by team and name; the first 200. */
    list: (): Promise<readonly Channel[]> => read(tx => store(tx).list(CHANNELS_OFFERED)),

    /** Whether a channel has no write access; false for an unknown one, such as a group chat. */
    isShut: (id: string): Promise<boolean> => read(tx => store(tx).isShut(id)),

    /** @throws Refusal `channel-gone` */
    async find(id: string): Promise<Channel> {
      const channel = await read(tx => store(tx).find(id))
      if (!channel) throw new Refusal('channel-gone')
      return channel
    },
  }
}
