import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readSecretFile, secretFileOf } from '../config/index.ts'
import type { Ids } from '../kernel/crypto/ids.ts'

/** A secret of the demo, kept in a file: links and the keys of ballots outlive a restart. */
function kept(databaseUrl: string, name: 'link-secret' | 'ballot-secret', ids: Ids): string {
  const known = readSecretFile(databaseUrl, name)
  if (known !== undefined) return known
  const place = secretFileOf(databaseUrl, name)
  const secret = ids.nonce() + ids.nonce()
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, secret, { mode: 0o600 })
  return secret
}

/** What signs calendar links in the demo. */
export function linkSecret(databaseUrl: string, ids: Ids): string {
  return kept(databaseUrl, 'link-secret', ids)
}

/** What wraps the keys of the demo's secret ballots. */
export function ballotSecret(databaseUrl: string, ids: Ids): string {
  return kept(databaseUrl, 'ballot-secret', ids)
}
