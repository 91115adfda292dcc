// Runs mocha on the specs that the arguments name, in three processes, a PostgreSQL of its own beside each.
// `--no-postgres`: on SQLite only. `--guard`: the short benches after them, see bench/README.md.
import { spawn } from 'node:child_process'
import { globSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { startPostgres } from '../database/postgres.ts'
import { postgresFolder, prepare, prepareWindowless, scratchFolder } from '../machine/machine.ts'
import { secondsOf } from '../near/seconds.ts'

/** More than two cores: each waits for a browser, a database or a server for a part of its time. */
const JOBS = 3
/** Where the long ones are, on a machine that never ran them. */
const LONG = [
  /^test\/e2e\/(screens|playground)\//,
  /^test\/(durability|features\/permissions)\.spec/,
  /^test\/[^/]*$/,
  /^test\/flows\//,
  /^test\/e2e\//,
]
/** What Node compiled once, for the servers and senders that tests start by the dozen. */
const COMPILED = 'node_modules/.cache/compiled'

const args = process.argv.slice(2)
const flags = args.filter(arg => arg.startsWith('-'))
const OWN = ['--no-postgres', '--guard']
const alone = flags.includes('--no-postgres')

function rank(spec: string): number {
  const at = LONG.findIndex(folder => folder.test(spec))
  return at < 0 ? LONG.length : at
}

/** The longest first, as they took when last run here: none is left to one process at the end. */
function specs(): readonly string[] {
  const found = globSync(args.filter(arg => !flags.includes(arg)))
  const seconds = secondsOf()
  return found.sort().sort((one, other) => seconds(other) - seconds(one) || rank(one) - rank(other))
}

/** Mocha's exit code; a signal goes on to it, and it ends first. */
function mocha(servers: readonly string[]): Promise<number> {
  const found = specs()
  if (found.length === 0) throw new Error(`no spec is called ${args.join(' ')}`)
  const shared = found.length > 1 ? ['--parallel', `--jobs=${JOBS}`] : []
  const options = flags.filter(flag => !OWN.includes(flag))
  const child = spawn('mocha', [...shared, ...options, ...found], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: resolve(COMPILED),
      TEST_POSTGRES_URL: servers.join(' '),
      ...(flags.includes('--guard') && { GUARD: 'yes' }),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}

/** Each mocha process has one; none where the tests keep to SQLite. */
async function withServers(): Promise<number> {
  if (alone) return mocha([])
  prepare()
  if (specs().some(spec => spec.startsWith('test/e2e/'))) prepareWindowless()
  const servers: Awaited<ReturnType<typeof startPostgres>>[] = []
  try {
    for (let job = 0; job < JOBS; job++) servers.push(await startPostgres(postgresFolder() ?? ''))
    return await mocha(servers.map(({ url }) => url))
  } finally {
    for (const { stop } of servers) await stop()
  }
}

async function run(): Promise<number> {
  const scratch = scratchFolder()
  process.env.TMPDIR = scratch
  try {
    return await withServers()
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

process.exitCode = await run().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  return 1
})
