import type { Words } from '../../i18n/words.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import type { Once } from '../../kernel/storage/idempotency.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { journalCut, journalHeads, journalRow } from './journal-cards.ts'
import { thingStore } from './resource-store.ts'
import { auditRoutes, type JournalTable } from './routes.ts'
import { auditStore } from './store.ts'
import { auditUsecases } from './usecases.ts'

type Deps = {
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: string
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly words: (language: Language) => Words
}

/** Wired first: every other feature writes its acts here. */
export function wireAudit(deps: Deps) {
  const { transact, read, once, clock, ids, zone, directions } = deps
  const directionName = (id: string) => directions.find(each => each.id === id)?.name
  const stores = { store: auditStore, things: thingStore }
  const usecases = auditUsecases({ ...stores, transact, read, once, clock, ids })
  const tableIn = (language: Language): JournalTable => {
    const words = deps.words(language)
    return {
      name: words.say('journal.file'),
      heads: journalHeads(words),
      row: (entry, things) => journalRow({ words, zone, directionName }, entry, things),
      cut: (rows, all) => journalCut(words, rows, all),
    }
  }
  return { usecases, routes: auditRoutes({ audit: usecases, zone, tableIn }) }
}
