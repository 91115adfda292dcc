import { audienceUsecases } from './audience-usecases.ts'
import { ballotContext } from './context-usecases.ts'
import { hostUsecases } from './host-usecases.ts'
import { listUsecases } from './list-usecases.ts'
import { optionUsecases } from './option-usecases.ts'
import { type SequelParts, sequelReads } from './sequel-usecases.ts'
import { ballotStore } from './store.ts'
import { showUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof audienceUsecases>[0], 'sequels'> &
  SequelParts &
  Omit<Parameters<typeof ballotContext>[0], 'store' | 'audience'> &
  Pick<Parameters<typeof optionUsecases>[0], 'transact'> &
  Pick<Parameters<typeof showUsecases>[0], 'read'> &
  Pick<Parameters<typeof listUsecases>[0], 'attendance'> &
  Parameters<typeof hostUsecases>[0]

/** Ballots as they stand for whoever looks, and whom they ask. `context`: for rooms that change them. */
export function ballotRoom(parts: Parts) {
  const { programme, workshops, attendance, channels, votes, transact, read, note, clock } = parts
  const { isCounted, votedSecretly, nextSteps, ideas, zone } = parts
  const store = ballotStore
  const sequels = sequelReads({ nextSteps, ideas, clock, zone })
  const audience = audienceUsecases({ read, programme, workshops, attendance, channels, sequels })
  const context = ballotContext({ store, votes, note, clock, isCounted, votedSecretly, audience })
  const reading = { store, read, clock, audience, context }
  return {
    store,
    audience,
    sequels,
    context,
    shown: showUsecases(reading),
    hosts: hostUsecases({ read, workshops }).hosts,
    lists: listUsecases({ ...reading, workshops, attendance }),
    options: optionUsecases({ store, transact, context }),
  }
}
