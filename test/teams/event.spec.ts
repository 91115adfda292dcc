import assert from 'node:assert/strict'
import type { ChannelChanged, MembersAdded, TeamChanged } from '../../src/conversation/protocol/incoming.ts'
import { Unavailable } from '../../src/kernel/errors/unavailable.ts'
import { TENANT } from '../support/sign-in/cast.ts'
import { activity, type Bot, inChannel, startBot } from './local-teams.ts'

const TEAM = { id: '19:team@thread.tacv2', name: 'Transitions' }

describe('an event', () => {
  let bot: Bot
  before(async () => {
    bot = await startBot({ route: async () => undefined })
  })
  after(() => bot.close())
  beforeEach(() => {
    bot.incoming.length = 0
    bot.connector.calls.length = 0
  })
  const happens = async (what: object, make = inChannel) => {
    const response = await bot.deliver(make(bot, what))
    assert.equal(response.status, 200)
    return bot.incoming.map(({ kind }) => kind)
  }
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }

  it('tells that the bot was added, in either of its forms', async () => {
    assert.deepEqual(await happens({ type: 'installationUpdate', action: 'add' }), ['installed'])
    assert.deepEqual(await happens({ type: 'installationUpdate', action: 'add-upgrade' }), [
      'installed',
      'installed',
    ])
    assert.deepEqual(await happens(added, activity), ['installed', 'installed', 'installed'])
    assert.deepEqual(bot.incoming[0]?.place.team, TEAM)
  })

  it('tells that the bot was removed', async () => {
    assert.deepEqual(await happens({ type: 'installationUpdate', action: 'remove' }), ['removed'])
    const removed = { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }
    assert.deepEqual(await happens(removed), ['removed', 'removed'])
  })

  it('tells what became of a channel', async () => {
    const channel = { id: '19:new@thread.tacv2', name: 'Nouveau' }
    for (const eventType of ['channelCreated', 'channelRenamed', 'channelDeleted', 'channelRestored']) {
      await happens({
        type: 'conversationUpdate',
        channelData: { tenant: { id: 't' }, team: TEAM, channel, eventType },
      })
    }
    const changes = bot.incoming.map(each => (each as ChannelChanged).change)
    assert.deepEqual(changes, ['created', 'renamed', 'deleted', 'restored'])
    const { channel: known } = bot.incoming[0] as ChannelChanged
    assert.deepEqual([known.id, known.name], ['19:new@thread.tacv2', 'Nouveau'])
    await bot.teams.post(known.address, { card: {}, summary: '' })
    assert.equal(bot.connector.calls.at(-1)?.path, '/v3/conversations/19:new@thread.tacv2/activities')
  })

  it('tells what became of a team, and when', async () => {
    const events = ['Renamed', 'Archived', 'Unarchived', 'Deleted', 'HardDeleted', 'Restored']
    for (const name of events) {
      const channelData = { tenant: { id: 't' }, team: TEAM, eventType: `team${name}` }
      await happens({ type: 'conversationUpdate', channelData, timestamp: '2027-04-22T08:00:00.5Z' })
    }
    const told = bot.incoming as TeamChanged[]
    assert.deepEqual(
      told.map(({ kind, change }) => `${kind} ${change}`),
      ['renamed', 'archived', 'unarchived', 'deleted', 'deleted', 'restored'].map(change => `team ${change}`),
    )
    assert.deepEqual(told[0]?.team, TEAM)
    assert.equal(told[0]?.at, Date.parse('2027-04-22T08:00:00.500Z'))
  })

  it('says no moment when Teams says none that can be read', async () => {
    const channelData = { tenant: { id: 't' }, team: TEAM, eventType: 'teamArchived' }
    for (const timestamp of [undefined, 'yesterday', 7, {}])
      await happens({ type: 'conversationUpdate', channelData, timestamp })
    assert.deepEqual(
      bot.incoming.map(each => 'at' in each),
      [false, false, false, false],
    )
  })

  it('knows a team’s first channel by its missing name', async () => {
    const channelData = { team: TEAM, channel: { id: TEAM.id } }
    const conversation = {
      id: TEAM.id,
      conversationType: 'channel',
      tenantId: TENANT,
    }
    await happens({ ...added, channelData, conversation })
    assert.equal(bot.incoming[0]?.place.channelName, '')
    assert.equal(bot.incoming[0]?.place.key, TEAM.id)
  })

  it('counts even when Teams does not say whose doing it was', async () => {
    await happens({ ...added, from: { id: '29:someone' } })
    const { objectId, tenant } = bot.incoming[0]?.from ?? {}
    assert.deepEqual([objectId, tenant], ['', TENANT])
  })

  it('tells of a chat of two that the bot is in it, whoever of the two is named as added', async () => {
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: '29:karim' }] }
    assert.deepEqual(await happens(joined, activity), ['installed'])
    assert.equal(bot.incoming[0]?.place.kind, 'personal')
  })

  it('tells who came into a team, each once, and which', async () => {
    const membersAdded = [{ id: '29:karim' }, { id: '29:nadia', aadObjectId: 'n' }, { id: '29:karim' }]
    const channelData = { tenant: { id: 't' }, team: TEAM, eventType: 'teamMemberAdded' }
    assert.deepEqual(await happens({ type: 'conversationUpdate', membersAdded, channelData }), ['members'])
    const { place, added: came } = bot.incoming[0] as MembersAdded
    assert.deepEqual([came, place.team], [['29:karim', '29:nadia'], TEAM])
    // With the bot among them, it came too: then all are read.
    await happens({
      type: 'conversationUpdate',
      membersAdded: [...membersAdded, { id: '28:bot' }],
      channelData,
    })
    assert.equal(bot.incoming[1]?.kind, 'installed')
  })

  it('tells when it happened, as far as Teams says so', async () => {
    const update = { type: 'installationUpdate', action: 'remove' }
    for (const timestamp of [
      '2027-04-22T08:00:00.5Z',
      '2027-04-22T10:00:00+02:00',
      'yesterday',
      7,
      undefined,
    ])
      await happens({ ...update, timestamp }, activity)
    const eight = Date.parse('2027-04-22T08:00:00Z')
    assert.deepEqual(
      bot.incoming.map(({ at }) => at),
      [eight + 500, eight, undefined, undefined, undefined],
    )
  })

  it('of no interest is let pass', async () => {
    const others = [
      { type: 'conversationUpdate', membersRemoved: [{ id: '29:karim' }] },
      { type: 'conversationUpdate', membersAdded: [] },
      {
        type: 'conversationUpdate',
        membersAdded: [{ id: '29:karim' }],
        channelData: { tenant: { id: 't' } },
      },
      { type: 'messageReaction', membersAdded: [{ id: '29:karim' }] },
      { type: 'conversationUpdate', membersAdded: 'x', channelData: 7 },
      { type: 'conversationUpdate', channelData: { eventType: 'teamArchived' } },
      { type: 'conversationUpdate', channelData: { team: TEAM, eventType: 'teamPainted' } },
      { type: 'conversationUpdate', channelData: { eventType: '__proto__', channel: { id: 'c' } } },
      { type: 'installationUpdate', action: 'unheard-of' },
      { type: 'installationUpdate' },
      { type: 'messageReaction' },
      { type: 'typing' },
      { type: 'unheardOf', from: { id: 'x' } },
    ]
    for (const what of others) assert.deepEqual(await happens(what), [])
  })

  it('that people make of messages is let pass: an edit, a deletion, a reaction, in a chat and a channel', async () => {
    const own = [
      { type: 'messageUpdate', text: 'idée Autre', channelData: { eventType: 'editMessage' } },
      { type: 'messageUpdate', text: 'idée Une', channelData: { eventType: 'undeleteMessage' } },
      { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' },
      { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId: '1' },
    ]
    for (const what of own)
      for (const make of [inChannel, activity]) assert.deepEqual(await happens(what, make), [])
    assert.deepEqual(
      bot.connector.calls.filter(({ method }) => method !== 'GET'),
      [],
    )
  })

  it('of feedback on a message of the bot is counted, without who or their words, and answered as Teams expects', async () => {
    const rates = (reaction: unknown, more: object = {}) => ({
      value: { actionName: 'feedback', actionValue: { reaction, feedback: '{"feedbackText":"Oui"}' } },
      ...more,
    })
    const other = { value: { actionName: 'other', actionValue: { reaction: 'like' } } }
    for (const what of [
      rates('like'),
      rates('like'),
      rates('dislike'),
      rates('love'),
      rates('toString'),
      rates('like', { replyToId: undefined }),
      rates('like', {
        conversation: { id: 'a:chat', tenantId: 'another' },
        channelData: { tenant: { id: 'another' } },
      }),
      other,
      { value: {} },
      { value: undefined },
      { value: [] },
    ]) {
      const said = { type: 'invoke', name: 'message/submitAction', replyToId: '1', ...what }
      const response = await bot.deliver(activity(bot, said))
      assert.deepEqual([response.status, await response.json()], [200, {}])
    }
    assert.deepEqual(bot.ratings, [
      { message: '1', reaction: 'like' },
      { message: '1', reaction: 'like' },
      { message: '1', reaction: 'dislike' },
    ])
    assert.deepEqual(bot.incoming, [])
  })

  it('is answered so that it may be told again while it cannot be taken down', async () => {
    const away = await startBot({
      route: async () => {
        throw new Unavailable('unreachable', '', undefined)
      },
    })
    const response = await away.deliver(inChannel(away, { type: 'installationUpdate', action: 'add' }))
    assert.equal(response.status, 503)
    assert.equal(response.headers.get('retry-after'), '30')
    await away.close()
  })
})
