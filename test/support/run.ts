// Runs mocha on the specs that the arguments name, a PostgreSQL of its own beside it. `--no-postgres`: on SQLite only.
import { spawn } from 'node:child_process'
import { postgresFolder, prepare } from './machine.ts'
import { startPostgres } from './postgres.ts'

const args = process.argv.slice(2)
const specs = args.filter(arg => arg !== '--no-postgres')
const alone = specs.length < args.length

/** Mocha's exit code; a signal goes on to it, and it ends first. */
function mocha(url: string | undefined): Promise<number> {
  const { TEST_POSTGRES_URL: _, ...env } = process.env
  const child = spawn('mocha', specs, {
    stdio: 'inherit',
    env: url === undefined ? env : { ...env, TEST_POSTGRES_URL: url },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}

async function run(): Promise<number> {
  if (alone) return mocha(undefined)
  prepare()
  const postgres = await startPostgres(postgresFolder() ?? '')
  try {
    return await mocha(postgres.url)
  } finally {
    await postgres.stop()
  }
}

process.exitCode = await run().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  return 1
})
