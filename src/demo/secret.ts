import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readSecretFile, secretFileOf } from '../config/index.ts'
import type { Ids } from '../kernel/ids.ts'

/** What signs calendar links in the demo: kept in a file, so that a link outlives a restart. */
export function linkSecret(databaseUrl: string, ids: Ids): string {
  const known = readSecretFile(databaseUrl)
  if (known !== undefined) return known
  const place = secretFileOf(databaseUrl)
  const secret = ids.nonce() + ids.nonce()
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, secret, { mode: 0o600 })
  return secret
}
