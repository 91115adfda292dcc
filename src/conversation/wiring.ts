import type { Words } from '../i18n/words.ts'
import type { Audit, AuditSeat } from '../kernel/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Ids } from '../kernel/ids.ts'
import type { Language } from '../kernel/language.ts'
import type { Logger } from '../kernel/logger.ts'
import type { Once } from '../kernel/once.ts'
import type { Note } from '../kernel/outbox.ts'
import type { TabLink } from '../kernel/tab-link.ts'
import type { Transact } from '../kernel/tx.ts'

/** What compose hands to every feature's `wire`. */
export type Wiring = {
  readonly clock: Clock
  readonly ids: Ids
  readonly transact: Transact
  /** Like `transact`, for reading only: takes no write lock. */
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly seated: AuditSeat
  readonly log: Logger
  readonly words: (language: Language) => Words
  /** The programme's IANA time zone. */
  readonly zone: string
  /** The programme's own language, in which channel cards speak. */
  readonly home: Language
  /** Addresses of our tabs inside Teams. */
  readonly tabLink: TabLink
}

/** What some features offer besides handlers and routes. */
export function offered<T>(wires: readonly object[], name: 'schedules' | 'measures'): readonly T[] {
  return wires.flatMap(wire => (wire as Partial<Record<typeof name, readonly T[]>>)[name] ?? [])
}
