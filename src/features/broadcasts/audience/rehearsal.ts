import { roundedWithin } from '../../../kernel/personal-data/counts.ts'
import type { Why } from '../../people/index.ts'

/** Number of people by outcome. `due`: sent now, `off`: sent after a day that they keep free. */
export type ReadinessCount = {
  readonly how: 'due' | 'off' | 'over' | 'paused' | 'stopped' | Why
  readonly count: number
}

/** Dry run of a start. Exact: shown so only where it describes the installation. */
export type Rehearsal = {
  /** Known people in the audience; channels, for an audience of those. */
  readonly recipients: number
  /** People whom the bot can write to, whatever their preferences. */
  readonly reached: number
  /** Sent next week: their weekly budget is used up. */
  readonly over: number
  /** Sent after their pause. */
  readonly paused: number
  /** They muted the topic. */
  readonly stopped: number
  readonly blocked: number
  readonly notInstalled: number
  /** In the people file without an account: not recipients. */
  readonly noAccount: number
  /** Observers: not recipients. */
  readonly observers: number
}

/** People who are not recipients. */
type Apart = Pick<Rehearsal, 'noAccount' | 'observers'>
const NOBODY: Apart = { noAccount: 0, observers: 0 }

export function rehearsalOf(counts: readonly ReadinessCount[], apart: Apart = NOBODY): Rehearsal {
  const of = (how: ReadinessCount['how']) => counts.find(each => each.how === how)?.count ?? 0
  const [over, paused, stopped] = [of('over'), of('paused'), of('stopped')]
  const [blocked, notInstalled] = [of('blocked'), of('not-installed')]
  const reached = of('due') + of('off') + over + paused + stopped
  const recipients = reached + blocked + notInstalled
  return { recipients, reached, over, paused, stopped, blocked, notInstalled, ...apart }
}

/**
 * Effects of people's own preferences, with disclosure control: never exact, nor revealing that all chose it. 0 below
 * five.
 */
export function shownChoices({ reached, over, paused, stopped }: Rehearsal) {
  const shown = (count: number) => roundedWithin(count, reached)
  return { over: shown(over), paused: shown(paused), stopped: shown(stopped) }
}

/** For channels: open ones, and those without access. */
export function channelRehearsal(open: number, shut: number): Rehearsal {
  const counts = [{ how: 'due', count: open } as const, { how: 'not-installed', count: shut } as const]
  return rehearsalOf(counts)
}

/** Forecast for waiting messages. */
export type WaitingForecast = {
  /** Weekly budget used up, paused, or a day kept free. */
  readonly later: number
  readonly blocked: number
  readonly notInstalled: number
}
