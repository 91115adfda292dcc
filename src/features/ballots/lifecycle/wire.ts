import { lifecycleHandlers } from './handlers.ts'
import { lastDayUsecases } from './last-day-usecases.ts'
import { totalsReplies } from './reply-handlers.ts'
import { lifecycleRoutes } from './routes.ts'
import { lifecycleUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof lifecycleUsecases>[0], 'lastDays'> & Parameters<typeof lastDayUsecases>[0]
type Room = ReturnType<typeof lifecycleRoom>
type Entry = Omit<Parameters<typeof lifecycleHandlers>[0], 'lifecycle' | 'totalsReply'> &
  Omit<Parameters<typeof lifecycleRoutes>[0], 'lifecycle'>

/** Ballots opened and closed, by whom or by the clock, and the last day on which one may vote. */
export function lifecycleRoom(parts: Parts) {
  const { store, transact, read, once, note, audit, clock, ids, zone, messages } = parts
  const { channels, ideas, audience, context, check, secrets, hosts } = parts
  const lastDays = lastDayUsecases({ store, transact, read, note, clock, zone, messages })
  const lifecycle = lifecycleUsecases({
    store,
    transact,
    read,
    once,
    note,
    audit,
    clock,
    ids,
    zone,
    messages,
    channels,
    ideas,
    audience,
    context,
    check,
    secrets,
    hosts,
    lastDays,
  })
  return { lastDays, lifecycle }
}

export function lifecycleEntries({ lifecycle }: Room, entry: Entry) {
  const {
    show,
    waiting,
    agenda,
    atTables,
    countAtTables,
    places,
    announced,
    programme,
    words,
    replies,
    form,
  } = entry
  const { totalsReply } = totalsReplies({ words, replies })
  return {
    totalsReply,
    handlers: lifecycleHandlers({ show, lifecycle, announced, words, replies, totalsReply, form }),
    routes: lifecycleRoutes({ waiting, agenda, atTables, countAtTables, show, lifecycle, places, programme }),
  }
}
