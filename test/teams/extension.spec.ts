import assert from 'node:assert/strict'
import type { Pressed, Quoted } from '../../src/conversation/protocol/incoming.ts'
import type { RenderedAnswer, SearchResults } from '../../src/conversation/protocol/rendered.ts'
import { quotedText } from '../../src/teams/message-text.ts'
import { activity, type Bot, CARD, startBot } from './local-teams.ts'

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive'
const NASTY: readonly unknown[] = [
  undefined,
  null,
  'text',
  7,
  [],
  {},
  { commandId: 7 },
  { commandId: '' },
  { commandId: 'x'.repeat(65) },
  { commandId: 'ideas.search', parameters: 'all', queryOptions: [] },
  { commandId: 'ideas.search', parameters: [null, 1, {}], queryOptions: { skip: -1, count: 1e99 } },
  { commandId: 'ideas.search', parameters: [{ name: {}, value: { $ne: 1 } }], queryOptions: null },
  { commandId: 'ideas.quote', messagePayload: 'x' },
  { commandId: 'ideas.quote', messagePayload: { body: [] } },
  { commandId: 'ideas.quote', messagePayload: { body: { content: 7 } }, data: 'x' },
  { commandId: 'ideas.quote', data: { verb: { $ne: 1 } } },
  { commandId: 'ideas.quote', data: { verb: 'x'.repeat(201) } },
  { commandId: '__proto__', data: { verb: '__proto__', __proto__: { a: 1 } } },
]

describe('the message extension, as Teams calls it', () => {
  let bot: Bot
  let answer: () => Promise<RenderedAnswer | undefined>
  let found: () => Promise<SearchResults>
  before(async () => {
    bot = await startBot({ route: () => answer(), search: () => found() })
  })
  after(() => bot.close())
  beforeEach(() => {
    answer = async () => ({ card: CARD, summary: 'En bref' })
    found = async () => ({ results: [{ title: 'Du <b>calme</b>', text: '1 soutien', card: CARD }] })
    for (const list of [bot.incoming, bot.searched, bot.connector.calls]) list.length = 0
  })
  const calling = async (name: string, value: unknown, over: object = {}) => {
    const what = { type: 'invoke', name: `composeExtension/${name}`, value, ...over }
    const response = await bot.deliver(activity(bot, what))
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }

  it('answers a search with cards to choose from, without a call to Teams', async () => {
    const options = { skip: 25, count: 25 }
    const parameters = [{ name: 'text', value: 'calme' }]
    const { status, body } = await calling('query', {
      commandId: 'ideas.search',
      parameters,
      queryOptions: options,
    })
    assert.equal(status, 200)
    const preview = {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: 'Du ‹b›calme‹/b›', text: '1 soutien' },
    }
    const attachments = [{ contentType: ADAPTIVE, content: CARD, preview }]
    assert.deepEqual(body, { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } })
    const [{ command, text, skip, count } = {}] = bot.searched
    assert.deepEqual({ command, text, skip, count }, { command: 'ideas.search', text: 'calme', ...options })
    assert.deepEqual(bot.connector.calls, [])
  })

  it('hears nothing typed in the first run', async () => {
    await calling('query', { commandId: 'a', parameters: [{ name: 'initialRun', value: 'true' }] })
    await calling('query', { commandId: 'a' })
    assert.deepEqual(
      bot.searched.map(({ text, skip, count }) => [text, skip, count]),
      [
        ['', 0, 25],
        ['', 0, 25],
      ],
    )
  })

  it('says in words why there is nothing', async () => {
    found = async () => ({ sentence: 'Rien pour « <zz> »' })
    const { body } = await calling('query', { commandId: 'a' })
    assert.deepEqual(body, { composeExtension: { type: 'message', text: 'Rien pour « ‹zz› »' } })
  })

  it('opens a dialog on a message’s words, and knows nothing else of the message', async () => {
    const from = { user: { id: 'secret-id', displayName: 'Quelqu’un' } }
    const messagePayload = { id: '1', from, body: { contentType: 'html', content: '<p>Du <b>calme</b></p>' } }
    const { body } = await calling('fetchTask', { commandId: 'ideas.quote', messagePayload })
    const { type, value } = body.task
    assert.deepEqual(
      [type, value.title, value.card],
      ['continue', 'Titre', { contentType: ADAPTIVE, content: CARD }],
    )
    const quoted = bot.incoming[0] as Quoted
    assert.deepEqual([quoted.kind, quoted.command, quoted.text], ['quoted', 'ideas.quote', 'Du calme'])
    assert.doesNotMatch(JSON.stringify(quoted), /secret-id|Quelqu/)
  })

  it('hears a dialog’s button as a press that one person sees the answer of', async () => {
    const data = { verb: 'ideas.submit', text: 'Du calme', nonce: 'n' }
    await calling('submitAction', { commandId: 'ideas.quote', data })
    const pressed = bot.incoming[0] as Pressed
    assert.deepEqual([pressed.kind, pressed.verb, pressed.inDialog], ['pressed', 'ideas.submit', true])
    assert.deepEqual(pressed.data, { text: 'Du calme', nonce: 'n' })
    assert.equal(pressed.place.kind, 'group')
    answer = async () => undefined
    assert.deepEqual(await calling('submitAction', { data }), { status: 200, body: undefined })
  })

  it('answers anything at all with 200 and words that its door knows', async () => {
    for (const value of NASTY) {
      const { status, body } = await calling('query', value)
      assert.deepEqual([status, Object.keys(body)], [200, ['composeExtension']], JSON.stringify(value))
      for (const name of ['fetchTask', 'submitAction']) {
        const dialog = await calling(name, value)
        assert.deepEqual([dialog.status, Object.keys(dialog.body)], [200, ['task']], JSON.stringify(value))
      }
    }
    assert.deepEqual(bot.logged, [])
  })

  for (const name of ['queryLink', 'anonymousQueryLink', 'selectItem', 'setting', 'querySettingUrl', 'x']) {
    it(`finds nothing by ${name}`, async () => {
      const { status, body } = await calling(name, { url: 'https://example.org' })
      assert.equal(status, 200)
      assert.deepEqual(body.composeExtension.attachments, [])
    })
  }

  it('says its faults where they are read', async () => {
    const broken = async () => {
      throw new Error('the disk is full of secrets')
    }
    found = broken
    answer = broken
    const search = await calling('query', { commandId: 'a' })
    assert.deepEqual(search.body.composeExtension, { type: 'message', text: 'panne referenc' })
    const dialog = await calling('fetchTask', { commandId: 'a' })
    assert.deepEqual(dialog.body.task, { type: 'message', value: 'panne referenc' })
    bot.logged.length = 0
  })

  it('takes a chat of two for no chat with the bot, in the extension and on a card', async () => {
    const conversation = { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal' }
    await calling('submitAction', { data: { verb: 'a.b' } }, { conversation })
    const value = { action: { type: 'Action.Execute', verb: 'a.b', data: {} } }
    await bot.deliver(activity(bot, { type: 'invoke', name: 'adaptiveCard/action', value, conversation }))
    assert.deepEqual(
      bot.incoming.map(({ place }) => place.kind),
      ['group', 'group'],
    )
  })
})

describe('the words of a quoted message', () => {
  for (const [html, words] of [
    ['<p>Un</p><p>deux<br>trois</p>', 'Un deux trois'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['<at id="0">Zoé</at>, <a href="https://evil.example">ici</a>', 'Zoé, ici'],
    ['<emoji id="smile" alt="🙂" title="Sourire"></emoji><img alt="😀" src="x">', '🙂😀'],
    ['<attachment id="1"></attachment>', ''],
    ['un < deux > trois', 'un trois'],
    ['<script>alert(1)</script>', 'alert(1)'],
  ] as const) {
    it(`of ${html} are ${words === '' ? 'none' : words}`, () => assert.equal(quotedText(html), words))
  }

  it('are as typed when Teams says that they are plain', () => {
    assert.equal(quotedText('un <deux> &amp;\ntrois', 'text'), 'un <deux> &amp; trois')
  })

  it('are read in no time, whatever is opened and never closed', () => {
    const start = performance.now()
    for (const piece of ['<', '<a', '<img alt="', 'alt="" ', '&#', '<br ', ' '])
      for (const ending of ['', '>']) quotedText(`<img ${piece.repeat(60_000)}${ending}`)
    assert.ok(performance.now() - start < 1_000)
  })
})
