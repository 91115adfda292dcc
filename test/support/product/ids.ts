import type { Ids } from '../../../src/kernel/crypto/ids.ts'

/** `id1`, `id2`, …; nonces likewise: a failing test says the same twice. */
export function sequentialIds(): Ids {
  let [ids, nonces] = [0, 0]
  return { next: () => `id${++ids}`, nonce: () => `nonce${++nonces}` }
}
