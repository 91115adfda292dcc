import assert from 'node:assert/strict'
import { createTeams } from '../../src/teams/index.ts'
import { FOREIGN_TENANT } from '../support/sign-in/cast.ts'
import type { Flaw } from '../support/sign-in/tokens.ts'
import { activity, type Bot, startBot } from './local-teams.ts'

describe('the bot’s door', () => {
  let bot: Bot
  let printed: string[]
  const write = process.stderr.write
  before(async () => {
    bot = await startBot()
  })
  after(() => bot.close())
  beforeEach(() => {
    printed = []
    process.stderr.write = text => printed.push(String(text)) > 0
  })
  afterEach(() => {
    process.stderr.write = write
  })

  const hello = (over: object = {}) => activity(bot, { type: 'message', text: 'bonjour', ...over })

  async function answers(status: number, response: Promise<Response> | Response) {
    const before = bot.incoming.length
    const { status: given, headers, ...rest } = await response
    const body = (await (await response).json()) as { title: string }
    assert.equal(given, status, JSON.stringify(rest))
    assert.ok(body.title.length > 10)
    assert.doesNotMatch(JSON.stringify(body), /at .*\.js|zod|Unauthorized Access/)
    assert.equal(headers.get('user-agent'), null)
    assert.equal(bot.incoming.length, before)
  }
  const refuses = (token: string | Promise<string>, body: object = hello()) =>
    Promise.resolve(token).then(text => answers(401, bot.send(body, { authorization: `Bearer ${text}` })))

  it('lets in what Teams signed', async () => {
    const response = await bot.deliver(hello())
    assert.equal(response.status, 200)
    assert.equal(bot.incoming.length, 1)
  })

  it('refuses a request without a token', () => answers(401, bot.send(hello())))
  it('refuses garbage for a token', () => refuses('garbage'))
  it('refuses an empty token', () => answers(401, bot.send(hello(), { authorization: 'Bearer ' })))

  const flaws: Record<Flaw, string> = {
    key: 'the wrong key under the right name',
    kid: 'a key nobody knows',
    hmac: 'HMAC over the public key',
    unsigned: 'an unsigned token',
    expired: 'an expired token',
    early: 'a token that is not valid yet',
  }
  for (const [flaw, what] of Object.entries(flaws)) {
    it(`refuses ${what}`, async () => refuses(await bot.token({}, flaw as Flaw)))
  }

  const wrong: Record<string, Record<string, unknown>> = {
    'another audience': { aud: 'another' },
    'another issuer': { iss: 'https://evil.example' },
    'a token for another service': { serviceurl: 'https://evil.example' },
    'a token for no service': { serviceurl: undefined },
    'a token that never expires': { exp: undefined },
  }
  for (const [what, change] of Object.entries(wrong)) {
    it(`refuses ${what}`, async () => refuses(await bot.token(change)))
  }

  it('refuses a token that calls critical what nobody here knows', async () => {
    const { signed } = bot.signIn
    const claims = JSON.parse(Buffer.from((await bot.token()).split('.')[1] ?? '', 'base64url').toString())
    const { kid } = bot.signIn.publicKey()
    await refuses(await signed({ alg: 'RS256', kid, crit: ['b64'], b64: false }, claims))
    assert.equal(
      (await bot.send(hello(), { authorization: `Bearer ${await signed({ alg: 'RS256', kid }, claims)}` }))
        .status,
      200,
    )
  })

  const odd: Record<string, object> = {
    'a channel that the key is not endorsed for': { channelId: 'webchat' },
    'a missing channel': { channelId: undefined },
    'a blank channel, which the SDK takes for endorsed': { channelId: ' ' },
    'a channel that is no text': { channelId: { evil: true } },
    'a missing service': { serviceUrl: undefined },
    'an activity without a tenant': { conversation: { id: 'a:chat' }, channelData: undefined },
  }
  for (const [what, change] of Object.entries(odd)) {
    it(`refuses ${what}`, async () => refuses(await bot.token(), hello(change)))
  }

  it('answers what is no activity in words', async () => {
    const missing = ['from', 'conversation', 'recipient', 'id'].map(field => hello({ [field]: undefined }))
    const empty = [hello({ from: {} }), hello({ conversation: { id: '' } }), hello({ recipient: 'bot' })]
    for (const body of [{}, [], 'text', 7, null, undefined, { type: 5 }, ...missing, ...empty]) {
      await answers(400, bot.deliver(body))
    }
  })

  it('hands over the tenant that is not allowed when there are two', async () => {
    await bot.deliver(hello({ channelData: { tenant: { id: FOREIGN_TENANT.toUpperCase() } } }))
    assert.equal(bot.incoming.at(-1)?.from.tenant, FOREIGN_TENANT)
    await bot.deliver(hello({ from: { id: '29:x', aadObjectId: 'o', tenantId: FOREIGN_TENANT } }))
    assert.equal(bot.incoming.at(-1)?.from.tenant, FOREIGN_TENANT)
  })

  it('gives somebody without an object id no tenant, so that nobody takes them for a colleague', async () => {
    await bot.deliver(hello({ from: { id: '29:x', name: 'Anonymous' } }))
    assert.deepEqual(bot.incoming.at(-1)?.from, { objectId: '', tenant: '', name: 'Anonymous' })
  })

  it('writes one line a minute about those it turns away, and the SDK prints nothing', async () => {
    const forged = await bot.token({}, 'key')
    bot.pass(60_000)
    await refuses(forged)
    bot.pass(60_000)
    bot.logged.length = 0
    for (let i = 0; i < 10; i++) await refuses(forged)
    bot.pass(60_000)
    await refuses(forged)
    const lines = bot.logged.map(({ fields }) => fields)
    assert.deepEqual(lines, [
      { reason: 'token', unsaid: 0 },
      { reason: 'token', unsaid: 9 },
    ])
    assert.deepEqual(printed, [])
    console.error('something else')
    assert.deepEqual(printed, ['something else\n'])
  })
})

describe('a bot without an id', () => {
  it('does not start when one was meant', () => {
    const bot = { type: 'SingleTenant', id: '', tenant: FOREIGN_TENANT, password: 'p' } as const
    assert.throws(() => createTeams({ bot, allowedTenants: [] }, {} as never), /MicrosoftAppId is required/)
    const msi = { type: 'UserAssignedMsi', id: '', tenant: FOREIGN_TENANT } as const
    assert.throws(
      () => createTeams({ bot: msi, allowedTenants: [] }, {} as never),
      /MicrosoftAppId is required/,
    )
  })
})

describe('the bot’s door in demo mode', () => {
  const DEMO = '00000000-0000-0000-0000-0000000000f0'
  let bot: Bot
  before(async () => {
    bot = await startBot({ bot: undefined, local: undefined, allowedTenants: [DEMO] })
  })
  after(() => bot.close())
  const hello = (over: object = {}) => activity(bot, { type: 'message', text: 'bonjour', ...over })

  it('is open to this machine, and answers to its connector', async () => {
    assert.equal((await bot.send(hello())).status, 200)
    assert.equal(bot.connector.calls.at(-1)?.headers.authorization, undefined)
  })

  it('takes an activity without a tenant for one of its own', async () => {
    await bot.send(hello({ conversation: { id: 'a:chat' }, channelData: undefined }))
    assert.equal(bot.incoming.at(-1)?.from.tenant, DEMO)
  })

  it('is closed to a tunnel', async () => {
    assert.equal((await bot.send(hello(), { 'x-forwarded-for': '203.0.113.7' })).status, 403)
    assert.equal((await bot.send(hello(), { forwarded: 'for=203.0.113.7' })).status, 403)
  })

  it('sends nothing beyond this machine', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net/emea/'
    assert.equal((await bot.send(hello({ serviceUrl }))).status, 401)
    assert.equal((await bot.send(hello({ serviceUrl: 'http://127.0.0.1.evil.example' }))).status, 401)
  })
})
