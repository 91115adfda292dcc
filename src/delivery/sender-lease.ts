import type { HeldLease, Lease } from '../db/index.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import { type Clock, SECOND } from '../kernel/time/clock.ts'
import { quietTimer } from './timer.ts'

/** A sender gives a sign of life this often, and is taken for dead after so long without one. */
type Signs = { readonly every: number; readonly deadAfter: number }
const SIGNS: Signs = { every: 2 * SECOND, deadAfter: 6 * SECOND }
/** Where there should be one process only: for the one that another took over from, should that one die. */
const SIGNS_ALONE: Signs = { every: 30 * SECOND, deadAfter: 90 * SECOND }

export type SenderParts = {
  readonly lease: Lease
  /** Whether one process only should use the database: it begins at once, whatever the one before it left. */
  readonly alone: boolean
  /** For tests. Milliseconds. */
  readonly signs?: Signs
  readonly monotonic: Clock
  readonly log: Logger
}

export type SenderSeat = {
  /** The number under which this process sends, once nobody else does; undefined while somebody else does. */
  readonly sit: () => Promise<number | undefined>
  /** Whether this process is the one, as far as it knows. */
  readonly sends: () => boolean
  /** Somebody else sends by now. */
  readonly lost: () => void
  readonly leave: () => Promise<void>
}

/**
 * Decides which process sends. Nobody's clock is compared with another's: whoever waits looks whether the sender gives
 * signs of life, by its own watch. One that was only slow learns it before its next post: see `Posts.begin`.
 */
export function createSenderLease(parts: SenderParts): SenderSeat {
  const { lease, alone, monotonic, log, signs = alone ? SIGNS_ALONE : SIGNS } = parts
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
    // It may have left meanwhile, or begun anew.
    if (epoch !== mine) return
    if (heard) return beatLater()
    lost()
    log.info({}, 'another process sends by now')
  }

  function beatLater(): void {
    cancel = quietTimer(signs.every, () => {
      beating = beat()
    })
  }

  /** Whether whoever was seen is gone, as far as can be told. */
  function isGone(now: HeldLease): boolean {
    if (!now.held) return true
    if (alone && fresh) return true
    const same = seen?.held.epoch === now.epoch && seen.held.beat === now.beat
    if (!same) seen = { held: now, since: monotonic.now() }
    return seen !== undefined && monotonic.now() - seen.since >= signs.deadAfter
  }

  return {
    async sit() {
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
      // Whoever comes next would take the last sign of life for one of somebody who stays.
      await beating
      // A courtesy: without it the next one waits until this one is taken for dead.
      if (mine !== undefined) await lease.release(mine).catch(() => {})
    },
  }
}
