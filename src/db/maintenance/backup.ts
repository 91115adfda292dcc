import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { openDatabase } from '../database.ts'
import { embeddedPath } from '../engines/connect.ts'
import { codeOf } from '../engines/outage.ts'
import { closeForGood, DatabaseFileFault, migrationsIn, snapshot } from '../engines/sqlite-file.ts'
import { migrations } from '../migrations/index.ts'
import { copyDatabase } from './copy.ts'
import { checkUnused } from './exclusive-use.ts'

export type Restored = { readonly aside?: string }

function keepOnDisk(path: string): void {
  const held = openSync(path, 'r')
  fsyncSync(held)
  closeSync(held)
}

/** Renames the temporary file once it is flushed: a backup under its own name is complete. */
function finish(part: string, file: string): void {
  keepOnDisk(part)
  renameSync(part, file)
  keepOnDisk(dirname(file))
}

/** Codes for no room: SQLite (https://sqlite.org/rescode.html), disk, quota and file size limit. */
const NO_ROOM = /^(SQLITE (13|778)|ENOSPC|EDQUOT|EFBIG)$/

function roomFault(error: unknown, folder: string): unknown {
  const code = codeOf(error) || codeOf(Object(error).cause)
  if (!NO_ROOM.test(code)) return error
  return new DatabaseFileFault(
    `There is no room for it in ${folder} (${code}): make some, or give another place. Nothing of it was kept.`,
  )
}

/**
 * Runs `work` on a temporary file, which is removed if it fails. @throws DatabaseFileFault where there is no room for
 * it
 */
async function begun(part: string, work: () => Promise<void>): Promise<void> {
  rmSync(part, { force: true })
  try {
    await work()
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true })
    throw roomFault(error, dirname(part))
  }
}

/**
 * Backup: writes a snapshot of the database to `file` while the server runs, as an SQLite file, of either engine. It
 * is verified by a full read before it gets its name.
 * @returns bytes
 * @throws DatabaseFileFault where `file` exists already or its folder does not, CopyFault
 */
export async function backUp(url: string, file: string, log: Logger): Promise<number> {
  if (existsSync(file)) throw new DatabaseFileFault(`${file} stands already: a backup overwrites nothing.`)
  if (!existsSync(dirname(file))) throw new DatabaseFileFault(`There is no folder ${dirname(file)}.`)
  const part = `${file}.part`
  const path = embeddedPath(url)
  await begun(part, async () => {
    if (path !== undefined) snapshot(path, part)
    else {
      await copyDatabase(url, `file:${part}`, log)
      closeForGood(part)
    }
    migrationsIn(part)
    finish(part, file)
  })
  return statSync(file).size
}

/** @throws DatabaseFileFault where a newer version made it, or nothing of ours did */
function checkOurs(file: string): void {
  const newer = migrationsIn(file).filter(name => !Object.hasOwn(migrations, name))
  if (newer.length > 0)
    throw new DatabaseFileFault(
      `A newer version made this backup (${newer.at(-1)}): install that version first.`,
    )
}

/** Migrates a file to this version's schema, and merges its journal. */
async function upgrade(file: string): Promise<void> {
  const database = await openDatabase({ url: `file:${file}` })
  await database.migrate().finally(() => database.close())
  closeForGood(file)
}

function replace(path: string, part: string): Restored {
  if (!existsSync(path)) {
    finish(part, path)
    return {}
  }
  closeForGood(path)
  const aside = `${path}.before-restore-${statSync(path).mtimeMs.toFixed(0)}`
  renameSync(path, aside)
  finish(part, path)
  return { aside }
}

/**
 * Restore: puts a backup in place of the database and migrates it; on PostgreSQL into an empty one. The former file
 * is kept beside it: `aside`.
 * @throws DatabaseFileFault where the file is damaged or a newer version's, or a server runs; CopyFault
 */
export async function restore(file: string, url: string, log: Logger): Promise<Restored> {
  checkOurs(file)
  const path = embeddedPath(url)
  await checkUnused(url, log)
  const part = `${path ?? file}.restoring`
  let restored: Restored = {}
  await begun(part, async () => {
    copyFileSync(file, part)
    await upgrade(part)
    if (path !== undefined) restored = replace(path, part)
    else {
      await copyDatabase(`file:${part}`, url, log)
      rmSync(part)
    }
  })
  return restored
}
