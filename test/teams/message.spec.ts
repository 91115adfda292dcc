import assert from 'node:assert/strict'
import type { Typed } from '../../src/conversation/protocol/incoming.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { noMeter } from '../../src/kernel/monitoring/meter.ts'
import { createAnswer } from '../../src/teams/retried-replies.ts'
import { activity, type Bot, CARD, inChannel, startBot } from './local-teams.ts'

const BOT_MENTION = { type: 'mention', text: '<at>Faire Administration</at>', mentioned: { id: '28:bot' } }
const OTHER = { type: 'mention', text: '<at>Karim $&</at>', mentioned: { id: '29:karim', name: 'Karim $&' } }

describe('a typed message', () => {
  let bot: Bot
  const posted: string[] = []
  before(async () => {
    const answer = { card: CARD, summary: 'En bref', posted: async (id: string) => void posted.push(id) }
    bot = await startBot({ route: async () => answer })
  })
  after(() => bot.close())

  const type = (text: unknown, entities: unknown = [], make = activity) =>
    bot.deliver(make(bot, { type: 'message', text, entities }))
  const heard = async (text: unknown, entities: unknown = []) => {
    assert.equal((await type(text, entities)).status, 200)
    return (bot.incoming.at(-1) as Typed).text
  }

  it('is answered by one card, with a summary and no text', async () => {
    bot.connector.calls.length = 0
    await type('aide')
    const [call, ...more] = bot.connector.calls
    assert.deepEqual(more, [])
    assert.equal(call?.method, 'POST')
    assert.equal(call?.headers.authorization, `Bearer ${bot.signIn.connectorToken}`)
    assert.equal(call?.body.summary, 'En bref')
    assert.equal(call?.body.text, undefined)
    const contentType = 'application/vnd.microsoft.card.adaptive'
    assert.deepEqual(call?.body.attachments, [{ contentType, content: CARD }])
  })

  it('tells under which id the answer stands', async () => {
    posted.length = 0
    await type('aide')
    assert.deepEqual(posted, ['message-1'])
  })

  it('loses the bot’s mention and keeps the names of others', async () => {
    const text = '<at>Faire Administration</at> idée de <at>Karim $&</at>'
    assert.equal(await heard(text, [BOT_MENTION, OTHER]), 'idée de Karim $&')
  })

  it('grows by no mention, however long the name and however often it is called', async () => {
    const names = Array.from({ length: 200 }, (_, at) => ({
      ...{ type: 'mention', text: at === 0 ? 'a' : 'n' },
      mentioned: { id: '29:karim', name: 'n'.repeat(1_000) },
    }))
    assert.equal(await heard('a'.repeat(100_000), names), 'a'.repeat(20_000))
    assert.equal(await heard('a et a', names.slice(0, 1)), `${'n'.repeat(1_000)} et ${'n'.repeat(1_000)}`)
  })

  it('keeps what was typed, letter by letter', async () => {
    assert.equal(await heard('a &lt;b&gt; &amp;lt; &quot;c&quot;&nbsp;&#39;&#xE9;'), `a <b> &lt; "c" 'é`)
    assert.equal(
      await heard('<at>nobody</at> ${secret} [x](http://evil)'),
      '<at>nobody</at> ${secret} [x](http://evil)',
    )
    assert.equal(await heard('&#0; &#x110000; &unknown; &'), '&#0; &#x110000; &unknown; &')
  })

  it('is cut at 20,000 letters', async () => {
    assert.equal((await heard('x'.repeat(30_000))).length, 20_000)
    assert.ok((await heard(`${'x'.repeat(19_999)}😀`)).isWellFormed())
  })

  it('may be empty or of the wrong kind', async () => {
    for (const text of ['', undefined, null, 7, {}]) assert.equal(await heard(text), '')
  })

  it('survives entities that would make the SDK throw', async () => {
    const odd = [
      [null],
      [{}],
      [{ type: 7 }],
      [{ type: 'mention' }],
      'x',
      [{ type: 'mention', mentioned: { id: '28:bot' } }],
    ]
    for (const [at, entities] of odd.entries())
      assert.equal(await heard(`bonjour ${at}`, entities), `bonjour ${at}`)
  })

  it('in a channel is answered in its thread, and knows the way to the channel', async () => {
    await type('idée', [], inChannel)
    assert.match(bot.connector.calls.at(-1)?.path ?? '', /19:channel@thread\.tacv2;messageid=42\/activities/)
    const { place } = bot.incoming.at(-1) as Typed
    const { key, kind, team, channelName } = place
    assert.deepEqual(
      { key, kind, team, channelName },
      {
        key: '19:channel@thread.tacv2',
        kind: 'channel',
        team: { id: '19:team@thread.tacv2', name: 'Transitions' },
        channelName: 'Idées',
      },
    )
    await bot.teams.post(place.address, { card: CARD, summary: '' })
    await bot.teams.post(place.channelAddress ?? '', { card: CARD, summary: '' })
    const [thread, channel] = bot.connector.calls.slice(-2).map(({ path }) => path)
    assert.equal(thread, '/v3/conversations/19:channel@thread.tacv2;messageid=42/activities')
    assert.equal(channel, '/v3/conversations/19:channel@thread.tacv2/activities')
  })

  it('in a personal chat has an address that stays the same', async () => {
    await type('un')
    await type('deux')
    const [one, two] = bot.incoming.slice(-2)
    assert.equal(one?.place.address, two?.place.address)
    assert.equal(one?.place.kind, 'personal')
    assert.equal(one?.place.channelAddress, undefined)
  })

  it('is taken even when the answer cannot be delivered', async () => {
    bot.connector.state.answer = (_, response) => {
      response.statusCode = 403
      response.end('{"error":{"code":"ConversationBlockedByUser"}}')
    }
    assert.equal((await type('aide')).status, 200)
    const { message, fields } = bot.logged.at(-1) ?? {}
    assert.equal(message, 'an answer did not reach Teams')
    assert.deepEqual(fields, { status: 403, code: 'ConversationBlockedByUser' })
  })

  it('is told apart in the log when Microsoft gives the bot no token, as with a secret that has run out', async () => {
    const lines: object[] = []
    const refused = Object.assign(new Error('invalid_client'), { name: 'ServerError', status: 401 })
    const answer = createAnswer({
      reply: () => Promise.reject(refused),
      log: { ...silentLogger, warn: fields => void lines.push(fields) },
      meter: noMeter,
    })
    await answer({ ...activity(bot, { text: 'aide' }), type: 'message' }, {})
    assert.deepEqual(lines, [{ status: 401, code: undefined, err: refused }])
  })
})
