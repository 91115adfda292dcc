import assert from 'node:assert/strict'
import type { ApiRoute } from '../../src/kernel/requests/route.ts'
import { HOUR, MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'
import { CAMILLE, TENANT } from '../support/sign-in/cast.ts'
import { startWeb } from './web.ts'

const OWN = 'https://login.microsoftonline.com/{tenantid}/v2.0'
const PERSONAL = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0'

describe('the keys of sign-in', () => {
  const route: ApiRoute = { method: 'get', path: '/me', run: async () => ({}) }
  const clock = fixedClock(Date.now())
  let web: Awaited<ReturnType<typeof startWeb>>
  beforeEach(async () => {
    web = await startWeb({ routes: [route], clock })
  })
  afterEach(() => web.close())

  async function ask(token: Promise<string>): Promise<number> {
    return (await web.get('/api/v1/me', { authorization: `Bearer ${await token}` })).status
  }
  const at = () => Math.floor(clock.now() / 1_000)
  const times = () => ({ nbf: at() - 10, exp: at() + 3_600 })
  const good = () => ask(web.signIn.tabToken(CAMILLE, times()))
  const unknown = () => ask(web.signIn.tabToken(CAMILLE, times(), 'kid'))

  it('are fetched once, however many ask at once', async () => {
    assert.deepEqual(await Promise.all(Array.from({ length: 20 }, good)), Array(20).fill(200))
    assert.equal(web.signIn.keyCalls(), 1)
  })

  it('are not fetched for each token that names one nobody knows', async () => {
    await good()
    clock.advance(MINUTE)
    assert.deepEqual(await Promise.all(Array.from({ length: 50 }, unknown)), Array(50).fill(401))
    assert.equal(web.signIn.keyCalls(), 2)
    clock.advance(MINUTE)
    await unknown()
    assert.equal(web.signIn.keyCalls(), 3)
  })

  it('are fetched again as soon as a new one signs', async () => {
    await good()
    await web.signIn.rollOver()
    clock.advance(MINUTE)
    assert.equal(await good(), 200)
    assert.equal(await good(), 200)
    assert.equal(web.signIn.keyCalls(), 2)
  })

  it('serve for a day when they cannot be had anew, and are not asked for at each request meanwhile', async () => {
    await good()
    web.signIn.breakDown()
    clock.advance(23 * HOUR)
    assert.deepEqual([await good(), await good(), await unknown()], [200, 200, 401])
    assert.equal(web.signIn.keyCalls(), 2)
    clock.advance(2 * HOUR)
    assert.deepEqual(await Promise.all([good(), good(), good()]), [503, 503, 503])
    assert.equal(web.signIn.keyCalls(), 3)
    web.signIn.breakDown(false)
    clock.advance(MINUTE)
    assert.equal(await good(), 200)
  })

  for (const ms of [-HOUR, HOUR])
    it(`are asked for as soon as ever where the clock is set by ${ms / HOUR} h`, async () => {
      web.signIn.breakDown()
      assert.equal(await good(), 503)
      clock.jump(ms)
      web.signIn.breakDown(false)
      assert.equal(await good(), 503)
      clock.advance(5 * SECOND)
      assert.equal(await good(), 200)
      await web.signIn.rollOver()
      clock.jump(ms)
      clock.advance(30 * SECOND)
      assert.equal(await good(), 200)
      assert.equal(web.signIn.keyCalls(), 3)
    })

  it('sign for the tenants that their owner names, and for no other', async () => {
    for (const [issuer, status] of [
      [OWN, 200],
      [OWN.replace('{tenantid}', TENANT), 200],
      [PERSONAL, 401],
    ] as const) {
      await web.signIn.rollOver({ issuer })
      clock.advance(MINUTE)
      assert.equal(await good(), status, issuer)
    }
  })
})
