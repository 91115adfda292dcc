import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Chats } from '../teams/chats.ts'
import { isMistake, Refused, refusalBody } from '../teams/refused.ts'
import { type CallKind, type createFaults, SENDS } from './faults.ts'
import { bodyOf, headOf, listen, refuse as refuseAs, send } from './http.ts'
import type { createRates } from './rates.ts'
import { type Answer, createRoutes, type Route } from './routes.ts'

/** One call of the bot to Teams. `status` 0: the connection was cut. */
export type Call = {
  readonly kind: CallKind
  readonly method: string
  readonly path: string
  readonly conversation: string
  readonly body: unknown
  readonly status: number
}

export type ConnectorParts = {
  readonly chats: Chats
  readonly faults: ReturnType<typeof createFaults>
  readonly rates?: ReturnType<typeof createRates>
  /** The token that the bot has to show; anybody may call without one. */
  readonly bearer?: string
  readonly typed: (text: string) => boolean
  /** Teams' own clock, in milliseconds. */
  readonly now: () => number
  readonly called: (call: Call) => void
  /** Told of what the bot sent that Teams would not take. */
  readonly complain: (complaint: string) => void
}

/** Teams' connector service on loopback, as strict as Teams. */
export async function startConnector(parts: ConnectorParts) {
  const { faults, rates, bearer, complain, called } = parts
  const find = createRoutes(parts.chats, parts.typed, parts.now)

  /** Carries out a call; nothing when it is refused. */
  function carryOut({ kind, conversation, run }: Route): Answer {
    const thread = conversation.split(';')[0] ?? ''
    rates?.take(SENDS.includes(kind) ? 'send' : 'read', thread)
    return run()
  }

  function refuse(response: ServerResponse, error: unknown, told: (status: number) => void): void {
    const refused = error instanceof Refused ? error : new Refused(400, 'BadSyntax', String(error))
    told(refused.status)
    if (isMistake(refused)) complain(`${refused.code}: ${refused.message}`)
    refuseAs(response, refused)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let told = (_: number): void => {}
    try {
      const asked = { ...headOf(request), body: await bodyOf(request) }
      const route = find(asked)
      const { kind, conversation } = route
      const path = `/${asked.parts.join('/')}`
      told = status => called({ kind, method: asked.method, path, conversation, body: asked.body, status })
      if (bearer !== undefined && request.headers.authorization !== `Bearer ${bearer}`) {
        throw new Refused(401, 'BotNotRegistered', 'no token of this bot')
      }
      await faults.pass(kind, conversation)
      const fault = faults.take(kind, conversation)
      const done = !fault || fault.carriedOut ? carryOut(route) : undefined
      if (fault) {
        told(fault.status)
        if (fault.status === 0) return void response.destroy()
        const code = fault.code ?? `Status${fault.status}`
        return send(response, { status: fault.status, body: refusalBody(code, code) }, fault.retryAfter)
      }
      told(done?.status ?? 200)
      if (done) send(response, done)
    } catch (error) {
      refuse(response, error, told)
    }
  }

  return listen((request, response) => void answer(request, response))
}
