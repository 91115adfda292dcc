import { publicationHandlers } from './handlers.ts'
import { ballotSearchHandlers } from './search-handlers.ts'
import { ballotSearch } from './search-usecases.ts'

type Entry = Parameters<typeof publicationHandlers>[0] &
  Pick<Parameters<typeof ballotSearch>[0], 'agenda' | 'clock'>

/** Cards of ballots in channels, and those that go into somebody's message. */
export function publicationEntries(entry: Entry) {
  const { shown, agenda, clock, programme, words, home } = entry
  const { facts } = publicationHandlers(entry)
  const ballots = ballotSearch({ agenda, posted: shown, clock })
  const { searches, links } = ballotSearchHandlers({ ballots, programme, words, home })
  return { handlers: { facts, searches, links } }
}
