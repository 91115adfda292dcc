import type { Actor } from '../../../kernel/access/actor.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { ClosingUsecases } from '../../ballots/index.ts'
import type { DueUsecases } from '../../commitments/index.ts'
import type { Idea, IdeaUsecases } from '../../ideas/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { NudgeKind, NudgeRule, Programme } from '../../programme/index.ts'
import type { WorkshopSeen, WorkshopUsecases } from '../../workshops/index.ts'
import { isAsked, lookedAfter, type RuleFinding, reasonOf } from './domain.ts'
import { eveAt, eveBegins } from './eve.ts'
import { phaseOn } from './phase.ts'

export type PilotParts = {
  readonly clock: Clock
  readonly zone: string
  readonly programme: Pick<Programme, 'nudges' | 'axes' | 'phases'>
  readonly workshops: Pick<WorkshopUsecases, 'coming'>
  readonly ideas: Pick<IdeaUsecases, 'waitingSince' | 'axesSince'>
  readonly ballots: Pick<ClosingUsecases, 'closingBy' | 'turnouts'>
  readonly commitments: Pick<DueUsecases, 'sharedDue'>
  readonly messages: Pick<MessageUsecases, 'workdays'>
}

/** Findings of a rule for one pilot, likeliest first. */
export type Finder = (pilot: Actor, rule: NudgeRule) => Promise<readonly RuleFinding[]>
export type PilotKind = Extract<
  NudgeKind,
  'workshop-week' | 'workshop-tomorrow' | 'axis-silent' | 'ideas-waiting' | 'ballot-closing' | 'horizons'
>

/** Page size, and limit of pages, of workshops. */
const PAGE = 20
const PAGES = 10
/** Ideas read per Direction: the first is shown, the second tells that there are more. */
const LOOKED = 2

export function pilotFinders(parts: PilotParts): Readonly<Record<PilotKind, Finder>> & {
  readonly waitingIn: (direction: string, days: number) => Promise<readonly Idea[]>
} {
  const { clock, zone, programme, workshops, ideas, ballots, commitments, messages } = parts
  const eve = async () => eveAt(clock.now(), zone, await messages.workdays())

  /** Workshops that start by `until` (milliseconds) and that the pilot can still register for, by start. */
  async function askedBy(pilot: Actor, until: number): Promise<WorkshopSeen[]> {
    const found: WorkshopSeen[] = []
    let after: string | undefined
    for (let page = 0; page < PAGES; page++) {
      const { items, next } = await workshops.coming(pilot, PAGE, after)
      found.push(...items.filter(each => isAsked(each, clock.now()) && each.startsAt <= until))
      const last = items.at(-1)
      if (next === undefined || !last || last.startsAt > until) break
      after = next
    }
    return found
  }

  const workshopFound = (
    rule: NudgeRule,
    direction: string,
    { id, startsAt }: WorkshopSeen,
    until: number,
  ) => ({
    reason: reasonOf(rule, id),
    subject: { workshop: id, direction, at: startsAt },
    until,
  })

  async function week(pilot: Actor, rule: NudgeRule): Promise<readonly RuleFinding[]> {
    const [direction] = lookedAfter(pilot)
    if (direction === undefined) return []
    const now = clock.now()
    const days = await messages.workdays()
    const found = await askedBy(pilot, now + (rule.days ?? 1) * DAY)
    // Its eve belongs to another rule, if that is on; its last day is too late in any case.
    const hasEve = programme.nudges.some(({ kind, off }) => kind === 'workshop-tomorrow' && !off)
    return found.flatMap(each => {
      const until = hasEve ? eveBegins(each.startsAt, now, zone, days) : each.startsAt - DAY
      return until === undefined || until <= now ? [] : [workshopFound(rule, direction, each, until)]
    })
  }

  async function tomorrow(pilot: Actor, rule: NudgeRule): Promise<readonly RuleFinding[]> {
    const [direction] = lookedAfter(pilot)
    if (direction === undefined) return []
    const { until, covers } = await eve()
    const found = await askedBy(pilot, until)
    return found
      .filter(({ startsAt }) => covers(startsAt))
      .map(each => workshopFound(rule, direction, each, each.startsAt))
  }

  const waitingIn = (direction: string, days: number): Promise<readonly Idea[]> =>
    ideas.waitingSince(direction, clock.now() - days * DAY, LOOKED)

  /** One finding per Direction of the pilot. */
  const each = (one: (direction: string, rule: NudgeRule) => Promise<RuleFinding | undefined>): Finder =>
    async function found(pilot, rule) {
      const all: RuleFinding[] = []
      for (const direction of lookedAfter(pilot)) {
        const found = await one(direction, rule)
        if (found) all.push(found)
      }
      return all
    }

  const waiting = each(async (direction, rule) => {
    const days = rule.patience ?? 1
    const [oldest] = await waitingIn(direction, days)
    return oldest && { reason: reasonOf(rule, oldest.id), subject: { idea: oldest.id, direction, days } }
  })

  /** The first axis, in the programme's order, without ideas since the phase began. */
  const silent = each(async (direction, rule) => {
    const now = clock.now()
    const phase = phaseOn(programme.phases, dateIn(now, zone))
    const since = phase && momentOf(phase.from, '00:00', zone)
    if (!phase || since === undefined || now - since < (rule.patience ?? 1) * DAY) return undefined
    const spoken = await ideas.axesSince(direction, since)
    const axis = programme.axes.find(({ id }) => !spoken.includes(id))
    const until = momentOf(dayAfter(phase.until, 1), '00:00', zone)
    if (!axis || until === undefined) return undefined
    const subject = { axis: axis.id, direction, since, at: since }
    return { reason: reasonOf(rule, direction, axis.id, phase.id), subject, until }
  })

  async function closing(pilot: Actor, rule: NudgeRule): Promise<readonly RuleFinding[]> {
    const [direction] = lookedAfter(pilot)
    if (direction === undefined) return []
    const found: RuleFinding[] = []
    const until = Math.max(clock.now() + (rule.days ?? 1) * DAY, (await eve()).until)
    for (const ballot of await ballots.closingBy(until)) {
      const turnouts = await ballots.turnouts(ballot)
      if (!turnouts.has(direction)) continue
      const subject = { ballot: ballot.id, direction, at: ballot.closesAt, ...turnouts.get(direction) }
      found.push({ reason: reasonOf(rule, ballot.id, direction), subject, until: ballot.closesAt })
    }
    return found
  }

  const horizons = each(async (direction, rule) => {
    const from = dateIn(clock.now(), zone)
    const until = dayAfter(from, rule.days ?? 1)
    const count = (await commitments.sharedDue({ from, until })).get(direction)
    const end = momentOf(dayAfter(until, 1), '00:00', zone)
    if (count === undefined || end === undefined) return undefined
    const subject = { direction, count, from, until, at: end - DAY / 2 }
    return { reason: reasonOf(rule, direction, until), subject, until: end }
  })

  return {
    'workshop-week': week,
    'workshop-tomorrow': tomorrow,
    'axis-silent': silent,
    'ideas-waiting': waiting,
    'ballot-closing': closing,
    horizons,
    waitingIn,
  }
}
