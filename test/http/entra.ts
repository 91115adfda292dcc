import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'

export const TENANT = '11111111-1111-4111-8111-111111111111'
export const CLIENT = '22222222-2222-4222-8222-222222222222'
export const URI = `api://app.example/botid-${CLIENT}`
export const CAMILLE = '33333333-3333-4333-8333-333333333333'

/** The claims of a good v2 token for Camille. */
export function claims(now: number) {
  const at = Math.floor(now / 1_000)
  return {
    aud: CLIENT,
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    nbf: at - 10,
    exp: at + 3_600,
    tid: TENANT,
    oid: CAMILLE,
    ver: '2.0',
    scp: 'openid access_as_user',
    name: 'Camille Martin',
  }
}

/** Entra as far as a token needs it: keys on loopback, and tokens signed with the one it publishes. */
export async function startEntra() {
  const [known, unknown] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const jwk = { ...(await exportJWK(known.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  let status = 200
  const server = createServer((_, response) => {
    response.statusCode = status
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ keys: [jwk] }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const header = { alg: 'RS256', kid: 'k1' }
  return {
    keysUrl: `http://127.0.0.1:${port}/keys`,
    sign: (payload: object) => new SignJWT({ ...payload }).setProtectedHeader(header).sign(known.privateKey),
    signWithUnknownKey: (payload: object) =>
      new SignJWT({ ...payload }).setProtectedHeader(header).sign(unknown.privateKey),
    /** HMAC over the public key's own text: a check that lets the token choose its algorithm falls for it. */
    signWithHmac: (payload: object) =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .sign(new TextEncoder().encode(JSON.stringify(jwk))),
    unsigned: (payload: object) => new UnsecuredJWT({ ...payload }).encode(),
    breakDown: () => {
      status = 500
    },
    close: () => new Promise<void>(resolve => void server.close(() => resolve())),
  }
}
