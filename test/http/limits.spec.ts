import assert from 'node:assert/strict'
import { createLimits, type Limits } from '../../src/kernel/requests/limits.ts'
import type { ApiRoute } from '../../src/kernel/requests/route.ts'
import type { Screens } from '../../src/kernel/requests/screen-route.ts'
import { MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'
import { CAMILLE, KARIM, type Person } from '../support/sign-in/cast.ts'
import { startWeb } from './web.ts'

const clock = fixedClock(Date.now())

/** The product's limits, a hundred times closer. */
function narrow(): Limits {
  const limits = createLimits(clock)
  return { ...limits, over: (limit, who) => limits.over({ ...limit, most: limit.most / 100 }, who) }
}

describe('too many requests', () => {
  const route: ApiRoute = { method: 'get', path: '/me', run: async () => ({}) }
  let web: Awaited<ReturnType<typeof startWeb>>
  const start = async (trustedProxies = 0, screens?: Screens) => {
    const limits = narrow()
    web = await startWeb({ routes: [route], clock, limits, trustedProxies, ...(screens && { screens }) })
  }
  afterEach(() => web.close())

  const tokens = (person: Person) => {
    const at = Math.floor(clock.now() / 1_000)
    return web.signIn.tabToken(person, { nbf: at, exp: at + 3_600 })
  }

  async function many(count: number, path: string, headers: Record<string, string> = {}) {
    const answers: Response[] = []
    for (let i = 0; i < count; i++) answers.push(await web.get(path, headers))
    return answers
  }
  const lastOf = (answers: readonly Response[]) => answers.map(({ status }) => status).at(-1)

  async function assertTooFast(response: Response | undefined, words: RegExp) {
    assert.equal(response?.status, 429)
    const seconds = Number(response.headers.get('retry-after'))
    assert.ok(seconds >= 1 && seconds <= 60, `${seconds}`)
    const { code, title } = (await response.json()) as Record<string, string>
    assert.equal(code, 'too-fast')
    assert.match(title ?? '', words)
  }

  it('of one person are refused in their language, and nobody else’s', async () => {
    await start()
    const headers = { authorization: `Bearer ${await tokens(CAMILLE)}`, 'accept-language': 'en' }
    assert.equal(lastOf(await many(6, '/api/v1/me', headers)), 200)
    await assertTooFast(await web.get('/api/v1/me', headers), /Try again in \d+ second/)
    const other = { authorization: `Bearer ${await tokens(KARIM)}` }
    assert.equal((await web.get('/api/v1/me', other)).status, 200)
    clock.advance(MINUTE)
    assert.equal((await web.get('/api/v1/me', headers)).status, 200)
  })

  for (const path of ['/tabs/personal', '/calendar/x.ics', '/S/K7PM42QX', '/nothing-here']) {
    it(`for ${path} are refused by address, and keep nobody from the API`, async () => {
      await start()
      assert.notEqual(lastOf(await many(120, path)), 429)
      await assertTooFast(await web.get(path), /Recommencez dans \d+ seconde/)
      const headers = { authorization: `Bearer ${await tokens(CAMILLE)}` }
      assert.equal((await web.get('/api/v1/me', headers)).status, 200)
      assert.equal((await web.get('/health/live')).status, 200)
    })
  }

  it('with bad tokens are refused by address; a good one from there passes', async () => {
    await start()
    const bad = { authorization: 'Bearer a.b.c' }
    assert.equal(lastOf(await many(120, '/api/v1/me', bad)), 401)
    await assertTooFast(await web.get('/api/v1/me', bad), /Recommencez/)
    const headers = { authorization: `Bearer ${await tokens(CAMILLE)}` }
    assert.equal((await web.get('/api/v1/me', headers)).status, 200)
  })

  it('with wrong keys of screens are refused by address and looked up no more; a screen from there goes on', async () => {
    const [paired, late] = ['k'.repeat(43), 'l'.repeat(43)]
    const looked: string[] = []
    const screen = { id: 's1', workshop: 'w1', expiresAt: clock.now() + MINUTE }
    await start(0, {
      find: async key => {
        looked.push(key)
        return key === paired || key === late ? screen : undefined
      },
      stillPaired: async () => new Set(['s1']),
      routes: [{ path: '/screen/room', run: async () => ({}) }],
      openRoutes: [],
    })
    const read = (key: string) => web.get('/api/v1/screen/room', { authorization: `Screen ${key}` })
    assert.equal((await read(paired)).status, 200)
    for (let n = 0; n < 200; n++) await read(`${n}`.padStart(43, 'x'))
    assert.equal(looked.filter(key => key !== paired).length, 120)
    await assertTooFast(await read('x'.repeat(43)), /Recommencez/)
    assert.deepEqual([(await read(paired)).status, (await read(late)).status], [200, 429])
    clock.advance(MINUTE)
    assert.equal((await read(late)).status, 200)
  })

  it('do not look fewer for a header that anybody can write', async () => {
    await start()
    const statuses: number[] = []
    for (let i = 0; i < 121; i++)
      statuses.push((await web.get('/tabs/personal', { 'x-forwarded-for': `192.0.2.${i}` })).status)
    assert.equal(statuses.at(-1), 429)
  })

  it('are told apart behind a proxy that is trusted, by what it wrote and nothing before', async () => {
    await start(1)
    const from = (i: number, last: string) =>
      web.get('/tabs/personal', { 'x-forwarded-for': `10.0.0.${i}, ${last}` })
    for (let i = 0; i < 121; i++) await from(i, '192.0.2.1')
    assert.equal((await from(1, '192.0.2.1')).status, 429)
    assert.equal((await from(1, '192.0.2.2')).status, 200)
    for (let i = 0; i < 121; i++) await from(i, `2001:db8::${i}`)
    assert.equal((await from(1, '2001:db8::ffff:1')).status, 429)
    assert.equal((await from(1, '2001:db8:0:1::1')).status, 200)
  })

  it('are told apart where the proxy writes their port too, as Azure’s do', async () => {
    await start(1)
    const from = (address: string) => web.get('/tabs/personal', { 'x-forwarded-for': address })
    for (let i = 0; i < 121; i++) await from(`192.0.2.1:${50_000 + i}`)
    assert.equal((await from('192.0.2.1:1')).status, 429)
    assert.equal((await from('192.0.2.2:1')).status, 200)
    for (let i = 0; i < 121; i++) await from(`[2001:db8::${i}]:50000`)
    assert.equal((await from('[2001:db8::ffff:1]:1')).status, 429)
    assert.equal((await from('[2001:db8:0:1::1]:1')).status, 200)
  })
})
