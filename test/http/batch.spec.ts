import assert from 'node:assert/strict'
import { z } from 'zod'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { Unavailable } from '../../src/kernel/errors/unavailable.ts'
import { createLimits, LIMITS } from '../../src/kernel/requests/limits.ts'
import { type ApiRoute, Download, Flow } from '../../src/kernel/requests/route.ts'
import { MINUTE } from '../../src/kernel/time/clock.ts'
import type { BatchView } from '../../src/tabs/contract/batch.ts'
import { fixedClock } from '../support/product/clock.ts'
import { CAMILLE } from '../support/sign-in/cast.ts'
import { startWeb } from './web.ts'

const clock = fixedClock(Date.now())

describe('several readings in one call', () => {
  let ended = 0
  async function* noParts(): AsyncIterable<string> {}
  const end = async () => {
    ended++
  }
  const got = (path: string, run: ApiRoute['run']): ApiRoute => ({ method: 'get', path, run })
  const routes: ApiRoute[] = [
    got('/things/mine', async () => ({ mine: true })),
    got('/things/:id', async ({ params, query, actor }) => ({ ...params, ...query, actor: actor.id })),
    got('/nothing', async () => undefined),
    got('/strict', async ({ query }) => z.object({ a: z.literal('b') }).parse(query)),
    got('/refused', async () => {
      throw new Refusal('role-needed', { roles: 'le Lab’' })
    }),
    got('/away', async () => {
      throw new Unavailable('unreachable', '', undefined)
    }),
    got('/fault', async () => {
      throw new Error('the disk is full of secrets')
    }),
    got('/file', async () => new Download('text/csv', 'a.csv', 'a')),
    got('/flow', async () => new Flow('text/csv', 'a.csv', noParts(), end)),
    { method: 'post', path: '/made', run: async () => ({ made: true }) },
  ]
  let web: Awaited<ReturnType<typeof startWeb>>
  let authorization: string
  beforeEach(async () => {
    web = await startWeb({ routes, clock, limits: createLimits(clock) })
    const at = Math.floor(clock.now() / 1_000)
    authorization = `Bearer ${await web.signIn.tabToken(CAMILLE, { nbf: at, exp: at + 3_600 })}`
  })
  afterEach(() => web.close())

  const ask = (reads: readonly string[]) => {
    const query = reads.map(read => `read=${encodeURIComponent(read)}`).join('&')
    return web.get(`/api/v1/batch?${query}`, { authorization })
  }
  async function answers(...reads: string[]) {
    const response = await ask(reads)
    assert.equal(response.status, 200)
    return ((await response.json()) as BatchView).answers
  }

  it('are answered in order, each as it would be alone', async () => {
    const reads = ['/things/a%20b?after=x&mine=1', '/nothing', '/things/mine', '/refused', '/strict?a=c']
    const alone = await Promise.all(
      reads.map(async read => {
        const response = await web.get(`/api/v1${read}`, { authorization })
        return { status: response.status, body: await response.json() }
      }),
    )
    assert.deepEqual(await answers(...reads), alone)
    assert.deepEqual(
      alone.map(({ status }) => status),
      [200, 200, 200, 403, 422],
    )
    assert.deepEqual(alone[0]?.body, { id: 'a b', after: 'x', mine: '1', actor: 'p1' })
  })

  it('prove once who asks, and say whom the page belongs to', async () => {
    const response = await ask(['/things/mine', '/nothing', '/things/b'])
    assert.ok(response.headers.get('x-known-as'))
    assert.equal(web.greeted.length, 1)
    assert.equal((await web.get('/api/v1/batch?read=/nothing')).status, 401)
  })

  it('do not lose those that work to one that does not', async () => {
    const [fault, away, well] = await answers('/fault', '/away', '/things/mine')
    assert.deepEqual([fault?.status, away?.status, well?.body], [500, 503, { mine: true }])
    assert.match(JSON.stringify(fault), /"reference":"referenc"/)
    assert.ok(!JSON.stringify(fault).includes('secrets'))
    const [line] = web.logged
    assert.deepEqual([line?.fields.reference, line?.fields.route], ['referenc', '/fault'])
  })

  it('are told apart by their own door where one is refused', async () => {
    await answers('/refused', '/nothing')
    assert.deepEqual(
      web.refusals.map(({ act, code }) => [act, code]),
      [['get /refused', 'role-needed']],
    )
  })

  it('hand out no file, and let go of what one is made from', async () => {
    ended = 0
    const found = await answers('/file', '/flow')
    assert.deepEqual(
      found.map(({ status }) => status),
      [422, 422],
    )
    assert.equal(ended, 1)
  })

  it('read, and do nothing else', async () => {
    const reads = ['/made', '/batch?read=/nothing', '/events', '/no/such', '/things/%E0%A4%A']
    for (const { status } of await answers(...reads)) assert.equal(status, 404)
  })

  it('are refused in words where they are none, too many or no path', async () => {
    const many = Array.from({ length: 21 }, () => '/nothing')
    for (const reads of [
      [],
      many,
      [''],
      ['nothing'],
      ['//'],
      ['/nothing', 'https://evil.example/'],
      [`/${'a'.repeat(1_000)}`],
    ]) {
      const response = await ask(reads)
      assert.equal(response.status, 422, reads.join())
      assert.equal(((await response.json()) as { code: string }).code, 'malformed')
    }
  })

  it('count as many as they are', async () => {
    const reads = Array.from({ length: 19 }, () => '/nothing')
    const calls = Math.ceil(LIMITS.api.most / (reads.length + 1))
    for (let call = 0; call < calls - 1; call++) await answers(...reads)
    assert.deepEqual(new Set((await answers(...reads)).map(({ status }) => status)), new Set([200]))
    assert.equal((await ask(reads)).status, 429)
    clock.advance(MINUTE)
    assert.equal((await ask(reads)).status, 200)
  })
})
