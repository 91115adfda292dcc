import { Unavailable } from '../../kernel/errors/unavailable.ts'
import { codeOf, outageOf } from './outage.ts'

type Known = {
  readonly is: (code: string, message: string) => boolean
  readonly told: (code: string, message: string) => string
}

/**
 * TLS errors of the server's certificate: https://nodejs.org/api/tls.html#x509-certificate-error-codes, or a wrong
 * host name.
 */
const CERTIFICATE =
  /^(UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|CERT_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|ERR_TLS_CERT)/

/** Errors that an operator can fix by a setting or a right. */
const KNOWN: readonly Known[] = [
  {
    // https://www.postgresql.org/docs/current/errcodes-appendix.html: who may come in, and whether there is such a database.
    is: code => /^(28...|3D000)$/.test(code),
    told: code =>
      `The database lets nobody in under DATABASE_URL (${code}): see the user, the password and the name of the database.`,
  },
  {
    // The driver's own words where a server asks for a password and it was given none; they have no code.
    is: (_, message) => /^SASL: .*client password must be a/.test(message),
    told: () =>
      'The database asks for a password and was given none: put it in DATABASE_URL, or in PGPASSWORD of the same process.',
  },
  {
    is: code => CERTIFICATE.test(code),
    told: code =>
      `The certificate of the database's server is not trusted (${code}): name the file of the authority that signed it in ` +
      'NODE_EXTRA_CA_CERTS, and in DATABASE_URL the host as the certificate has it.',
  },
  {
    is: (_, message) => message === 'The server does not support SSL connections',
    told: () => 'The database’s server speaks no TLS, and DATABASE_URL asks for it (sslmode): change either.',
  },
  {
    is: code => code === '42501',
    told: (code, message) =>
      `The role in DATABASE_URL may not do that (${code}: ${message}). Make it the owner of the database and of all in ` +
      'it, or give it the right to create and to read there.',
  },
]

/** The driver's error, unwrapped from our `Unavailable`. */
const origin = (error: unknown): unknown => (error instanceof Unavailable ? error.cause : error)

/**
 * Advice to the operator on a database error, one sentence without a password; undefined for an unknown error, which
 * needs its stack.
 */
export function adviceOn(error: unknown): string | undefined {
  const thrown = origin(error)
  const [outage, code] = [outageOf(thrown), codeOf(thrown)]
  if (outage === 'disk-full')
    return `The disk that the database is on is full (${code}): make room there, then start again.`
  if (outage)
    return (
      `The database cannot be used (${[outage, code].filter(Boolean).join(', ')}). See that it runs and can be written, ` +
      'and that DATABASE_URL leads to it; then start again.'
    )
  const { message = '' } = Object(thrown) as { message?: string }
  return KNOWN.find(({ is }) => is(code, message))?.told(code, message)
}
