import { roundedWithin, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { BatchCount } from '../../messages/index.ts'
import type { Rehearsal, WaitingForecast } from '../audience/rehearsal.ts'
import type { Broadcast, BroadcastState } from './domain.ts'

export type BroadcastStage = BroadcastState | 'done'

/** A channel that it goes to, and what became of the post. */
type ChannelState = 'waiting' | 'sent' | 'unreachable' | 'unknown' | 'dead' | 'stopped'
export type ChannelRow = { readonly channel: string; readonly state: ChannelState; readonly round: number }

/**
 * Where it is, as far as that can be known: a bot does not know who reads. All but `recipients`, and the two reasons,
 * add up to `recipients`.
 */
type BroadcastTally = {
  readonly recipients: number
  readonly sent: number
  readonly waiting: number
  readonly unreachable: number
  /** Of the unreachable. */
  readonly blocked: number
  readonly notInstalled: number
  /** Teams may have it: nothing confirms it. */
  readonly unknown: number
  /** Not sent: it was stopped. */
  readonly stopped: number
  /** Not sent: too late for them, they had stopped the topic, which is never told apart, or Teams does not take it. */
  readonly others: number
}

export type Progress = {
  readonly stage: BroadcastStage
  readonly tally: BroadcastTally
  /** Of those that wait: whose week is full, who made a pause, or keeps the day free. */
  readonly later: number
  /** When the first of them may leave, where that is not now; in milliseconds. */
  readonly leavesAt?: number
  /** When the last of the others that wait will have gone, in milliseconds. */
  readonly endsAt?: number
  /** Messages that may leave in a second. */
  readonly perSecond?: number
}

/** As in a list: without what takes a longer look. */
export type BroadcastGlance = {
  readonly broadcast: Broadcast
  readonly progress: Progress
}

/** `rehearsal`: of a draft that was rehearsed as it stands, with the figures of now. */
export type BroadcastSeen = BroadcastGlance & { readonly rehearsal?: Rehearsal }

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
 * Of what was told, and of those who are still to be: of a broadcast that is stopped, they never are, and only what Teams
 * is being asked to take just then still waits.
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

/** The same, with those whom the bot cannot write to counted as such at once: they have no turn to wait for. */
export function foreseen(tally: BroadcastTally, { blocked, notInstalled }: WaitingForecast): BroadcastTally {
  const out = Math.min(tally.waiting, blocked + notInstalled)
  return {
    ...tally,
    waiting: tally.waiting - out,
    unreachable: tally.unreachable + out,
    blocked: tally.blocked + blocked,
    notInstalled: tally.notInstalled + out - blocked,
  }
}

/** Done once nobody waits, whoever may still come within its days. */
export function stageOf(
  { state }: Pick<Broadcast, 'state'>,
  { waiting }: Pick<BroadcastTally, 'waiting'>,
): BroadcastStage {
  return state === 'running' && waiting === 0 ? 'done' : state
}

/** How many get it later, as it may be shown: for some it is what they chose. Below five it is 0. */
export function shownLater({ later, tally }: Progress): Shown {
  return roundedWithin(later, tally.waiting)
}

/** Whether what nothing confirmed can be sent once more: not once it was stopped, nor after its days. */
export function mayRepeat({ broadcast, progress }: BroadcastGlance, now: number): boolean {
  return progress.stage !== 'stopped' && now <= (broadcast.until ?? now)
}

export function channelCounts(rows: readonly ChannelRow[]): readonly Counted[] {
  return [...Map.groupBy(rows, ({ state }) => state)].map(([state, { length }]) => ({ state, count: length }))
}
