import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const NAME = /^faire-\d{4}-\d{2}-\d{2}T\d{6}Z\.sqlite$/

/** A folder that exists, or a path with a trailing slash. */
export function isFolder(path: string): boolean {
  return path.endsWith('/') || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
}

/** `faire-2027-04-22T020000Z.sqlite`, the time (milliseconds) in UTC: names sort by time. */
export function nameAt(folder: string, at: number): string {
  const [moment = ''] = new Date(at).toISOString().replaceAll(':', '').split('.')
  return join(folder, `faire-${moment}Z.sqlite`)
}

/** Rotation: removes all backups of the folder but the newest `keep`; touches no other file. @returns their paths */
export function rotateBackups(folder: string, keep: number): readonly string[] {
  const names = readdirSync(folder).filter(name => NAME.test(name))
  const gone = names.sort().slice(0, -keep)
  for (const name of gone) rmSync(join(folder, name))
  return gone.map(name => join(folder, name))
}
