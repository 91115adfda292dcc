import { type Database, openDatabase } from '../../../src/db/index.ts'
import { listUsecases } from '../../../src/features/asking/lists-usecases.ts'
import { askingUsecases, type Looking } from '../../../src/features/asking/usecases.ts'
import type { Clock } from '../../../src/kernel/time/clock.ts'
import { schemaFor } from '../database/schema.ts'
import { programme } from '../programme/programme.ts'
import { featuresOn, freshForm } from './ideas.ts'

const NOTHING = { items: [] }

/** Questions over ideas alone: there is no workshop and no ballot. */
export function askingOn(database: Database, clock: Clock) {
  const features = featuresOn(database, clock)
  const none = async () => NOTHING
  const list = listUsecases({
    workshops: { coming: none },
    ballots: { agenda: none },
    initiatives: { list: none },
    commitments: { near: none, mine: none },
    readsCommitments: () => true,
  })
  return { ...features, asking: askingUsecases({ ideas: features.ideas, list, programme, clock }) }
}

/** An in-memory database with these ideas, all of one author, and somebody else who asks. */
export async function askIdeas(texts: readonly string[], clock: Clock) {
  const url = 'file::memory:'
  const database = await openDatabase({ url, clock, migrations: schemaFor(url) })
  await database.migrate()
  const { asking, ideas, person } = askingOn(database, clock)
  const [author, asks] = [await person('sophie', 'culture'), await person('camille', 'lycees')]
  for (const text of texts) await ideas.submit(author, { text }, freshForm(author))
  return {
    answer: (text: string, looking: Looking = {}) => asking.answer(asks, text, looking),
    close: database.close,
  }
}
