import { randomIds } from '../../../../kernel/crypto/ids.ts'

/** Idempotency key of one rendering of a form. */
export const mintNonce = randomIds.nonce
