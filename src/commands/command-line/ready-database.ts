import { existsSync } from 'node:fs'
import { embeddedPath } from '../../db/index.ts'

/** The database is not ready. The message says what to do. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault'
}

/** Whether the database exists: opening an embedded one would create it. */
export function databaseExists(url: string): boolean {
  const path = embeddedPath(url)
  return path === undefined || existsSync(path)
}

/** @throws DatabaseFault */
export async function checkReady({ isReady }: { readonly isReady: () => Promise<boolean> }): Promise<void> {
  if (await isReady()) return
  throw new DatabaseFault('The database cannot be reached, or is of another version: start the server once.')
}
