import assert from 'node:assert/strict'
import type { Bot } from '../../support/product/bot.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { isNode } from '../../support/teams/card-tree.ts'
import { textOnCard } from '../../support/teams/card-view.ts'
import { readDialog, readResults } from '../../support/teams/extension-answers.ts'
import { COLLEAGUES } from '../../support/teams/index.ts'

type Call = 'query' | 'fetchTask' | 'submitAction'

/**
 * A call of the message extension that no client would send, with a true token: what is shown, as text. Fails on
 * anything but 200 and an answer that Teams draws.
 */
export async function forgeExtension(bot: Bot, person: Person, call: Call, value: unknown): Promise<string> {
  const { activities, deliver } = bot.teams
  const activity = activities.extension(person, { conversation: COLLEAGUES }, call, {})
  const answer = await deliver({ ...activity, value })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const sent = JSON.stringify(value) ?? ''
  const typed = (text: string) => sent.includes(text)
  if (call === 'query') {
    const { found, words } = readResults(answer, typed)
    return words ?? found.map(({ title }) => title).join('\n')
  }
  const { card, words = '' } = readDialog(answer, typed)
  return isNode(card) ? textOnCard(card) : words
}
