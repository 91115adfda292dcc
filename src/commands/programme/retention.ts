import { EXPIRIES } from '../../composition/expiries.ts'
import { readCommandConfig } from '../../config/index.ts'
import { openDatabase } from '../../db/index.ts'
import { retentionUsecases } from '../../features/programme/retention/usecases.ts'
import { programmeStore, retentionStore } from '../../features/programme/wire.ts'
import type { Expiring } from '../../kernel/personal-data/expiry.ts'
import { systemClock } from '../../kernel/time/clock.ts'
import type { Say } from '../command-line/lines.ts'
import { checkReady, databaseExists } from '../command-line/ready-database.ts'
import type { ProgrammeEnvironment } from './acts.ts'

const WHAT: Readonly<Record<Expiring, string>> = {
  ideaNames: 'ideas that would no longer say whose they are',
  commitments: 'commitments, with their notes',
  seats: 'answers to workshops',
  presence: 'attendances',
  votes: 'open votes that would no longer say whose they are',
  messages: 'messages that the bot wrote unasked',
  posts: 'cards that the bot could no longer edit',
}

/** Dry run of the next night's erasure. @returns the exit code */
export async function retention(
  { say, complain }: { readonly say: Say; readonly complain: Say },
  env?: ProgrammeEnvironment,
): Promise<number> {
  const { databaseUrl } = readCommandConfig(env)
  const database = databaseExists(databaseUrl) ? await openDatabase({ url: databaseUrl }) : undefined
  try {
    if (database) await checkReady(database)
    const programme = await database?.read(tx => programmeStore(tx).current())
    if (!database || !programme) {
      complain('The database holds no programme yet: start the server, or import a method file.')
      return 1
    }
    const parts = { ...database, programme, expiries: EXPIRIES, store: retentionStore, clock: systemClock }
    const due = await retentionUsecases(parts).due()
    for (const { kind, count } of due)
      say(`${String(count).padStart(8)}  ${WHAT[kind]} (${kind}: ${programme.retention[kind]} months)`)
    say('Nothing was erased: the server does it every night at 2:30.')
    return 0
  } finally {
    await database?.close()
  }
}
