import { voterErasureStore } from './erasure-store.ts'
import { voterErasureUsecases } from './erasure-usecases.ts'
import { secretHandlers } from './handlers.ts'
import { secretStore } from './store.ts'
import { type SecretParts, secretUsecases } from './usecases.ts'

type Parts = Omit<SecretParts, 'secretStore'> & {
  /** Key of the pseudonym that remains of an erased voter. */
  readonly linkSecret: string
}

/** Votes that are sealed, and what is left of a voter who is erased. */
export function secrecyRoom(parts: Parts) {
  const { ballotSecrets, purge, transact, read, note, clock, log, linkSecret } = parts
  const secrets = secretUsecases({ secretStore, ballotSecrets, purge, transact, read, note, clock, log })
  const erasure = voterErasureUsecases({ marks: voterErasureStore, secrets, clock, linkSecret })
  return { secrets, erasure, handlers: secretHandlers({ scrub: secrets.scrub }) }
}
