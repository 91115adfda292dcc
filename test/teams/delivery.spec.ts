import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import type { Incoming } from '../../src/conversation/incoming.ts'
import { DeliveryFault } from '../../src/teams/index.ts'
import { type Bot, CARD, inChannel, startBot } from './local-teams.ts'

const MESSAGE = { card: CARD, summary: 'En bref' }

describe('a message sent unasked', () => {
  let bot: Bot
  let address: string
  before(async () => {
    bot = await startBot({ route: async () => undefined })
    await bot.deliver(inChannel(bot, { type: 'installationUpdate', action: 'add' }))
    address = (bot.incoming[0] as Incoming).place.channelAddress ?? ''
  })
  after(() => bot.close())
  const answering = (status: number, body = '', headers: Record<string, string> = {}) => {
    bot.connector.calls.length = 0
    bot.connector.state.answer = (_, response: ServerResponse) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      response.statusCode = status
      response.end(body)
    }
  }
  const failing = async () => {
    const error = await bot.teams.post(address, MESSAGE).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    assert.ok(error instanceof DeliveryFault)
    assert.equal(bot.connector.calls.length, 1)
    const { status, code, retryAfterMs } = error
    return { status, code, retryAfterMs }
  }

  it('is posted as a card, and answers Teams’ id', async () => {
    answering(201, '{"id":"m7"}')
    assert.equal(await bot.teams.post(address, MESSAGE), 'm7')
    const [call] = bot.connector.calls
    assert.equal(call?.path, '/v3/conversations/19:channel@thread.tacv2/activities')
    assert.equal(call?.headers.authorization, `Bearer ${bot.signIn.connectorToken}`)
    assert.equal(call?.body.summary, 'En bref')
    assert.equal(call?.body.text, undefined)
  })

  it('is edited in place', async () => {
    answering(200, '{"id":"m7"}')
    await bot.teams.update(address, 'm7', MESSAGE)
    const [call] = bot.connector.calls
    assert.equal(call?.method, 'PUT')
    assert.equal(call?.path, '/v3/conversations/19:channel@thread.tacv2/activities/m7')
  })

  it('is not sent again because no id came back', async () => {
    answering(202)
    assert.equal(await bot.teams.post(address, MESSAGE), '')
  })

  it('is tried once, whatever goes wrong', async () => {
    for (const status of [401, 404, 412, 500, 502, 503, 504]) {
      answering(status, '<html>')
      assert.equal((await failing()).status, status)
    }
  })

  it('tells how long Teams asks to wait', async () => {
    answering(429, '{"error":{"code":"Throttled"}}', { 'retry-after': '7' })
    assert.deepEqual(await failing(), { status: 429, code: 'Throttled', retryAfterMs: 7_000 })
    answering(429, '', { 'retry-after': new Date(1_031_000).toUTCString() })
    assert.equal((await failing()).retryAfterMs, 31_000)
    answering(429, '', { 'retry-after': 'soon' })
    assert.equal((await failing()).retryAfterMs, undefined)
  })

  it('finds the code where Teams hides it', async () => {
    const message = JSON.stringify({ subCode: 'MessageWritesBlocked', details: 'Thread is not accessible' })
    answering(403, JSON.stringify({ error: { code: 'BadSyntax', message } }))
    assert.deepEqual(await failing(), { status: 403, code: 'MessageWritesBlocked', retryAfterMs: undefined })
  })

  it('does not follow a redirect with its token', async () => {
    answering(307, '', { location: `${bot.connector.url}/elsewhere` })
    assert.equal((await failing()).status, 0)
  })

  it('says when no answer came', async () => {
    bot.connector.calls.length = 0
    bot.connector.state.answer = (_, response) => void response.destroy()
    const { status, code } = await failing()
    assert.equal(status, 0)
    assert.ok(code)
  })

  it('goes to no address that this bot did not write, nor beyond https', async () => {
    const decoded = JSON.parse(Buffer.from(address, 'base64url').toString())
    const elsewhere = { ...decoded, serviceUrl: 'http://evil.example' }
    const bad = [
      '',
      'garbage',
      address.slice(0, 20),
      Buffer.from(JSON.stringify(elsewhere)).toString('base64url'),
    ]
    for (const each of bad) {
      await assert.rejects(bot.teams.post(each, MESSAGE), { name: 'DeliveryFault', status: 400 })
    }
  })

  it('can go to each channel of the team', async () => {
    const conversations = [
      { id: '19:team@thread.tacv2', name: null },
      { id: '19:b@thread.tacv2', name: 'Idées' },
    ]
    answering(200, JSON.stringify({ conversations }))
    const listed = await bot.teams.channelsOf(address)
    assert.equal(bot.connector.calls[0]?.path, '/v3/teams/19:team@thread.tacv2/conversations')
    assert.deepEqual(
      listed.map(({ id, name }) => [id, name]),
      [
        ['19:team@thread.tacv2', ''],
        ['19:b@thread.tacv2', 'Idées'],
      ],
    )
    answering(201, '{"id":"m8"}')
    await bot.teams.post(listed[1]?.address ?? '', MESSAGE)
    assert.equal(bot.connector.calls[0]?.path, '/v3/conversations/19:b@thread.tacv2/activities')
  })

  it('takes no more than 200 channels, and an odd list for none', async () => {
    const conversations = Array.from({ length: 300 }, (_, n) => ({ id: `19:${n}`, name: `${n}` }))
    answering(200, JSON.stringify({ conversations }))
    assert.equal((await bot.teams.channelsOf(address)).length, 200)
    answering(200, '{"conversations":"none"}')
    assert.deepEqual(await bot.teams.channelsOf(address), [])
  })
})
