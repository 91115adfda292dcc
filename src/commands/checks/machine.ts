import { existsSync, mkdtempSync, rmdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { backupFault, type Config } from '../../config/index.ts'
import { embeddedPath, type Schema, tryDatabase } from '../../db/index.ts'
import { databaseExists } from '../command-line/ready-database.ts'
import { ActionNeeded, Unchecked } from './finding.ts'

const STATES: Readonly<Record<Schema, string>> = {
  empty: 'empty: the first start makes its tables',
  older: 'an earlier version’s: the next start brings it up to date; back up first',
  current: 'this version’s',
  newer: 'a newer version has used it: start that one, or restore a backup made before it',
  apart:
    'a version between two made it, and it cannot be brought up to this one: start that version, or restore a backup',
}

/**
 * Whether the first start can create the database file: the nearest existing folder must be writable. @throws
 * ActionNeeded
 */
function checkRoom(path: string): string {
  let folder = dirname(resolve(path))
  while (!existsSync(folder)) folder = dirname(folder)
  try {
    rmdirSync(mkdtempSync(join(folder, '.probe-')))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ActionNeeded(
      `DATABASE_URL: nothing can be made in ${folder} (${code}): let the server’s user write there`,
    )
  }
  return 'not there yet: the first start makes it'
}

/** @throws ActionNeeded for a schema of another version; the database's own errors */
export async function database(config: Config | undefined): Promise<string> {
  if (!config) throw new Unchecked('the settings first')
  const { databaseUrl } = config
  if (!databaseExists(databaseUrl)) return checkRoom(embeddedPath(databaseUrl) ?? '')
  const { engine, schema } = await tryDatabase(databaseUrl)
  const said = `${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}, ${STATES[schema]}`
  if (schema === 'newer' || schema === 'apart') throw new ActionNeeded(said)
  return said
}

/** @throws ActionNeeded where the backup folder is not writable */
export async function backups(config: Config | undefined): Promise<string> {
  if (!config) throw new Unchecked('the settings first')
  if (!config.backups) throw new Unchecked('BACKUP_FOLDER is not set: the server makes none by itself')
  const fault = backupFault(config)
  if (fault) throw new ActionNeeded(`${fault.variable}: ${fault.advice}`)
  return 'the folder can be written'
}
