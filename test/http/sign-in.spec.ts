import assert from 'node:assert/strict'
import { CLIENTS, createTokenCheck } from '../../src/http/sign-in/token.ts'
import type { ApiRequest, ApiRoute } from '../../src/kernel/requests/route.ts'
import { MINUTE, systemClock } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'
import { CAMILLE, TENANT } from '../support/sign-in/cast.ts'
import type { Flaw } from '../support/sign-in/tokens.ts'
import { ALLIED, CLIENT, startWeb, URI } from './web.ts'

const OTHER = '99999999-9999-4999-8999-999999999999'
const V1 = { aud: URI, iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0' }

describe('the tabs’ sign-in', () => {
  const seen: ApiRequest[] = []
  const route: ApiRoute = { method: 'get', path: '/me', run: async request => ({ n: seen.push(request) }) }
  let web: Awaited<ReturnType<typeof startWeb>>
  before(async () => {
    web = await startWeb({ routes: [route] })
  })
  after(() => web.close())

  const token = (claims: Record<string, unknown> = {}, flaw?: Flaw) =>
    web.signIn.tabToken(CAMILLE, claims, flaw)
  const ask = async (text?: string) =>
    web.get('/api/v1/me', text === undefined ? {} : { authorization: `Bearer ${text}` })

  async function refuses(text?: string) {
    const before = seen.length
    const response = await ask(text)
    assert.equal(response.status, 401)
    assert.equal(response.headers.get('www-authenticate'), 'Bearer')
    const problem = (await response.json()) as Record<string, unknown>
    assert.equal(problem.code, 'sign-in')
    assert.equal(problem.title, 'Votre session Teams n’est pas reconnue. Rouvrez l’onglet.')
    assert.equal(seen.length, before)
  }

  it('lets a v2 token in, and says who it speaks for', async () => {
    const headers = {
      authorization: `Bearer ${await token({ preferred_username: 'Camille@region.example', upn: 7 })}`,
      'accept-language': 'en-GB,fr;q=0.5',
    }
    assert.equal((await web.get('/api/v1/me', headers)).status, 200)
    const { expiresAt = 0, ...who } = web.greeted.at(-1) ?? {}
    assert.ok(expiresAt > Date.now())
    assert.deepEqual(who, {
      tenant: TENANT,
      objectId: CAMILLE.objectId,
      name: 'Camille Martin',
      locale: 'en-GB',
      mails: ['Camille@region.example'],
      account: 'member',
    })
    assert.equal(seen.at(-1)?.actor.language, 'en')
  })

  it('hears which language Teams speaks, whatever the browser prefers', async () => {
    const headers = { authorization: `Bearer ${await token({})}`, 'accept-language': 'fr-FR' }
    await web.get('/api/v1/me', { ...headers, 'x-teams-locale': 'en-gb' })
    assert.equal(web.greeted.at(-1)?.locale, 'en-gb')
    await web.get('/api/v1/me', { ...headers, 'x-teams-locale': '../en' })
    assert.equal(web.greeted.at(-1)?.locale, 'fr-FR')
  })

  it('tells somebody of another tenant whom this is for', async () => {
    const before = seen.length
    const foreign = { tid: OTHER, iss: `https://login.microsoftonline.com/${OTHER}/v2.0` }
    const response = await ask(await token(foreign))
    assert.equal(response.status, 403)
    const problem = (await response.json()) as Record<string, unknown>
    assert.equal(problem.code, 'foreign-tenant')
    assert.equal(problem.title, 'Cet espace est réservé au personnel (Région Occitanie).')
    assert.equal(seen.length, before)
    assert.ok(web.greeted.every(({ tenant }) => tenant === TENANT))
  })

  it('takes a minute of difference between two clocks, and no more', async () => {
    const now = Math.floor(Date.now() / 1_000)
    assert.equal((await ask(await token({ exp: now - 50 }))).status, 200)
    assert.equal((await ask(await token({ nbf: now + 50 }))).status, 200)
    await refuses(await token({ exp: now - 70 }))
    await refuses(await token({ nbf: now + 70 }))
  })

  it('lets a v1 token in', async () => {
    assert.equal((await ask(await token(V1))).status, 200)
  })

  it('lets Teams’ own clients ask for a token, in either version', async () => {
    for (const client of CLIENTS) {
      assert.equal((await ask(await token({ azp: client.toUpperCase() }))).status, 200)
      assert.equal((await ask(await token({ ...V1, appid: client }))).status, 200)
    }
  })

  const home = (tenant: string) => `https://sts.windows.net/${tenant}/`
  const accounts: [string, Record<string, unknown>, 'guest' | 'member' | undefined][] = [
    ['says nothing', {}, undefined],
    ['names its own issuer', { idp: `https://login.microsoftonline.com/${TENANT}/v2.0` }, undefined],
    ['calls them a member', { acct: 0 }, 'member'],
    ['calls them a member, signed in by the tenant', { acct: '0', idp: home(TENANT) }, 'member'],
    ['calls them a guest', { acct: 1 }, 'guest'],
    ['calls them a guest, signed in by the tenant', { acct: '1', idp: home(TENANT) }, 'guest'],
    ['has them signed in by another tenant', { idp: home(OTHER) }, 'guest'],
    ['has a member signed in by another tenant', { idp: home(OTHER), acct: 0 }, 'guest'],
    [
      'has them signed in by another tenant’s version 2',
      { idp: `https://login.microsoftonline.com/${OTHER}/v2.0` },
      'guest',
    ],
    ['has a personal account', { idp: 'live.com' }, 'guest'],
    ['merely begins like its own issuer', { idp: `${home(TENANT)}evil` }, 'guest'],
    ['names a provider that is no text', { idp: 7 }, 'guest'],
    ['is a guest from a tenant that is allowed', { idp: home(ALLIED), acct: 1 }, 'member'],
    ['says of the account what it never does', { acct: 2 }, undefined],
  ]
  for (const [what, claims, account] of accounts) {
    it(`tells a guest from a member where the token ${what}`, async () => {
      assert.equal((await ask(await token({ acct: undefined, ...claims }))).status, 200)
      assert.equal(web.greeted.at(-1)?.account, account)
    })
  }

  it('says once that a token does not tell whether its account is a guest’s', async () => {
    let untold = 0
    const rules = { audiences: [CLIENT], tenants: [TENANT], organisation: '', keysUrl: web.signIn.keysUrl }
    const check = createTokenCheck({ ...rules, untold: () => void untold++ }, systemClock)
    const enter = async (claims: object) => check(`Bearer ${await token({ ...claims })}`, 'fr')
    await enter({ acct: 0 })
    assert.equal(untold, 0)
    await enter({ acct: undefined })
    await enter({ acct: undefined })
    assert.equal(untold, 1)
  })

  it('refuses a request without a token', () => refuses())
  it('refuses garbage', () => refuses('abc.def.ghi'))

  const flaws: Record<Flaw, string> = {
    key: 'the wrong key under the right name',
    kid: 'a key nobody knows',
    hmac: 'HMAC over the public key',
    unsigned: 'an unsigned token',
    expired: 'an expired token',
    early: 'a token that is not valid yet',
  }
  for (const [flaw, what] of Object.entries(flaws)) {
    it(`refuses ${what}`, async () => refuses(await token({}, flaw as Flaw)))
  }

  const wrong: Record<string, Record<string, unknown>> = {
    'a token that never expires': { exp: undefined },
    'another audience': { aud: OTHER },
    'an audience that merely begins alike': { aud: `${URI}0` },
    'another issuer': { iss: 'https://evil.example/v2.0' },
    'the issuer of another tenant': { iss: `https://login.microsoftonline.com/${OTHER}/v2.0` },
    'the issuer of the other version': { ver: '1.0' },
    'a token without a tenant': { tid: undefined },
    'a token without a person': { oid: undefined },
    'another scope': { scp: 'access_as_user_x openid' },
    'a token that another client of the tenant asked for': { azp: OTHER },
    'a token that does not say which client asked': { azp: undefined },
    'a v1 token of another client': { ...V1, appid: OTHER },
    'a v1 token that names its client as v2 does': { ...V1, appid: undefined, azp: CLIENTS[0] },
    'a token of an application, without scopes': { scp: undefined, roles: ['access_as_user'] },
  }
  for (const [what, change] of Object.entries(wrong)) {
    it(`refuses ${what}`, async () => refuses(await token(change)))
  }

  it('writes one line a minute about tokens that are refused, without a word of theirs', async () => {
    const clock = fixedClock(Date.now())
    const quiet = await startWeb({ routes: [route], clock })
    try {
      const bad = { authorization: 'Bearer Camille.Martin.secret' }
      for (let i = 0; i < 20; i++) await quiet.get('/api/v1/me', bad)
      clock.advance(MINUTE)
      await quiet.get('/api/v1/me', bad)
      assert.deepEqual(
        quiet.logged.map(({ fields }) => fields),
        [
          { reason: 'sign-in', unsaid: 0 },
          { reason: 'sign-in', unsaid: 19 },
        ],
      )
    } finally {
      await quiet.close()
    }
  })

  it('says so when the keys cannot be had', async () => {
    const broken = await startWeb({ routes: [route] })
    try {
      broken.signIn.breakDown()
      const headers = { authorization: `Bearer ${await broken.signIn.tabToken(CAMILLE)}` }
      const response = await broken.get('/api/v1/me', headers)
      assert.equal(response.status, 503)
      assert.equal(((await response.json()) as { code: string }).code, 'sign-in-unavailable')
    } finally {
      await broken.close()
    }
  })
})
