import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Broadcast } from '../broadcast/domain.ts'
import type { ChannelRow } from '../broadcast/progress.ts'
import type { BroadcastStore } from '../broadcast/usecases.ts'

export type ChannelPostStore = {
  /** Adds missing channels; existing rows are unchanged. */
  readonly add: (broadcast: string, channels: readonly string[]) => Promise<void>
  /** Bounded by the limit of channels in one announcement. */
  readonly all: (broadcast: string) => Promise<readonly ChannelRow[]>
  readonly lock: (broadcast: string, channel: string) => Promise<ChannelRow | undefined>
  readonly change: (broadcast: string, row: ChannelRow) => Promise<void>
}

/** End of a post, as delivery reports it for every key. */
type ChannelPostEnd = {
  readonly key: string
  readonly refused?: { readonly status: number }
  readonly unknown?: true
  readonly dead?: { readonly status: number }
}

type Parts = {
  readonly store: (tx: Tx) => BroadcastStore
  readonly posts: (tx: Tx) => ChannelPostStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
}

/** Outbox key of a round: nothing is posted twice under it. */
function postKey(broadcast: string, { channel, round }: Pick<ChannelRow, 'channel' | 'round'>): string {
  return `broadcast:${broadcast}:${round}:${channel}`
}

const KEY = /^broadcast:(\w+):(\d+):(.+)$/

/** Statuses that concern this channel: the bot or the channel is gone. Any other refusal would fail anywhere. */
const GONE = [403, 404]

function stateAfter({ refused, unknown, dead }: ChannelPostEnd): ChannelRow['state'] {
  if (unknown) return 'unknown'
  if (dead) return 'dead'
  if (!refused) return 'sent'
  return GONE.includes(refused.status) ? 'unreachable' : 'dead'
}

/** Posts of a broadcast to channels, one in each. */
export function channelPosting({ store, posts, transact, read, note }: Parts) {
  const due = (tx: Tx, broadcast: string, channel: string) =>
    note(tx, { kind: 'broadcasts.post', payload: { broadcast, channel } })

  /** Updates each row in `state`, within the act's transaction. */
  async function each(
    tx: Tx,
    id: string,
    state: ChannelRow['state'],
    work: (row: ChannelRow) => Promise<void>,
  ) {
    for (const row of await posts(tx).all(id)) if (row.state === state) await work(row)
  }

  return {
    async begin(tx: Tx, id: string, channels: readonly string[]): Promise<void> {
      await posts(tx).add(id, channels)
      for (const channel of channels) await due(tx, id, channel)
    },

    goOn: (tx: Tx, id: string) => each(tx, id, 'waiting', ({ channel }) => due(tx, id, channel)),

    stop: (tx: Tx, id: string) =>
      each(tx, id, 'waiting', row => posts(tx).change(id, { ...row, state: 'stopped' })),

    again: (tx: Tx, id: string) =>
      each(tx, id, 'unknown', async row => {
        await posts(tx).change(id, { ...row, state: 'waiting', round: row.round + 1 })
        await due(tx, id, row.channel)
      }),

    usecases: {
      /** What to post in the channel now, and its key; undefined while paused, or once posted. */
      async posting(id: string, channel: string): Promise<{ broadcast: Broadcast; key: string } | undefined> {
        const [broadcast, rows] = await read(
          async tx => [await store(tx).find(id), await posts(tx).all(id)] as const,
        )
        const row = rows.find(each => each.channel === channel)
        if (broadcast?.state !== 'running' || row?.state !== 'waiting') return undefined
        return { broadcast, key: postKey(id, row) }
      },

      /** Processes the end of a post, in a channel or anywhere else. */
      async answered(ended: ChannelPostEnd): Promise<void> {
        const [, id, round, channel] = KEY.exec(ended.key) ?? []
        if (id === undefined || channel === undefined) return
        await transact(async tx => {
          const row = await posts(tx).lock(id, channel)
          if (row && String(row.round) === round)
            await posts(tx).change(id, { ...row, state: stateAfter(ended) })
        })
      },
    },
  }
}

export type ChannelPosting = ReturnType<typeof channelPosting>
