import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen } from '../connector/http.ts'
import { CAST, type Person } from '../sign-in/cast.ts'
import { refuse, SAYINGS, type ScriptedAnswer } from './answers.ts'
import { leaksIn } from './leaks.ts'
import { type HeardRequest, headerFaults, readRequest } from './request.ts'

/** A request, and its connection. */
export type Heard = HeardRequest & {
  /** Resolves once the connection has closed before the answer was whole. */
  readonly left: Promise<void>
}

type EndpointOptions = {
  readonly model?: string
  readonly key?: string
  /** Ids that it lists; its model by default. */
  readonly models?: readonly string[]
  /** Whose names, ids and addresses may not leave. */
  readonly people?: readonly Person[]
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/**
 * An OpenAI-compatible endpoint on loopback. Strict: whatever the product may not send, or may not have said of
 * anybody, fails the test as it closes, by name.
 */
export async function startEndpoint(options: EndpointOptions = {}) {
  const { model = 'albert-large', key = 'sk-never-said', people = CAST } = options
  const { models = [model] } = options
  const faults: string[] = []
  const heard: Heard[] = []
  const waiting: ((heard: Heard) => void)[] = []
  const script: ScriptedAnswer[] = []
  let always: ScriptedAnswer = SAYINGS.ok

  function list(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ object: 'list', data: models.map(id => ({ id, object: 'model' })) }))
  }

  async function complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request)
    const { heard: read, faults: found } = readRequest(text, model)
    const ref = String(request.headers['x-request-id'])
    faults.push(...headerFaults(request.headers, key), ...found, ...leaksIn(text, people))
    if (!read) return refuse(response, 422)
    const { promise: left, resolve } = Promise.withResolvers<void>()
    response.once('close', () => {
      if (!response.writableFinished) resolve()
    })
    const one = { ...read, ref, left }
    heard.push(one)
    waiting.shift()?.(one)
    const answer = script.shift() ?? always
    answer(response, read)
  }

  const { url, close } = await listen((request, response) => {
    const at = `${request.method} ${request.url}`
    if (at === 'GET /v1/models') return list(response)
    if (at === 'POST /v1/chat/completions')
      return void complete(request, response).catch(error => faults.push(String(error)))
    faults.push(`path: ${at}`)
    refuse(response, 404)
  })

  return {
    settings: {
      url: `${url}v1`,
      model,
      key,
      tasks: ['asking', 'drafts', 'themes'] as const,
      name: 'Albert',
      tokensADay: 500_000,
    },
    /** Each request, in order. */
    heard,
    /** What was wrong with them; a test that provokes it takes it out. */
    faults,
    /** The next request. */
    next: () => new Promise<Heard>(resolve => void waiting.push(resolve)),
    /** How the next ones are answered, in order; then as `always`. */
    answer: (...answers: readonly ScriptedAnswer[]) => void script.push(...answers),
    always: (answer: ScriptedAnswer) => {
      always = answer
    },
    async close(): Promise<void> {
      await close()
      assert.deepEqual(faults, [], 'the assistant was asked as it may not be')
    },
  }
}

export type FakeEndpoint = Awaited<ReturnType<typeof startEndpoint>>
