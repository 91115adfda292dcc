import type { Actor } from '../../kernel/access/actor.ts'
import { formKey, type IdempotencyKey, inputText } from '../../kernel/storage/idempotency.ts'
import { fingerprint } from '../../kernel/text/text.ts'
import { DAY, MINUTE } from '../../kernel/time/clock.ts'
import { checkFormOf } from './form-nonce.ts'
import type { Pressed, Typed } from './incoming.ts'

/**
 * Idempotency keys of a creation (ARCHITECTURE.md, « Idempotent by meaning, not by message id »). A form: its nonce
 * and content; an input on a channel card: its content; a typed message: Teams' id, and its text too, as Teams may
 * repeat it under a new id.
 * @throws Refusal `form-of-other`
 */
export function idempotencyKeys(actor: Actor, incoming: Typed | Pressed): readonly IdempotencyKey[] {
  if (incoming.kind === 'typed') {
    return [
      { key: `typed:${fingerprint(incoming.place.key, incoming.id)}`, forMs: DAY },
      { key: `words:${actor.id}:${fingerprint(incoming.place.key, incoming.text)}`, forMs: 10 * MINUTE },
    ]
  }
  const { nonce } = incoming.data
  if (typeof nonce === 'string' && nonce !== '') {
    checkFormOf(actor, nonce)
    return [formKey(actor.id, nonce, incoming.data)]
  }
  return [
    {
      key: `input:${actor.id}:${fingerprint(incoming.card ?? '', incoming.verb, inputText(incoming.data))}`,
      forMs: 10 * MINUTE,
    },
  ]
}
