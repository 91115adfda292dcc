import { randomIds } from '../../../../kernel/crypto/ids.ts'

/** Marks one drawing of a form: sent twice, it makes one thing. */
export const mintNonce = randomIds.nonce
