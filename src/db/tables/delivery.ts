export type DeliveryTables = {
  /** The outbox: facts that wait for delivery, or are done. */
  fact: {
    id: string
    kind: string
    payload: string
    merge_key: string | null
    state: 'ready' | 'taken' | 'done' | 'dead'
    due_at: number
    attempts: number
    /** Order of writing among facts due at the same moment. */
    created_at: number
    /** Low priority: taken when nothing else is due. */
    bulk: 0 | 1
  }
  /** Messages the bot sent and may edit, by the key that names them. */
  post: {
    key: string
    address: string
    /** Teams' id of the message. */
    message_id: string
    posted_at: number
    edited_at: number
    edits: number
    /** Nobody reads it any more: written until a migration drops it, since it may not be empty. */
    burst_at: number
    state: 'sending' | 'sent' | 'unknown' | 'unreachable' | 'dead' | 'gone'
    /** Teams' code, where it did not take it. */
    why: string | null
  }
  /** Lease of the sending process: see delivery/sender-lease. */
  lease: { name: string; epoch: number; beat: number; held: number }
  /** Idempotency keys already used: see kernel/storage/idempotency. */
  seen: { key: string; id: string; expires_at: number }
}
