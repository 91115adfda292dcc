import { sequelHandlers } from './handlers.ts'
import { sequelRoutes } from './routes.ts'
import { sequelStore } from './store.ts'
import { type SequelUsecases, sequelUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof sequelUsecases>[0], 'sequelStore'>
type Entry = Omit<Parameters<typeof sequelHandlers>[0], 'settle'>

/** What follows of results: to be said, said, or nothing. */
export function sequelRoom(parts: Parts) {
  const { store, transact, read, note, audit, clock, zone, sequels, ideas, show } = parts
  return sequelUsecases({
    store,
    sequelStore,
    transact,
    read,
    note,
    audit,
    clock,
    zone,
    sequels,
    ideas,
    show,
  })
}

export function sequelEntries({ settle, awaited }: SequelUsecases, entry: Entry) {
  const { show, words, replies, totalsReply } = entry
  return {
    handlers: sequelHandlers({ settle, show, words, replies, totalsReply }),
    routes: sequelRoutes({ awaited, settle }),
  }
}
