import { existsSync, readFileSync } from 'node:fs'

/** What the demo keeps in files: what signs its links, what wraps the keys of its secret ballots, how far its clock is ahead. */
type Named = 'link-secret' | 'ballot-secret' | 'clock'

/** Where the demo keeps a secret: beside an embedded database; by itself when there is another. */
export function secretFileOf(databaseUrl: string, name: Named = 'link-secret'): string {
  const path = databaseUrl.replace(/^file:/, '')
  return databaseUrl.startsWith('file:') && path !== ':memory:' ? `${path}.${name}` : `.data/${name}`
}

export function readSecretFile(databaseUrl: string, name: Named = 'link-secret'): string | undefined {
  const place = secretFileOf(databaseUrl, name)
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined
}
