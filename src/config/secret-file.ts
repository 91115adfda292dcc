import { existsSync, readFileSync } from 'node:fs'

/** Files of the demo: the secret of its links, the wrapping key of its secret ballots, how far its clock is ahead. */
type Named = 'link-secret' | 'ballot-secret' | 'clock'

/** Path of the demo's file: beside an embedded database; in the default folder for another one. */
export function secretFileOf(databaseUrl: string, name: Named = 'link-secret'): string {
  const path = databaseUrl.replace(/^file:/, '')
  return databaseUrl.startsWith('file:') && path !== ':memory:' ? `${path}.${name}` : `.data/${name}`
}

export function readSecretFile(databaseUrl: string, name: Named = 'link-secret'): string | undefined {
  const place = secretFileOf(databaseUrl, name)
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined
}
