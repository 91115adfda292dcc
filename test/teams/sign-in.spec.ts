import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../../src/kernel/time/clock.ts'
import { createAuthentication } from '../../src/teams/authentication.ts'
import { FOREIGN_TENANT, TENANT } from '../support/sign-in/cast.ts'
import { activity, BOT, type Bot, startBot } from './local-teams.ts'

const MSI = { type: 'UserAssignedMsi', id: BOT, tenant: TENANT } as const

describe('the bot’s keys', () => {
  let bot: Bot
  beforeEach(async () => {
    bot = await startBot()
  })
  afterEach(() => bot.close())

  const hello = () => activity(bot, { type: 'message', text: 'bonjour' })
  const good = async () => (await bot.deliver(hello())).status
  const unknown = async () => {
    const authorization = `Bearer ${await bot.token({}, 'kid')}`
    return (await bot.send(hello(), { authorization })).status
  }

  it('are not fetched for each token that names one nobody knows', async () => {
    assert.equal(await good(), 200)
    for (let i = 0; i < 20; i++) assert.equal(await unknown(), 401)
    assert.equal(bot.signIn.keyCalls(), 1)
  })

  it('are not asked for at each request while they cannot be had', async () => {
    bot.signIn.breakDown()
    for (let i = 0; i < 5; i++) assert.equal(await unknown(), 503)
    assert.equal(await good(), 503)
    assert.equal(bot.signIn.documentCalls(), 1)
    bot.signIn.breakDown(false)
    // Whatever became of the time of day meanwhile.
    bot.jump(-3_600_000)
    bot.pass(10_000)
    assert.equal(await good(), 200)
    assert.equal(await unknown(), 401)
  })
})

describe('a bot with a managed identity', () => {
  it('takes what Teams signed for it, and checks the tenant like any other', async () => {
    const bot = await startBot({ bot: MSI })
    try {
      const hello = { type: 'message', text: 'bonjour' }
      assert.equal((await bot.deliver(activity(bot, hello))).status, 200)
      const channelData = { tenant: { id: FOREIGN_TENANT } }
      assert.equal((await bot.deliver(activity(bot, { ...hello, channelData }))).status, 200)
      assert.deepEqual(
        bot.incoming.map(({ from }) => from.tenant),
        [TENANT, FOREIGN_TENANT],
      )
      const forged = await bot.token({ aud: 'another' })
      const authorization = `Bearer ${forged}`
      assert.equal((await bot.send(activity(bot, hello), { authorization })).status, 401)
    } finally {
      await bot.close()
    }
  })

  it('signs what it sends with a token that the machine hands out for its own id', async () => {
    const asked: string[] = []
    const machine = createServer((request, response) => {
      asked.push(request.url ?? '')
      const expires_on = String(Math.floor(Date.now() / 1_000) + 3_600)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ access_token: 'from the machine', token_type: 'Bearer', expires_on }))
    })
    await new Promise<void>(resolve => machine.listen(0, '127.0.0.1', resolve))
    const { port } = machine.address() as AddressInfo
    // As Azure's App Service says where a process gets its identity.
    const settings = { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi`, IDENTITY_HEADER: 'a header' }
    Object.assign(process.env, settings)
    try {
      const { authorization } = createAuthentication(MSI, systemClock)
      assert.equal(await authorization(), 'Bearer from the machine')
      assert.match(asked[0] ?? '', new RegExp(`client_id=${BOT}`))
      assert.match(decodeURIComponent(asked[0] ?? ''), /resource=https:\/\/api\.botframework\.com/)
    } finally {
      for (const name of Object.keys(settings)) delete process.env[name]
      machine.close()
      machine.closeAllConnections()
    }
  })
})
