import './node-version.ts'
import { existsSync } from 'node:fs'

const { backupFault, checkDatabasePlace, ConfigFault, createLogger, readConfig } = await import(
  './config/index.ts'
)

/** @throws ConfigFault in a build, which has no sample data for the demo. Checked before a database is created. */
function checkDemo(): void {
  if (!existsSync(new URL('./demo/sample/sample.yaml', import.meta.url)))
    throw new ConfigFault([
      { variable: '--demo', advice: 'the build has no demo; run `npm run demo` in the repository' },
    ])
}

/** Error codes of `listen` where HOST names no address of this machine. */
const ELSEWHERE = ['EADDRNOTAVAIL', 'EAI_AGAIN', 'ENOTFOUND']

/** @throws ConfigFault, or the error itself */
function refuseHost(error: NodeJS.ErrnoException): never {
  if (!ELSEWHERE.includes(error.code ?? '')) throw error
  throw new ConfigFault([{ variable: 'HOST', advice: 'give an address of this machine, or leave it out' }])
}

async function start(): Promise<() => Promise<void>> {
  const config = readConfig()
  const log = createLogger(config.logLevel)
  checkDatabasePlace(config.databaseUrl)
  const unkept = backupFault(config)
  if (unkept) log.warn({ code: 'backup-folder' }, `${unkept.variable}: ${unkept.advice}`)
  // Before migrations: an older version could not start on the database afterwards.
  const { claimPorts, serve, logDatabaseState } = await import('./serve.ts')
  await claimPorts(config).catch(refuseHost)
  if (config.mode === 'demo') {
    checkDemo()
    const { startDemo } = await import('./demo/index.ts')
    return startDemo(config, log, line => process.stdout.write(`${line}\n`))
  }
  const { compose } = await import('./compose.ts')
  const app = await compose(config, log)
  await logDatabaseState(config.databaseUrl, app, log)
  const { port, stop } = await serve(app)
  log.info({ port }, 'ready')
  return stop
}

/** The variable that sets the file which a fault is about. */
const SET_BY: Readonly<Record<string, string>> = {
  DatabaseFileFault: 'DATABASE_URL',
  MethodFault: 'PROGRAMME_FILE',
}

/**
 * Errors that an operator can fix (a setting, a port, the method file, the database) have a sentence; all others a
 * stack.
 */
async function errorText(error: Error & { code?: string; port?: number }): Promise<string | undefined> {
  const { name, message, stack, code, port } = error
  if (name in SET_BY) return `${SET_BY[name]}: ${message}`
  if (['ConfigFault', 'MigrationFault'].includes(name)) return message
  if (code === 'EADDRINUSE' || code === 'EACCES')
    return `Port ${port} cannot be listened on (${code}): end what listens there, or give another PORT or METRICS_PORT.`
  const { adviceOn } = await import('./serve.ts')
  return adviceOn(error) ?? stack
}

try {
  const stop = await start()
  const { endOnSignal } = await import('./serve.ts')
  endOnSignal(stop)
} catch (error) {
  process.stderr.write(`${await errorText(error as Error)}\n`)
  process.exit(1)
}
