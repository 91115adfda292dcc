import assert from 'node:assert/strict'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../product/clock.ts'
import { CAMILLE, manyPeople } from '../sign-in/cast.ts'
import { call, message, startTinyBot } from '../teams/bot.ts'
import { chatId, teamsId } from '../teams/chats.ts'
import { startTeams, TEAM, type Teams, WORKSHOPS } from '../teams/index.ts'

const card = (more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Hello', wrap: true }],
  ...more,
})
const channel = `v3/conversations/${encodeURIComponent(WORKSHOPS.id)}/activities`
const body = (...elements: object[]) => ({ body: elements })
const buttons = Array.from({ length: 7 }, (_, at) => ({
  type: 'Action.Execute',
  title: `B${at}`,
  verb: 'a.b',
}))

describe('the bench: the connector', () => {
  let teams: Teams
  const clock = fixedClock()
  const open = async (options = {}) => {
    teams = await startTeams(options)
  }
  afterEach(() => teams.close())
  const post = (content: object = card(), path = channel) =>
    call(teams.serviceUrl, 'POST', path, message(content))

  it('opens a thread for each message in a channel, edits it for all and removes it', async () => {
    await open()
    const { status, answer } = await post()
    assert.equal(status, 201)
    const [seen] = teams.as(CAMILLE).reads(WORKSHOPS)
    assert.equal(seen?.conversation, `${WORKSHOPS.id};messageid=${answer.id}`)
    const edited = card(body({ type: 'TextBlock', text: 'Bye' }))
    assert.equal(
      (await call(teams.serviceUrl, 'PUT', `${channel}/${answer.id}`, message(edited))).status,
      200,
    )
    assert.equal(teams.as(CAMILLE).reads(WORKSHOPS)[0]?.text, 'Bye')
    assert.equal((await call(teams.serviceUrl, 'DELETE', `${channel}/${answer.id}`)).status, 200)
    const again = await call(teams.serviceUrl, 'PUT', `${channel}/${answer.id}`, message(card()))
    assert.equal(again.answer.error?.code, 'ActivityNotFoundInConversation')
  })

  for (const [what, content, words] of [
    ['no version', { version: undefined }, /no version/],
    ['version 1.6', { version: '1.6' }, /up to 1\.5/],
    ['refresh', { refresh: { action: buttons[0] } }, /refresh/],
    ['a binding left', body({ type: 'TextBlock', text: 'Hello ${name}' }), /literal \$\{name\}/],
    ['seven buttons', { actions: buttons }, /7 buttons/],
    ['a newer element without a fallback', body({ type: 'Badge', text: 'New' }), /Badge has no fallback/],
    ['an element nobody knows', body({ type: 'Marquee', text: 'New' }), /Marquee .* does not know it/],
    ['an input without an id', body({ type: 'Input.Date', label: 'When' }), /unique Id/],
  ] as const) {
    it(`refuses a card with ${what}, and fails the test that sent it`, async () => {
      await open()
      const { status, answer } = await post(card(content))
      assert.equal(status, 400)
      assert.match(answer.error?.message ?? '', words)
      assert.equal(teams.complaints.splice(0).length, 1)
    })
  }

  it('takes a newer element that has a fallback', async () => {
    await open()
    const badge = { type: 'Badge', text: 'New', fallback: { type: 'TextBlock', text: 'New' } }
    assert.equal((await post(card(body(badge)))).status, 201)
  })

  it('refuses more than 100 kB', async () => {
    await open()
    const { status, answer } = await post(card(body({ type: 'TextBlock', text: 'é'.repeat(52_000) })))
    assert.deepEqual([status, answer.error?.code], [413, 'MessageSizeTooBig'])
    teams.complaints.length = 0
  })

  it('refuses a message without words for its notification', async () => {
    await open()
    const { summary: _, ...silent } = message(card())
    assert.equal((await call(teams.serviceUrl, 'POST', channel, silent)).status, 400)
    assert.match(teams.complaints.splice(0).join(), /no summary/)
  })

  it('holds the bot to seven messages a second and sixty in thirty', async () => {
    await open({ rates: clock })
    for (let at = 0; at < 7; at++) assert.equal((await post()).status, 201)
    const refused = await post()
    assert.deepEqual([refused.status, refused.retryAfter], [429, '1'])
    const other = `v3/conversations/${encodeURIComponent(TEAM.id)}/activities`
    assert.equal((await post(card(), other)).status, 201)
    clock.advance(2_000)
    for (let sent = 7; sent < 60; sent++) {
      clock.advance(500)
      assert.equal((await post()).status, 201, `message ${sent + 1}`)
    }
    clock.advance(500)
    const { status, retryAfter } = await post()
    assert.equal(status, 429)
    clock.advance(Number(retryAfter) * 1_000)
    assert.equal((await post()).status, 201)
  })

  it('fails before or after a message is taken', async () => {
    await open()
    teams.fails({ on: 'post', status: 502 })
    teams.fails({ on: 'post', status: 429, retryAfter: 3, carriedOut: true })
    teams.fails({ on: 'post', status: 0 })
    assert.equal((await post()).status, 502)
    assert.equal(teams.as(CAMILLE).reads(WORKSHOPS).length, 0)
    assert.equal((await post()).retryAfter, '3')
    assert.equal(teams.as(CAMILLE).reads(WORKSHOPS).length, 1)
    await assert.rejects(post())
    assert.deepEqual(
      teams.calls.map(({ status }) => status),
      [502, 429, 0],
    )
  })

  it('holds a call until it is let go', async () => {
    await open()
    const held = teams.holds({ on: 'post', in: WORKSHOPS.id })
    const posting = post()
    await held.arrived
    assert.equal(teams.as(CAMILLE).reads(WORKSHOPS).length, 0)
    held.release()
    assert.equal((await posting).status, 201)
  })

  it('asks for the bot’s own token', async () => {
    await open({ bearer: 'secret' })
    assert.equal((await post()).status, 401)
    assert.equal((await call(teams.serviceUrl, 'POST', channel, message(card()), 'secret')).status, 201)
  })

  it('opens a chat with one person it knows, and with nobody who blocked it', async () => {
    await open()
    const create = () =>
      call(teams.serviceUrl, 'POST', 'v3/conversations', {
        members: [{ id: teamsId(CAMILLE) }],
        isGroup: false,
      })
    assert.equal((await create()).answer.id, chatId(CAMILLE))
    teams.as(CAMILLE).blocks()
    assert.equal((await create()).answer.error?.code, 'ConversationBlockedByUser')
  })

  it('lists channels and people, the first channel without a name', async () => {
    await open()
    const listed = await call(teams.serviceUrl, 'GET', `v3/teams/${TEAM.id}/conversations`)
    const conversations = listed.answer.conversations as { name: string | null }[]
    assert.deepEqual(
      conversations.map(({ name }) => name),
      [null, 'Ateliers', 'Micro-idées'],
    )
    const roster = await call(teams.serviceUrl, 'GET', `v3/conversations/${TEAM.id}/pagedmembers?pageSize=1`)
    assert.ok((roster.answer.members as object[]).length > 1)
  })

  it('lists members by pages, each asked for by a token that is not good for ever', async () => {
    await open({ people: manyPeople(1_200), clock })
    const members = `v3/conversations/${TEAM.id}/pagedmembers`
    const ask = (query = '', path = members) => call(teams.serviceUrl, 'GET', `${path}${query}`)
    const size = ({ answer }: Awaited<ReturnType<typeof ask>>) => (answer.members as object[]).length
    const next = ({ answer }: Awaited<ReturnType<typeof ask>>) =>
      `?pageSize=500&continuationToken=${encodeURIComponent(String(answer.continuationToken))}`
    assert.deepEqual(
      [size(await ask()), size(await ask('?pageSize=9')), size(await ask('?pageSize=900'))],
      [200, 50, 500],
    )
    const first = await ask('?pageSize=500')
    const second = await ask(next(first))
    const third = await ask(next(second))
    assert.deepEqual([size(second), size(third), third.answer.continuationToken], [500, 200, undefined])
    clock.advance(HOUR)
    const stale = await ask(next(first))
    assert.deepEqual([stale.status, stale.answer.error?.code], [400, 'InvalidContinuationToken'])
    assert.deepEqual(teams.complaints, [])
    // All at once is deprecated.
    assert.equal((await ask('', `v3/conversations/${TEAM.id}/members`)).status, 404)
    assert.match(teams.complaints.splice(0).join(), /NoSuchCall/)
  })

  it('lists no members of a team that the bot has left, or that is gone', async () => {
    await open()
    const bot = await startTinyBot(card(), () => undefined)
    teams.connect(bot.endpoint)
    const ask = async () =>
      (await call(teams.serviceUrl, 'GET', `v3/conversations/${TEAM.id}/pagedmembers`)).status
    await teams.as(CAMILLE).removes(WORKSHOPS)
    assert.equal(await ask(), 403)
    await teams.as(CAMILLE).deletesTeam()
    assert.equal(await ask(), 404)
    await bot.close()
  })

  it('lets nobody write or edit where the team is archived, nor find one that is deleted', async () => {
    await open()
    const bot = await startTinyBot(card(), () => undefined)
    teams.connect(bot.endpoint)
    const { id } = (await post()).answer
    const edit = () => call(teams.serviceUrl, 'PUT', `${channel}/${id}`, message(card()))
    const answers = async () => [(await post()).status, (await edit()).status]
    await teams.as(CAMILLE).archivesTeam()
    assert.deepEqual(await answers(), [403, 403])
    const team = `v3/teams/${TEAM.id}`
    assert.equal((await call(teams.serviceUrl, 'GET', team)).status, 200)
    await teams.as(CAMILLE).unarchivesTeam()
    assert.deepEqual(await answers(), [201, 200])
    await teams.as(CAMILLE).deletesTeam()
    assert.deepEqual(await answers(), [404, 404])
    assert.equal((await call(teams.serviceUrl, 'GET', team)).status, 404)
    await teams.as(CAMILLE).restoresTeam()
    await teams.as(CAMILLE).renamesTeam('Autre')
    assert.deepEqual(await answers(), [201, 200])
    assert.equal((await call(teams.serviceUrl, 'GET', team)).answer.name, 'Autre')
    assert.deepEqual(
      bot.heard.map(({ channelData }) => (channelData as { eventType: string }).eventType),
      ['teamArchived', 'teamUnarchived', 'teamDeleted', 'teamRestored', 'teamRenamed'],
    )
    await bot.close()
  })

  it('tells when something changed', async () => {
    await open()
    const waiting = teams.until(() => teams.as(CAMILLE).reads(WORKSHOPS)[0])
    await post()
    assert.equal((await waiting).text, 'Hello')
  })
})
