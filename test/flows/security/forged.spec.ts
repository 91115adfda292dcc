import assert from 'node:assert/strict'
import { noLimits } from '../../../src/kernel/requests/limits.ts'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'
import { openMenu } from '../ballots/steps.ts'
import { forge } from './forge.ts'
import { forgeExtension } from './forge-extension.ts'

const FIELDS = ['idea', 'ballot', 'workshop', 'commitment', 'box', 'after', 'channel', 'direction', 'command']
const every = (value: unknown) => Object.fromEntries(FIELDS.map(field => [field, value]))

const NASTY: readonly unknown[] = [
  undefined,
  null,
  'text',
  7,
  ['a'],
  {},
  ...['é'.repeat(10_000), { toString: 1 }, '${secret}', '__proto__'].map(every),
  ...FIELDS.map(field => ({ [field]: '\u0000' })),
  {
    after: '0-x',
    idea: '__proto__',
    support: 'on',
    answer: 'yes',
    choice: 'x',
    state: 'kept',
    language: 'xx',
  },
  {
    title: { evil: true },
    seats: [1],
    nonce: 1,
    text: null,
    axis: [],
    horizon: 7,
    options: {},
    date: '\u0000',
  },
]

describe('what no client sends, through HTTP and a true token', () => {
  const at = freshBot(sqlite, { limits: noLimits })
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('breaks no verb, in nobody’s hands', async function () {
    this.timeout(180_000)
    const { bot } = at
    await openMenu(bot)
    const verbs = bot.app.handlers.flatMap(({ verbs = {} }) => Object.keys(verbs))
    assert.ok(verbs.length > 25)
    for (const [at, verb] of [...verbs, 'conversation.say'].entries())
      for (const [of, data] of NASTY.entries()) {
        // By turns: each verb and each of these in the hands of both.
        const person = (at + of) % 2 === 0 ? MAELLE : CAMILLE
        assert.doesNotMatch(await forge(bot, person, verb, data), /Cela n’a pas fonctionné/, verb)
      }
  })

  it('breaks no search, and opens no dialog on it', async function () {
    this.timeout(180_000)
    const { bot } = at
    await bot.as(CAMILLE).says('idée Du calme')
    const commands = ['ideas.search', 'workshops.search', 'ballots.search', 'ideas.quote', '__proto__']
    for (const commandId of commands)
      for (const nasty of NASTY) {
        const content = typeof nasty === 'string' ? nasty : (JSON.stringify(nasty) ?? '')
        const parameters = [{ name: 'text', value: content }]
        const messagePayload = { body: { contentType: 'html', content } }
        const texts = [
          await forgeExtension(bot, CAMILLE, 'query', { commandId, parameters: nasty }),
          await forgeExtension(bot, CAMILLE, 'query', { commandId, queryOptions: nasty }),
          await forgeExtension(bot, CAMILLE, 'query', { commandId, parameters }),
          await forgeExtension(bot, CAMILLE, 'fetchTask', { commandId, messagePayload: nasty }),
          await forgeExtension(bot, CAMILLE, 'fetchTask', { commandId, messagePayload }),
          await forgeExtension(bot, CAMILLE, 'submitAction', { commandId, data: nasty }),
        ]
        for (const text of texts) assert.doesNotMatch(text, /Cela n’a pas fonctionné/, commandId)
      }
  })

  it('breaks no verb pressed in a dialog', async function () {
    this.timeout(180_000)
    const { bot } = at
    await openMenu(bot)
    const verbs = bot.app.handlers.flatMap(({ verbs = {} }) => Object.keys(verbs))
    for (const verb of [...verbs, 'conversation.say', '__proto__'])
      for (const data of NASTY.slice(4)) {
        const value = { commandId: 'ideas.quote', data: { ...(data as object), verb } }
        const text = await forgeExtension(bot, CAMILLE, 'submitAction', value)
        assert.doesNotMatch(text, /Cela n’a pas fonctionné/, verb)
      }
  })

  it('breaks no route of the API', async function () {
    this.timeout(180_000)
    const { bot } = at
    const ids = ['gone', '%00', '..%2f..', '$%7Bsecret%7D', 'x'.repeat(2_000)]
    // As many as there are of the longer list, the shorter one over and over.
    for (const { method, path } of bot.app.routes)
      for (let n = 0; n < (method === 'get' ? ids.length : NASTY.length); n++) {
        const id = ids[n % ids.length] ?? ''
        const body = method === 'get' ? undefined : NASTY[n]
        const ask = bot.api(CAMILLE).ask<{ title?: string }>
        const where = `${path.replace(':id', id)}?after=${id}&mine=${id}`
        const answer = await ask(method === 'del' ? 'DELETE' : method.toUpperCase(), where, body)
        assert.ok(answer.status < 500, `${method} ${where} ${JSON.stringify(answer.body)}`)
        if (answer.status >= 400) assert.match(answer.body.title ?? '', /[a-zé]{3,} [a-zé]{2,}.*\./)
      }
  })
})
