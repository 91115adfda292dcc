import { createSign, generateKeyPairSync } from 'node:crypto'
import type { Clock } from '../../kernel/time/clock.ts'
import { HOUR, SECOND } from '../../kernel/time/clock.ts'
import { DEMO_TENANT, type Persona } from './personas.ts'

export type Issuer = {
  /** JWKS for the API: the public key alone. */
  readonly keys: () => object
  /** A token like Entra's (version 2.0), good for one hour. */
  readonly tokenFor: (persona: Persona) => string
}

/** Client id of Teams in a browser. */
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * Issues tokens for the personas. The key pair lives as long as the process; the API verifies these tokens with the
 * code for Entra's, against this key.
 */
export function createIssuer(audience: string, clock: Clock): Issuer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const header = encode({ alg: 'RS256', typ: 'JWT', kid: 'demo' })
  return {
    keys: () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'demo', use: 'sig', alg: 'RS256' }],
    }),
    tokenFor: ({ objectId, name }) => {
      const now = Math.floor(clock.now() / SECOND)
      const payload = encode({
        aud: audience,
        azp: TEAMS_WEB,
        iss: `https://login.microsoftonline.com/${DEMO_TENANT}/v2.0`,
        iat: now,
        nbf: now,
        exp: now + HOUR / SECOND,
        name,
        oid: objectId,
        scp: 'access_as_user',
        tid: DEMO_TENANT,
        ver: '2.0',
      })
      const signature = createSign('RSA-SHA256').update(`${header}.${payload}`).sign(privateKey, 'base64url')
      return `${header}.${payload}.${signature}`
    },
  }
}
