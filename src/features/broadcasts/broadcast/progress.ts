import { roundedWithin, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { BatchCount } from '../../messages/index.ts'
import type { Rehearsal, WaitingForecast } from '../audience/rehearsal.ts'
import { type Broadcast, type BroadcastState, isPlanned } from './domain.ts'

export type BroadcastStage = BroadcastState | 'planned' | 'done'

/** State of the post in one channel. */
type ChannelState = 'waiting' | 'sent' | 'unreachable' | 'unknown' | 'dead' | 'stopped'
export type ChannelRow = { readonly channel: string; readonly state: ChannelState; readonly round: number }

/**
 * Progress, as far as it can be known: a bot does not know who reads. All fields but `recipients`, and the two reasons,
 * add up to `recipients`.
 */
type BroadcastTally = {
  readonly recipients: number
  readonly sent: number
  readonly waiting: number
  readonly unreachable: number
  /** Part of the unreachable. */
  readonly blocked: number
  readonly notInstalled: number
  /** Sent without confirmation from Teams. */
  readonly unknown: number
  /** Not sent, because the broadcast was stopped. */
  readonly stopped: number
  /** Not sent for other reasons: too late, refused by Teams, or a muted topic, which is never shown by itself. */
  readonly others: number
}

export type Progress = {
  readonly stage: BroadcastStage
  readonly tally: BroadcastTally
  /** Part of those waiting: weekly budget used up, paused, or a day kept free. */
  readonly later: number
  /** When the first of them can leave, unless now; of one that is planned, when it will. In milliseconds. */
  readonly leavesAt?: number
  /** Estimated end for the other waiting ones, in milliseconds. */
  readonly endsAt?: number
  /** Rate limit, in messages per second. */
  readonly perSecond?: number
}

/** Without costly counts, for lists. */
export type BroadcastGlance = {
  readonly broadcast: Broadcast
  readonly progress: Progress
}

/**
 * `rehearsal`: for a draft rehearsed in its current version, with today's counts. `proposedAt`: the hour proposed for it, in
 * milliseconds.
 */
export type BroadcastSeen = BroadcastGlance & { readonly rehearsal?: Rehearsal; readonly proposedAt?: number }

type Counted = Pick<BatchCount, 'state' | 'why' | 'count'>

function sum(counts: readonly Counted[], ...states: Counted['state'][]): number {
  return counts.filter(({ state }) => states.includes(state)).reduce((all, { count }) => all + count, 0)
}

function because(counts: readonly Counted[], why: Counted['why']): number {
  return sum(
    counts.filter(each => each.why === why),
    'unreachable',
  )
}

/**
 * Tally of queued messages and of recipients still to be queued. Once stopped, the latter never are, and only messages
 * in the hands of Teams still wait.
 */
export function tallyOf({ state, people, spread }: Broadcast, counts: readonly Counted[]): BroadcastTally {
  const told = counts.reduce((all, { count }) => all + count, 0)
  const untold = spread === undefined ? 0 : Math.max(0, people - told)
  const waiting = sum(counts, 'waiting') + untold
  const ended = state === 'stopped'
  return {
    recipients: told + untold,
    sent: sum(counts, 'sent'),
    waiting: sum(counts, 'leaving') + (ended ? 0 : waiting),
    unreachable: sum(counts, 'unreachable'),
    blocked: because(counts, 'blocked'),
    notInstalled: because(counts, 'not-installed'),
    unknown: sum(counts, 'unknown'),
    stopped: ended ? sum(counts, 'stopped') + waiting : 0,
    others: (ended ? 0 : sum(counts, 'stopped')) + sum(counts, 'expired', 'dropped', 'absorbed', 'dead'),
  }
}

/** The same, counting people whom the bot cannot write to as unreachable at once, before their turn. */
export function withUnreachable(
  tally: BroadcastTally,
  { blocked, notInstalled }: WaitingForecast,
): BroadcastTally {
  const out = Math.min(tally.waiting, blocked + notInstalled)
  return {
    ...tally,
    waiting: tally.waiting - out,
    unreachable: tally.unreachable + out,
    blocked: tally.blocked + blocked,
    notInstalled: tally.notInstalled + out - blocked,
  }
}

/** Done once nobody waits, even if somebody may still be added within the delivery window. */
export function stageOf(
  broadcast: Pick<Broadcast, 'state' | 'plan'>,
  { waiting }: Pick<BroadcastTally, 'waiting'>,
): BroadcastStage {
  if (isPlanned(broadcast)) return 'planned'
  return broadcast.state === 'running' && waiting === 0 ? 'done' : broadcast.state
}

/** Number of people who get it later, as it may be shown, since some chose so themselves: 0 below five. */
export function shownLater({ later, tally }: Progress): Shown {
  return roundedWithin(later, tally.waiting)
}

/** Whether unconfirmed messages can be repeated: not once stopped, nor after the delivery window. */
export function mayRepeat({ broadcast, progress }: BroadcastGlance, now: number): boolean {
  return progress.stage !== 'stopped' && now <= (broadcast.until ?? now)
}

export function channelCounts(rows: readonly ChannelRow[]): readonly Counted[] {
  return [...Map.groupBy(rows, ({ state }) => state)].map(([state, { length }]) => ({ state, count: length }))
}
