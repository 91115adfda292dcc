import assert from 'node:assert/strict'
import type { Pressed } from '../../src/conversation/protocol/incoming.ts'
import { activity, type Bot, CARD, inChannel, press, startBot } from './local-teams.ts'

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive'
const ERROR = 'application/vnd.microsoft.error'

describe('a press', () => {
  let bot: Bot
  let answer: () => Promise<{ card: object; summary: string } | undefined>
  before(async () => {
    bot = await startBot({ route: () => answer() })
  })
  after(() => bot.close())
  beforeEach(() => {
    answer = async () => ({ card: CARD, summary: 'En bref' })
    bot.incoming.length = 0
    bot.connector.calls.length = 0
  })
  const pressing = async (what: object) => {
    const response = await bot.deliver(inChannel(bot, what))
    return { status: response.status, text: await response.text() }
  }

  it('is answered in place, without a call to Teams', async () => {
    const { status, text } = await pressing(press('ballots.cast', { option: 'a' }))
    assert.equal(status, 200)
    assert.deepEqual(JSON.parse(text), { statusCode: 200, type: ADAPTIVE, value: CARD })
    const { verb, data, card, place } = bot.incoming[0] as Pressed
    assert.deepEqual({ verb, data, card }, { verb: 'ballots.cast', data: { option: 'a' }, card: 'card-1' })
    assert.equal(place.key, '19:channel@thread.tacv2')
    assert.deepEqual(bot.connector.calls, [])
  })

  it('never edits the message for everybody, whatever the card holds', async () => {
    const refresh = { action: { type: 'Action.Execute', verb: 'x' }, userIds: ['29:camille'] }
    answer = async () => ({ card: { ...CARD, refresh }, summary: 'Pour Camille' })
    await pressing(press('ballots.cast'))
    answer = async () => ({ card: CARD, summary: 'En bref' })
    for (let i = 0; i < 3; i++) await pressing(press('ballots.cast'))
    assert.deepEqual(bot.connector.calls, [])
  })

  it('gives the same data through Action.Submit, answered by a new message', async () => {
    await pressing(press('ballots.cast', { option: 'a', verb: 'ballots.cast' }))
    await pressing({ type: 'message', replyToId: 'card-1', value: { verb: 'ballots.cast', option: 'a' } })
    const [execute, submit] = bot.incoming as Pressed[]
    assert.deepEqual(submit?.data, execute?.data)
    assert.equal(submit?.card, execute?.card)
    assert.deepEqual(
      bot.connector.calls.map(({ method }) => method),
      ['POST'],
    )
  })

  it('does nothing when nobody pressed', async () => {
    assert.deepEqual(await pressing(press('ballots.cast', {}, 'automatic')), { status: 200, text: '' })
    assert.deepEqual(bot.incoming, [])
  })

  it('of something unknown gets words', async () => {
    const unknown = [
      { type: 'invoke', name: 'task/fetch', value: {} },
      { type: 'invoke', value: null },
      { type: 'invoke', name: 'adaptiveCard/action', value: 'x' },
      { type: 'invoke', name: 'adaptiveCard/action', value: { action: [] } },
      press(''),
      press({ $ne: 1 }),
      press('x'.repeat(201)),
    ]
    for (const what of unknown) {
      const { status, text } = await pressing(what)
      assert.equal(status, 200)
      const { type, statusCode, value } = JSON.parse(text)
      assert.deepEqual([type, statusCode, value.message], [ERROR, 400, 'inconnu'])
    }
    assert.deepEqual(bot.incoming, [])
  })

  it('takes data of any shape for nothing', async () => {
    for (const data of [null, 'x', [1], 7]) await pressing(press('a.b', data))
    assert.deepEqual(
      bot.incoming.map(each => (each as Pressed).data),
      [{}, {}, {}, {}],
    )
  })

  it('that fails gets a neutral sentence', async () => {
    answer = async () => {
      throw new Error('the disk is full of secrets')
    }
    const { status, text } = await pressing(press('ballots.cast'))
    assert.equal(status, 200)
    assert.deepEqual(JSON.parse(text).value, { code: 'InternalServerError', message: 'panne referenc' })
    assert.equal(bot.logged.at(-1)?.fields.reference, 'referenc')
    const typed = await pressing({ type: 'message', text: 'bonjour' })
    assert.equal(typed.status, 200)
    assert.equal(bot.connector.calls.at(-1)?.body.text, 'panne referenc')
  })

  it('is answered even when the client asks for expected replies', async () => {
    const { text } = await pressing({ ...press('ballots.cast'), deliveryMode: 'expectReplies' })
    assert.equal(JSON.parse(text).type, ADAPTIVE)
  })

  it('by thirty people at once is answered thirty times', async () => {
    answer = async () => ({ card: { ...CARD, n: bot.incoming.length }, summary: '' })
    const all = Array.from({ length: 30 }, () => bot.deliver(activity(bot, press('ballots.cast'))))
    const texts = await Promise.all((await Promise.all(all)).map(response => response.text()))
    assert.ok(texts.every(text => JSON.parse(text).type === ADAPTIVE))
    assert.equal(bot.incoming.length, 30)
  })
})
