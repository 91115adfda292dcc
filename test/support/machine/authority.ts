import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * An authority of one's own and a certificate of `localhost` that it signed, as files in `folder`. By OpenSSL, which
 * Debian's PostgreSQL brings.
 */
export function createAuthority(folder: string) {
  const at = (name: string) => join(folder, name)
  const openssl = (...args: readonly string[]) => void execFileSync('openssl', args, { stdio: 'ignore' })
  const pair = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const [authority, key, certificate] = [at('authority.pem'), at('server-key.pem'), at('server.pem')]
  const root = [
    '-keyout',
    at('authority-key.pem'),
    '-out',
    authority,
    '-days',
    '2',
    '-subj',
    '/CN=An authority',
  ]
  openssl('req', '-x509', ...pair, ...root)
  openssl('req', ...pair, '-keyout', key, '-out', at('server.csr'), '-subj', '/CN=localhost')
  writeFileSync(at('names'), 'subjectAltName=DNS:localhost')
  const signing = ['-CA', authority, '-CAkey', at('authority-key.pem'), '-CAcreateserial', '-days', '2']
  openssl('x509', '-req', '-in', at('server.csr'), '-out', certificate, ...signing, '-extfile', at('names'))
  return { authority, key, certificate }
}
