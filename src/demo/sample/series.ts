import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { App } from '../../compose.ts'
import { seriesAnnounceUsecases } from '../../features/workshops/announcements/series-usecases.ts'
import { seatStore } from '../../features/workshops/seats/store.ts'
import { waitingListUsecases } from '../../features/workshops/seats/waiting-list-usecases.ts'
import { seriesStore } from '../../features/workshops/series/store.ts'
import { workshopStore } from '../../features/workshops/workshop/store.ts'
import { DAY } from '../../kernel/time/clock.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import { DEMO_TENANT, PERSONAS } from '../personas/personas.ts'

type Someone = { readonly objectId: string; readonly name: string }
type Press = (who: Someone, verb: string, data: object) => Promise<Readonly<Record<string, unknown>>>
type Series = {
  readonly title: string
  readonly description: string
  readonly axis: string
  /** `join`: indexes of the sample's people, in order of registration; those without a seat go on the waiting list. */
  readonly days: readonly {
    readonly place: string
    readonly seats: number
    readonly join: readonly number[]
  }[]
}

const AHEAD = 12 * DAY
const APART = 14 * DAY

/** `count` working days of the programme, a fortnight apart or on the next one. */
async function daysOf({ clock, programme, messages }: App, count: number): Promise<readonly string[]> {
  const workdays = await messages.workdays()
  const dates: string[] = []
  for (let at = 0; at < count; at++) {
    const before = dateIn(clock.now() + AHEAD + at * APART - DAY, programme.zone)
    dates.push(workdays.after([before, ...dates].toSorted().at(-1) ?? before))
  }
  return dates
}

/** Without channels: the demo has none before somebody adds the bot to a team. */
function announcingOn(app: App) {
  const { database, clock, ids, programme, channels } = app
  const nowhere = { channels: [], unbound: [], shut: [] }
  const { transact, read, once, note } = database
  const edges = { transact, read, once, note, clock, ids }
  const stores = { store: workshopStore, seats: seatStore }
  const waitingList = waitingListUsecases({ ...edges, ...stores, zone: programme.zone })
  const { announce } = channels
  return seriesAnnounceUsecases({
    ...edges,
    series: seriesStore,
    store: workshopStore,
    waitingList,
    audit: async () => {},
    channels: { targets: async () => nowhere, announce },
  })
}

/** Announces a series of workshops; some of the sample's people register. */
export async function announceSeries(app: App, press: Press, people: readonly Someone[]): Promise<void> {
  const { days, ...what } = parse(readFileSync(new URL('series.yaml', import.meta.url), 'utf8')) as Series
  const [lab] = PERSONAS
  const series = String((await press(lab, 'workshops.series-write', what)).series ?? '')
  const dates = await daysOf(app, days.length)
  for (const [at, { place, seats }] of days.entries()) {
    const day = { series, ...what, date: dates[at], start: '09:30', end: '16:30', place, seats, link: '' }
    await press(lab, 'workshops.day-write', day)
  }
  const greeting = { tenant: DEMO_TENANT, ...lab, language: app.programme.language }
  const organiser = await app.people.greet(greeting)
  const announced = await announcingOn(app).announce(organiser, series, { channel: '', directions: [] }, [])
  for (const [at, { id }] of announced.days.entries())
    for (const person of days[at]?.join ?? []) {
      const who = people[person]
      const answer = { workshop: id, answer: 'yes', orWait: true }
      if (who) await press(who, 'workshops.answer', answer)
    }
}
