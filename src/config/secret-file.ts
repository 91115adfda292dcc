import { existsSync, readFileSync } from 'node:fs'

/** Where the demo keeps its link secret: beside an embedded database; by itself when there is another. */
export function secretFileOf(databaseUrl: string): string {
  const path = databaseUrl.replace(/^file:/, '')
  return databaseUrl.startsWith('file:') && path !== ':memory:' ? `${path}.link-secret` : '.data/link-secret'
}

export function readSecretFile(databaseUrl: string): string | undefined {
  const place = secretFileOf(databaseUrl)
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined
}
