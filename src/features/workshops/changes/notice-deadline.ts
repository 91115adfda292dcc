import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Workshop } from '../workshop/domain.ts'

/** Reason under which who has a seat hears that the workshop moved. */
export function movedReason(workshop: string, revision: number): string {
  return `workshop-moved:${workshop}:${revision}`
}

/** Reason under which people hear that a workshop is called off; `call` names the act. */
export function offReason(call: string): string {
  return `workshop-off:${call}`
}

/**
 * Until when (milliseconds) somebody must know what became of the workshop: before they come, where they last heard that
 * they are expected. Of a change before this one that they have not heard of yet, that is earlier. `own`: by this one alone.
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
