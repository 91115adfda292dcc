import { randomUUID } from 'node:crypto'
import { type Call, callsOn } from '../../support/product/inputs.ts'
import { type Ground, marked, TEXT_MARK } from './ground.ts'
import { type Change, mutated } from './mutation.ts'
import { bytes, httpMethod, type Sending } from './request.ts'

type Shape = { readonly params: object; readonly query: object; readonly body?: object }
export type Trial = { readonly name: string; readonly what: string; readonly sending: Sending }
type Turn = { readonly at: number; readonly change: Change }

function shapeOf({ params = {}, query = {}, body }: Call, ground: Ground, at: number): Shape {
  const asked = {
    after: `${ground.bot.clock.now()}-${ground.things.idea}`,
    mine: 'true',
    box: ground.things.box,
  }
  return { params, query: at % 3 ? query : { ...query, ...asked }, ...(body && { body: marked(body) }) }
}

const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** Half a surrogate stands as the bytes that JavaScript would never write. */
function escaped(value: unknown): string {
  const letters = [...text(value).slice(0, 1_200)]
  return letters.map(each => (each.isWellFormed() ? encodeURIComponent(each) : '%ED%A0%80')).join('')
}

export function addressOf(path: string, { params, query }: Omit<Shape, 'body'>): string {
  const place = path.replace(/:(\w+)/g, (_, name) =>
    escaped((params as Record<string, unknown> | null)?.[name]),
  )
  const asked = Object.entries(query ?? {}).map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
  return `/api/v1${place}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}

/** What Node lets into a header. */
const sayable = (value: string) => bytes(value).replace(/[^\x20-\x7e\x80-\xff]/g, '')

/** What goes wrong around a body that is right. */
const AROUND: readonly ((sending: Sending, value: string) => Sending)[] = [
  (all, value) => ({ ...all, body: (all.body ?? '{').slice(0, value.length) }),
  all => ({ ...all, body: `${all.body ?? ''}}` }),
  all => ({ ...all, body: `[${all.body ?? 'null'}]` }),
  all => ({ ...all, body: `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}` }),
  all => ({ ...all, body: JSON.stringify({ text: `${TEXT_MARK} `.repeat(40_000) }) }),
  (all, value) => ({
    ...all,
    headers: { ...all.headers, 'content-type': sayable(value) },
  }),
  all => ({ ...all, headers: { ...all.headers, 'content-type': 'multipart/form-data; boundary=x' } }),
  all => ({ ...all, headers: { ...all.headers, 'content-encoding': 'gzip' } }),
  (all, value) => ({
    ...all,
    headers: { ...all.headers, 'accept-language': sayable(value) },
  }),
  (all, value) => ({
    ...all,
    headers: { ...all.headers, 'x-forwarded-for': sayable(value) },
  }),
  all => ({ ...all, method: 'DELETE' }),
  all => ({ ...all, method: 'PATCH' }),
  all => ({ ...all, method: 'OPTIONS' }),
  all => ({ ...all, method: 'HEAD' }),
  (all, value) => ({ ...all, path: `${all.path}/${escaped(value)}` }),
  (all, value) => ({ ...all, path: `${all.path}?${escaped(value)}&after=%E0%A4%A&after=` }),
  all => ({ ...all, path: all.path.replace('/api/v1/', '/api/v1//') }),
  all => ({ ...all, path: `${all.path}/..` }),
  all => ({ ...all, path: `${all.path}%00` }),
]

/** The `which`th route, one thing of its call changed. */
export function callOn(ground: Ground, which: number, { at, change }: Turn): Trial {
  const all = Object.entries(callsOn(ground.things))
  const [name = '', call = {}] = all[which % all.length] ?? []
  const [method = '', path = ''] = name.split(' ')
  const base = shapeOf(call, ground, at)
  const { value, what } = mutated(base, { at, change }, ground.pool, base.body ? 'body' : 'params')
  const bare = (shape: Shape): Sending => ({
    method: httpMethod(method),
    path: addressOf(path, shape),
    headers: { 'content-type': 'application/json', 'x-request-id': randomUUID() },
    ...(shape.body !== undefined && { body: JSON.stringify(shape.body) ?? '' }),
  })
  if (at % 7 > 0) return { name, what, sending: bare(value) }
  const around = Math.floor(at / 7) % AROUND.length
  const changed = text(change.of('fr-FR', ground.pool))
  return { name, what: `around ${around}`, sending: AROUND[around]?.(bare(base), changed) ?? bare(base) }
}
