import assert from 'node:assert/strict'
import { CAMILLE, KARIM } from '../sign-in/cast.ts'
import { answerWith, call, message, startTinyBot } from './bot.ts'
import { chatId } from './chats.ts'
import { type NotPressable, type Shown, startTeams, type Teams, WORKSHOPS } from './index.ts'

const text = (words: string) => ({ type: 'TextBlock', text: words, wrap: true })
const card = (...body: object[]) => ({ type: 'AdaptiveCard', version: '1.5', body })
const button = (title: string, more: object = {}) => ({
  type: 'Action.Execute',
  title,
  verb: `test.${title.toLowerCase()}`,
  ...more,
})
const actions = (...buttons: object[]) => ({ type: 'ActionSet', actions: buttons })

const form = card(
  text('Your choice'),
  {
    type: 'Input.Text',
    id: 'name',
    label: 'Name',
    isRequired: true,
    errorMessage: 'Say a name',
    maxLength: 5,
  },
  {
    type: 'Input.ChoiceSet',
    id: 'choice',
    label: 'Choice',
    value: '1',
    choices: [
      { title: 'One', value: '1' },
      { title: 'Two', value: '2' },
    ],
  },
  actions(
    button('Send', { data: { nonce: 'n', name: 'hidden' } }),
    button('Later', { associatedInputs: 'none' }),
    button('Same', { data: { of: 'a' } }),
    button('Same', { data: { of: 'b' } }),
    { type: 'Action.OpenUrl', title: 'Go', url: 'https://there.example' },
  ),
)

describe('the bench: clients of Teams', () => {
  let teams: Teams
  let bot: Awaited<ReturnType<typeof startTinyBot>>
  let answer: unknown
  beforeEach(async () => {
    answer = answerWith(card(text('Thanks')))
    bot = await startTinyBot(form, () => answer)
    teams = await startTeams()
    teams.connect(bot.endpoint)
  })
  afterEach(async () => {
    await bot.close()
    await teams.close()
  })

  const isRefusal = (words: RegExp) => (error: unknown) =>
    words.test((error as NotPressable).message) && (error as NotPressable).name === 'NotPressable'
  const edit = ({ conversation, id }: Shown, words: string) =>
    call(
      teams.serviceUrl,
      'PUT',
      `v3/conversations/${encodeURIComponent(conversation)}/activities/${id}`,
      message(card(text(words))),
    )
  const lastValue = () => {
    const { value } = bot.heard.at(-1) as unknown as { value: { action: { data: object } } }
    return value.action.data
  }

  it('shows the answer to a press to the one who pressed, until the next edit for all', async () => {
    const asked = await teams.as(CAMILLE).says('hello', WORKSHOPS)
    const seen = await teams.as(CAMILLE).presses(asked, 'Send', { name: 'Léa' })
    assert.equal(seen.text, 'Thanks')
    assert.match(teams.as(KARIM).sees(asked).text, /Your choice/)
    await edit(asked, 'Closed')
    assert.deepEqual(
      [CAMILLE, KARIM].map(person => teams.as(person).sees(asked).text),
      ['Closed', 'Closed'],
    )
    await assert.rejects(teams.as(CAMILLE).presses(asked, 'Send'), isRefusal(/no button "Send"/))
  })

  it('sends the button’s data with what was filled in over it', async () => {
    const asked = await teams.as(CAMILLE).says('hello')
    await teams.as(CAMILLE).presses(asked, 'Send', { name: 'Léa', choice: 'Two' })
    assert.deepEqual(lastValue(), { nonce: 'n', name: 'Léa', choice: '2' })
  })

  it('sends no input with a button that takes none', async () => {
    const asked = await teams.as(CAMILLE).says('hello')
    await teams.as(CAMILLE).presses(asked, 'Later')
    assert.deepEqual(lastValue(), {})
  })

  for (const [why, wanted, filled, words] of [
    ['a missing input', 'Send', {}, /Say a name/],
    ['a text beyond its limit', 'Send', { name: 'Maëlle' }, /takes 5 characters, not 6/],
    ['a choice that is not offered', 'Send', { name: 'L', choice: '3' }, /«choice» refuses "3"/],
    ['an input that is not there', 'Send', { name: 'L', age: '3' }, /nothing to fill in is called age/],
    ['a button that is not there', 'Vote', {}, /no button "Vote"/],
    ['a title that two buttons have', 'Same', {}, /several buttons are "Same"/],
    ['a link', 'Go', {}, /Action.OpenUrl sends nothing/],
  ] as const) {
    it(`does not send ${why}`, async () => {
      const asked = await teams.as(CAMILLE).says('hello')
      await assert.rejects(teams.as(CAMILLE).presses(asked, wanted, filled), isRefusal(words))
      assert.equal(bot.heard.length, 1)
    })
  }

  it('tells buttons of one title apart by their data', async () => {
    const asked = await teams.as(CAMILLE).says('hello')
    await teams.as(CAMILLE).presses(asked, { title: 'Same', data: { of: 'b' } }, { name: 'Léa' })
    assert.deepEqual(lastValue(), { of: 'b', name: 'Léa', choice: '1' })
  })

  it('shows words in a bar, and leaves the card as it was', async () => {
    const asked = await teams.as(CAMILLE).says('hello')
    answer = {
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: 'x', message: 'Sorry' },
    }
    const seen = await teams.as(CAMILLE).presses(asked, 'Later')
    assert.equal(seen.bar, 'Sorry')
    assert.match(seen.text, /Your choice/)
  })

  it('does not put up with an answer that Teams would not draw', async () => {
    const asked = await teams.as(CAMILLE).says('hello')
    answer = answerWith(card(text('Hello ${name}')))
    await assert.rejects(teams.as(CAMILLE).presses(asked, 'Later'), /a literal \$\{name\}/)
    answer = { type: 'unheard/of', statusCode: 200 }
    await assert.rejects(teams.as(CAMILLE).presses(asked, 'Later'), /no client knows/)
    assert.equal(teams.complaints.splice(0).length, 1)
  })

  it('shows what somebody typed letter by letter, and finds a link that is live', async () => {
    answer = answerWith(
      card(text('\\[x\\]\\(http://evil\\.example\\) says ${secret}'), text('[y](http://live.example)')),
    )
    const asked = await teams.as(CAMILLE).says('hello ${secret}')
    const seen = await teams.as(CAMILLE).presses(asked, 'Later')
    assert.equal(seen.text, '[x](http://evil.example) says ${secret}\ny <http://live.example>')
    assert.deepEqual(seen.links, ['http://live.example'])
  })

  it('repeats a delivery with its id and under a new one', async () => {
    const asked = await teams.as(CAMILLE).says('hello')
    await teams.as(CAMILLE).presses(asked, 'Later', {}, { again: ['same id', 'new id'] })
    const [first, second, third] = bot.heard.slice(-3).map(({ id }) => id)
    assert.equal(first, second)
    assert.notEqual(second, third)
  })

  it('mentions the bot in a channel, and says who and where', async () => {
    await teams.as(CAMILLE).says('a < b & c', WORKSHOPS)
    const heard = bot.heard.at(-1) as Record<string, unknown>
    assert.equal(heard.text, '<at>Faire Administration</at> a &lt; b &amp; c')
    assert.match(JSON.stringify(heard.conversation), /19:ateliers@thread\.tacv2;messageid=\d+/)
    assert.match(JSON.stringify(heard.from), new RegExp(CAMILLE.objectId))
  })

  it('tells of an installation in two events, and writes to nobody who removed the app', async () => {
    await teams.as(CAMILLE).installs()
    assert.deepEqual(
      bot.heard.map(({ type }) => type),
      ['installationUpdate', 'conversationUpdate'],
    )
    await teams.as(CAMILLE).removes()
    const chat = chatId(CAMILLE)
    const posted = await call(teams.serviceUrl, 'POST', `v3/conversations/${chat}/activities`, message(form))
    assert.equal(posted.status, 403)
    assert.match(posted.answer.error?.message ?? '', /"subCode":"MessageWritesBlocked"/)
  })
})
