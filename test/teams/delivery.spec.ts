import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import type { Incoming } from '../../src/conversation/protocol/incoming.ts'
import { MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { DeliveryFault } from '../../src/teams/index.ts'
import { type Bot, CARD, inChannel, startBot } from './local-teams.ts'

const MESSAGE = { card: CARD, summary: 'En bref' }

/** A bot that stands in a channel, and where to write there. */
async function standing(): Promise<{ bot: Bot; address: string }> {
  const bot = await startBot({ route: async () => undefined })
  await bot.deliver(inChannel(bot, { type: 'installationUpdate', action: 'add' }))
  return { bot, address: (bot.incoming[0] as Incoming).place.channelAddress ?? '' }
}

describe('a message sent unasked', () => {
  let bot: Bot
  let address: string
  before(async () => {
    ;({ bot, address } = await standing())
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

describe('who is in a team', () => {
  let bot: Bot
  let address: string
  before(async () => {
    ;({ bot, address } = await standing())
  })
  after(() => bot.close())
  /** Long after the last call. */
  const answering = (status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}) => {
    bot.pass(MINUTE)
    bot.connector.calls.length = 0
    bot.connector.state.answer = (_, response: ServerResponse) => {
      response.statusCode = status
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      response.end(JSON.stringify(body))
    }
  }
  const CAMILLE = {
    id: '29:c',
    aadObjectId: 'CAMILLE',
    tenantId: 'OURS',
    name: 'Camille',
    email: 'camille@x.fr',
    userPrincipalName: 'c.martin@x.fr',
  }
  const ASKED = '/v3/conversations/19:team@thread.tacv2/pagedmembers?pageSize=500'
  const seen = {
    objectId: 'camille',
    tenant: 'ours',
    name: 'Camille',
    mails: ['camille@x.fr', 'c.martin@x.fr'],
  }

  it('is asked of the team, page by page, 500 at a time', async () => {
    answering(200, { members: [CAMILLE], continuationToken: 'a+b/c=' })
    assert.deepEqual(await bot.teams.membersOf(address), { members: [seen], next: 'a+b/c=' })
    answering(200, { members: [{ ...CAMILLE, aadObjectId: undefined, objectId: 'Camille' }] })
    assert.deepEqual(await bot.teams.membersOf(address, 'a+b/c='), { members: [seen] })
    assert.equal(bot.connector.calls[0]?.path, `${ASKED}&continuationToken=a+b/c=`)
    for (const end of [null, '']) {
      answering(200, { members: [], continuationToken: end })
      assert.deepEqual(await bot.teams.membersOf(address), { members: [] })
    }
  })

  it('takes somebody odd for nobody, and an odd page for no answer', async () => {
    const nobody = { objectId: '', tenant: '', name: '', mails: [] }
    answering(200, { members: [7, { aadObjectId: 7, name: 'n'.repeat(2_000) }, CAMILLE] })
    assert.deepEqual(await bot.teams.membersOf(address), { members: [nobody, nobody, seen] })
    for (const odd of ['x', { members: 'x' }, { members: [], continuationToken: 'x'.repeat(8_001) }]) {
      answering(200, odd)
      await assert.rejects(bot.teams.membersOf(address), { status: 0, code: 'UnreadableMembers' })
    }
  })

  it('tells a team that was left, and a token that is no longer good, from what may pass', async () => {
    for (const status of [403, 404]) {
      answering(status)
      assert.equal(await bot.teams.membersOf(address, 'token'), 'left')
      assert.equal(await bot.teams.memberOf(address, '29:c'), undefined)
    }
    answering(400)
    assert.equal(await bot.teams.membersOf(address, 'token'), 'stale')
    await assert.rejects(bot.teams.membersOf(address), { status: 400 })
    for (const status of [429, 502]) {
      answering(status)
      await assert.rejects(bot.teams.membersOf(address, 'token'), { status })
      answering(status)
      await assert.rejects(bot.teams.memberOf(address, '29:c'), { status })
    }
  })

  it('is not asked while Teams wants quiet there, which is as long as it says', async () => {
    for (const [headers, quiet] of [
      [{ 'retry-after': '20' }, 20 * SECOND],
      [{}, 5 * SECOND],
    ] as const) {
      answering(429, {}, headers)
      await assert.rejects(bot.teams.memberOf(address, '29:c'), { status: 429 })
      bot.pass(quiet - 1)
      await assert.rejects(bot.teams.memberOf(address, '29:c'), { name: 'TooSoon' })
      await assert.rejects(bot.teams.membersOf(address), { name: 'TooSoon' })
      assert.equal(bot.connector.calls.length, 1)
      bot.pass(1)
      await assert.rejects(bot.teams.membersOf(address), { status: 429 })
    }
  })

  it('is asked one by one eight times in a second, and by page up to eleven: Teams allows fourteen', async () => {
    answering(200, { ...CAMILLE, members: [] })
    const until = { name: 'TooSoon', until: bot.now() + 1_250 }
    for (let call = 0; call < 8; call++) await bot.teams.memberOf(address, '29:c')
    await assert.rejects(bot.teams.memberOf(address, '29:c'), until)
    for (let call = 8; call < 11; call++) await bot.teams.membersOf(address)
    await assert.rejects(bot.teams.membersOf(address), until)
    assert.equal(bot.connector.calls.length, 11)
  })

  it('can be asked of one', async () => {
    answering(200, CAMILLE)
    assert.deepEqual(await bot.teams.memberOf(address, '29:c'), seen)
    assert.equal(bot.connector.calls[0]?.path, '/v3/conversations/19:team@thread.tacv2/members/29:c')
  })

  it('tells a guest of the tenant from its members', async () => {
    for (const [userRole, guest] of [
      ['guest', true],
      ['Guest', true],
      ['user', undefined],
      [7, undefined],
    ]) {
      answering(200, { ...CAMILLE, userRole })
      assert.equal((await bot.teams.memberOf(address, '29:c'))?.guest, guest)
    }
  })
})
