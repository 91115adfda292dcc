import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { noLimits } from '../../../src/kernel/requests/limits.ts'
import { sqlite } from '../../support/database/engines.ts'
import { type Bot, freshBot } from '../../support/product/bot.ts'
import { FOREIGN_TENANT, KARIM, MAELLE, STRANGER } from '../../support/sign-in/cast.ts'
import { type Activity, COLLEAGUES, GENERAL, IDEAS, WORKSHOPS } from '../../support/teams/index.ts'

const OURS = /réservé au personnel \(Région Occitanie\)/

/** Where an activity can name a tenant. A guest in a shared channel comes with both: one foreign tenant decides. */
const PLACES: Readonly<Record<string, (activity: Activity) => object>> = {
  'of the person': ({ from }) => ({ from: { ...(from as object), tenantId: FOREIGN_TENANT } }),
  'of the team': ({ channelData }) => ({
    channelData: { ...(channelData as object), tenant: { id: FOREIGN_TENANT } },
  }),
  'of the conversation': ({ conversation }) => ({
    conversation: { ...(conversation as object), tenantId: FOREIGN_TENANT },
  }),
}

/** One of each kind that Teams sends, as a colleague sends it. */
function everyKind({ teams }: Bot) {
  const { activities } = teams
  const chat = { conversation: activities.chatOf(KARIM) }
  const channel = { conversation: IDEAS.id, channel: IDEAS.id }
  const team = { conversation: GENERAL.id, channel: GENERAL.id }
  const idea = { text: 'Entrer', axis: 'usager', nonce: 'the-nonce-of-nobody' }
  const extension = (call: string, value: object) =>
    activities.extension(KARIM, { conversation: COLLEAGUES }, call, value)
  const answered = {
    typed: activities.typed(KARIM, chat, 'idée Entrer'),
    'typed in a channel': activities.typed(KARIM, channel, 'idée Entrer'),
    pressed: activities.executed(KARIM, chat, 'card', { verb: 'ideas.submit', data: idea }),
    'pressed in a channel': activities.executed(KARIM, channel, 'card', { verb: 'ideas.submit', data: idea }),
    submitted: activities.submitted(KARIM, chat, 'card', { verb: 'ideas.submit', ...idea }),
    searched: extension('query', { commandId: 'ideas.search' }),
    quoted: extension('fetchTask', { commandId: 'ideas.quote', messagePayload: { body: { content: 'x' } } }),
    'pressed in a dialog': extension('submitAction', {
      commandId: 'ideas.quote',
      data: { verb: 'ideas.submit', ...idea },
    }),
  }
  const noted = [
    ...activities.installation(KARIM, chat, 'add'),
    ...activities.installation(KARIM, team, 'add'),
    ...activities.installation(KARIM, team, 'remove'),
    ...['channelCreated', 'channelRenamed', 'channelDeleted', 'channelRestored'].map(event =>
      activities.channelEvent(KARIM, { ...WORKSHOPS, name: 'Autre nom' }, event),
    ),
  ]
  return { answered, noted }
}

const KEPT = ['person', 'team', 'channel', 'idea', 'post', 'event', 'message'] as const

describe('somebody of another tenant', () => {
  const at = freshBot(sqlite, { limits: noLimits })

  const kept = () =>
    at.bot.app.database.read(async tx => {
      const tables: unknown[] = []
      for (const table of KEPT) tables.push(await open(tx).selectFrom(table).selectAll().execute())
      return tables
    })

  for (const [where, foreign] of Object.entries(PLACES)) {
    it(`changes nothing and is told so by every kind of activity, whatever else it names: tenant ${where}`, async () => {
      const { bot } = at
      await bot.as(MAELLE).installs(GENERAL)
      await bot.settle()
      const before = await kept()
      const { answered, noted } = everyKind(bot)
      for (const [what, activity] of Object.entries(answered)) {
        const calls = bot.teams.calls.length
        const { status, body } = await bot.teams.deliver({ ...activity, ...foreign(activity) })
        assert.equal(status, 200, what)
        // What was typed is answered by a message of its own.
        const said = body === undefined ? bot.teams.calls.slice(calls) : body
        assert.match(JSON.stringify(said), OURS, what)
      }
      for (const activity of noted) {
        const calls = bot.teams.calls.length
        const { status } = await bot.teams.deliver({ ...activity, ...foreign(activity) })
        await bot.settle()
        assert.deepEqual([status, bot.teams.calls.length], [200, calls])
      }
      assert.deepEqual(await kept(), before)
    })
  }

  it('is told so by every route of the tabs, with a token that Entra signed', async () => {
    const { bot } = at
    const before = await kept()
    for (const { method, path } of bot.app.routes) {
      const verb = method === 'del' ? 'DELETE' : method.toUpperCase()
      const body = method === 'get' ? undefined : {}
      const answer = await bot.api(STRANGER).ask<{ title: string }>(verb, path.replace(':id', 'x'), body)
      assert.equal(answer.status, 403, `${method} ${path}`)
      assert.match(answer.body.title, OURS)
    }
    assert.deepEqual(await kept(), before)
  })
})
