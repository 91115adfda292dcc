import assert from 'node:assert/strict'
import { DAY, HOUR, SECOND } from '../../src/kernel/time/clock.ts'
import { createPublishedKeys, type PublishedKeys } from '../../src/teams/published-keys.ts'
import { BotKeysUnavailable } from '../../src/teams/unauthenticated.ts'
import { type FixedClock, fixedClock } from '../support/product/clock.ts'
import { PUBLISHED, serveKeys } from './token-forge.ts'

describe('the published keys', () => {
  let served: Awaited<ReturnType<typeof serveKeys>>
  let clock: FixedClock
  let keys: PublishedKeys
  beforeEach(async () => {
    served = await serveKeys()
    clock = fixedClock()
    keys = createPublishedKeys(clock, served.url)
  })
  afterEach(() => served.close())

  const fetched = () => served.calls.filter(call => call === 'keys').length
  const known = async (kid: unknown) => (await keys.find(kid)) !== undefined
  const unavailable = (kid: unknown) => assert.rejects(keys.find(kid), BotKeysUnavailable)

  it('are fetched once for a day, whatever becomes of the time of day', async () => {
    const first = await keys.find('main')
    clock.advance(DAY)
    clock.jump(-2 * DAY)
    assert.equal(await keys.find('main'), first)
    assert.equal(fetched(), 1)
    clock.advance(1)
    assert.notEqual(await keys.find('main'), undefined)
    assert.equal(fetched(), 2)
  })

  it('are fetched for an id that is not among them once they are an hour old, and then not for an hour', async () => {
    served.state.keys = PUBLISHED.slice(1)
    assert.equal(await known('main'), false)
    served.state.keys = PUBLISHED
    clock.advance(HOUR)
    assert.equal(await known('main'), false)
    clock.advance(1)
    assert.equal(await known('main'), true)
    for (let n = 0; n < 20; n++) assert.equal(await known('unknown'), false)
    assert.equal(fetched(), 2)
  })

  it('are fetched once for all who wait for them', async () => {
    const all = await Promise.all(['main', 'other', 'main', 'unknown'].map(known))
    assert.deepEqual(all, [true, true, true, false])
    assert.equal(fetched(), 1)
  })

  it('serve those who know theirs while no others can be fetched, which is tried every ten seconds', async () => {
    await keys.find('main')
    clock.advance(HOUR + 1)
    served.state.broken = true
    for (let n = 0; n < 5; n++) await unavailable('unknown')
    assert.equal(await known('main'), true)
    assert.equal(served.calls.length, 3)
    served.state.broken = false
    clock.advance(10 * SECOND)
    assert.equal(await known('unknown'), false)
    assert.equal(await known('main'), true)
  })

  it('are not used when they are older than a day', async () => {
    await keys.find('main')
    served.state.broken = true
    clock.advance(DAY + 1)
    await unavailable('main')
    await unavailable('main')
    assert.equal(served.calls.length, 3)
  })

  it('drop the one that is no longer published', async () => {
    assert.equal(await known('main'), true)
    served.state.keys = PUBLISHED.slice(1)
    clock.advance(DAY + 1)
    assert.equal(await known('main'), false)
  })

  it('cannot be had from what is no document of keys', async () => {
    for (const document of [null, 'a page', {}, { jwks_uri: 7 }, { jwks_uri: '/keys' }]) {
      served.state.document = () => document
      await unavailable('main')
      clock.advance(10 * SECOND)
    }
    served.state.document = base => ({ jwks_uri: `${base}/keys` })
    served.state.keys = 'none' as never
    await unavailable('main')
  })

  it('are known beside ones that are no keys', async () => {
    served.state.keys = [null, 7, [], {}, { kid: 'odd', n: 7, e: 'AQAB' }, ...PUBLISHED]
    assert.deepEqual(await Promise.all(['main', 'odd', 'ec', undefined].map(known)), [
      true,
      false,
      false,
      false,
    ])
  })
})
