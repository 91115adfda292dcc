import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import type { Incoming } from '../../src/conversation/incoming.ts'
import type { Answer } from '../../src/conversation/rendered.ts'
import { silentLogger } from '../../src/kernel/logger.ts'
import { createTeams, type HttpRequest, type TeamsConfig } from '../../src/teams/index.ts'

export const TENANT = '11111111-1111-4111-8111-111111111111'
export const FOREIGN = '99999999-9999-4999-8999-999999999999'
export const BOT = '22222222-2222-4222-8222-222222222222'
export const CAMILLE = '33333333-3333-4333-8333-333333333333'
export const CARD = { type: 'AdaptiveCard', version: '1.5', body: [] }

export type Call = {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
}
type Answering = (call: Call, response: ServerResponse) => void

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text === '' ? undefined : JSON.parse(text)
}

/** Microsoft's side on loopback: keys and OpenID document, and a connector that keeps what it is sent. */
async function startMicrosoft() {
  const [known, unknown] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const jwk = { ...(await exportJWK(known.publicKey)), kid: 'k1', endorsements: ['msteams'] }
  const calls: Call[] = []
  const state: { answer: Answering; keys: 'up' | 'down' } = {
    answer: (_, response) => {
      response.statusCode = 201
      response.end('{"id":"message-1"}')
    },
    keys: 'up',
  }
  const server = createServer((request, response) => {
    const send = (body: object) => void response.end(JSON.stringify(body))
    response.setHeader('content-type', 'application/json')
    if (state.keys === 'down') response.statusCode = 500
    if (request.url === '/openid')
      return send({ issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` })
    if (request.url === '/keys') return send({ keys: [jwk] })
    response.statusCode = 200
    void readJson(request).then(body => {
      const { method = '', headers } = request
      const path = decodeURIComponent(request.url ?? '')
      const call = { method, path, headers, body: (body ?? {}) as Record<string, unknown> }
      calls.push(call)
      state.answer(call, response)
    })
  })
  const url = await listen(server)
  const sign = (payload: object, key = known.privateKey, header = { alg: 'RS256', kid: 'k1' }) =>
    new SignJWT({ ...payload }).setProtectedHeader(header).sign(key)
  return {
    url,
    calls,
    state,
    sign,
    forge: (payload: object) => sign(payload, unknown.privateKey),
    underUnknownName: (payload: object) => sign(payload, known.privateKey, { alg: 'RS256', kid: 'k9' }),
    hmac: (payload: object) =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .sign(new TextEncoder().encode(JSON.stringify(jwk))),
    unsigned: (payload: object) => new UnsecuredJWT({ ...payload }).encode(),
    close: () => new Promise<void>(resolve => void server.close(() => resolve())),
  }
}

type Options = Partial<TeamsConfig> & { route?: (incoming: Incoming) => Promise<Answer | undefined> }

/** The bot behind a plain server, Microsoft on loopback before it, and all that was routed and logged. */
export async function startBot({ route, ...config }: Options = {}) {
  const microsoft = await startMicrosoft()
  const incoming: Incoming[] = []
  const logged: { message: string; fields: Record<string, unknown> }[] = []
  const note = (fields: object, message: string) => void logged.push({ message, fields: { ...fields } })
  let now = 1_000_000
  const teams = createTeams(
    {
      bot: { type: 'SingleTenant', id: BOT, tenant: TENANT, password: 'p' },
      allowedTenants: [TENANT],
      local: { openIdUrl: `${microsoft.url}/openid`, token: async () => 'outbound' },
      ...config,
    },
    {
      log: { ...silentLogger, warn: note, error: note },
      clock: { now: () => now },
      ids: { next: () => 'referenceabcdef', nonce: () => 'nonce' },
      sentences: locale => ({
        fault: reference => `${locale.startsWith('en') ? 'fault' : 'panne'} ${reference}`,
        unknown: 'inconnu',
      }),
    },
  )
  let handler: ((request: HttpRequest, response: ServerResponse) => Promise<void>) | undefined
  const post = (_: string, handle: typeof handler) => {
    handler = handle
  }
  teams.mount({ post }, async each => {
    incoming.push(each)
    return route ? route(each) : { card: CARD, summary: 'En bref' }
  })
  const server = createServer((request, response) => {
    void readJson(request)
      .catch(() => 'garbage')
      .then(body => handler?.(Object.assign(request, { body }), response))
  })
  const url = await listen(server)

  const claims = () => {
    const at = Math.floor(Date.now() / 1_000)
    return {
      iss: 'https://api.botframework.com',
      aud: BOT,
      nbf: at - 10,
      exp: at + 600,
      serviceurl: microsoft.url,
    }
  }
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) ?? null })
  return {
    teams,
    microsoft,
    incoming,
    logged,
    url,
    claims,
    send,
    /** Sends as Teams does, with a good token. */
    deliver: async (body: unknown) =>
      send(body, { authorization: `Bearer ${await microsoft.sign(claims())}` }),
    pass: (ms: number) => {
      now += ms
    },
    close: async () => {
      await new Promise<void>(resolve => void server.close(() => resolve()))
      await microsoft.close()
    },
  }
}

export type Bot = Awaited<ReturnType<typeof startBot>>

/** An activity in Camille's own chat. */
export function activity(bot: Pick<Bot, 'microsoft'>, over: object) {
  return {
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl: bot.microsoft.url,
    from: { id: '29:camille', name: 'Camille Martin', aadObjectId: CAMILLE },
    recipient: { id: '28:bot', name: 'Faire Administration' },
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'fr-FR',
    ...over,
  }
}

/** The same in a thread of a channel. */
export function inChannel(bot: Pick<Bot, 'microsoft'>, over: object) {
  return activity(bot, {
    conversation: {
      id: '19:channel@thread.tacv2;messageid=42',
      conversationType: 'channel',
      tenantId: TENANT,
    },
    channelData: {
      tenant: { id: TENANT },
      team: { id: '19:team@thread.tacv2', name: 'Transitions' },
      channel: { id: '19:channel@thread.tacv2', name: 'Idées' },
    },
    ...over,
  })
}

export function press(verb: unknown, data: unknown = {}, trigger = 'manual') {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'card-1',
    value: { action: { type: 'Action.Execute', verb, data }, trigger },
  }
}
