import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Workshop } from '../workshop/domain.ts'

/** Dedupe key of the notice that a workshop moved. */
export function movedReason(workshop: string, revision: number): string {
  return `workshop-moved:${workshop}:${revision}`
}

/** Dedupe key of the notice that a workshop is called off; `call` identifies the act. */
export function offReason(call: string): string {
  return `workshop-off:${call}`
}

/**
 * Deadline (milliseconds) by which somebody must be notified: before they come to where they last heard that they are
 * expected. Earlier when a previous change has not reached them yet. `own`: by this change alone.
 */
export async function mustKnowBy(
  tx: Tx,
  messages: Pick<MessageUsecases, 'owed'>,
  { id, revision }: Pick<Workshop, 'id' | 'revision'>,
  person: string,
  own: number,
): Promise<number> {
  let by = own
  for (const reason of [movedReason(id, revision - 1), offReason(`${id}:${revision - 1}`)])
    by = Math.min(by, (await messages.owed(tx, person, reason)) ?? by)
  return by
}
