import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Logger } from '../../../kernel/monitoring/logger.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { NudgeRule, Programme } from '../../programme/index.ts'
import { type AgentKind, type AgentParts, agentFinders, type PageFinder } from './agent-usecases.ts'
import type { Appointed } from './appointment.ts'
import { type DigestParts, digests } from './digest-usecases.ts'
import { type RuleFinding, tellingOf } from './domain.ts'
import { type Finder, type PilotKind, type PilotParts, pilotFinders } from './pilot-usecases.ts'
import { oncePer } from './run-cache.ts'
import { looksOn } from './schedule.ts'

export type NudgeParts = Omit<AgentParts, 'messages' | 'workshops' | 'ballots' | 'commitments'> &
  Pick<DigestParts, 'preferences'> & {
    readonly messages: DigestParts['messages'] & AgentParts['messages']
    readonly transact: Transact
    readonly once: Once
    readonly note: Note
    readonly log: Logger
    readonly ids: Ids
    readonly people: Pick<PeopleUsecases, 'pilots'>
    readonly programme: Pick<Programme, 'nudges' | 'axes' | 'phases'>
    readonly workshops: AgentParts['workshops'] & PilotParts['workshops']
    readonly ballots: AgentParts['ballots'] & PilotParts['ballots']
    readonly commitments: AgentParts['commitments'] & PilotParts['commitments']
    readonly ideas: PilotParts['ideas']
    /** Whether the programme is closed. */
    readonly isClosed: () => Promise<boolean>
  }

export type NudgeUsecases = ReturnType<typeof nudgeUsecases>

/** `next`: cursor of the next part; absent after the last. */
type Part = { readonly next?: string | undefined; readonly failures?: readonly unknown[] }

/** Pilots per part: each takes several queries. */
const PILOTS = 10

/** Fact that runs the next part. */
export const RUN = 'nudges.run'

export function nudgeUsecases(parts: NudgeParts) {
  const { transact, once, note, log, clock, ids, zone, people, messages, programme } = parts
  const { waitingIn } = pilotFinders(parts)
  const agentKinds = agentFinders(parts)

  /** Finders for one part of a run, sharing a cache of what is the same for all pilots. */
  function pilotKinds(): Readonly<Record<PilotKind, Finder>> {
    const { ballots, commitments } = parts
    const turnouts = oncePer(({ id }) => id, ballots.turnouts)
    const sharedDue = oncePer(({ from, until }) => `${from}:${until}`, commitments.sharedDue)
    return pilotFinders({ ...parts, ballots: { ...ballots, turnouts }, commitments: { sharedDue } })
  }

  /** Queues the first new finding, at most once a day even if the run is repeated. */
  async function tellOne(rule: NudgeRule, pilot: Actor, found: readonly RuleFinding[]): Promise<void> {
    if (found.length === 0) return
    const key = `nudges:${rule.id}:${pilot.id}:${dateIn(clock.now(), zone)}`
    const run = ids.next()
    await transact(async tx => {
      if ((await once(tx, [{ key, forMs: 2 * DAY }], run)) !== run) return
      for (const each of found) if (await messages.tell(tx, tellingOf(rule, pilot.id, each))) return
    })
  }

  /** A part of the pilots, by id from just after `after`. A failure for one does not stop the others. */
  async function runPilots(after: string, one: (pilot: Actor) => Promise<void>): Promise<Part> {
    const left = (await people.pilots()).filter(({ id }) => id > after)
    const some = left.slice(0, PILOTS)
    const failures: unknown[] = []
    for (const pilot of some) await one(pilot).catch(error => failures.push(error))
    return { next: left.length > PILOTS ? some.at(-1)?.id : undefined, failures }
  }

  const isDigestDay = () =>
    programme.nudges.some(rule => rule.kind === 'digest' && !rule.off && looksOn(rule, clock.now(), zone))

  /** On the digest's day its own run tells everything, whichever runs first. */
  async function runAlone(rule: NudgeRule, kind: PilotKind, after: string): Promise<Part> {
    if (isDigestDay()) return {}
    const find = pilotKinds()[kind]
    return runPilots(after, async pilot => tellOne(rule, pilot, await find(pilot, rule)))
  }

  function runDigest(rule: NudgeRule, after: string): Promise<Part> {
    const digest = digests(parts, pilotKinds())
    return runPilots(after, async pilot => {
      for (const left of await digest.tell(rule, pilot)) await tellOne(left.rule, pilot, left.found)
    })
  }

  async function runAgents(rule: NudgeRule, find: PageFinder, after: string): Promise<Part> {
    const { found, next } = await find(rule, after)
    await transact(async tx => {
      for (const each of found) await messages.tell(tx, tellingOf(rule, each.person, each))
    })
    return { next }
  }

  function part(rule: NudgeRule, after: string): Promise<Part> {
    const { kind } = rule
    if (kind === 'digest') return runDigest(rule, after)
    if (kind in agentKinds) return runAgents(rule, agentKinds[kind as AgentKind], after)
    return runAlone(rule, kind as PilotKind, after)
  }

  /** The next part is scheduled at the first failure only, not at each retry. */
  async function goOn(id: string, { next, failures = [] }: Part): Promise<void> {
    if (next === undefined) return
    const key = `nudges:${id}:after:${next}:${dateIn(clock.now(), zone)}`
    const run = ids.next()
    const fact = { kind: RUN, payload: { rule: id, after: next }, mergeKey: `${RUN}:${id}:${next}` }
    await transact(async tx => {
      if (failures.length > 0 && (await once(tx, [{ key, forMs: 2 * DAY }], run)) !== run) return
      await note(tx, fact)
    })
  }

  return {
    /**
     * Runs a part of the rule `id`, from just after `after`, and schedules the next. Idempotent. Does nothing for an
     * unknown rule, or one that is switched off, nor once the programme is closed.
     * @throws the first failure of a pilot, after all of the part: to be retried
     */
    async run(id: string, after = ''): Promise<void> {
      const rule = programme.nudges.find(each => each.id === id && !each.off)
      if (!rule || (await parts.isClosed())) return
      const done = await part(rule, after)
      await goOn(id, done)
      const { failures = [] } = done
      for (const err of failures) log.error({ rule: id, err }, 'a pilot could not be looked at')
      if (failures.length > 0) throw failures[0]
    },

    /** Notifies a person of a role that another gave them. `act`: dedupe key of that act. */
    tellAppointed: (person: string, act: string, { direction, as, other }: Appointed): Promise<void> =>
      transact(async tx => {
        const subject = { direction, as, other }
        await messages.tell(tx, { person, topic: 'relay', reason: `relay:${act}`, subject, by: 'nudges' })
      }),

    waitingIn,
  }
}
