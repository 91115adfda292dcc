import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Makes a certificate of this machine alone, good for a day, and its key: PEM files in `folder`. */
export function certify(folder: string): { readonly certificate: string; readonly key: string } {
  const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'privkey.pem')]
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const name = [
    '-days',
    '1',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1',
  ]
  execFileSync('openssl', [...kind, ...name, '-out', certificate, '-keyout', key], { stdio: 'ignore' })
  return { certificate, key }
}
