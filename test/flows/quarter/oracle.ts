import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { clockIn, dateIn } from '../../../src/kernel/time/time-zone.ts'
import { SUBJECT } from './answers.ts'
import type { Deed, Ledger, Told, Wish } from './ledger.ts'

export const ZONE = 'Europe/Paris'
/** French public holidays of the spring of 2027, by hand: not from the library that the product asks. */
const HOLIDAYS = ['2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17']
/** They answer what one did oneself, and count in no week. */
const UNCOUNTED = [
  'moderated',
  'workshop-moved',
  'seat-offered',
  'facilitating',
  'relay',
  'my-workshop-tomorrow',
  'workshop-feedback',
  'my-horizon',
  'my-step',
  'my-trial',
  'step-asked',
]
/** A workshop that one comes to, called off or moved, or is to facilitate: told before it begins, whatever the hour. */
const MUST_REACH = ['workshop-moved', 'facilitating']
const PER_WEEK = 3
const PATIENCE = 3 * DAY

/** Days between two of a topic to one person, as the method file has it; the look of one morning may be half a day early. */
export type Spacing = Readonly<Record<string, number>>

export type Breach = { readonly rule: string; readonly told: Told }

function weekOf(at: number): string {
  const day = Date.parse(dateIn(at, ZONE))
  return new Date(day - ((new Date(day).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10)
}

function isOutside({ at }: Pick<Told, 'at'>): boolean {
  const [day, time] = [dateIn(at, ZONE), clockIn(at, ZONE)]
  const weekday = new Date(day).getUTCDay()
  return weekday === 0 || weekday === 6 || HOLIDAYS.includes(day) || time < '09:00' || time >= '17:30'
}

const isPaused = ({ at }: Pick<Told, 'at'>, wish?: Wish) => dateIn(at, ZONE) <= (wish?.pausedUntil ?? '')
const isDayOff = ({ at }: Pick<Told, 'at'>, wish?: Wish) =>
  new Date(dateIn(at, ZONE)).getUTCDay() === wish?.dayOff

/** The one exception: it must reach the person, and no quarter of an hour of theirs was left before. */
function hadToReach({ topic, at, mustReach }: Told, wish?: Wish): boolean {
  if (!MUST_REACH.includes(topic) || mustReach === undefined) return false
  for (let quarter = at; quarter < mustReach; quarter += 15 * MINUTE) {
    const moment = { at: quarter }
    if (!isOutside(moment) && !isPaused(moment, wish) && !isDayOff(moment, wish)) return false
  }
  return true
}

/** Each message counts once in a week, however often the person asked to see it again. */
function overBudget(told: readonly Told[], most: (week: string) => number): readonly Told[] {
  const weeks = Map.groupBy(
    told.filter(({ topic }) => !UNCOUNTED.includes(topic)),
    ({ at }) => weekOf(at),
  )
  return [...weeks].flatMap(([week, of]) => {
    const distinct = [...new Map(of.map(each => [each.message, each])).values()]
    return distinct.slice(most(week))
  })
}

function isAfterTheAct({ topic, thing, at }: Told, deeds: readonly Deed[]): boolean {
  const subject = SUBJECT[topic]
  return deeds.some(
    deed =>
      deed.at < at &&
      ((deed.kind === 'done' && deed.topic === subject && deed.thing === thing) ||
        (deed.kind === 'stopped' && deed.topic === topic)),
  )
}

/** Whether one of its things was done by then. Of ideas and axes others do it as well, which the ledger does not tell. */
function isWeekHeeded({ things = [], at }: Told, by: number, deeds: readonly Deed[]): boolean {
  const others = things.some(({ topic }) => topic === 'ideas-waiting' || topic === 'axis-silent')
  const done = (deed: Deed) => deed.kind === 'done' && deed.at >= at && deed.at <= by
  return others || deeds.some(deed => done(deed) && things.some(({ thing }) => thing === deed.thing))
}

/** Those of one topic to one person that came too soon after silence, or at all after four of it. */
function pestering(
  told: readonly Told[],
  { heeded, did }: { readonly heeded: readonly Deed[]; readonly did: readonly Deed[] },
  every: number,
): readonly Told[] {
  const broken: Told[] = []
  let silent = 0
  for (const [index, each] of told.entries()) {
    const last = told[index - 1]
    if (last) {
      const answered =
        heeded.some(({ at }) => at >= last.at && at <= each.at) || isWeekHeeded(last, each.at, did)
      silent = answered ? 0 : silent + (last.at + Math.min(PATIENCE, every) <= each.at ? 1 : 0)
      const least = (silent >= 2 ? 2 : 1) * every - DAY
      if (!answered && (silent >= 4 || each.at - last.at < least)) broken.push(each)
    }
  }
  return broken
}

/** Cards of what moved that came within a week of another, unless the person asked for it again. */
function tooMany(told: readonly Told[]): readonly Told[] {
  const cards = told.filter(({ moved }) => moved !== undefined)
  return cards.filter(({ at, round }, index) => {
    const before = cards[index - 1]
    return round === 1 && before !== undefined && at - before.at < 7 * DAY
  })
}

/** Whether it tells nothing, or of an idea that the person no longer supports. */
function isOfNothing({ moved, at }: Told, deeds: readonly Deed[]): boolean {
  if (moved === undefined) return false
  const left = (idea: string) =>
    deeds.some(deed => deed.kind === 'left' && deed.thing === idea && deed.at < at)
  return moved.length === 0 || moved.some(left)
}

/** Everything that broke a promise, looked at from outside: from what left and what people did. */
export function breachesOf({ told, deeds, wishes }: Ledger, spacing: Spacing): Breach[] {
  const breaches: Breach[] = told
    .filter(each => isOutside(each) && !hadToReach(each, wishes.get(each.person)))
    .map(each => ({ rule: 'outside working hours', told: each }))
  const deedsOf = Map.groupBy(deeds, ({ person }) => person)
  for (const [person, of] of Map.groupBy(told, each => each.person)) {
    const did = deedsOf.get(person) ?? []
    const wish = wishes.get(person)
    const add = (rule: string, found: readonly Told[]) =>
      breaches.push(...found.map(each => ({ rule, told: each })))
    const capped = (week: string) =>
      wish?.perWeek !== undefined && week > weekOf(wish.from) ? wish.perWeek : PER_WEEK
    add('over the budget', overBudget(of, capped))
    add('two of what moved in a week', tooMany(of))
    add(
      'about nothing',
      of.filter(each => isOfNothing(each, did)),
    )
    add(
      'after the act',
      of.filter(each => isAfterTheAct(each, did)),
    )
    const since = of.filter(each => wish !== undefined && each.at > wish.from && !hadToReach(each, wish))
    add(
      'during a pause',
      since.filter(each => isPaused(each, wish)),
    )
    add(
      'on a day off',
      since.filter(each => isDayOff(each, wish)),
    )
    const twice = Map.groupBy(of, ({ message, round }) => `${message} ${round}`)
    add(
      'twice',
      [...twice.values()].flatMap(([, ...again]) => again),
    )
    for (const [topic, ofTopic] of Map.groupBy(of, each => each.topic)) {
      const every = spacing[topic]
      const first = ofTopic.filter(({ round }) => round === 1)
      const heeded = did.filter(deed => deed.topic === topic || deed.topic === SUBJECT[topic])
      if (every !== undefined) add('too soon after silence', pestering(first, { heeded, did }, every * DAY))
    }
  }
  return breaches
}
