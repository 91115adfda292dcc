import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from './config.ts'
import { ConfigFault, type SettingFault } from './fault.ts'
import { DATABASE } from './variables.ts'

/** One page of most disks: a full one has no room for it. */
const PROBE = Buffer.alloc(4_096)

/**
 * An embedded database file is created where there is none; its folder only at the default place. A missing folder is
 * a mistake or an unmounted disk, and an empty programme would start in its place.
 * @throws ConfigFault
 */
export function checkDatabasePlace(databaseUrl: string): void {
  if (!databaseUrl.startsWith('file:') || databaseUrl === DATABASE) return
  const path = databaseUrl.startsWith('file://') ? fileURLToPath(databaseUrl) : databaseUrl.slice(5)
  if (path === ':memory:' || existsSync(dirname(path))) return
  const advice = 'make the folder that it lies in, or see that its disk is mounted: there is no such folder'
  throw new ConfigFault([{ variable: 'DATABASE_URL', advice }])
}

const TODO: Readonly<Record<string, string>> = {
  ENOSPC: 'make room, or give another folder',
  EROFS: 'the disk is mounted read-only: mount it so that one can write, or give another folder',
}

/**
 * Creates a folder with its parents. Not `recursive`: where a parent refuses, as /proc does, Node 24 loops for ever.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/**
 * Tries to write to the backup folder: why no backup could be written, or undefined. A warning that does not stop the
 * start: a network share may be back by night.
 */
export function backupFault({ backups }: Pick<Config, 'backups'>): SettingFault | undefined {
  if (!backups) return undefined
  try {
    makeFolder(resolve(backups.folder))
    const probe = mkdtempSync(join(backups.folder, '.probe-'))
    try {
      writeFileSync(join(probe, 'page'), PROBE)
    } finally {
      rmSync(probe, { recursive: true })
    }
    return undefined
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const todo = TODO[code] ?? 'let the server’s user write, or give another folder'
    const advice = `no backup can be written there (${code}): ${todo}`
    return { variable: 'BACKUP_FOLDER', advice }
  }
}
