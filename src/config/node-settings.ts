import { readFileSync } from 'node:fs'
// A namespace import: an older Node lacks these exports and would fail to link before node-version.ts can say which
// version is needed.
import * as http from 'node:http'
import * as tls from 'node:tls'
import type { Environment } from './variables.ts'

/**
 * Applies two variables that Node 24 reads before its `--env-file`: for a command started with one, as in
 * docs/deploy.md, they would have no effect, while they do for the server.
 */
function followFile({ NODE_USE_ENV_PROXY, NODE_EXTRA_CA_CERTS }: Environment): void {
  if (NODE_USE_ENV_PROXY === '1') http.setGlobalProxyFromEnv()
  if (!NODE_EXTRA_CA_CERTS) return
  try {
    const given = readFileSync(NODE_EXTRA_CA_CERTS, 'utf8')
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), given])
  } catch (error) {
    // As Node itself does: warn, and go on with the certificates that can be read.
    process.emitWarning(`NODE_EXTRA_CA_CERTS cannot be used (${(error as NodeJS.ErrnoException).code})`)
  }
}

if (process.execArgv.some(option => option.startsWith('--env-file'))) followFile(process.env)
