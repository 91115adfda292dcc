import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { HeardRequest } from './request.ts'

/** How the endpoint answers one request. */
export type ScriptedAnswer = (response: ServerResponse, heard: HeardRequest) => void

function json(response: ServerResponse, status: number, body: unknown, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

const USAGE = { prompt_tokens: 200, completion_tokens: 40, total_tokens: 240 }

const completion = (message: object, finish_reason: string | null = 'stop', usage: unknown = USAGE) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'any',
  choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
  ...(usage !== undefined && { usage }),
})

/** The text, as it is, of an answer that is in order otherwise. */
export const text =
  (content: string): ScriptedAnswer =>
  response =>
    json(response, 200, completion({ content }))

/** The value as JSON. */
export const value = (said: unknown): ScriptedAnswer => text(JSON.stringify(said))

/** What the product's tasks are answered in these scripts: points that each stand on texts by alias. */
export const points = (...said: readonly (readonly [text: string, ideas: readonly string[]])[]) =>
  value({ points: said.map(([words, ideas]) => ({ text: words, ideas })) })

/** Themes, each with its words and the texts in which it was seen, by alias. */
export const headings = (
  ...said: readonly (readonly [title: string, words: readonly string[], ideas: readonly string[]])[]
) => value({ themes: said.map(([title, words, ideas]) => ({ title, words, ideas })) })

const GOOD = 'Plusieurs proposent un jour de télétravail.'

/** Answers of the right form, each wrong by what it says: for whoever shows it to find. */
export const SAYINGS = {
  ok: points([GOOD, ['i1']]),
  'an invented id': points([GOOD, ['i99']]),
  'an invented id among true ones': points([GOOD, ['i1', 'i99']]),
  'no id': points([GOOD, []]),
  'the id __proto__': points([GOOD, ['__proto__']]),
  HTML: points(['<b>Un jour</b> <script>alert(1)</script>', ['i1']]),
  'a mention': points(['<at>Tous</at> un jour de télétravail', ['i1']]),
  'a template': points(['${user.name} {{secret}} un jour', ['i1']]),
  'a link': points(['Voir https://example.test/ ou [ici](https://example.test/)', ['i1']]),
  'bidi overrides': points(['Un \u202Ejour\u202C de \u2066télétravail\u2069', ['i1']]),
  'an over-long sentence': points(['jour '.repeat(400), ['i1']]),
  English: points(['Several of them suggest working from home one day a week.', ['i1']]),
  'an invented number': points(['37 personnes proposent un jour de télétravail.', ['i1']]),
  'a quantity word': points(['La plupart proposent un jour de télétravail.', ['i1']]),
} as const satisfies Readonly<Record<string, ScriptedAnswer>>

/** Answers that are not what was asked for, by their text. */
export const ODD_TEXTS = {
  'a refusal': text('Je suis désolé, je ne peux pas répondre à cette demande.'),
  'prose around': text('Voici : {"points":[]} Bonne journée !'),
  'a fence around': text('```json\n{"points":[]}\n```'),
  'cut JSON': text('{"points":[{"text":"Un jour'),
  'another shape': value({ points: 'aucun' }),
  'a field more': value({ points: [], more: 1 }),
  __proto__: text('{"__proto__":{"points":[]}}'),
  'a bare number': text('7'),
  nothing: text(''),
  'deep nesting': text('['.repeat(50_000)),
} as const satisfies Readonly<Record<string, ScriptedAnswer>>

const finished =
  (reason: string | null, message: object = { content: '{"points":[]}' }): ScriptedAnswer =>
  response =>
    json(response, 200, completion(message, reason))

/** Answers of a model that did not end as it should. */
export const ENDINGS = {
  length: finished('length', { content: '{"points":[{"te' }),
  'tool calls': finished('tool_calls', {
    content: null,
    tool_calls: [{ id: 'a', type: 'function', function: { name: 'send', arguments: '{broken' } }],
  }),
  'a tool call under « stop »': finished('stop', { content: '{"points":[]}', tool_calls: [{ id: 'a' }] }),
  'a content filter': finished('content_filter', { content: '' }),
  'a refusal field': finished('stop', { content: '{"points":[]}', refusal: 'non' }),
  'no reason': finished(null),
} as const satisfies Readonly<Record<string, ScriptedAnswer>>

/** Answers of something that is no model. */
export const FOREIGN = {
  'empty choices': response => json(response, 200, { choices: [], usage: USAGE }),
  'no choices': response => json(response, 200, { ok: true }),
  'a null choice': response => json(response, 200, { choices: [null] }),
  'malformed JSON': response => json(response, 200, '{"choices":['),
  'HTML 200': response => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Portail</title><form>Identifiez-vous</form>')
  },
} as const satisfies Readonly<Record<string, ScriptedAnswer>>

const failed =
  (status: number, headers: object = {}): ScriptedAnswer =>
  response =>
    json(response, status, { error: { message: 'at random' } }, headers)

/** By a status alone. In two calls: restify, where it is loaded, has `writeHead` return nothing. */
export function refuse(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, headers)
  response.end()
}

/** Answers by a status. The 400 echoes what it was sent, as some servers do. */
export const STATUSES = {
  401: failed(401),
  403: failed(403),
  404: failed(404),
  '429': failed(429),
  '429 with seconds': failed(429, { 'retry-after': '40' }),
  '503 with seconds': failed(503, { 'retry-after': '40' }),
  500: failed(500),
  'an echoing 400': (response, { system, user }) =>
    json(response, 400, { error: { message: system + user } }),
  'a redirect': response => refuse(response, 302, { location: '/v1/elsewhere' }),
} as const satisfies Readonly<Record<string, ScriptedAnswer>>

/** Answers that never end, or end badly. */
export const STREAMS = {
  reset: response => response.destroy(),
  'a hang in the headers': () => {},
  'a hang in the body': response => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"choices":[')
  },
  'a reset in the body': response => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"choices":[', () => response.destroy())
  },
  'an endless body': response => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(16_384)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  },
  'a slow stream': response => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const timer = setInterval(() => response.write('data: {"choices":[{"delta":{"content":"Un "}}]}\n\n'), 10)
    response.once('close', () => clearInterval(timer))
  },
} as const satisfies Readonly<Record<string, ScriptedAnswer>>

const { ok: _ok, ...wrong } = SAYINGS
const { 401: _denied, 403: _forbidden, ...failing } = STATUSES
const { reset, 'an endless body': endless, 'a reset in the body': half } = STREAMS

/** Every answer that is of no use and comes at once, but for a refused key, after which nothing more is asked. */
export const USELESS: Readonly<Record<string, ScriptedAnswer>> = {
  ...wrong,
  ...ODD_TEXTS,
  ...ENDINGS,
  ...FOREIGN,
  ...failing,
  reset,
  endless,
  half,
}

/** An answer in order, with another count of tokens. */
export const counting =
  (usage: unknown, said: unknown = { points: [] }): ScriptedAnswer =>
  response =>
    json(response, 200, completion({ content: JSON.stringify(said) }, 'stop', usage))

/** An answer that waits until it is let go. */
export function held(then: ScriptedAnswer = SAYINGS.ok) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const answer: ScriptedAnswer = (response, heard) => void promise.then(() => then(response, heard))
  return { answer, letGo: resolve }
}
