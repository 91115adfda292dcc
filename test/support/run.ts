// Runs mocha on the specs that the arguments name, a PostgreSQL of its own beside it. `--no-postgres`: on SQLite only.
import { spawn } from 'node:child_process'
import { postgresFolder, prepare } from './machine.ts'
import { startPostgres } from './postgres.ts'

const args = process.argv.slice(2)
const specs = args.filter(arg => arg !== '--no-postgres')
const alone = specs.length < args.length

function mocha(env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn('mocha', specs, { stdio: 'inherit', env })
  process.on('SIGINT', () => child.kill('SIGINT'))
  return new Promise(resolve => child.once('exit', code => resolve(code ?? 1)))
}

async function run(): Promise<number> {
  if (alone) return mocha(process.env)
  prepare()
  const postgres = await startPostgres(postgresFolder() ?? '')
  try {
    return await mocha({ ...process.env, TEST_POSTGRES_URL: postgres.url })
  } finally {
    await postgres.stop()
  }
}

process.exitCode = await run().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`)
  return 1
})
