import assert from 'node:assert/strict'
import { MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says } from '../../support/product/card-assertions.ts'
import { MAELLE, manyPeople, type Person } from '../../support/sign-in/cast.ts'
import type { Shown } from '../../support/teams/index.ts'
import { ballotOn, choiceOf, closeBallot, openBallot } from './steps.ts'

const VOTERS = manyPeople(30)
const OPTIONS = ['Un', 'Deux', 'Trois']

onEachEngine('thirty people who vote at once, each tap sent three times', engine => {
  const at = freshBot(engine)

  /** The same tap twice under one id and once under another, none waiting for the answer to the one before. */
  async function tap(voter: Person, { conversation, id }: Shown, data: object): Promise<void> {
    const { activities, deliver } = at.bot.teams
    const where = { conversation, channel: conversation.split(';')[0] ?? '' }
    const activity = activities.executed(voter, where, id, { verb: 'ballots.vote', data })
    const again = activities.executed(voter, where, id, { verb: 'ballots.vote', data })
    for (const { status, body } of await Promise.all([activity, activity, again].map(deliver))) {
      assert.equal(status, 200)
      assert.match(JSON.stringify(body), /Votre vote est enregistré/)
    }
  }

  it('make thirty votes, and a card that nobody edits before it says them all', async () => {
    const { bot } = at
    const { post } = await openBallot(bot, { question: 'Lequel ?', options: OPTIONS.join('\n') })
    const ballot = ballotOn(post)
    const [one, , three] = OPTIONS.map(title => choiceOf(post, title))
    await bot.seat(VOTERS)

    // As in production, what is noted is delivered meanwhile.
    bot.app.delivery.start()
    const wishes = VOTERS.map((voter, at) => tap(voter, post, { ballot, choice: at % 3 === 2 ? three : one }))
    await Promise.all(wishes)
    await bot.app.delivery.idle()
    await bot.app.delivery.stop()
    for (let passed = 0; passed < 6; passed++) await bot.later(10 * SECOND)
    assert.equal(bot.as(MAELLE).sees(post).edits, 0)

    const { items } = await bot.api(MAELLE).get<Page<BallotView>>('/ballots')
    assert.deepEqual([items[0]?.votes, items[0]?.options.map(({ votes }) => votes)], [30, [20, 0, 10]])
    await closeBallot(bot, post)
    await bot.settle()
    const closed = bot.as(MAELLE).sees(post)
    says(closed, '« Un » arrive en tête', '20 voix', '10 voix', 'Participation : 30 votes')
    assert.equal(closed.edits, 1)
    await bot.later(MINUTE)
    assert.equal(bot.as(MAELLE).sees(post).edits, 1)
  })
})
