import type { Actor } from '../../kernel/access/actor.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { fingerprint } from '../../kernel/text/text.ts'

const MARK = 8

function markOf({ id }: Actor, drawn: string): string {
  return fingerprint(id, drawn).slice(0, MARK)
}

/** A nonce without a mark is bound to nobody. */
function isFor(actor: Actor, nonce: string): boolean {
  const [drawn = '', mark] = nonce.split('.', 2)
  return mark === undefined || mark === markOf(actor, drawn)
}

/**
 * Nonce of one rendering of a form, bound to the person it was drawn for: a card can be forwarded, and sent by
 * somebody else. A form that comes back keeps its nonce `given`; one bound to another person gets a new one.
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
