import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CLUSTERS = '/usr/lib/postgresql'
const INSTALL = 'apt-get install -y --no-install-recommends chromium postgresql nginx-light'
const INSTALL_WINDOWLESS = 'apt-get install -y --no-install-recommends chromium-headless-shell'
const INSTALL_SCREEN_READER =
  'apt-get install -y --no-install-recommends chromium orca at-spi2-core xvfb openbox dbus-x11 xdotool locales'
const SCREEN_READER = ['orca', 'Xvfb', 'openbox', 'dbus-daemon', 'xdotool', 'localedef']
const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/nginx/sbin/nginx']

/** Debian's Chromium, or the one that CHROMIUM names. */
export function chromium(): string | undefined {
  return [process.env.CHROMIUM, '/usr/bin/chromium'].find(path => path && existsSync(path))
}

/** The program itself: Debian's script around it would be one more process, and takes no signals. */
const WINDOWLESS = '/usr/lib/chromium/chromium-headless-shell'

/**
 * The same engine, built from the same source, without a browser's own windows and bars around each page: opening one
 * takes two thirds of the work. Chromium itself where CHROMIUM names one, and where the other is not installed.
 */
export function windowlessChromium(): string | undefined {
  return process.env.CHROMIUM === undefined && existsSync(WINDOWLESS) ? WINDOWLESS : chromium()
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

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function install(command: string, stderr: 'inherit' | 'ignore'): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const line of ['apt-get update -qq', `${command} -qq`])
    execFileSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', stderr], env })
}

/**
 * Installs what the machine lacks and can give: Debian's packages, as root.
 * @throws Error that says the one command to run.
 */
export function prepare(): void {
  const isComplete = () => chromium() && postgresFolder() && nginxProgram()
  if (isComplete()) return
  if (!mayInstall()) {
    throw new Error(`Chromium, PostgreSQL and nginx are needed for the tests. Run: sudo ${INSTALL}`)
  }
  install(INSTALL, 'inherit')
  if (!isComplete()) throw new Error(`Chromium, PostgreSQL and nginx are needed. Run: ${INSTALL}`)
}

/** The Chromium without windows, where it can be had: pages are the same without it, and slower to open. */
export function prepareWindowless(): void {
  if (existsSync(WINDOWLESS) || process.env.CHROMIUM !== undefined || !mayInstall()) return
  try {
    install(INSTALL_WINDOWLESS, 'ignore')
  } catch {
    process.stdout.write(
      'Without chromium-headless-shell pages open in Chromium itself, which takes longer.\n',
    )
  }
}

/**
 * Orca, a screen without a monitor and hands for its keyboard, which a proof of its own needs.
 * @throws Error that says the one command to run.
 */
export function prepareScreenReader(): void {
  const isComplete = () => chromium() && SCREEN_READER.every(name => existsSync(`/usr/bin/${name}`))
  if (isComplete()) return
  if (!mayInstall()) throw new Error(`A screen reader is needed. Run: sudo ${INSTALL_SCREEN_READER}`)
  install(INSTALL_SCREEN_READER, 'inherit')
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
