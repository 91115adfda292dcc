import type { Why } from '../people/index.ts'

/** How many people of the audience it would be so for. `due`: they get it this week. */
export type ReadinessCount = {
  readonly how: 'due' | 'over' | 'paused' | 'stopped' | Why
  readonly count: number
}

/** What would become of it if it were started now: exact, about the installation. */
export type Rehearsal = {
  /** People known who are in the audience; channels, when it is for those. */
  readonly recipients: number
  /** Those who would get it, sooner or later. */
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
}

export function rehearsalOf(counts: readonly ReadinessCount[], noAccount: number): Rehearsal {
  const of = (how: ReadinessCount['how']) => counts.find(each => each.how === how)?.count ?? 0
  const [over, paused, stopped] = [of('over'), of('paused'), of('stopped')]
  const [blocked, notInstalled] = [of('blocked'), of('not-installed')]
  const reached = of('due') + over + paused
  const recipients = reached + stopped + blocked + notInstalled
  return { recipients, reached, over, paused, stopped, blocked, notInstalled, noAccount }
}

/** Of so many channels, and so many more where the bot has no access now. */
export function channelRehearsal(open: number, shut: number): Rehearsal {
  const counts = [{ how: 'due', count: open } as const, { how: 'not-installed', count: shut } as const]
  return rehearsalOf(counts, 0)
}
