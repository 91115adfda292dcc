import assert from 'node:assert/strict'
import { systemClock } from '../../src/kernel/time/clock.ts'
import { createPublishedKeys } from '../../src/teams/published-keys.ts'
import { createTokenCheck, type TokenProof } from '../../src/teams/token-check.ts'
import { BotKeysUnavailable, Unauthenticated } from '../../src/teams/unauthenticated.ts'
import { APP, type Fields, forged, goodDraft, serveKeys } from './token-forge.ts'

describe('the check of a token', () => {
  let served: Awaited<ReturnType<typeof serveKeys>>
  let check: (authorization: string) => Promise<TokenProof>
  beforeEach(async () => {
    served = await serveKeys()
    const keys = createPublishedKeys(systemClock, served.url)
    check = createTokenCheck({ appId: APP, keys, clock: systemClock })
  })
  afterEach(() => served.close())

  const good = goodDraft(Math.floor(systemClock.now() / 1_000))
  const saying = (claims: Fields) => forged({ ...good, claims: { ...good.claims, ...claims } })
  const refuses = (authorization: string, reason: string) =>
    assert.rejects(
      check(authorization),
      (error: unknown) => error instanceof Unauthenticated && error.reason === reason,
    )

  it('hands on what the token says', async () => {
    assert.deepEqual(await check(forged(good)), { claims: good.claims })
  })

  it('fetches no key for one that is not the connector’s, and says which are Entra’s', async () => {
    for (const iss of ['https://sts.windows.net/x/', 'https://login.microsoftonline.com/x/v2.0'])
      await refuses(saying({ iss, ver: '1.0', appid: APP }), 'issuer')
    for (const iss of ['https://evil.example', ' https://sts.windows.net/x/', 7, undefined])
      await refuses(saying({ iss }), 'token')
    await refuses(saying({ ver: '1.0', appid: 'another' }), 'token')
    assert.deepEqual(served.calls, [])
  })

  it('says nothing of a token while no key can be had', async () => {
    served.state.broken = true
    await assert.rejects(check(forged(good)), BotKeysUnavailable)
    await assert.rejects(check(saying({ aud: 'another' })), BotKeysUnavailable)
    await refuses('Bearer x', 'token')
  })
})
