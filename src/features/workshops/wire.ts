import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { previewsOf } from './announcements/cards.ts'
import { wireAnnouncements } from './announcements/wire.ts'
import { wireAttendees } from './attendees/wire.ts'
import { calendarAddresses } from './calendar/address.ts'
import { wireCalendar } from './calendar/wire.ts'
import { moveOrCancellationNotice } from './cancellation/notice-handlers.ts'
import { wireCancellation } from './cancellation/wire.ts'
import { wireChanges } from './changes/wire.ts'
import { wireOpenings } from './openings/wire.ts'
import { wireOversight } from './oversight/wire.ts'
import { wireRegistration } from './registration/wire.ts'
import { waitingListHandlers } from './seats/waiting-list-handlers.ts'
import { type Marks, type WorkshopDeps, wireSeats } from './seats-wire.ts'
import { wireSeries } from './series/wire.ts'
import { wireTables } from './tables/wire.ts'
import { noticeHandlers } from './workshop/message-handlers.ts'
import { workshopSearchHandlers } from './workshop/search-handlers.ts'
import { workshopSearch } from './workshop/search-usecases.ts'

export type { Marks }

type Listening = Pick<Handlers, 'facts'>

type Verbs = NonNullable<Handlers['verbs']>

/** Acts of somebody whose seat is gone, on a card that is out of date, are redrawn as their current answer. */
function redrawnOnOwnAnswer(verbs: Verbs, { 'workshops.mine': mine }: Verbs = {}): Verbs {
  if (typeof mine !== 'function') return verbs
  const known = Object.entries(verbs).map(([name, verb]) => [
    name,
    typeof verb === 'function' ? { run: verb, redraw: mine } : verb,
  ])
  return Object.fromEntries(known)
}

/** Merges fact listeners of several rooms: each fact is heard by all of them. */
function mergedListeners(...handlers: readonly Listening[]): NonNullable<Handlers['facts']> {
  const heard = handlers.flatMap(({ facts = {} }) => Object.entries(facts))
  const kinds = Map.groupBy(heard, ([kind]) => kind)
  return Object.fromEntries(
    [...kinds].map(([kind, listeners]) => [
      kind,
      async fact => (await Promise.all(listeners.map(([, hear]) => hear(fact)))).flat(),
    ]),
  )
}

/** `render` comes with the wiring because a preview shows the card as it will be posted. */
export function wireWorkshops(
  wiring: Wiring & Pick<Parameters<typeof previewsOf>[0], 'render'>,
  deps: WorkshopDeps,
) {
  const { programme, channels, people, messages, links, limits, marks, isClosed } = deps
  const { words, home, clock, render } = wiring
  const { views, waitingList, allocation, batches, workshops, publishing } = wireSeats(wiring, deps)
  const addresses = calendarAddresses(links.secret, links.origin)
  const calendarOf = addresses.addressOf
  const calendar = wireCalendar(wiring, { programme, workshops, addresses, limits, origin: links.origin })
  const tables = wireTables(wiring, { programme, people, messages, waitingList })
  const attendees = wireAttendees(wiring, { programme, people, waitingList, tableOf: tables.tableOf })
  const registration = wireRegistration(wiring, {
    programme,
    messages,
    workshops,
    views,
    allocation,
    batches,
    waitingList,
    calendars: calendar.calendars,
    calendarOf,
    marks,
  })
  const changes = wireChanges(wiring, { programme, messages, waitingList, calendarOf })
  const series = wireSeries(wiring, { programme, views, waitingList, changes: changes.changes })
  const openings = wireOpenings(wiring, {
    programme,
    messages,
    people,
    workshops,
    series: series.series,
    calendarOf,
    marks,
    isClosed,
  })
  const announcements = wireAnnouncements(wiring, {
    programme,
    channels,
    workshops,
    publishing,
    series: series.series,
    openings: openings.openings,
    waitingList,
    calendarOf,
    marks,
    render,
  })
  const cancellation = wireCancellation(wiring, {
    programme,
    messages,
    workshops,
    series: series.series,
    waitingList,
    calendarOf,
    marks,
  })
  const oversight = wireOversight(wiring, {
    programme,
    channels,
    workshops,
    publishing,
    changes: changes.changes,
    series: series.series,
    days: series.days,
    rules: series.rules,
    announcing: announcements.announcing,
    callOffs: cancellation.callOffs,
    previews: announcements.previews,
    calendarOf,
    marks,
  })
  const renderers = {
    facilitating: tables.notice,
    'workshop-moved': moveOrCancellationNotice(cancellation.notice, changes.notice),
    'seat-offered': registration.notice,
    'workshop-opens': openings.notice,
  }
  const notices = noticeHandlers({ workshops, messages, renderers })
  const search = workshopSearchHandlers({
    workshops: workshopSearch({ coming: workshops.coming, posted: workshops.posted, clock }),
    programme,
    words,
    home,
    clock,
  })
  const { show, coming, takingPlace, lately, posted } = workshops
  const { ofDirection, soon } = oversight.directions
  const { seatedIn, answersIn } = attendees.reminders
  const { answer } = registration.registrations
  return {
    usecases: {
      show,
      coming,
      takingPlace,
      lately,
      posted,
      answer,
      ofDirection,
      soon,
      seatedIn,
      answersIn,
      requireWorkshop: attendees.checkIns.requireWorkshop,
      answerOf: attendees.checkIns.answerOf,
      hasSeatFor: attendees.checkIns.hasSeatFor,
      takeSeat: attendees.checkIns.takeSeat,
      around: attendees.checkIns.around,
      ended: attendees.checkIns.ended,
      facilitated: attendees.checkIns.facilitated,
      facilitates: attendees.checkIns.facilitates,
      sit: tables.sit,
      tableOf: tables.tableOf,
      leaderIn: tables.shown.leaderIn,
      shownTables: tables.shown.shownTables,
      shownTable: tables.shown.shownTable,
      ownTables: tables.ownTables,
      sizeOfTable: tables.sizeOfTable,
      seriesPosted: series.series.posted,
      seriesEnds: series.series.ends,
      seriesShown: series.series.shown,
      seriesAhead: series.series.ahead,
      calendarOf,
    },
    plans: oversight.plans,
    handlers: {
      commands: registration.handlers.commands,
      searches: search.searches ?? {},
      links: search.links ?? {},
      verbs: {
        ...registration.handlers.verbs,
        ...changes.handlers.verbs,
        ...series.handlers.verbs,
        ...openings.handlers.verbs,
        ...announcements.verbs,
        ...cancellation.handlers.verbs,
        ...notices.verbs,
        ...redrawnOnOwnAnswer(attendees.handlers.verbs, registration.handlers.verbs),
      },
      facts: mergedListeners(
        registration.handlers,
        waitingListHandlers(waitingList),
        changes.handlers,
        notices,
        attendees.handlers,
        openings.handlers,
        ...announcements.listeners,
        cancellation.handlers,
      ),
    },
    routes: [
      ...registration.routes,
      ...openings.routes,
      ...attendees.routes,
      ...tables.routes,
      ...oversight.routes,
    ],
    schedules: [attendees.schedule],
    files: calendar.files,
  }
}
