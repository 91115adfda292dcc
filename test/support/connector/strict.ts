import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../../../src/kernel/time/clock.ts'
import type { Person } from '../sign-in/cast.ts'
import { type Channel, createChats, type Team } from '../teams/chats.ts'
import { isMistake, Refused } from '../teams/refused.ts'
import { SENDS } from './faults.ts'
import { bodyOf, headOf, listen, refuse, send } from './http.ts'
import { createRates, Throttled } from './rates.ts'
import { createRecord, type Violation } from './record.ts'
import { type Answer, createRoutes } from './routes.ts'
import { createWeather, type Trouble, type WeatherOptions } from './weather.ts'

export type StrictParts = {
  readonly people: readonly Person[]
  readonly team: Team
  readonly channels: readonly Channel[]
  /** The bot's tokens: one for each instance, so that the record knows which of them called. */
  readonly bearers: readonly string[]
  readonly weather: WeatherOptions
}

type Call = ReturnType<ReturnType<typeof createRecord>['begin']>

const DOUBTFUL = (status: number) => status === 0 || status >= 500

/**
 * Teams' connector with its documented limits, in real time: it has latency and random faults, reports each violation
 * of the rules, and keeps a record. A refused call is not carried out.
 */
export async function startStrict(parts: StrictParts) {
  const { now } = systemClock
  const chats = createChats(parts.team, parts.channels)
  for (const person of parts.people) {
    chats.meet(person)
    chats.open(person)
  }
  const weather = createWeather(parts.weather)
  const rates = createRates(systemClock)
  const record = createRecord()
  const find = createRoutes(chats, () => true, now)
  const busy = new Set<string>()

  function violation(kind: Violation['kind'], conversation: string, words: string): void {
    record.violates({ kind, at: now(), conversation, words })
  }

  /** Rate limits. @throws Refused 412 or 429, each a violation. A 429 may lack a Retry-After. */
  function enter(kind: 'send' | 'read', thread: string): () => void {
    if (busy.has(thread) && kind === 'send') {
      violation('overlap', thread, 'another call is under way')
      throw new Refused(412, 'PreconditionFailed')
    }
    try {
      rates.take(kind, thread)
    } catch (error) {
      if (error instanceof Throttled) violation(error.limit, thread, `wait ${error.retryAfter} s`)
      throw weather.tells() ? error : new Refused(429, 'Throttled')
    }
    // A chat that is being created has no thread yet.
    if (kind === 'read' || thread === '') return () => {}
    busy.add(thread)
    return () => void busy.delete(thread)
  }

  /** Fails the call as injected; a silent one never responds. */
  function fail(response: ServerResponse, call: Call, { status, code, retryAfter, silent }: Trouble): void {
    call.ends(DOUBTFUL(status) ? 'doubtful' : 'answered', status)
    if (silent) return
    if (status === 0) return void response.destroy()
    const body = { error: { code: code ?? `Status${status}`, message: 'at random' } }
    send(response, { status, body }, retryAfter)
  }

  async function carryOut(request: IncomingMessage, trouble: Trouble | undefined, call: Call) {
    const head = headOf(request)
    const body = await bodyOf(request)
    call.reads(body)
    const [before, after] = weather.delays()
    await setTimeout(before)
    if (trouble && !trouble.carriedOut) return undefined
    const done: Answer = find({ ...head, body }).run()
    call.isTaken(now())
    // Cards are not kept: only the existence of the message is needed.
    const message = chats.messages.get(String((done.body as { id?: string }).id))
    if (message) message.activity = {}
    await setTimeout(after)
    return done
  }

  async function serve(request: IncomingMessage, response: ServerResponse, call: Call): Promise<void> {
    const { kind, conversation } = find({ ...headOf(request), body: {} })
    const sends = SENDS.includes(kind)
    const leave = enter(sends ? 'send' : 'read', conversation.split(';')[0] ?? '')
    try {
      const trouble = sends ? weather.trouble() : undefined
      const done = trouble?.unread ? undefined : await carryOut(request, trouble, call)
      if (trouble) return fail(response, call, trouble)
      if (!done) return
      call.ends('answered', done.status)
      send(response, done)
    } finally {
      leave()
    }
  }

  function begin(request: IncomingMessage, response: ServerResponse): Call {
    const { kind, conversation } = find({ ...headOf(request), body: {} })
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    const by = parts.bearers.indexOf(token)
    const call = record.begin({ kind, conversation, by, at: now() })
    response.once('close', () => call.ends('left'))
    if (by < 0) {
      call.ends('answered', 401)
      throw new Refused(401, 'BotNotRegistered', 'no token of this bot')
    }
    return call
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let call: Call | undefined
    try {
      call = begin(request, response)
      await serve(request, response, call)
    } catch (error) {
      const refused = error instanceof Refused ? error : new Refused(400, 'BadSyntax', String(error))
      if (isMistake(refused)) violation('mistake', request.url ?? '', `${refused.code}: ${refused.message}`)
      call?.ends('answered', refused.status)
      refuse(response, refused)
    }
  }

  const { url, close } = await listen((request, response) => void answer(request, response))
  return { url, record, close }
}
