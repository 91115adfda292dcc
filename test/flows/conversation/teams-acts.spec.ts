import assert from 'node:assert/strict'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS } from '../../support/teams/index.ts'

const CHANGED = ['messageUpdate', 'messageDelete', 'messageReaction'] as const
const WHAT = {
  messageUpdate: { text: 'idée Du bruit', channelData: { eventType: 'editMessage' } },
  messageDelete: { text: '', channelData: { eventType: 'softDeleteMessage' } },
  messageReaction: { reactionsAdded: [{ type: 'heart' }] },
}

describe('what Teams itself lets people do with messages', () => {
  const at = freshBot(sqlite)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('changes nothing that was sent, and is answered by no message and no refusal', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.as(CAMILLE).says('idée Une heure de calme')
    await bot.settle()
    const { activities, deliver } = bot.teams
    const chat = { conversation: activities.chatOf(CAMILLE) }
    const said = bot.teams.calls.length
    for (const where of [chat, { conversation: IDEAS.id, channel: IDEAS.id }]) {
      for (const type of CHANGED) {
        const typed = activities.typed(CAMILLE, where, 'idée Une heure de calme')
        const { channelData, ...rest } = { channelData: {}, ...WHAT[type] }
        const own = { ...Object(typed.channelData), ...channelData }
        const { status, body } = await deliver({ ...typed, type, ...rest, channelData: own })
        assert.deepEqual([status, body ?? ''], [200, ''], type)
      }
      const feedback = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '' } }
      const pressed = activities.executed(CAMILLE, where, 'card', {})
      const { status, body } = await deliver({ ...pressed, name: 'message/submitAction', value: feedback })
      assert.deepEqual([status, body], [200, {}])
    }
    await bot.settle()
    assert.equal(bot.teams.calls.length, said)
    const { items } = await bot.api(CAMILLE).get<Page<IdeaView>>('/ideas')
    assert.deepEqual(
      items.map(({ text }) => text),
      ['Une heure de calme'],
    )
  })
})
