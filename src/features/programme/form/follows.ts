import type { Tx } from '../../../kernel/storage/tx.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import { type MethodPart, partOf } from '../method/parts.ts'
import type { ProgrammeContent } from '../programme/domain.ts'
import { monthsFrom } from '../retention/domain.ts'
import type { Follow, MethodReach } from './domain.ts'

type Change = {
  readonly before: ProgrammeContent
  readonly after: ProgrammeContent
  /** Milliseconds. */
  readonly now: number
  readonly reach: MethodReach
}
type Finder = (tx: Tx, change: Change) => Promise<readonly Follow[]>

/** When a day ends. */
function endOf(day: string, { calendar }: ProgrammeContent): number {
  return momentOf(dayAfter(day), '00:00', calendar.zone) ?? 0
}

const some = (follow: Follow): readonly Follow[] => ((follow.things ?? 0) > 0 ? [follow] : [])
const isSame = (one: object, other: object | undefined) => JSON.stringify(one) === JSON.stringify(other)

/** From which day names on ideas and commitments go; what goes with the next night never comes back, so it asks. */
function keptUntil({ before, after, now }: Change): readonly Follow[] {
  const [former, last] = [before, after].map(({ phases }) => phases.at(-1)?.until)
  if (last === undefined || last === former) return []
  const { ideaNames, commitments } = after.retention
  const day = dayAfter(monthsFrom(last, Math.min(ideaNames, commitments)))
  const asks = day <= dayAfter(dateIn(now, after.calendar.zone))
  return [{ code: 'kept-until', day, ...(asks && { asks }) }]
}

/** What was planned within a phase, and now comes after it; and until when names and commitments are kept. */
const ofPhases: Finder = async (tx, change) => {
  const { before, after, now, reach } = change
  const found: Follow[] = []
  for (const [at, { id, until }] of after.phases.entries()) {
    const former = before.phases[at]?.until ?? until
    if (until >= former) continue
    const [from, to] = [Math.max(now, endOf(until, after)), endOf(former, before)]
    if (from >= to) continue
    const ballots = await reach.ballotsClosing(tx, from, to)
    const workshops = await reach.workshopsWithin(tx, from, to)
    found.push(...some({ code: 'phase-ballots', id, day: until, things: ballots }))
    found.push(...some({ code: 'phase-workshops', id, day: until, things: workshops }))
  }
  return [...found, ...keptUntil(change)]
}

const ofAxes: Finder = async (_, { before, after }) =>
  isSame(partOf(before, 'axes'), partOf(after, 'axes')) ? [] : [{ code: 'cards-keep' }]

/** To how many people each rule may write that changes; one for all agents that begins is to be confirmed. */
const ofNudges: Finder = async (tx, { before, after, reach }) => {
  const former = new Map(before.nudges.map(rule => [rule.id, rule]))
  const found: Follow[] = []
  for (const rule of after.nudges) {
    const { id, kind, off } = rule
    const known = former.get(id)
    if (off || isSame(rule, known)) continue
    if (!kind.startsWith('my-')) {
      found.push({ code: 'rule-pilots', id, people: await reach.pilots(tx) })
      continue
    }
    const begins = known === undefined || known.off === true
    const people = await reach.reachable(tx)
    found.push({ code: 'rule-agents', id, people, ...(begins && { asks: true }) })
  }
  return found
}

const ofThresholds: Finder = async (tx, { before, after, reach }) => {
  const known = before.thresholds.map(each => JSON.stringify(each))
  const found: Follow[] = []
  for (const each of after.thresholds) {
    if (known.includes(JSON.stringify(each))) continue
    const { supports, directions = 0 } = each
    const things = await reach.ideasWith(tx, supports, directions)
    found.push(...some({ code: 'ideas-there', id: String(supports), things }))
  }
  return found
}

const ofClosures: Finder = async (tx, { before, after, now, reach }) => {
  const known = before.calendar.closures.map(each => JSON.stringify(each))
  const found: Follow[] = []
  for (const each of after.calendar.closures) {
    if (known.includes(JSON.stringify(each))) continue
    const begins = momentOf(each.from, '00:00', after.calendar.zone) ?? 0
    const things = await reach.workshopsWithin(tx, Math.max(now, begins), endOf(each.until, after))
    found.push(...some({ code: 'closed-workshops', id: each.from, day: each.until, things }))
  }
  return found
}

const FINDERS: Readonly<Record<MethodPart, Finder>> = {
  phases: ofPhases,
  axes: ofAxes,
  nudges: ofNudges,
  thresholds: ofThresholds,
  closures: ofClosures,
}

/** What follows from a change of `part`, from counts of things, to be read before it is made. */
export function followsOf(tx: Tx, part: MethodPart, change: Change): Promise<readonly Follow[]> {
  return FINDERS[part](tx, change)
}
