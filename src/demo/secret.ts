import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readSecretFile, secretFileOf } from '../config/index.ts'
import type { Ids } from '../kernel/crypto/ids.ts'

/** A generated secret, stored in a file: links and keys of ballots survive a restart. */
function kept(databaseUrl: string, name: 'link-secret' | 'ballot-secret', ids: Ids): string {
  const known = readSecretFile(databaseUrl, name)
  if (known !== undefined) return known
  const place = secretFileOf(databaseUrl, name)
  const secret = ids.nonce() + ids.nonce()
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, secret, { mode: 0o600 })
  return secret
}

/** Signs calendar links. */
export function linkSecret(databaseUrl: string, ids: Ids): string {
  return kept(databaseUrl, 'link-secret', ids)
}

/** Wraps the keys of secret ballots. */
export function ballotSecret(databaseUrl: string, ids: Ids): string {
  return kept(databaseUrl, 'ballot-secret', ids)
}
