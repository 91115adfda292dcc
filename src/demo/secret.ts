import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Ids } from '../kernel/ids.ts'

/** Beside an embedded database; by itself when there is another. */
function placeOf(databaseUrl: string): string {
  const path = databaseUrl.replace(/^file:/, '')
  return databaseUrl.startsWith('file:') && path !== ':memory:' ? `${path}.link-secret` : '.data/link-secret'
}

/** What signs calendar links in the demo: kept in a file, so that a link outlives a restart. */
export function linkSecret(databaseUrl: string, ids: Ids): string {
  const place = placeOf(databaseUrl)
  if (existsSync(place)) return readFileSync(place, 'utf8')
  const secret = ids.nonce() + ids.nonce()
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, secret, { mode: 0o600 })
  return secret
}
