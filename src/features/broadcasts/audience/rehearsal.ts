import { roundedWithin } from '../../../kernel/personal-data/counts.ts'
import type { Why } from '../../people/index.ts'

/** How many people of the audience it would be so for. `due`: they get it now, `off`: after a day that they keep free. */
export type ReadinessCount = {
  readonly how: 'due' | 'off' | 'over' | 'paused' | 'stopped' | Why
  readonly count: number
}

/** What would become of it if it were started now: exact, and shown so only where it is about the installation. */
export type Rehearsal = {
  /** People known who are in the audience; channels, when it is for those. */
  readonly recipients: number
  /** Those the bot can write to, whatever they chose. */
  readonly reached: number
  /** They get it next week: this one is full. */
  readonly over: number
  /** They get it after the pause that they made. */
  readonly paused: number
  /** They stopped the topic. */
  readonly stopped: number
  readonly blocked: number
  readonly notInstalled: number
  /** In the people file, and never came: they are no recipients. */
  readonly noAccount: number
  /** Known, and written to by nobody as they only observe: they are no recipients. */
  readonly observers: number
}

/** Those who are no recipients. */
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
 * What people chose themselves, as it may be shown: never exactly, nor that all of them chose it. Below five it is 0.
 */
export function shownChoices({ reached, over, paused, stopped }: Rehearsal) {
  const shown = (count: number) => roundedWithin(count, reached)
  return { over: shown(over), paused: shown(paused), stopped: shown(stopped) }
}

/** Of so many channels, and so many more where the bot has no access now. */
export function channelRehearsal(open: number, shut: number): Rehearsal {
  const counts = [{ how: 'due', count: open } as const, { how: 'not-installed', count: shut } as const]
  return rehearsalOf(counts)
}

/** What is known of those that wait, before their turn comes. */
export type WaitingForecast = {
  /** Whose week is full, who made a pause, or keeps the day free. */
  readonly later: number
  readonly blocked: number
  readonly notInstalled: number
}
