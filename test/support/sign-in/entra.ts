import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Addresses } from '../../../src/commands/checks/microsoft.ts'

/** What is registered there. */
export type Registered = { readonly tenant: string; readonly bot: string; readonly password: string }

export type Entra = {
  readonly addresses: Addresses
  /** Each request that was answered, as `METHOD path`. */
  readonly asked: readonly string[]
  /** How far (ms) its clock is before the true time. */
  readonly setClock: (behind: number) => void
  /** Everything answers this page, as a proxy that lets nobody out. */
  readonly hide: (status: number, page: string) => void
  /** From now on the password has run out. */
  readonly expire: () => void
  /** Answers no more, and does not hang up either. */
  readonly fallSilent: () => void
  readonly close: () => Promise<void>
}

const KEY = { kty: 'RSA', kid: 'one', n: 'AQAB', e: 'AQAB' }
const SCOPE = 'https://api.botframework.com/.default'

/** As Entra refuses: the status, the code of OAuth 2.0 and its own, in front of a sentence with the ids. */
type Refusal = readonly [status: number, error: string, code: number]

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += chunk
  return new URLSearchParams(text)
}

/** In Entra's order: the request, the tenant, the application, its secret. */
function refusalOf(
  form: URLSearchParams,
  tenant: string,
  is: Registered,
  expired: boolean,
): Refusal | undefined {
  if (form.get('grant_type') !== 'client_credentials') return [400, 'unsupported_grant_type', 70_003]
  if (form.get('scope') !== SCOPE) return [400, 'invalid_scope', 70_011]
  if (tenant !== is.tenant) return [400, 'invalid_request', 90_002]
  if (form.get('client_id') !== is.bot) return [400, 'unauthorized_client', 700_016]
  if (form.get('client_secret') !== is.password) return [401, 'invalid_client', 7_000_215]
  return expired ? [401, 'invalid_client', 7_000_222] : undefined
}

/**
 * Microsoft's sign-in and Teams' connector as far as a server that only looks needs them, on loopback. Strict: another
 * method, path, kind of form or field is answered as Microsoft does. It may also be a proxy's other end.
 */
export async function startEntra(is: Registered): Promise<Entra> {
  const asked: string[] = []
  let [behind, expired, silent] = [0, false, false]
  let hidden: { readonly status: number; readonly page: string } | undefined

  function send(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, {
      'content-type': 'application/json',
      date: new Date(Date.now() - behind).toUTCString(),
    })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

  async function token(request: IncomingMessage, response: ServerResponse, tenant: string): Promise<void> {
    const form = await formOf(request)
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    const refusal = isForm
      ? refusalOf(form, tenant, is, expired)
      : ([400, 'invalid_request', 900_144] as const)
    if (!refusal)
      return send(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: 'thrown.away' })
    const [status, error, code] = refusal
    const told = `AADSTS${code}: what was sent (${form.get('client_id')}) is not good. Trace ID: 1`
    send(response, status, { error, error_description: told, error_codes: [code] })
  }

  const server = createServer(async (request, response) => {
    // A proxy is asked with the whole address.
    const { pathname } = new URL(request.url ?? '', 'http://here')
    asked.push(`${request.method} ${pathname}`)
    if (silent) return
    if (hidden) return send(response, hidden.status, hidden.page)
    const [, tenant = ''] = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(pathname) ?? []
    if (request.method === 'POST' && tenant !== '') return token(request, response, tenant)
    if (request.method === 'HEAD' && pathname === '/connector/') return send(response, 404, '')
    if (request.method === 'GET' && pathname === '/keys') return send(response, 200, { keys: [KEY, KEY] })
    if (request.method === 'GET' && pathname === '/openid')
      return send(response, 200, { issuer: 'https://api.botframework.com', jwks_uri: `${origin}/keys` })
    send(response, 404, { error: 'not_found' })
  })
  // As a proxy's other end: whatever machine is asked for, it is this one.
  server.on('connect', (_, socket) => {
    const { port } = server.address() as AddressInfo
    const other = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(other).pipe(socket)
    })
    for (const end of [socket, other]) end.on('error', () => end.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    addresses: {
      keys: `${origin}/keys`,
      openId: `${origin}/openid`,
      tokens: tenant => `${origin}/${tenant}/oauth2/v2.0/token`,
      connector: `${origin}/connector/`,
    },
    asked,
    setClock: by => {
      behind = by
    },
    hide: (status, page) => {
      hidden = { status, page }
    },
    expire: () => {
      expired = true
    },
    fallSilent: () => {
      silent = true
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
