/** `npm run release`: see HELP. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { archiveOf, sumOf } from './archive.ts'
import { brokenBy, migrationsIn, RELEASED, releasedIn } from './released.ts'

const HELP = `npm run release [-- --draft]
npm run release -- --record

Makes release/faire-administration-VERSION.tar.gz, which is installed without
building anything, and SHA256SUMS beside it. Of the same commit, by the same Node
and npm after \`npm ci\`, it is the same byte for byte.

  --record  writes the migrations of this version, each with its hash, into
            ${RELEASED}: from then on none of them may change.
            Once for each version; commit it, then make the release
  --draft   of what is here, committed or not, recorded or not: to try it, not to
            be published

Ends with 0 when done, 1 when something stands in the way, which it says.
`

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What somebody can put right: said without a stack. */
class Hindrance extends Error {}

const refuse = (faults: readonly string[], advice: string) => {
  if (faults.length > 0) throw new Hindrance([...faults, advice].join('\n'))
}

const run = (program: string, ...args: readonly string[]) =>
  execFileSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 27 }).trim()

type Locked = { readonly version?: string; readonly optional?: boolean }

function lockedIn(file: string): Readonly<Record<string, Locked>> {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
}

/** Packages that are installed otherwise than package-lock.json says. */
function otherPackages(): readonly string[] {
  const installed = lockedIn('node_modules/.package-lock.json')
  return Object.entries(lockedIn('package-lock.json'))
    .filter(
      ([path, { version, optional }]) => path !== '' && !optional && installed[path]?.version !== version,
    )
    .map(([path]) => `${path} is not the one of package-lock.json`)
}

/** @throws Hindrance unless what is here is exactly what its commit says, and its migrations are recorded */
function checkWhole(version: string): void {
  const changed = run('git', 'status', '--porcelain').split('\n').filter(Boolean)
  refuse(changed, 'Commit these first, or make a draft: npm run release -- --draft')
  refuse(otherPackages(), 'Install them first: npm ci')
  const recorded = Object.keys(releasedIn(ROOT)[version] ?? {})
  const missing = Object.keys(migrationsIn(ROOT)).filter(name => !recorded.includes(name))
  refuse(
    missing.map(name => `${name} is not recorded as one of ${version}`),
    `Record them first: npm run release -- --record. If ${version} was released without them, raise the version.`,
  )
}

function record(version: string): string {
  const released = releasedIn(ROOT)
  refuse(version in released ? [`${version} is recorded already.`] : [], 'Raise the version first.')
  const today = migrationsIn(ROOT)
  writeFileSync(join(ROOT, RELEASED), `${JSON.stringify({ ...released, [version]: today }, null, 2)}\n`)
  return `${Object.keys(today).length} migrations of ${version} are in ${RELEASED}: commit it.`
}

async function make(name: string, isDraft: boolean): Promise<string> {
  run('npm', 'run', 'build')
  const archive = await archiveOf(ROOT)
  const folder = join(ROOT, 'release')
  const file = `${name}${isDraft ? '-draft' : ''}.tar.gz`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file), archive)
  writeFileSync(join(folder, 'SHA256SUMS'), `${sumOf(archive)}  ${file}\n`)
  return `release/${file}\n  size     ${archive.length} bytes\n  sha-256  ${sumOf(archive)}`
}

async function release(): Promise<string> {
  const options = {
    draft: { type: 'boolean' },
    record: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const
  const { draft = false, record: asked, help } = parseArgs({ options }).values
  if (help) return HELP
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  refuse(
    brokenBy(migrationsIn(ROOT), releasedIn(ROOT)),
    'Put them back: a database of that version needs them as they were.',
  )
  if (asked) return record(version)
  if (!draft) checkWhole(version)
  return make(`${name}-${version}`, draft)
}

try {
  process.stdout.write(`${await release()}\n`)
} catch (error) {
  const { message, stack } = error as Error
  process.stderr.write(`${error instanceof Hindrance ? message : stack}\n`)
  process.exitCode = 1
}
