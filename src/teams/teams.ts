import { CloudAdapter, type TurnContext } from 'botbuilder'
import type { BotCredentials } from '../config/index.ts'
import type { Ids } from '../kernel/crypto/ids.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import { type Meter, noMeter } from '../kernel/monitoring/meter.ts'
import { createRejectionLog } from '../kernel/requests/rejection-log.ts'
import type { Clock } from '../kernel/time/clock.ts'
import { type Authentication, createAuthentication, type LocalSignIn, SCOPE } from './authentication.ts'
import { createBotEndpoint, type EndpointParts, type HttpServer } from './bot-endpoint.ts'
import { type Connector, createConnector } from './connector.ts'
import { createAnswer } from './retried-replies.ts'
import { createTurn, type Routes, type Sentences } from './turn.ts'

export type TeamsConfig = {
  /** Absent in demo mode: no token is checked, and only loopback is accepted. */
  readonly bot?: BotCredentials
  /** Allowed tenants. In demo mode the first stands for an activity that names none. */
  readonly allowedTenants: readonly string[]
  /** For tests: keys and tokens from loopback, where the connector may then be too. */
  readonly local?: LocalSignIn
}

export type TeamsParts = {
  readonly log: Logger
  readonly clock: Clock
  readonly ids: Ids
  readonly sentences: Sentences
  /** Called for each call to Teams other than those of `delivery/`. */
  readonly countCall: () => void
  /** Resolves when a call that answers nobody is within the rate limits. */
  readonly waitTurn: () => Promise<void>
  readonly meter?: Meter
}

/** Calls reject with DeliveryFault and are made once: `delivery/` retries. */
export type Teams = Connector & {
  /** Mounts `POST /api/messages`. The server has parsed the JSON body, 256 kB at most. */
  readonly mount: (server: HttpServer, routes: Routes) => void
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

function isLoopback(url: string): boolean {
  return LOOPBACK.includes(new URL(url).hostname)
}

/** CloudAdapter and not teams-ai's own, which adds its version to every response. */
class Adapter extends CloudAdapter {
  /** Of Teams, as the SDK says it of a token that holds; nothing here sends by a client of its own. */
  private readonly proven = {
    audience: SCOPE,
    callerId: 'urn:botframework:azure',
    claimsIdentity: this.createClaimsIdentity(),
    connectorFactory: { create: async () => ({}) as never },
  }

  /** Runs a turn with a token already verified; `process` would check it the SDK's way. */
  turn: EndpointParts['turn'] = activity =>
    this.processActivity(this.proven, activity as never, context => this.run(context))

  run: (context: TurnContext) => Promise<void> = async () => {}
}

function mountOn(server: HttpServer, adapter: Adapter, door: Omit<EndpointParts, 'turn'>): void {
  const { gate, receive } = createBotEndpoint({ ...door, turn: adapter.turn })
  server.post('/api/messages', receive, gate)
}

/** @throws Error when `bot` is given without what it needs. */
export function createTeams({ bot, allowedTenants, local }: TeamsConfig, parts: TeamsParts): Teams {
  const { log, clock, ids, countCall, waitTurn: turnToCall, meter = noMeter } = parts
  const tenants = allowedTenants.map(tenant => tenant.toLowerCase())
  const authentication: Authentication = createAuthentication(bot, clock, local)
  const trusts = (url: string) =>
    (bot && new URL(url).protocol === 'https:') || ((!bot || !!local) && isLoopback(url))
  const reference = () => ids.next().slice(0, 8)
  const { authorization } = authentication
  const connector = createConnector({ authorization, trusts, clock, countCall, waitTurn: turnToCall })
  const answer = createAnswer({ reply: connector.reply, log, meter })
  return {
    ...connector,
    mount(server, routes) {
      const turn = createTurn({ routes, tenants, sentences: parts.sentences, reference, log, answer })
      const adapter = new Adapter(authentication.sdk)
      adapter.run = turn.run
      adapter.onTurnError = turn.failed
      mountOn(server, adapter, {
        authentication,
        open: !bot,
        trusts,
        countUnauthenticated: (request, response) => server.countUnauthenticated(request, response),
        refused: createRejectionLog(clock, fields =>
          log.warn(fields, 'a request to the bot was turned away'),
        ),
        broken: err => log.error({ err }, 'an activity could not be handled'),
        meter,
      })
    },
  }
}
