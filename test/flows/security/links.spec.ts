import assert from 'node:assert/strict'
import fc from 'fast-check'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { LINKED_KINDS, type LinkedKind, thingAddress } from '../../../src/kernel/requests/thing-link.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { sqlite } from '../../support/database/engines.ts'
import { type Bot, createDatabase, freshBot, startBot } from '../../support/product/bot.ts'
import { CAMILLE, KARIM, MAELLE, STRANGER } from '../../support/sign-in/cast.ts'
import { GENERAL } from '../../support/teams/index.ts'
import { ballotOn, openBallot } from '../ballots/steps.ts'

const ORIGIN = 'https://faire.example'
const linkTo = (kind: LinkedKind, id: string) => thingAddress(ORIGIN, { kind, id })

/** Things in every state that makes a difference to somebody who has rights. */
async function everything(bot: Bot): Promise<readonly string[]> {
  const propose = async (text: string) => {
    const idea = { nonce: randomIds.nonce(), text, axis: 'equipe' }
    return (await bot.api(CAMILLE).post<IdeaView>('/ideas', idea)).id
  }
  const [shown, hidden, merged] = [
    await propose('Un carnet'),
    await propose('Un nom'),
    await propose('Deux carnets'),
  ]
  const withdrawn = await propose('De trop')
  await bot.api(CAMILLE).post(`/ideas/${withdrawn}/undo`, {})
  await bot.api(MAELLE).post(`/ideas/${hidden}/hide`, { reason: 'Nomme quelqu’un' })
  await bot.api(CAMILLE).post(`/ideas/${merged}/merge`, { into: shown })
  const { post } = await openBallot(bot)
  return [shown, hidden, merged, withdrawn, ballotOn(post)]
}

describe('the links of things, to a stranger', () => {
  const at = freshBot(sqlite)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('unfold alike but for the address, whether or not there is such a thing, and whoever may see it', async () => {
    const { bot } = at
    const there = await everything(bot)
    const deliver = async (url: string, locale?: string) =>
      JSON.stringify(await bot.teams.deliver(bot.teams.activities.anonymousLink(url, locale)))
    const kinds = fc.constantFrom(...LINKED_KINDS)
    const ids = fc.oneof(
      fc.constantFrom(...there),
      fc.nat().map(() => randomIds.next()),
    )
    const locales = fc.constantFrom('fr-FR', 'en-GB', 'de-DE', '')
    const property = fc.asyncProperty(kinds, ids, ids, locales, async (kind, one, other, locale) => {
      const [a, b] = [linkTo(kind, one), linkTo(kind, other)]
      const first = await deliver(a, locale)
      assert.ok(first.includes(a))
      assert.equal(first.replaceAll(a, 'ADDRESS'), (await deliver(b)).replaceAll(b, 'ADDRESS'))
    })
    await fc.assert(property, { numRuns: 40 })
  })

  it('lead alike into Teams, whether or not there is such a thing', async () => {
    const { bot } = at
    const there = await everything(bot)
    const follow = async (id: string) => {
      const answer = await fetch(`${bot.origin}/l/i/${id}`, { redirect: 'manual' })
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'))
      return JSON.stringify([answer.status, headers, await answer.text()]).replaceAll(id, 'ID')
    }
    const wanted = await follow(randomIds.next())
    assert.match(wanted, /^\[302,/)
    for (const id of there) assert.equal(await follow(id), wanted)
  })

  it('say nothing of a programme that unfolds them for colleagues', async () => {
    const { bot } = at
    const [shown = ''] = await everything(bot)
    const colleague = JSON.stringify(await bot.as(KARIM).pastes(linkTo('idea', shown)))
    assert.match(colleague, /Un carnet/)
    const stranger = JSON.stringify(await bot.as(STRANGER).pastesWithoutApp(linkTo('idea', shown)))
    for (const word of ['carnet', 'Camille', 'Faire équipe', 'Occitanie', 'teams.microsoft.com'])
      assert.ok(!stranger.includes(word), word)
  })

  it('leave a link as it is that names none of our things, to both calls', async () => {
    const { bot } = at
    const { activities, deliver } = bot.teams
    const bad: readonly unknown[] = [
      undefined,
      null,
      7,
      [],
      {},
      { url: 7 },
      { url: '' },
      { url: { $ne: 1 } },
      { url: ['https://faire.example/l/i/a'] },
      ...[
        'https://evil.example/l/i/7k3f9a2m4x5b6c8d',
        'https://faire.example@evil.example/l/i/7k3f9a2m4x5b6c8d',
        'https://faire.example/l/i/../../api/v1/me',
        'https://faire.example/l/i/%00',
        'https://faire.example/l/i/\u0000\u202e',
        'https://faire.example/l/x/7k3f9a2m4x5b6c8d',
        'https://faire.example/l/__proto__/constructor',
        `https://faire.example/l/i/${'a'.repeat(100_000)}`,
        '$%7Bid%7D',
        'javascript:alert(1)',
      ].map(url => ({ url })),
    ]
    const nothing = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } }
    for (const value of bad) {
      const anonymous = { ...activities.anonymousLink(''), value }
      const known = { ...activities.extension(KARIM, { conversation: GENERAL.id }, 'queryLink', {}), value }
      for (const activity of [anonymous, known]) {
        const answer = await deliver(activity)
        assert.deepEqual(answer, { status: 200, body: nothing }, JSON.stringify(value)?.slice(0, 80))
      }
    }
  })

  it('are not rendered for a member by the anonymous call, nor for a stranger by the other', async () => {
    const { bot } = at
    const [shown = ''] = await everything(bot)
    const { activities, deliver } = bot.teams
    const url = linkTo('idea', shown)
    const { from, conversation } = activities.typed(CAMILLE, { conversation: activities.chatOf(CAMILLE) }, '')
    const posing = { ...activities.anonymousLink(url), from, conversation }
    assert.doesNotMatch(JSON.stringify(await deliver(posing)), /carnet/, 'who it says it is, is not asked')
    const redacted = { ...activities.anonymousLink(url), name: 'composeExtension/queryLink' }
    assert.doesNotMatch(JSON.stringify(await deliver(redacted)), /carnet/)
    const unsigned = await fetch(`${bot.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activities.anonymousLink(url)),
    })
    assert.equal(unsigned.status, 401, 'only Teams may ask')
    assert.equal(bot.logged.splice(0).length, 1, 'which is logged')
  })
})

describe('the anonymous call', () => {
  it('reads nothing: it is answered the same once the database is closed', async () => {
    const { url, drop } = await createDatabase(sqlite)
    const bot = await startBot(url)
    const [shown = ''] = await everything(bot)
    const address = linkTo('idea', shown)
    const before = bot.app.router.preview(address)
    assert.ok(before)
    await bot.close()
    assert.deepEqual(bot.app.router.preview(address), before)
    await drop()
  })
})
