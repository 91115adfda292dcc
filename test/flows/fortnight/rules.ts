import { DAY } from '../../../src/kernel/time/clock.ts'
import { clockIn, dateIn } from '../../../src/kernel/time/time-zone.ts'
import type { Deed, Ledger, Told } from './ledger.ts'
import { firstName } from './people.ts'
import { ZONE } from './play.ts'

/** French public holidays of 2027 that the plays meet, by hand: not from the library that the product asks. */
const HOLIDAYS = ['2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17', '2027-11-01']
const HOURS = { from: '09:00', until: '17:30' }
const PER_WEEK = 3
/** They answer what one did oneself, and count in no week. */
const UNCOUNTED = [
  'workshop-moved',
  'relay',
  'my-workshop-tomorrow',
  'workshop-feedback',
  'my-horizon',
  'my-step',
  'my-trial',
  'step-asked',
]

/** What one touched that moved. */
const RETURNS = ['idea-answered', 'idea-balloted', 'idea-result', 'moves']

/** Says which message broke a rule. */
type Rule = (told: Told, before: readonly Told[], deeds: readonly Deed[]) => boolean

const same = (a: Told, b: Told) => a.to === b.to && a.topic === b.topic && a.thing === b.thing

/** The Monday of the moment's week. */
function weekOf(at: number): string {
  const day = Date.parse(dateIn(at, ZONE))
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  return new Date(day - sinceMonday * DAY).toISOString().slice(0, 10)
}

function isWorkingTime(at: number): boolean {
  const [day, time] = [dateIn(at, ZONE), clockIn(at, ZONE)]
  const weekday = new Date(day).getUTCDay()
  return weekday >= 1 && weekday <= 5 && !HOLIDAYS.includes(day) && time >= HOURS.from && time < HOURS.until
}

function wasPutOff(told: Told, since: number, deeds: readonly Deed[]): boolean {
  return deeds.some(
    deed =>
      deed.kind === 'put off' && deed.topic === told.topic && deed.thing === told.thing && deed.at >= since,
  )
}

/** What the bot promises of every message that nobody asked for. */
const RULES: Readonly<Record<string, Rule>> = {
  'comes twice': (told, before, deeds) =>
    told.topic !== 'moves' &&
    before.some(earlier => same(earlier, told) && !wasPutOff(told, earlier.at, deeds)),
  // But what must reach somebody before a workshop begins (docs/messages.md): in this play all of it comes in time.
  'comes outside working hours': ({ at }) => !isWorkingTime(at),
  'is one too many this week': (told, before) =>
    !UNCOUNTED.includes(told.topic) &&
    before.filter(
      ({ to, at, topic }) => to === told.to && weekOf(at) === weekOf(told.at) && !UNCOUNTED.includes(topic),
    ).length >= PER_WEEK,
  'comes within seven days of another of what moved': ({ at, to, topic }, before) =>
    RETURNS.includes(topic) &&
    before.some(other => other.to === to && RETURNS.includes(other.topic) && at - other.at < 7 * DAY),
  'comes after the act': ({ to, topic, thing }, _, deeds) =>
    ['workshop-soon', 'ideas-waiting'].includes(topic) &&
    deeds.some(
      deed =>
        deed.kind === 'answered' && deed.thing === thing && (topic === 'ideas-waiting' || deed.who === to),
    ),
  'comes to who has handed over': ({ to, topic }, _, deeds) =>
    ['workshop-soon', 'ideas-waiting'].includes(topic) &&
    deeds.some(({ kind, who }) => kind === 'handed over' && who === to),
  'comes though its topic was stopped': ({ to, topic }, _, deeds) =>
    deeds.some(deed => deed.kind === 'stopped' && deed.who === to && deed.topic === topic),
  'comes during a pause': ({ to, at }, _, deeds) =>
    deeds.some(deed => deed.kind === 'paused' && deed.who === to && at < deed.until),
}

/** A welcome answers somebody who has just added the app: it is not a message of these. */
export function messagesOf({ told }: Pick<Ledger, 'told'>): readonly Told[] {
  return told.filter(({ topic }) => topic !== 'welcome')
}

/** Every breach, in words. */
export function breachesOf(ledger: Ledger): string[] {
  const told = messagesOf(ledger)
  const found = told.flatMap((message, index) => {
    const deeds = ledger.deeds.filter(({ at }) => at <= message.at)
    const { at, to, topic, thing } = message
    const which = `${dateIn(at, ZONE)} ${clockIn(at, ZONE)} ${firstName(to)} ${topic} ${ledger.names.get(thing) ?? thing}`
    return Object.entries(RULES)
      .filter(([, isBroken]) => isBroken(message, told.slice(0, index), deeds))
      .map(([name]) => `${which} ${name}`)
  })
  return [...found, ...ledger.broken]
}
