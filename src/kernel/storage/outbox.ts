import type { Tx } from './tx.ts'

/**
 * A domain event for the outbox. Written in the transaction that made it true; `delivery/` hands it to the router
 * once it is due.
 */
export type Fact = {
  /** `feature.what-happened` */
  readonly kind: string
  /** Small and plain: ids and codes, no text that a person wrote. */
  readonly payload: Readonly<Record<string, string | number>>
  /** Milliseconds; the moment it falls due. Absent: at once. */
  readonly dueAt?: number
  /**
   * Deduplication: while a fact with the same key waits, another one adds nothing. Edits of one card are merged this
   * way.
   */
  readonly mergeKey?: string
  /** Low priority, for messages to many: whatever else is due goes first. */
  readonly bulk?: boolean
}

export type Note = (tx: Tx, fact: Fact) => Promise<void>
