import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CLUSTERS = '/usr/lib/postgresql'
const INSTALL = 'apt-get install -y --no-install-recommends chromium postgresql nginx-light'
const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/nginx/sbin/nginx']

/** Debian's Chromium, or the one that CHROMIUM names. */
export function chromium(): string | undefined {
  return [process.env.CHROMIUM, '/usr/bin/chromium'].find(path => path && existsSync(path))
}

/** The nginx of this machine. */
export const nginxProgram = () => NGINX.find(existsSync)

/** Folder of initdb and postgres, the newest version there is. */
export function postgresFolder(): string | undefined {
  const versions = existsSync(CLUSTERS) ? readdirSync(CLUSTERS).sort((a, b) => Number(b) - Number(a)) : []
  return versions
    .map(version => join(CLUSTERS, version, 'bin'))
    .find(folder => existsSync(join(folder, 'initdb')))
}

/**
 * Installs what the machine lacks and can give: Debian's packages, as root.
 * @throws Error that says the one command to run.
 */
export function prepare(): void {
  const isComplete = () => chromium() && postgresFolder() && nginxProgram()
  if (isComplete()) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`Chromium, PostgreSQL and nginx are needed for the tests. Run: sudo ${INSTALL}`)
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (line: string) =>
    execFileSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit'], env })
  run('apt-get update -qq')
  run(`${INSTALL} -qq`)
  if (!isComplete()) throw new Error(`Chromium, PostgreSQL and nginx are needed. Run: ${INSTALL}`)
}

const MEMORY = '/dev/shm'
/** Bytes: databases and browsers of a whole run take some hundred megabytes. */
const ROOM = 2_000_000_000

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > ROOM
}

/** A new folder for what tests write: in memory where that has room, since a disk takes milliseconds for each commit. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), 'faire-tests-'))
  // PostgreSQL runs as somebody else than root, and has its own folder in it.
  chmodSync(folder, 0o711)
  return folder
}
