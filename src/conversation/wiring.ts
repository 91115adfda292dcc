import type { Words } from '../i18n/words.ts'
import type { Audit, AuditRoleChange } from '../kernel/access/audit.ts'
import type { Ids } from '../kernel/crypto/ids.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { TabLink } from '../kernel/requests/tab-link.ts'
import type { Once } from '../kernel/storage/idempotency.ts'
import type { Note } from '../kernel/storage/outbox.ts'
import type { Transact } from '../kernel/storage/tx.ts'
import type { Language, WholeLanguage } from '../kernel/text/language.ts'
import type { Clock } from '../kernel/time/clock.ts'

/** Dependencies that compose passes to every feature's `wire`. */
export type Wiring = {
  readonly clock: Clock
  readonly ids: Ids
  readonly transact: Transact
  /** Read transactions: no write lock. */
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly roleChanged: AuditRoleChange
  readonly log: Logger
  readonly words: (language: Language) => Words
  /** The programme's IANA time zone. */
  readonly zone: string
  /** The programme's own language, used on channel cards. */
  readonly home: WholeLanguage
  /** Deep links to our tabs inside Teams. */
  readonly tabLink: TabLink
}

/** Optional contributions of the features, by name. */
export function offered<T>(
  wires: readonly object[],
  name: 'schedules' | 'measures' | 'erasures',
): readonly T[] {
  return wires.flatMap(wire => (wire as Partial<Record<typeof name, readonly T[]>>)[name] ?? [])
}
