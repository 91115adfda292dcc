import assert from 'node:assert/strict'
import type { Bot } from '../../support/product/bot.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { isNode } from '../../support/teams/card-tree.ts'
import { textOnCard } from '../../support/teams/card-view.ts'
import { chatId } from '../../support/teams/chats.ts'
import { faultsOf } from '../../support/teams/outgoing.ts'

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive'

/**
 * A press that no client would send, with a true token: its card, as text. Fails on anything but 200 and a card that
 * Teams draws. What looks like a binding is one unless `data` holds it.
 */
export async function forge(bot: Bot, person: Person, verb: string, data: unknown): Promise<string> {
  const { activities, deliver } = bot.teams
  const activity = activities.executed(person, { conversation: chatId(person) }, 'card', { verb, data })
  const { status, body } = await deliver(activity)
  assert.equal(status, 200, JSON.stringify(body))
  assert.ok(isNode(body) && body.type === ADAPTIVE, `no card: ${JSON.stringify(body)}`)
  const sent = JSON.stringify(data) ?? ''
  assert.deepEqual(
    faultsOf(body.value, text => sent.includes(text)),
    [],
  )
  return textOnCard(body.value)
}
