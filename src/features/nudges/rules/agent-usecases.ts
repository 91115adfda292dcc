import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Ballot, ClosingUsecases } from '../../ballots/index.ts'
import type { DueUsecases } from '../../commitments/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { NudgeKind, NudgeRule, Programme } from '../../programme/index.ts'
import type { DirectionUsecases, ReminderUsecases } from '../../workshops/index.ts'
import { type RuleFinding, reasonOf } from './domain.ts'
import { eveAt } from './eve.ts'

export type AgentParts = {
  readonly clock: Clock
  readonly zone: string
  readonly workshops: Pick<DirectionUsecases, 'soon'> & ReminderUsecases
  readonly ballots: Pick<ClosingUsecases, 'closingBy' | 'nonVoters'>
  readonly commitments: Pick<DueUsecases, 'due'>
  readonly people: Pick<PeopleUsecases, 'pilots'>
  readonly programme: Pick<Programme, 'nudges'>
  readonly messages: Pick<MessageUsecases, 'workdays'>
}

export type AgentKind = Extract<NudgeKind, `my-${string}`>
type FoundOf = RuleFinding & { readonly person: string }
/** `next`: cursor of the next page; absent on the last. */
type FoundPage = { readonly found: readonly FoundOf[]; readonly next?: string }
export type PageFinder = (rule: NudgeRule, after: string) => Promise<FoundPage>

/** Recipients per transaction: on SQLite, votes and taps wait for it, a millisecond or two for each. */
const PAGE = 20
/** Limit of workshops up to the end of the next working day. */
const MANY = 50

/** Pages through several things with their people; a page has one thing. `after`: `thing:person`. */
async function pageThrough<T extends { readonly id: string }>(
  things: readonly T[],
  after: string,
  people: (thing: T, after: string) => Promise<readonly string[]>,
): Promise<{ thing?: T; people: readonly string[]; next?: string }> {
  const [from = '', person = ''] = after.split(':')
  const at = Math.max(
    0,
    things.findIndex(({ id }) => id === from),
  )
  const thing = things[at]
  if (!thing) return { people: [] }
  const found = await people(thing, thing.id === from ? person : '')
  const last = found.at(-1)
  if (found.length === PAGE && last) return { thing, people: found, next: `${thing.id}:${last}` }
  const next = things[at + 1]
  return { thing, people: found, ...(next && { next: `${next.id}:` }) }
}

export function agentFinders(parts: AgentParts): Readonly<Record<AgentKind, PageFinder>> {
  const { clock, zone, workshops, ballots, commitments, people, programme, messages } = parts
  const eve = async () => eveAt(clock.now(), zone, await messages.workdays())

  async function workshop(rule: NudgeRule, after: string): Promise<FoundPage> {
    const { until, covers } = await eve()
    const things = (await workshops.soon(until, MANY)).filter(({ startsAt }) => covers(startsAt))
    const { thing, people, ...next } = await pageThrough(things, after, ({ id }, person) =>
      workshops.seatedIn(id, PAGE, person),
    )
    if (!thing) return { found: [] }
    const { id, startsAt: at } = thing
    const occasion = {
      reason: reasonOf(rule, id, dateIn(at, zone)),
      subject: { workshop: id, at },
      until: at,
    }
    return { found: people.map(person => ({ person, ...occasion })), ...next }
  }

  /** Pilots are told of the ballot's end by their own nudge, with the vote in it. */
  async function toldAsPilots({ audience }: Ballot): Promise<ReadonlySet<string>> {
    const ofDirections = audience.kind === 'everybody' || audience.kind === 'directions'
    const asPilots =
      ofDirections && programme.nudges.some(({ kind, off }) => kind === 'ballot-closing' && !off)
    return new Set(asPilots ? (await people.pilots()).map(({ id }) => id) : [])
  }

  async function ballot(rule: NudgeRule, after: string): Promise<FoundPage> {
    const until = Math.max(clock.now() + (rule.days ?? 1) * DAY, (await eve()).until)
    const things = await ballots.closingBy(until)
    const {
      thing,
      people: nonVoters,
      ...next
    } = await pageThrough(things, after, ({ id }, person) => ballots.nonVoters(id, PAGE, person))
    if (!thing) return { found: [] }
    const { id, closesAt: at } = thing
    const occasion = { reason: reasonOf(rule, id), subject: { ballot: id, at }, until: at }
    const pilots = await toldAsPilots(thing)
    const found = nonVoters.filter(person => !pilots.has(person)).map(person => ({ person, ...occasion }))
    return { found, ...next }
  }

  async function horizon(rule: NudgeRule, after: string): Promise<FoundPage> {
    const from = dateIn(clock.now(), zone)
    const { last: soonest } = await eve()
    const [, until = soonest] = [soonest, dayAfter(from, rule.days ?? 1)].toSorted()
    const days = { from, until }
    const [day = '', last = ''] = after.split(':')
    const due = await commitments.due(days, PAGE, after === '' ? undefined : { horizon: day, id: last })
    const found = due.map(({ id, person, horizon }) => {
      const end = momentOf(dayAfter(horizon, 1), '00:00', zone) ?? clock.now()
      const subject = { commitment: id, horizon, at: end - DAY / 2 }
      return { person, reason: reasonOf(rule, id, horizon), subject, until: end }
    })
    const end = due.at(-1)
    return { found, ...(due.length === PAGE && end && { next: `${end.horizon}:${end.id}` }) }
  }

  return { 'my-workshop-tomorrow': workshop, 'my-ballot-closing': ballot, 'my-horizon': horizon }
}
