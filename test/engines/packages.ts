import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const ENGINES = ['wpe', 'webkit', 'firefox'] as const
export type EngineName = (typeof ENGINES)[number]

type Needed = {
  readonly packages: readonly string[]
  /** What they bring. */
  readonly programs: readonly string[]
}

const LIBRARIES = '/usr/lib/x86_64-linux-gnu'
export const WPE_BROWSER = `${LIBRARIES}/wpe-webkit-2.0/MiniBrowser`
export const GTK_BROWSER = `${LIBRARIES}/webkit2gtk-4.1/MiniBrowser`

const NEEDED: Readonly<Record<EngineName, Needed>> = {
  wpe: {
    packages: ['wpewebkit-webdriver', 'libwpebackend-fdo-1.0-1'],
    programs: ['/usr/bin/WPEWebDriver', WPE_BROWSER, `${LIBRARIES}/libWPEBackend-fdo-1.0.so.1`],
  },
  webkit: {
    packages: ['webkitgtk-webdriver', 'xvfb'],
    programs: ['/usr/bin/WebKitWebDriver', GTK_BROWSER, '/usr/bin/Xvfb'],
  },
  firefox: {
    packages: ['firefox-esr', 'poppler-utils'],
    programs: ['/usr/bin/firefox-esr', '/usr/bin/pdftotext'],
  },
}

/**
 * Installs what `engine` is made of where the machine lacks it: Debian's packages, as root.
 * @throws Error that says the one command to run.
 */
export function install(engine: EngineName): void {
  const { packages, programs } = NEEDED[engine]
  const isThere = () => programs.every(existsSync)
  if (isThere()) return
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`${engine} needs Debian’s packages. Run: sudo ${command}`)
  // Somebody else may be installing.
  const patient = command.replace('apt-get', 'apt-get -qq -o DPkg::Lock::Timeout=300')
  for (const line of ['apt-get update -qq', patient]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
  if (!isThere()) throw new Error(`${engine} lacks one of ${programs.join(', ')}`)
}
