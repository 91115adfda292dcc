import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { type Previews, previewsOf, type Render } from './announcements/cards.ts'
import { workshopHandlers } from './announcements/handlers.ts'
import { seriesAnnounceHandlers } from './announcements/series-handlers.ts'
import { seriesAnnounceUsecases } from './announcements/series-usecases.ts'
import { postedStore } from './announcements/store.ts'
import { type PostedUsecases, postedUsecases } from './announcements/usecases.ts'
import { doorStore } from './attendees/check-in-store.ts'
import { doorUsecases } from './attendees/check-in-usecases.ts'
import { visitHandlers } from './attendees/handlers.ts'
import { needHandlers } from './attendees/needs-handlers.ts'
import { needRoutes } from './attendees/needs-routes.ts'
import { needStore } from './attendees/needs-store.ts'
import { needUsecases } from './attendees/needs-usecases.ts'
import { reminderUsecases } from './attendees/reminder-usecases.ts'
import { visitRoutes } from './attendees/routes.ts'
import { FORGET_NEEDS, nightly } from './attendees/schedule.ts'
import { visitStore } from './attendees/store.ts'
import { visitUsecases } from './attendees/usecases.ts'
import { calendarAddresses } from './calendar/address.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { calendarStore } from './calendar/store.ts'
import { type CalendarUsecases, calendarUsecases } from './calendar/usecases.ts'
import { callOffHandlers } from './cancellation/handlers.ts'
import { calledOffTeller, eitherTeller } from './cancellation/notice-handlers.ts'
import { callOffUsecases } from './cancellation/usecases.ts'
import { changeHandlers } from './changes/handlers.ts'
import { movedHandlers, movedTeller } from './changes/move-notice-handlers.ts'
import { movedUsecases } from './changes/move-notice-usecases.ts'
import { changeUsecases } from './changes/usecases.ts'
import { directionRoutes } from './oversight/direction-routes.ts'
import { directionUsecases } from './oversight/direction-usecases.ts'
import { checkingUsecases } from './oversight/form-check-usecases.ts'
import { planningRoutes } from './oversight/planning-routes.ts'
import { seriesRoutes } from './oversight/series-routes.ts'
import { oversightStore } from './oversight/store.ts'
import { oversightUsecases } from './oversight/usecases.ts'
import { type AnswerParts, answerHandlers } from './registration/handlers.ts'
import { offerHandlers, offerTeller } from './registration/offer-handlers.ts'
import { offerUsecases } from './registration/offer-usecases.ts'
import type { Marks } from './registration/outcomes.ts'
import { seeing } from './registration/personal-view-usecases.ts'
import { workshopRoutes } from './registration/routes.ts'
import { seatHandlers } from './registration/seat-handlers.ts'
import { seatRoutes } from './registration/seat-routes.ts'
import { swapStore } from './registration/swap-store.ts'
import { swapUsecases } from './registration/swap-usecases.ts'
import { seatStore } from './seats/store.ts'
import { settlingHandlers } from './seats/waiting-list-handlers.ts'
import { type Settling, settling } from './seats/waiting-list-usecases.ts'
import { dayHandlers } from './series/day-handlers.ts'
import { dayUsecases } from './series/day-usecases.ts'
import { seriesHandlers } from './series/handlers.ts'
import { rulesHandlers } from './series/seat-rules-handlers.ts'
import { quotaUsecases } from './series/seat-rules-usecases.ts'
import { seriesStore } from './series/store.ts'
import { seriesUsecases } from './series/usecases.ts'
import { facilitatingTeller } from './tables/facilitator-handlers.ts'
import { facilitatorRoutes } from './tables/facilitator-routes.ts'
import { facilitatorStore } from './tables/facilitator-store.ts'
import { facilitatorUsecases } from './tables/facilitator-usecases.ts'
import { tableRoutes } from './tables/routes.ts'
import { tableStore } from './tables/store.ts'
import { tableUsecases } from './tables/usecases.ts'
import { toldHandlers } from './workshop/message-handlers.ts'
import { workshopSearchHandlers } from './workshop/search-handlers.ts'
import { workshopSearch } from './workshop/search-usecases.ts'
import { workshopStore } from './workshop/store.ts'
import { workshopUsecases } from './workshop/usecases.ts'

export type { Marks }

type Deps = {
  readonly programme: Programme
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'announced' | 'list'>
  readonly people: Pick<PeopleUsecases, 'tookPart' | 'names' | 'actor'>
  readonly messages: MessageUsecases
  /** Where calendar files are fetched from, and what signs their addresses. */
  readonly links: { readonly origin: string; readonly secret: string }
  readonly marks: () => Marks
}

type Listening = Pick<Handlers, 'facts'>

type Verbs = NonNullable<Handlers['verbs']>

/** What is refused to who has no seat any more, on a card that still says so, is refused on their answer as it stands. */
function seenAgain(verbs: Verbs, { 'workshops.mine': mine }: Verbs = {}): Verbs {
  if (typeof mine !== 'function') return verbs
  const known = Object.entries(verbs).map(([name, verb]) => [
    name,
    typeof verb === 'function' ? { run: verb, redraw: mine } : verb,
  ])
  return Object.fromEntries(known)
}

/** Several may listen to one fact. */
function heardBy(...handlers: readonly Listening[]): NonNullable<Handlers['facts']> {
  const heard = handlers.flatMap(({ facts = {} }) => Object.entries(facts))
  const kinds = Map.groupBy(heard, ([kind]) => kind)
  return Object.fromEntries(
    [...kinds].map(([kind, listeners]) => [
      kind,
      async fact => (await Promise.all(listeners.map(([, hear]) => hear(fact)))).flat(),
    ]),
  )
}

type Wired = Pick<Parameters<typeof callOffHandlers>[0], 'workshops' | 'calendarOf' | 'marks'> & {
  readonly previews: Previews
  readonly changes: ReturnType<typeof changeUsecases>
  readonly settled: Settling
  readonly cards: PostedUsecases
}

/** What organisers prepare and call off. */
function wireSeries(wiring: Wiring, deps: Omit<Deps, 'links' | 'marks'>, wired: Wired) {
  const base = { ...wiring, ...deps, ...wired, series: seriesStore, store: workshopStore, seats: seatStore }
  const usecases = {
    series: seriesUsecases(base),
    days: dayUsecases(base),
    rules: quotaUsecases(base),
    announcing: seriesAnnounceUsecases(base),
    callOffs: callOffUsecases(base),
    oversight: oversightUsecases({ ...base, oversight: oversightStore }),
    checking: checkingUsecases(base),
  }
  const parts = { ...wiring, ...deps, ...wired, ...usecases }
  const announcing = seriesAnnounceHandlers(parts)
  const callOffs = callOffHandlers(parts)
  const all = [seriesHandlers(parts), dayHandlers(parts), rulesHandlers(parts), announcing, callOffs]
  const verbs = Object.assign({}, ...all.map(each => each.verbs)) as NonNullable<Handlers['verbs']>
  const routes = [...planningRoutes(parts), ...seriesRoutes(parts)]
  return { usecases, routes, verbs, heard: [announcing, callOffs], calledOff: calledOffTeller(parts) }
}

const STORES = { store: workshopStore, seats: seatStore }

type Asked = AnswerParts & { readonly messages: MessageUsecases; readonly calendars: CalendarUsecases }

/** Seats that are kept for somebody, or changed for another day's. */
function wireSeats(wiring: Wiring, wired: Asked, settled: Settling) {
  const base = { ...wiring, ...STORES, zone: wired.programme.zone }
  const swaps = swapUsecases({ ...base, days: swapStore, seeing: seeing(base), settling: settled })
  const offers = offerUsecases({ ...base, messages: wired.messages })
  const parts = { ...wired, swaps, offers }
  return {
    offers,
    verbs: seatHandlers(parts).verbs,
    facts: { ...offerHandlers(parts).facts, ...settlingHandlers(settled).facts },
    teller: offerTeller(parts),
    routes: seatRoutes(parts),
  }
}

/** Who comes and what they need, who facilitates, and at which table each sits. */
function wireHall(wiring: Wiring, deps: Omit<Deps, 'links' | 'marks'>, settled: Settling) {
  const stores = { needs: needStore, visits: visitStore, tables: tableStore, facilitators: facilitatorStore }
  const base = { ...wiring, ...deps, ...stores, store: workshopStore, settled }
  const facilitators = facilitatorUsecases(base)
  const { sit, tableOf, ...tables } = tableUsecases(base)
  const needs = needUsecases(base)
  const visits = visitUsecases({ ...base, tableOf })
  const [need, visit] = [needHandlers({ ...base, needs }), visitHandlers({ ...base, visits })]
  return {
    usecases: { sit, tableOf },
    verbs: { ...need.verbs, ...visit.verbs },
    facts: { ...need.facts },
    teller: facilitatingTeller({ ...base, facilitators }),
    routes: [
      ...needRoutes(needs),
      ...visitRoutes(visits),
      ...tableRoutes({ ...deps, tables }),
      ...facilitatorRoutes(facilitators),
    ],
  }
}

/** `render` comes with the wiring: a preview shows the card that will be posted. */
export function wireWorkshops(wiring: Wiring & { readonly render: Render }, { links, marks, ...deps }: Deps) {
  const { programme } = deps
  const previews = previewsOf({ ...wiring, programme })
  const coming = { needs: needStore, visits: visitStore }
  const workshops = workshopUsecases({ ...wiring, ...deps, ...STORES, ...coming })
  const settled = settling({ ...wiring, ...STORES, zone: programme.zone, tellable: deps.messages.tellable })
  const changes = changeUsecases({ ...wiring, ...deps, ...STORES, settled })
  const directions = directionUsecases({ ...wiring, ...deps, store: workshopStore, workshops })
  const moves = movedUsecases({ ...wiring, ...deps, store: workshopStore })
  const reminders = reminderUsecases({ ...wiring, store: workshopStore })
  const doors = doorUsecases({ ...wiring, ...STORES, doors: doorStore, settled })
  const addresses = calendarAddresses(links.secret, links.origin)
  const calendars = calendarUsecases({ ...wiring, calendars: calendarStore, addresses })
  const calendarOf = addresses.addressOf
  const cards = postedUsecases({ ...wiring, ...STORES, posted: postedStore, zone: programme.zone })
  const seen = { workshops, cards, changes, directions, moves, calendars, calendarOf, previews }
  const parts = { ...wiring, ...deps, ...seen, marks }
  const [main, answer] = [workshopHandlers(parts), answerHandlers(parts)]
  const [change, moved] = [changeHandlers(parts), movedHandlers(parts)]
  const planned = wireSeries(wiring, deps, { ...parts, settled })
  const seat = wireSeats(wiring, parts, settled)
  const hall = wireHall(wiring, deps, settled)
  const tellers = {
    facilitating: hall.teller,
    'workshop-moved': eitherTeller(planned.calledOff, movedTeller(parts)),
    'seat-offered': seat.teller,
  }
  const told = toldHandlers({ ...parts, tellers })
  const search = workshopSearchHandlers({ ...parts, workshops: workshopSearch(workshops) })
  return {
    usecases: { ...workshops, ...directions, ...reminders, ...doors, ...hall.usecases, calendarOf },
    plans: planned.usecases.oversight.plans,
    handlers: {
      ...answer,
      ...search,
      verbs: {
        ...main.verbs,
        ...answer.verbs,
        ...change.verbs,
        ...planned.verbs,
        ...told.verbs,
        ...seenAgain(hall.verbs, answer.verbs),
        ...seat.verbs,
      },
      facts: heardBy(main, moved, told, hall, seat, ...planned.heard),
    },
    routes: [
      ...workshopRoutes({ ...parts, offers: seat.offers }),
      ...directionRoutes(parts),
      ...hall.routes,
      ...seat.routes,
      ...planned.routes,
    ],
    schedules: [{ kind: FORGET_NEEDS, next: nightly(wiring.zone), erases: true }],
    files: calendarRoutes({
      workshops,
      calendars,
      addresses,
      ownName: wiring.words(wiring.home).say('tab.workshops'),
      host: new URL(links.origin).hostname,
      organisation: programme.organisation,
      axisTitle: axis => programme.axis(axis)?.title[wiring.home] ?? '',
    }),
  }
}
