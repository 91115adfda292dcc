import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { voteFor } from '../../support/product/vote.ts'
import { CAMILLE, CAST, KARIM, MAELLE, manyPeople, type Person, person } from '../../support/sign-in/cast.ts'
import { type Shown, TEAM } from '../../support/teams/index.ts'
import { closeBallot, openBallot } from '../ballots/steps.ts'

const GUESTS = Array.from({ length: 3 }, (_, at) => person(`Invité ${at}`, { guest: true }))
const AGENTS = manyPeople(700 - GUESTS.length)
/** Those who press in the same second. */
const TOGETHER = 12

onEachEngine('people whom a channel’s card meets', engine => {
  const at = freshBot(engine, { people: [...CAST, ...AGENTS, ...GUESTS] })

  const asked = () => at.bot.teams.calls.filter(({ kind }) => kind === 'members' || kind === 'roster')
  const breaches = () => at.bot.teams.calls.filter(({ status }) => status === 429)
  const vote = (who: Person, post: Shown) => at.bot.teams.as(who).presses(post, voteFor('Le calme'))
  const accounts = () =>
    at.bot.app.database.read(tx =>
      open(tx)
        .selectFrom('person')
        .select(({ fn }) => ['account', fn.countAll<number>().as('count')])
        .groupBy('account')
        .execute(),
    )
  const ofAccount = async (account: string | null) =>
    Number((await accounts()).find(each => each.account === account)?.count ?? 0)

  it('are asked about within what Teams allows, seven hundred new ones in a minute', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    await bot.later(MINUTE)
    const before = asked().length
    const crowd = [...AGENTS, ...GUESTS]
    for (let from = 0; from < crowd.length; from += TOGETHER) {
      const calls = bot.teams.calls.length
      const seen = await Promise.all(crowd.slice(from, from + TOGETHER).map(each => vote(each, post)))
      assert.equal(bot.teams.calls.length, calls, 'a press made the bot call Teams')
      for (const { text } of seen) assert.match(text, /Votre vote est enregistré/)
      await bot.later(SECOND)
    }
    for (let wait = 0; wait < 10; wait++) await bot.later(SECOND)
    assert.deepEqual(breaches(), [])
    assert.deepEqual([await ofAccount(null), await ofAccount('guest')], [0, GUESTS.length])
    assert.ok((await ofAccount('member')) >= AGENTS.length)
    assert.ok(asked().length - before < 300, `${asked().length - before} calls`)
    for (const guest of GUESTS)
      assert.match((await bot.teams.as(guest).says('aide')).text, /votre compte est celui d’un invité/)
  }).timeout(90_000)

  it('do not keep a ballot that closes waiting, however long Teams takes to say who they are', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    await bot.later(MINUTE)
    const held = bot.teams.holds({ on: 'members', in: TEAM.id })
    await vote(CAMILLE, post)
    await vote(KARIM, post)
    await closeBallot(bot, post)
    bot.app.delivery.start()
    await held.arrived
    await bot.teams.until(() => bot.teams.calls.some(({ kind }) => kind === 'edit'))
    held.release()
    await bot.settle()
    assert.match(bot.teams.as(MAELLE).sees(post).text, /Résultats/)
    assert.equal(await ofAccount(null), 0)
  })

  it('are left alone for as long as Teams asks, and then all known', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    await bot.later(MINUTE)
    const before = asked().length
    bot.teams.fails({ on: 'members', in: TEAM.id, status: 429, retryAfter: 20 })
    for (const each of AGENTS.slice(0, 30)) await vote(each, post)
    await bot.settle()
    await bot.later(19 * SECOND)
    assert.equal(asked().length - before, 1)
    for (let wait = 0; wait < 10; wait++) await bot.later(SECOND)
    assert.equal(await ofAccount(null), 0)
    assert.equal(breaches().length, 1)
    assert.ok(asked().length - before < 15, `${asked().length - before} calls`)
  })

  it('and are in none of the team’s pages are asked about one by one', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    await bot.later(MINUTE)
    const some = AGENTS.slice(0, 20)
    for (const each of some) await vote(each, post)
    await bot.as(MAELLE).removesMembers(...some.slice(0, 2))
    for (let wait = 0; wait < 10; wait++) await bot.later(SECOND)
    assert.equal(await ofAccount(null), 0)
    assert.equal(await ofAccount('unsaid'), 2)
    assert.deepEqual(breaches(), [])
  })
})
