import { readFileSync } from 'node:fs'
// Not by name: an older Node has none of these, and would end before node-version.ts can say which one is needed.
import * as http from 'node:http'
import * as tls from 'node:tls'
import type { Environment } from './variables.ts'

/**
 * Node 24 looks for these two before it reads an `--env-file`: of a command that is given one, as docs/deploy.md does, they
 * would hold for nothing, while they do for the server.
 */
function followFile({ NODE_USE_ENV_PROXY, NODE_EXTRA_CA_CERTS }: Environment): void {
  if (NODE_USE_ENV_PROXY === '1') http.setGlobalProxyFromEnv()
  if (!NODE_EXTRA_CA_CERTS) return
  try {
    const given = readFileSync(NODE_EXTRA_CA_CERTS, 'utf8')
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), given])
  } catch (error) {
    // Node itself says no more, and goes on with those that it has.
    process.emitWarning(`NODE_EXTRA_CA_CERTS cannot be used (${(error as NodeJS.ErrnoException).code})`)
  }
}

if (process.execArgv.some(option => option.startsWith('--env-file'))) followFile(process.env)
