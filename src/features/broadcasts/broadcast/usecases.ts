import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { BatchUsecases, MessageUsecases } from '../../messages/index.ts'
import { type AudienceParts, addressing } from '../audience/usecases.ts'
import { drafting } from '../drafts/usecases.ts'
import { spreading } from '../sending/batches-usecases.ts'
import { type ChannelPostStore, channelPosting } from '../sending/channels-usecases.ts'
import { running } from '../sending/usecases.ts'
import { type ChoiceParts, choosingAmong } from './choices-usecases.ts'
import { type Broadcast, PERMISSIONS, standing } from './domain.ts'
import {
  type BroadcastGlance,
  type BroadcastSeen,
  channelCounts,
  foreseen,
  type Progress,
  stageOf,
  tallyOf,
} from './progress.ts'

export type BroadcastStore = {
  readonly add: (broadcast: Broadcast) => Promise<void>
  readonly change: (broadcast: Broadcast) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly find: (id: string) => Promise<Broadcast | undefined>
  /** Like `find`; nobody else changes it until the transaction ends. */
  readonly lock: (id: string) => Promise<Broadcast | undefined>
  /** The last begun first. */
  readonly newest: (limit: number, after?: Cursor) => Promise<readonly Broadcast[]>
}

export type BroadcastParts = AudienceParts &
  ChoiceParts & {
    readonly store: (tx: Tx) => BroadcastStore
    readonly posts: (tx: Tx) => ChannelPostStore
    readonly transact: Transact
    readonly once: Once
    readonly note: Note
    readonly audit: Audit
    readonly ids: Ids
    readonly messages: Pick<MessageUsecases, 'tell'>
    readonly batches: BatchUsecases
    /** Messages a second, for all of the tenant. */
    readonly sendRate: number
    /** People looked at in one transaction. For tests. */
    readonly page?: number
  }

export type BroadcastUsecases = ReturnType<typeof broadcastUsecases>

const NOBODY = { later: 0, blocked: 0, notInstalled: 0 } as const

export function broadcastUsecases(parts: BroadcastParts) {
  const { store, posts, read, batches, sendRate } = parts
  const address = addressing(parts)
  const posting = channelPosting(parts)

  async function glance(broadcast: Broadcast): Promise<BroadcastGlance> {
    const { id, audience } = broadcast
    const toChannels = audience.kind === 'channels'
    const counts = toChannels ? channelCounts(await read(tx => posts(tx).all(id))) : await batches.counts(id)
    const tally = tallyOf(broadcast, counts)
    const stage = stageOf(broadcast, tally)
    const due = stage === 'running' ? await leaving(broadcast) : {}
    return { broadcast, progress: { stage, tally, later: 0, ...due } }
  }

  /** With those who get it later, and the end for the others. */
  async function look(broadcast: Broadcast): Promise<BroadcastSeen> {
    const seen = await glance(broadcast)
    const { stage, tally } = seen.progress
    if (stage === 'draft') {
      const rehearsed = broadcast.rehearsed === broadcast.version
      if (!rehearsed) return seen
      const progress = { ...seen.progress, ...(await leaving(broadcast)) }
      return { ...seen, progress, rehearsal: await address.rehearsal(broadcast.audience) }
    }
    if (stage !== 'running' && stage !== 'paused') return seen
    const toChannels = broadcast.audience.kind === 'channels'
    const ahead = toChannels ? NOBODY : await address.ahead(broadcast.id)
    const told = { ...seen.progress, tally: foreseen(tally, ahead) }
    if (stage === 'paused') return { ...seen, progress: told }
    const left = told.tally.waiting - ahead.later
    const endsAt = left > 0 ? await batches.endOf(left, sendRate) : undefined
    const rate = { perSecond: sendRate, ...(endsAt !== undefined && { endsAt }) }
    return { ...seen, progress: { ...told, later: ahead.later, ...rate } }
  }

  /** To people nothing leaves outside working hours. */
  async function leaving({ audience }: Broadcast): Promise<Partial<Pick<Progress, 'leavesAt'>>> {
    const leavesAt = audience.kind === 'channels' ? undefined : await batches.opensAt()
    return leavesAt === undefined ? {} : { leavesAt }
  }

  return {
    ...drafting(parts, address),
    ...running(parts, address, posting),
    ...spreading(parts),
    ...posting.usecases,
    ...choosingAmong(parts),

    /** @throws Refusal `role-needed`, `gone` */
    async show(actor: Actor, id: string): Promise<BroadcastSeen> {
      permit(PERMISSIONS.read, actor.role)
      return look(standing(await read(tx => store(tx).find(id))))
    },

    /** Newest first. `after`: what the page before gave as `next`. @throws Refusal `role-needed`, `malformed` */
    async list(actor: Actor, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const rows = await read(tx => store(tx).newest(limit + 1, from))
      const { items, ...next } = pageOf(
        rows.map(broadcast => ({ at: broadcast.createdAt, id: broadcast.id, broadcast })),
        limit,
      )
      const seen: BroadcastGlance[] = []
      for (const { broadcast } of items) seen.push(await glance(broadcast))
      return { items: seen, ...next }
    },

    /** The channels it is for, and what it misses. @throws Refusal of channels, when there is none at all */
    targets: ({ audience }: Pick<Broadcast, 'audience'>) => address.targetsOf(audience),

    /** What is written, for whoever it is sent to; undefined when it is gone. */
    written: (id: string): Promise<Broadcast | undefined> => read(tx => store(tx).find(id)),
  }
}
