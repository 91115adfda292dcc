import type { Actor } from '../../kernel/access/actor.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { fingerprint } from '../../kernel/text/text.ts'

const MARK = 8

function markOf({ id }: Actor, drawn: string): string {
  return fingerprint(id, drawn).slice(0, MARK)
}

/** One without a mark was drawn for nobody in particular. */
function isFor(actor: Actor, nonce: string): boolean {
  const [drawn = '', mark] = nonce.split('.', 2)
  return mark === undefined || mark === markOf(actor, drawn)
}

/**
 * Names the rendering of a form and marks for whom it was drawn: a card can be forwarded, or sent again by somebody
 * else. A form that comes back keeps the nonce `given`; one that was drawn for another person gets its own.
 */
export function formNonce(ids: Ids, actor: Actor, given = ''): string {
  if (given !== '' && isFor(actor, given)) return given
  const drawn = ids.nonce()
  return `${drawn}.${markOf(actor, drawn)}`
}

/** @throws Refusal `form-of-other` when the form was drawn for somebody else */
export function checkFormOf(actor: Actor, nonce: string): void {
  if (!isFor(actor, nonce)) throw new Refusal('form-of-other')
}
