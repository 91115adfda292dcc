import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer as createProxy, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import type { Entra } from './entra.ts'
import type { SignIn } from './tokens.ts'

/** What the server calls of Microsoft's, each by its own name (docs/installer.md, 1). */
export const HOSTS = [
  'login.botframework.com',
  'login.microsoftonline.com',
  'smba.trafficmanager.net',
] as const

/** The address that Teams gives with what it sends from Europe. */
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/'

export type MicrosoftParts = {
  /** PEM files: a certificate of all of `HOSTS`. */
  readonly certificate: string
  readonly key: string
  readonly entra: Entra
  readonly signIn: SignIn
  /** Where the stand-in for Teams' connector is. */
  readonly connector: string
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

const refuseRedirect = (init: RequestInit): RequestInit => ({ ...init, redirect: 'manual' })

/**
 * A way out that leads to Microsoft's names and nowhere else, each spoken to by TLS: a server that is told of this proxy and
 * of the certificate's authority runs as it is, by its own addresses.
 */
export async function startMicrosoft({ certificate, key, entra, signIn, connector }: MicrosoftParts) {
  const asked: string[] = []

  async function answerOf(request: IncomingMessage, body: Uint8Array<ArrayBuffer>): Promise<Response> {
    const { method = 'GET', url = '/', headers } = request
    const host = headers.host ?? ''
    const path = new URL(url, `https://${host}`).pathname
    asked.push(`${method} ${host}${path}`)
    if (host === 'smba.trafficmanager.net') {
      const { authorization = '', 'content-type': type = 'application/json' } = headers
      const init = { method, headers: { authorization, 'content-type': type } }
      const sent = method === 'GET' || method === 'HEAD' ? init : { ...init, body }
      return fetch(`${connector}${url.replace(/^\/(emea\/)?/, '')}`, refuseRedirect(sent))
    }
    if (path === '/v1/.well-known/openidconfiguration')
      return Response.json({ issuer: 'https://api.botframework.com', jwks_uri: `https://${host}/v1/keys` })
    if (path === '/v1/keys' || path === '/common/discovery/v2.0/keys') return fetch(signIn.keysUrl)
    const [, tenant] = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(path) ?? []
    if (tenant === undefined) return Response.json({ error: 'not_found' }, { status: 404 })
    // Asked as strictly as Entra asks, then answered with a token that the connector takes.
    const type = headers['content-type']?.split(';')[0] ?? ''
    const given = await fetch(entra.addresses.tokens(tenant), {
      method,
      headers: { 'content-type': type },
      body,
    })
    if (!given.ok) return given
    const token = { token_type: 'Bearer', expires_in: 3599, access_token: signIn.connectorToken }
    return Response.json(token)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = await answerOf(request, await bytesOf(request))
    response.writeHead(answered.status, { 'content-type': 'application/json' })
    response.end(Buffer.from(await answered.arrayBuffer()))
  }

  const hosts = createServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    (request, response) => {
      answer(request, response).catch(() => response.destroy())
    },
  )
  hosts.listen(0, '127.0.0.1')
  await once(hosts, 'listening')
  const proxy = createProxy((_, response) => void response.writeHead(403).end())
  proxy.on('connect', ({ url = '' }, socket) => {
    const [name = ''] = url.split(':')
    if (!HOSTS.some(host => host === name)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const other = connect((hosts.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(other).pipe(socket)
    })
    for (const end of [socket, other]) end.on('error', () => end.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    /** For HTTPS_PROXY. */
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    /** Each call that came, as `METHOD host/path`. */
    asked: asked as readonly string[],
    close: () => {
      for (const server of [proxy, hosts]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}
