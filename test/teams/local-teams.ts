import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Incoming, Linked, Searched } from '../../src/conversation/protocol/incoming.ts'
import type {
  Rated,
  RenderedAnswer,
  SearchResult,
  SearchResults,
} from '../../src/conversation/protocol/rendered.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { createTeams, type HttpRequest, type TeamsConfig } from '../../src/teams/index.ts'
import { fixedClock } from '../support/product/clock.ts'
import { CAMILLE, TENANT } from '../support/sign-in/cast.ts'
import { type Flaw, startSignIn } from '../support/sign-in/tokens.ts'

export const BOT = '22222222-2222-4222-8222-222222222222'
export const CARD = { type: 'AdaptiveCard', version: '1.5', body: [] }

export type Call = {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
}
type Mounted = [
  handler: (request: HttpRequest, response: ServerResponse) => Promise<void>,
  gate: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>,
]
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

/** A connector that keeps what it is sent and answers as `state.answer` says: for answers that Teams would not give. */
async function startConnector() {
  const calls: Call[] = []
  const state: { answer: Answering } = {
    answer: (_, response) => {
      response.statusCode = 201
      response.end('{"id":"message-1"}')
    },
  }
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    void readJson(request).then(body => {
      const { method = '', headers } = request
      const path = decodeURIComponent(request.url ?? '')
      const call = { method, path, headers, body: (body ?? {}) as Record<string, unknown> }
      calls.push(call)
      state.answer(call, response)
    })
  })
  const url = await listen(server)
  return { url, calls, state, close: () => new Promise<void>(resolve => void server.close(() => resolve())) }
}

type Options = Partial<TeamsConfig> & {
  route?: (incoming: Incoming) => Promise<RenderedAnswer | undefined>
  search?: (searched: Searched) => Promise<SearchResults>
  unfold?: (linked: Linked) => Promise<SearchResult | undefined>
  preview?: (url: string) => SearchResult | undefined
}

/** The bot behind a plain server, sign-in and connector on loopback, and all that was routed and logged. */
export async function startBot({ route, search, unfold, preview, ...config }: Options = {}) {
  const signIn = await startSignIn({ appId: BOT })
  const connector = await startConnector()
  const incoming: Incoming[] = []
  const searched: Searched[] = []
  const linked: Linked[] = []
  const previewed: string[] = []
  const ratings: Rated[] = []
  const logged: { message: string; fields: Record<string, unknown> }[] = []
  const note = (fields: object, message: string) => void logged.push({ message, fields: { ...fields } })
  const clock = fixedClock(1_000_000)
  const teams = createTeams(
    {
      bot: { type: 'SingleTenant', id: BOT, tenant: TENANT, password: 'p' },
      allowedTenants: [TENANT],
      local: signIn.local,
      ...config,
    },
    {
      log: { ...silentLogger, warn: note, error: note },
      clock,
      ids: { next: () => 'referenceabcdef', nonce: () => 'nonce' },
      countCall: () => {},
      waitTurn: async () => {},
      sentences: locale => ({
        fault: reference => `${locale.startsWith('en') ? 'fault' : 'panne'} ${reference}`,
        unknown: 'inconnu',
        title: 'Titre',
      }),
    },
  )
  let [handler, gate]: [...Partial<Mounted>] = []
  const post = (_: string, ...mounted: Mounted) => {
    ;[handler, gate] = mounted
  }
  const receive = async (each: Incoming) => {
    incoming.push(each)
    return route ? route(each) : { card: CARD, summary: 'En bref' }
  }
  const look = async (each: Searched) => {
    searched.push(each)
    return search ? search(each) : { results: [] }
  }
  const paste = async (each: Linked) => {
    linked.push(each)
    return unfold?.(each)
  }
  const glimpse = (url: string) => {
    previewed.push(url)
    return preview?.(url)
  }
  const rated = (each: Rated) => void ratings.push(each)
  const routes = { receive, search: look, unfold: paste, preview: glimpse, rated }
  teams.mount({ post, countUnauthenticated: () => 0 }, routes)
  const server = createServer(async (request, response) => {
    if (!(await gate?.(request, response))) return
    const body = await readJson(request).catch(() => 'garbage')
    await handler?.(Object.assign(request, { body }), response)
  })
  const url = await listen(server)

  const token = (claims: Record<string, unknown> = {}, flaw?: Flaw) =>
    signIn.botToken({ serviceurl: connector.url, ...claims }, flaw)
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) ?? null })
  return {
    teams,
    connector,
    signIn,
    incoming,
    searched,
    linked,
    previewed,
    ratings,
    logged,
    url,
    token,
    send,
    /** Sends as Teams does, with a good token. */
    deliver: async (body: unknown) => send(body, { authorization: `Bearer ${await token()}` }),
    now: clock.now,
    pass: clock.advance,
    jump: clock.jump,
    close: async () => {
      await new Promise<void>(resolve => void server.close(() => resolve()))
      await connector.close()
      await signIn.close()
    },
  }
}

export type Bot = Awaited<ReturnType<typeof startBot>>

/** An activity in Camille's own chat. */
export function activity(bot: Pick<Bot, 'connector'>, over: object) {
  return {
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl: bot.connector.url,
    from: { id: '29:camille', name: 'Camille Martin', aadObjectId: CAMILLE.objectId },
    recipient: { id: '28:bot', name: 'Faire Administration' },
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'fr-FR',
    ...over,
  }
}

/** The same in a thread of a channel. */
export function inChannel(bot: Pick<Bot, 'connector'>, over: object) {
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
