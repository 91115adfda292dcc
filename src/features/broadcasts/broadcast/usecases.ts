import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { BatchUsecases } from '../../messages/index.ts'
import type { Addressing } from '../audience/usecases.ts'
import { BROADCAST_PERMISSIONS, type Broadcast, isPlanned, requireFound } from './domain.ts'
import {
  type BroadcastGlance,
  type BroadcastSeen,
  type ChannelRow,
  channelCounts,
  type Progress,
  stageOf,
  tallyOf,
  withUnreachable,
} from './progress.ts'

export type BroadcastStore = {
  readonly add: (broadcast: Broadcast) => Promise<void>
  readonly change: (broadcast: Broadcast) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly find: (id: string) => Promise<Broadcast | undefined>
  /** Like `find`, locked until the transaction ends. */
  readonly lock: (id: string) => Promise<Broadcast | undefined>
  /** The last created first. */
  readonly newest: (limit: number, after?: Cursor) => Promise<readonly Broadcast[]>
}

type Parts = {
  readonly store: (tx: Tx) => BroadcastStore
  readonly read: Transact
  readonly address: Pick<Addressing, 'rehearsal' | 'ahead' | 'targetsOf'>
  /** State of the post in each channel. */
  readonly channelRows: (tx: Tx, broadcast: string) => Promise<readonly ChannelRow[]>
  readonly batches: Pick<BatchUsecases, 'counts' | 'endOf' | 'opensAt' | 'nextMorning'>
  /** Tenant-wide rate limit, in messages per second. */
  readonly sendRate: number
}

export type BroadcastUsecases = ReturnType<typeof broadcastUsecases>

const NOBODY = { later: 0, blocked: 0, notInstalled: 0 } as const

/** Broadcasts with their state and progress. */
export function broadcastUsecases({ store, read, address, channelRows, batches, sendRate }: Parts) {
  async function glance(broadcast: Broadcast): Promise<BroadcastGlance> {
    const { id, audience } = broadcast
    const toChannels = audience.kind === 'channels'
    const counts = toChannels
      ? channelCounts(await read(tx => channelRows(tx, id)))
      : await batches.counts(id)
    const tally = tallyOf(broadcast, counts)
    const stage = stageOf(broadcast, tally)
    const due = stage === 'running' || stage === 'planned' ? await leaving(broadcast) : {}
    return { broadcast, progress: { stage, tally, later: 0, ...due } }
  }

  /** With the number of people who get it later, and the estimated end for the others. */
  async function look(broadcast: Broadcast): Promise<BroadcastSeen> {
    const seen = await glance(broadcast)
    const { stage, tally } = seen.progress
    if (stage === 'draft' || stage === 'planned') {
      const rehearsed = broadcast.rehearsed === broadcast.version
      if (!rehearsed) return seen
      const progress = { ...seen.progress, ...(await leaving(broadcast)) }
      const proposedAt = await batches.nextMorning()
      const rehearsal = await address.rehearsal(broadcast.audience)
      return { ...seen, progress, rehearsal, ...(proposedAt !== undefined && { proposedAt }) }
    }
    if (stage !== 'running' && stage !== 'paused') return seen
    const toChannels = broadcast.audience.kind === 'channels'
    const ahead = toChannels ? NOBODY : await address.ahead(broadcast.id)
    const told = { ...seen.progress, tally: withUnreachable(tally, ahead) }
    if (stage === 'paused') return { ...seen, progress: told }
    const left = told.tally.waiting - ahead.later
    const endsAt = left > 0 ? await batches.endOf(left, sendRate) : undefined
    const rate = { perSecond: sendRate, ...(endsAt !== undefined && { endsAt }) }
    return { ...seen, progress: { ...told, later: ahead.later, ...rate } }
  }

  /** Messages to people leave in working hours only, and whatever starts by itself. */
  async function leaving(broadcast: Broadcast): Promise<Partial<Pick<Progress, 'leavesAt'>>> {
    const { audience, plan } = broadcast
    if (plan && isPlanned(broadcast)) return { leavesAt: (await batches.opensAt(plan.at)) ?? plan.at }
    const leavesAt = audience.kind === 'channels' ? undefined : await batches.opensAt()
    return leavesAt === undefined ? {} : { leavesAt }
  }

  return {
    /** @throws Refusal `role-needed`, `gone` */
    async show(actor: Actor, id: string): Promise<BroadcastSeen> {
      permit(BROADCAST_PERMISSIONS.read, actor.role)
      return look(requireFound(await read(tx => store(tx).find(id))))
    },

    /** Newest first. `after`: what the page before gave as `next`. @throws Refusal `role-needed`, `malformed` */
    async list(actor: Actor, limit: number, after?: string) {
      permit(BROADCAST_PERMISSIONS.read, actor.role)
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

    /** Its channels, and Directions without one. @throws Refusal of channels, when there is none at all */
    targets: ({ audience }: Pick<Broadcast, 'audience'>) => address.targetsOf(audience),

    /** The broadcast, for sending; undefined when it was deleted. */
    written: (id: string): Promise<Broadcast | undefined> => read(tx => store(tx).find(id)),
  }
}
