// Checked before anything else is loaded: an older Node would stop on an import, in words nobody understands.
const NEEDED = [24, 15] as const

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(`Node ${NEEDED.join('.')} or later is needed; this is ${process.versions.node}.\n`)
  process.exit(1)
}

const { createLogger, readConfig } = await import('./config/index.ts')

async function start(): Promise<() => Promise<void>> {
  const config = readConfig()
  const log = createLogger(config.logLevel)
  if (config.mode === 'demo') {
    const { startDemo } = await import('./demo/index.ts')
    return startDemo(config, log, line => process.stdout.write(`${line}\n`))
  }
  const { compose } = await import('./compose.ts')
  const { serve } = await import('./serve.ts')
  const { port, stop } = await serve(await compose(config, log))
  log.info({ port }, 'ready')
  return stop
}

try {
  const stop = await start()
  const { endOnSignal } = await import('./serve.ts')
  endOnSignal(stop)
} catch (error) {
  // What an operator can mend, a setting, the method file or the database's version, is told in its own words; all else with its stack.
  const { name, message, stack } = error as Error
  process.stderr.write(
    `${['ConfigFault', 'FileFault', 'MethodFault', 'MigrationFault'].includes(name) ? message : stack}\n`,
  )
  process.exit(1)
}
