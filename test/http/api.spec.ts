import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import type { ApiRequest, ApiRoute } from '../../src/kernel/requests/route.ts'
import { CAMILLE } from '../support/sign-in/cast.ts'
import { rawGet, rawSend, startWeb } from './web.ts'

const codes = ['role-needed', 'not-yours', 'gone', 'channel-gone', 'workshop-full', 'own-idea', 'too-long']

describe('the tabs’ API', () => {
  let last: ApiRequest | undefined
  const routes: ApiRoute[] = [
    {
      method: 'post',
      path: '/things/:id',
      run: async request => {
        last = request
        return { made: true }
      },
    },
    { method: 'get', path: '/nothing', run: async () => undefined },
    { method: 'post', path: '/strict', run: async ({ body }) => z.object({ a: z.string() }).parse(body) },
    {
      method: 'get',
      path: '/refuse/:code',
      run: async ({ params }) => {
        throw new Refusal(params.code ?? '', { roles: 'le Lab’', count: 300, max: 280 })
      },
    },
    {
      method: 'get',
      path: '/fault',
      run: async () => {
        throw new Error('the disk is full of secrets')
      },
    },
  ]
  let web: Awaited<ReturnType<typeof startWeb>>
  let authorization: string
  before(async () => {
    web = await startWeb({ routes })
    authorization = `Bearer ${await web.signIn.tabToken(CAMILLE)}`
  })
  after(() => web.close())

  const get = (path: string, headers = {}) => web.get(`/api/v1${path}`, { authorization, ...headers })
  const post = (path: string, body: RequestInit['body'], headers = {}) =>
    fetch(`${web.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: body ?? null,
    })

  it('hands over who acts, the path, the query and the body', async () => {
    const response = await post('/things/a%20b?after=x&after=y', '{"n":1}')
    assert.equal(response.status, 200)
    assert.deepEqual(await response.json(), { made: true })
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.equal(last?.actor.id, 'p1')
    assert.deepEqual({ ...last?.params }, { id: 'a b' })
    assert.deepEqual(last?.query, { after: 'y' })
    assert.deepEqual(last?.body, { n: 1 })
  })

  it('answers an empty object when a route has nothing to say', async () => {
    assert.deepEqual(await (await get('/nothing')).json(), {})
  })

  it('gives each refusal its status and its words', async () => {
    const statuses: number[] = []
    for (const code of codes) {
      const response = await get(`/refuse/${code}`)
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/)
      const problem = (await response.json()) as Record<string, unknown>
      assert.equal(problem.code, code)
      assert.equal(problem.status, response.status)
      statuses.push(response.status)
    }
    assert.deepEqual(statuses, [403, 403, 404, 404, 409, 409, 422])
  })

  it('speaks the person’s language', async () => {
    const response = await get('/refuse/gone', { 'accept-language': 'en' })
    assert.match(((await response.json()) as { title: string }).title, /no longer exists/)
  })

  it('tells a fault by a reference and nothing else', async () => {
    const response = await get('/fault')
    assert.equal(response.status, 500)
    assert.equal(response.headers.get('x-reference'), 'referenc')
    const text = await response.text()
    assert.match(text, /"reference":"referenc"/)
    assert.doesNotMatch(text, /secrets/)
    assert.equal(web.logged.at(-1)?.fields.reference, 'referenc')
    assert.match(String(web.logged.at(-1)?.fields.route), /^\/api\/v1\/\w+/)
  })

  it('answers bad input with 4xx and words', async () => {
    const cases: [number, string, Promise<Response>][] = [
      [422, 'malformed', post('/strict', '{"a":1}')],
      [422, 'malformed', post('/strict', '[]')],
      [422, 'malformed', post('/strict', 'null')],
      [422, 'malformed', post('/strict', undefined)],
      [422, 'malformed', post('/strict', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })],
      [400, 'malformed', post('/strict', '{"a":')],
      [413, 'too-large', post('/strict', JSON.stringify({ a: 'x'.repeat(300_000) }))],
      [415, 'malformed', post('/strict', gzipSync('{"a":"x"}'), { 'content-encoding': 'gzip' })],
      [404, 'gone', get('/absent')],
      [405, 'malformed', get('/strict')],
    ]
    for (const [status, code, asked] of cases) {
      const response = await asked
      const problem = (await response.json()) as Record<string, unknown>
      assert.deepEqual([response.status, problem.code], [status, code])
      assert.ok(String(problem.title).length > 10)
    }
  })

  it('keeps a key named __proto__ where it was sent', async () => {
    await post('/things/1?__proto__=x', '{"__proto__":{"admin":true}}')
    assert.equal(({} as { admin?: boolean }).admin, undefined)
    assert.deepEqual(Object.keys(last?.body ?? {}), ['__proto__'])
    assert.equal(Object.getPrototypeOf(last?.query), Object.prototype)
  })

  it('refuses without a token before it reads the body', async () => {
    const head =
      'POST /api/v1/strict HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n'
    assert.equal(await rawSend(web.port, head), 'HTTP/1.1 401 Unauthorized')
  })

  it('outlives addresses and bodies that break its libraries', async () => {
    const broken = [
      'GET / HTTP/1.1\r\nHost: [\r\n\r\n',
      'GET /health/live HTTP/1.1\r\nHost: a b\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /api/v1/things/%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET //evil.example/%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n',
      `POST /api/v1/strict HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope`,
      `POST /api/v1/strict HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 4\r\n\r\n--x\n`,
    ]
    for (const bytes of broken) assert.match(await rawSend(web.port, bytes), /^HTTP\/1\.1 [24]\d\d /, bytes)
    assert.equal((await rawGet(web.port, '/health/live')).status, 200)
  })
})
