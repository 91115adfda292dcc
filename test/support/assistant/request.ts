import { Ajv2020 } from 'ajv/dist/2020.js'

type Fields = Readonly<Record<string, unknown>>

/** A request as the product sent it. `items`: what stands in the user's message. */
export type HeardRequest = {
  readonly system: string
  readonly user: string
  readonly items: readonly { readonly alias: string; readonly text: string }[]
  readonly mostTokens: number
  readonly ref: string
}

const BODY = ['max_tokens', 'messages', 'model', 'response_format', 'stream', 'temperature']
const HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'host',
  'pragma',
  'sec-fetch-mode',
  'user-agent',
  'x-request-id',
]
/** Six thousand tokens of letters that take up to three bytes each. */
const MOST_BYTES = 64_000

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Unlike the strict mode of endpoints: each object closed, and each of its fields required. */
function looseObjects(schema: unknown, at = '#'): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((each, index) => looseObjects(each, `${at}/${index}`))
  if (!isFields(schema)) return []
  const inner = Object.entries(schema).flatMap(([name, each]) => looseObjects(each, `${at}/${name}`))
  if (schema.type !== 'object') return inner
  const { properties, required, additionalProperties } = schema
  const names = Object.keys(isFields(properties) ? properties : {})
  const isWhole = Array.isArray(required) && names.every(name => required.includes(name))
  return additionalProperties === false && isWhole
    ? inner
    : [...inner, `schema: the object at ${at} is not closed, or a field of it not required`]
}

function schemaFaults(format: unknown): readonly string[] {
  if (!isFields(format) || format.type !== 'json_schema' || !isFields(format.json_schema))
    return ['response_format: no JSON schema']
  const { name, strict, schema, ...more } = format.json_schema
  const faults = Object.keys(more).map(field => `json_schema: unknown field ${field}`)
  if (typeof name !== 'string' || !/^[\w-]{1,64}$/.test(name)) faults.push('json_schema: name')
  if (strict !== true) faults.push('json_schema: not strict')
  try {
    new Ajv2020({ strict: true }).compile(isFields(schema) ? schema : false)
  } catch (error) {
    faults.push(`schema: ${(error as Error).message}`)
  }
  return [...faults, ...looseObjects(schema)]
}

function itemsIn(user: string): HeardRequest['items'] | undefined {
  try {
    const items = JSON.parse(user)
    const isItem = (each: unknown) =>
      isFields(each) &&
      Object.keys(each).sort().join() === 'alias,text' &&
      /^(asked|i\d{1,4})$/.test(String(each.alias)) &&
      typeof each.text === 'string'
    return Array.isArray(items) && items.every(isItem) ? items : undefined
  } catch {
    return undefined
  }
}

type Read = { readonly heard?: HeardRequest; readonly faults: readonly string[] }

/** Reads the messages. */
function messagesIn(body: Fields): Read {
  const messages: readonly unknown[] = Array.isArray(body.messages) ? body.messages : []
  const roles = messages.map(each => (isFields(each) ? each.role : undefined))
  if (roles.join() !== 'system,user') return { faults: [`messages: roles ${roles.join()}`] }
  const [system, user] = messages.map(each => String((each as Fields).content)) as [string, string]
  const items = itemsIn(user)
  if (!items) return { faults: ['messages: the user’s is no list of alias and text'] }
  const mostTokens = Number(body.max_tokens)
  return { heard: { system, user, items, mostTokens, ref: '' }, faults: [] }
}

/** Reads the body of a chat completion as a strict endpoint does: every fault by its name. */
export function readRequest(text: string, model: string): Read {
  if (Buffer.byteLength(text) > MOST_BYTES) return { faults: ['body: over size'] }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return { faults: ['body: no JSON'] }
  }
  if (!isFields(body)) return { faults: ['body: no object'] }
  const { heard, faults } = messagesIn(body)
  const mostTokens = Number(body.max_tokens)
  const all = [
    ...Object.keys(body)
      .filter(field => !BODY.includes(field))
      .map(field => `body: unknown field ${field}`),
    ...(body.model === model ? [] : ['body: model']),
    ...(body.temperature === 0 ? [] : ['body: temperature']),
    ...(body.stream === false ? [] : ['body: stream']),
    ...(mostTokens >= 1 && mostTokens <= 1_500 ? [] : ['body: max_tokens']),
    ...schemaFaults(body.response_format),
    ...faults,
  ]
  return { faults: all, ...(heard && { heard }) }
}

/** Headers that the product has no reason to send, and those that it must. */
export function headerFaults(headers: Readonly<Record<string, unknown>>, key: string | undefined): string[] {
  const unknown = Object.keys(headers).filter(name => !HEADERS.includes(name))
  return [
    ...unknown.map(name => `header: unknown ${name}`),
    ...(headers.authorization === (key === undefined ? undefined : `Bearer ${key}`)
      ? []
      : ['header: authorization']),
    ...(headers['content-type'] === 'application/json' ? [] : ['header: content-type']),
    ...(/^[\w-]{1,40}$/.test(String(headers['x-request-id'])) ? [] : ['header: x-request-id']),
  ]
}
