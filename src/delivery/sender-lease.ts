import type { HeldLease, Lease } from '../db/index.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import { type Clock, SECOND } from '../kernel/time/clock.ts'
import { quietTimer } from './timer.ts'

/** Interval of the heartbeat, and the silence after which the holder is taken for dead. */
type HeartbeatTiming = { readonly every: number; readonly deadAfter: number }
const HEARTBEAT: HeartbeatTiming = { every: 2 * SECOND, deadAfter: 6 * SECOND }
/** For a single process: in case another one took over from it, and dies. */
const HEARTBEAT_ALONE: HeartbeatTiming = { every: 30 * SECOND, deadAfter: 90 * SECOND }

export type SenderParts = {
  readonly lease: Lease
  /** Whether a single process uses the database: it takes the lease at once, whoever held it. */
  readonly alone: boolean
  /** For tests. Milliseconds. */
  readonly heartbeat?: HeartbeatTiming
  readonly monotonic: Clock
  readonly log: Logger
}

export type SenderLease = {
  /** The epoch under which this process sends, once it holds the lease; undefined while another one does. */
  readonly acquire: () => Promise<number | undefined>
  /** Whether this process holds the lease, as far as it knows. */
  readonly sends: () => boolean
  /** Another process has taken the lease. */
  readonly lost: () => void
  readonly leave: () => Promise<void>
}

/**
 * Leader election by lease. Clocks are never compared between machines: a waiting process watches the holder's
 * heartbeats by its own clock. A holder that was only slow learns it before its next post: see `Posts.begin`.
 */
export function createSenderLease(parts: SenderParts): SenderLease {
  const { lease, alone, monotonic, log, heartbeat = alone ? HEARTBEAT_ALONE : HEARTBEAT } = parts
  let epoch: number | undefined
  let fresh = true
  let seen: { readonly held: HeldLease; readonly since: number } | undefined
  let cancel = () => {}
  let beating = Promise.resolve()

  function lost(): void {
    cancel()
    epoch = undefined
    seen = undefined
  }

  async function beat(): Promise<void> {
    const mine = epoch
    if (mine === undefined) return
    const heard = await lease.beat(mine).catch(() => true)
    // The lease may have been released or taken again meanwhile.
    if (epoch !== mine) return
    if (heard) return beatLater()
    lost()
    log.info({}, 'another process sends by now')
  }

  function beatLater(): void {
    cancel = quietTimer(heartbeat.every, () => {
      beating = beat()
    })
  }

  /** Whether the holder that was seen is dead, as far as can be known. */
  function isGone(now: HeldLease): boolean {
    if (!now.held) return true
    if (alone && fresh) return true
    const same = seen?.held.epoch === now.epoch && seen.held.beat === now.beat
    if (!same) seen = { held: now, since: monotonic.now() }
    return seen !== undefined && monotonic.now() - seen.since >= heartbeat.deadAfter
  }

  return {
    async acquire() {
      if (epoch !== undefined) return epoch
      const now = await lease.look()
      if (!isGone(now)) return undefined
      epoch = await lease.take(now)
      fresh = false
      if (epoch !== undefined) {
        log.info({ epoch }, 'this process sends from now on')
        beatLater()
      }
      return epoch
    },
    sends: () => epoch !== undefined,
    lost,
    async leave() {
      const mine = epoch
      lost()
      // A heartbeat after the release would look like a living holder.
      await beating
      // Optional: without it the next process waits until this one is taken for dead.
      if (mine !== undefined) await lease.release(mine).catch(() => {})
    },
  }
}
