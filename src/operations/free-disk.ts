import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from '../config/index.ts'
import { cached, embeddedPath } from '../db/index.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'

/** Bytes of a disk. */
export type DiskSpace = { readonly free: number; readonly total: number }

type Folder = 'database' | 'backups'
type DiskState = DiskSpace & { readonly folder: Folder; readonly low: boolean }

/** Low when below both: hours of writing, or one backup, are left. */
const LOW = { bytes: 500e6, share: 0.1 }

/** `size`: bytes of the database, as much as a VACUUM and a backup need. */
export function isLow({ free, total }: DiskSpace, size: number): boolean {
  return free < Math.max(size, Math.min(LOW.bytes, LOW.share * total))
}

/** Free space for this process's user. @throws Error where there is no such folder */
async function roomIn(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, total: blocks * bsize }
}

/** Size of the file and of its journal. */
async function sizeOf(path: string): Promise<number> {
  const sizes = [path, `${path}-wal`].map(file =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

type Parts = {
  readonly meter: Meter
  readonly log: Logger
  readonly roomIn?: (folder: string) => Promise<DiskSpace>
}

/** Monitors free disk space of an embedded database and of the backups. A database server's disk is out of reach. */
export function watchDisk(config: Pick<Config, 'databaseUrl' | 'backups'>, parts: Parts) {
  const { meter, log, roomIn: room = roomIn } = parts
  const path = embeddedPath(config.databaseUrl)
  const file = path === ':memory:' ? undefined : path
  const folders: (readonly [Folder, string])[] = []
  if (file !== undefined) folders.push(['database', dirname(file)])
  if (config.backups) folders.push(['backups', config.backups.folder])
  let warned = false

  function tell(low: readonly DiskState[]): void {
    if (low.length > 0 && !warned)
      for (const { folder, free } of low) log.warn({ folder, free }, 'the disk is nearly full')
    if (low.length === 0 && warned) log.info({}, 'the disk has room again')
    warned = low.length > 0
  }

  async function look(): Promise<readonly DiskState[]> {
    const size = file === undefined ? 0 : await sizeOf(file)
    const found: DiskState[] = []
    for (const [folder, at] of folders) {
      // The folder is created by the first backup.
      const here = await room(at).catch(() => undefined)
      if (here) found.push({ ...here, folder, low: isLow(here, size) })
    }
    tell(found.filter(({ low }) => low))
    return found
  }

  const standing = cached(look, [])
  meter.gauge('faire_disk_free_bytes', async () =>
    (await standing()).map(({ folder, free }) => ({ labels: { folder }, value: free })),
  )
  return {
    degraded: async (): Promise<readonly 'disk-low'[]> =>
      (await standing()).some(({ low }) => low) ? ['disk-low'] : [],
  }
}
