import type { Database } from '../../../src/db/index.ts'
import type { Channel, Where } from '../../../src/features/channels/index.ts'
import { calendarOf } from '../../../src/features/messages/calendar/holidays.ts'
import { needStore } from '../../../src/features/workshops/attendees/needs-store.ts'
import { visitStore } from '../../../src/features/workshops/attendees/store.ts'
import { openingStore } from '../../../src/features/workshops/openings/store.ts'
import { agendaUsecases } from '../../../src/features/workshops/registration/agenda-usecases.ts'
import type { Marks } from '../../../src/features/workshops/registration/outcomes.ts'
import { personalViews } from '../../../src/features/workshops/registration/personal-view-usecases.ts'
import { registrationStore } from '../../../src/features/workshops/registration/store.ts'
import { registrationUsecases } from '../../../src/features/workshops/registration/usecases.ts'
import { seatBatchStore } from '../../../src/features/workshops/seats/batch-store.ts'
import { seatBatches } from '../../../src/features/workshops/seats/batch-usecases.ts'
import { seatStore } from '../../../src/features/workshops/seats/store.ts'
import { seatAllocation } from '../../../src/features/workshops/seats/usecases.ts'
import { waitingListUsecases } from '../../../src/features/workshops/seats/waiting-list-usecases.ts'
import { facilitatorStore } from '../../../src/features/workshops/tables/facilitator-store.ts'
import type { TypedNew } from '../../../src/features/workshops/workshop/domain.ts'
import { publishingUsecases } from '../../../src/features/workshops/workshop/publishing-usecases.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { workshopUsecases } from '../../../src/features/workshops/workshop/usecases.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { tabLinks } from '../../../src/kernel/requests/tab-link.ts'
import { type Clock, HOUR } from '../../../src/kernel/time/clock.ts'
import { auditIn } from '../features/audit.ts'
import { messagesWith } from '../features/message-rooms.ts'
import { programme } from '../programme/programme.ts'

/** Of workshops at which nobody was checked in, and of which nothing is published. */
export const NO_MARKS = (): Marks => ({
  visitedBy: async () => [],
  cameTo: async () => new Set(),
  summarisedAmong: async () => new Set(),
})

export const lab: Actor = { id: 'p-lab', name: 'Maëlle', role: 'organiser', language: 'fr' }

/** Ten Directions share the agents out. */
export function agent(number: number): Actor {
  const direction = `direction-${number % 10}`
  return { id: `p-${number}`, name: `Agent ${number}`, role: 'agent', language: 'fr', direction }
}

export const channel: Channel = {
  id: '19:general@thread.tacv2',
  teamId: 'team',
  teamName: 'Faire équipe',
  name: 'Général',
  address: 'address-of-general',
}

/** Stands in for people, who have their own tests: nobody here is known. */
export const people = {
  tookPart: async () => {},
  names: async (ids: readonly string[]) => new Map(ids.map(id => [id, `Name of ${id}`])),
  actor: async () => undefined,
  reachOf: async () => undefined,
  answered: async () => undefined,
}

export const links = { origin: 'https://faire.example', secret: 'signs the links of these tests alone' }

export const tabLink = tabLinks({ mode: 'production', publicUrl: links.origin, teamsAppId: 'app' })

/** Stands in for channels, which have their own tests. */
export const channels = {
  list: async () => [channel],
  targets: async ({ channel: id }: Where) => {
    if (id !== channel.id) throw new Refusal('channel-gone')
    return { channels: [channel], unbound: [], shut: [] }
  },
  announce: async () => {},
  announced: async () => [channel],
}

export function draft(now: number, change: Partial<TypedNew> = {}): TypedNew {
  return {
    title: 'Accueillir mieux, plus près',
    description: '',
    axis: 'territoires',
    startsAt: now + 24 * HOUR,
    endsAt: now + 27 * HOUR,
    place: 'Carcassonne',
    link: '',
    capacity: 10,
    where: { channel: channel.id, directions: [] },
    ...change,
  }
}

/** The rooms that announce a workshop, show it and take answers to it, as one object. */
export function usecasesOn(
  { transact, read, once, note }: Database,
  clock: Clock,
  seats = seatStore,
  several = seatBatchStore,
) {
  const edges = { transact, read, once, note, clock, ids: randomIds }
  const { zone } = programme
  const stores = { store: workshopStore, registrations: registrationStore, seats }
  const views = personalViews({ ...stores, facilitators: facilitatorStore, openings: openingStore, clock })
  const waitingList = waitingListUsecases({ ...edges, ...stores, zone })
  const parts = {
    ...edges,
    ...stores,
    views,
    waitingList,
    audit: auditIn(edges),
    programme,
    channels,
    people,
  }
  const allocation = seatAllocation({ seats, waitingList, clock, zone, people })
  const batches = seatBatches({ ...parts, zone, several })
  return {
    ...workshopUsecases(parts),
    ...publishingUsecases(parts),
    ...agendaUsecases(parts),
    ...registrationUsecases({ ...parts, allocation, batches, needs: needStore, visits: visitStore }),
  }
}

/** The real thing, for people whom nobody knows. */
export function messagesOn({ transact, read, note }: Database, clock: Clock) {
  const { zone, messages: rules, calendar } = programme
  const parts = { transact, read, note, clock, ids: randomIds, people, zone, perWeek: rules.perWeek }
  return messagesWith({ ...parts, calendar: calendarOf(calendar) })
}

/** The facts that wait, in order, taken out of the queue up to `now`. */
export async function factsOf({ queue }: Database): Promise<{ kind: string; payload: object }[]> {
  const facts = []
  for (let taken = await queue.take(); taken; taken = await queue.take()) {
    facts.push({ kind: taken.fact.kind, payload: taken.fact.payload })
    await queue.finish(taken.id)
  }
  return facts
}
