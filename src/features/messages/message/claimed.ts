import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Claimed } from './domain.ts'

type ClaimedParts = {
  /** Undefined for one that is not to be sent any more. */
  readonly claim: (ticket: string) => Promise<Claimed | undefined>
  readonly drop: (id: string) => Promise<void>
}

/**
 * Draws the message of a ticket as things stand while it is sent, and drops one of which there is nothing more to say. `drawn`:
 * undefined, or a `Refusal`, where that is so: hidden, gone, done meanwhile, or no longer theirs to read.
 */
export async function drawClaimed<Drawn>(
  { claim, drop }: ClaimedParts,
  ticket: string,
  drawn: (actor: Actor, message: Claimed) => Promise<Drawn | undefined>,
): Promise<readonly (Pick<Claimed, 'to' | 'key'> & { readonly reply: Drawn })[]> {
  const claimed = await claim(ticket)
  if (!claimed) return []
  const { actor, to, key, id } = claimed
  const reply = await drawn(actor, claimed).catch(error => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  if (reply) return [{ to, key, reply }]
  await drop(id)
  return []
}
