import assert from 'node:assert/strict'
import { HOUR, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { AHMED, CAMILLE, INES, KARIM, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { chatId } from '../../support/teams/chats.ts'
import { type Fault, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { closeBallot, FILLED, openBallot, openMenu, TYPED } from '../ballots/steps.ts'

onEachEngine('when Teams does not take what the bot sends', engine => {
  const at = freshBot(engine)

  const votes = async () => {
    const { items } = await at.bot.api(MAELLE).get<Page<BallotView>>('/ballots')
    return items[0]?.votes
  }
  const vote = (post: Shown, voter: Person) => at.bot.as(voter).presses(post, voteFor('Le calme'))
  const standing = () => at.bot.as(NADIA).reads(WORKSHOPS)
  const edits = () => at.bot.teams.calls.filter(({ kind }) => kind === 'edit').length

  /** A ballot that is acknowledged and not posted yet. */
  async function open(): Promise<void> {
    const { bot } = at
    const form = await bot.as(MAELLE).presses(await openMenu(bot), 'Un scrutin')
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', { ...FILLED, ...TYPED })
    says(await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin'), 'Le scrutin est ouvert')
  }

  for (const [what, fault] of [
    ['one of two at once', { status: 412 }],
    ['asked to wait', { status: 429, retryAfter: 20 }],
    ['sent with a token that has run out', { status: 401 }],
  ] as const satisfies readonly (readonly [string, Fault])[]) {
    it(`posts once it can a card that was ${what}`, async () => {
      const { bot } = at
      await open()
      bot.teams.fails({ on: 'post', in: WORKSHOPS.id, ...fault })
      await bot.settle()
      assert.deepEqual(standing(), [])
      await bot.later(30 * SECOND)
      assert.equal(standing().length, 1)
      const post = found(standing()[0], 'the ballot')
      await vote(post, CAMILLE)
      await closeBallot(bot, post)
      await bot.later(MINUTE)
      says(found(standing()[0], 'the ballot'), 'Participation : 1 vote')
    })
  }

  it('keeps every vote while edits fail in each way that passes, and shows the result in the end', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const faults = [
      { status: 412 },
      { status: 429, retryAfter: 7 },
      { status: 500 },
      { status: 0 },
      { status: 503 },
    ]
    for (const voter of [CAMILLE, KARIM, AHMED, INES, MAELLE])
      says(await vote(post, voter), 'Votre vote est enregistré')
    await bot.settle()
    assert.equal(edits(), 0)
    await closeBallot(bot, post)
    for (const fault of faults) {
      bot.teams.fails({ on: 'edit', ...fault })
      await bot.later(10 * MINUTE)
    }
    assert.equal(await votes(), 5)
    await bot.later(10 * MINUTE)
    says(bot.as(NADIA).sees(post), 'Participation : 5 votes')
    assert.equal(edits(), 1 + faults.length)
  })

  it('does not call before Teams wants it to', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    bot.teams.fails({ on: 'edit', status: 429, retryAfter: 30 })
    await vote(post, CAMILLE)
    await closeBallot(bot, post)
    await bot.settle()
    for (const passed of [5, 10, 10]) await bot.later(passed * SECOND)
    assert.equal(edits(), 1)
    await bot.later(30 * SECOND)
    says(bot.as(NADIA).sees(post), 'Participation : 1 vote')
  })

  it('edits what it edited once more when the answer got lost, to the same', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    bot.teams.fails({ on: 'edit', status: 504, carriedOut: true })
    await vote(post, CAMILLE)
    await closeBallot(bot, post)
    await bot.settle()
    says(bot.as(NADIA).sees(post), 'Participation : 1 vote')
    await bot.later(MINUTE)
    says(bot.as(NADIA).sees(post), 'Participation : 1 vote')
    assert.equal(standing().length, 1)
  })

  for (const [what, fault, cards] of [
    ['took without saying so', { status: 504, carriedOut: true }, 1],
    ['took before the connection was cut', { status: 0, carriedOut: true }, 1],
    ['may have taken', { status: 502 }, 0],
  ] as const satisfies readonly (readonly [string, Fault, number])[]) {
    it(`posts once what Teams ${what}, and keeps the votes`, async () => {
      const { bot } = at
      await open()
      bot.teams.fails({ on: 'post', in: WORKSHOPS.id, ...fault })
      await bot.settle()
      await bot.later(HOUR)
      assert.equal(standing().length, cards)
      const [card] = standing()
      if (!card) return
      await vote(card, CAMILLE)
      await bot.later(2 * SECOND)
      says(await bot.as(NADIA).presses(card, 'Voir les totaux'), /Le calme\n1\n100 %/)
    })
  }

  for (const [what, fault] of [
    ['the card was removed', { status: 404, code: 'ActivityNotFoundInConversation' }],
    ['the bot was removed', { status: 403, code: 'BotNotInConversationRoster' }],
  ] as const) {
    it(`gives an edit up when ${what}, loses no vote by it and holds nobody else up`, async () => {
      const { bot } = at
      const { post } = await openBallot(bot)
      bot.teams.fails({ on: 'edit', in: WORKSHOPS.id, times: 100, ...fault })
      for (const voter of [CAMILLE, KARIM]) says(await vote(post, voter), 'Votre vote est enregistré')
      await closeBallot(bot, post)
      await bot.settle()
      await bot.later(HOUR)
      assert.ok(edits() <= 2, `${edits()} edits of what is not there`)
      await bot.as(NADIA).installs()
      await bot.settle()
      says(found(bot.as(NADIA).reads()[0], 'her welcome'), 'Bonjour Nadia Ferrer.')
      assert.equal(await votes(), 2)
      says(await vote(post, INES), 'Le vote est clos', 'Participation : 2 votes')
    })
  }

  it('keeps an idea whose confirmation cannot be delivered, and confirms it when it is said again', async () => {
    const { bot } = at
    const { activities, deliver } = bot.teams
    bot.teams.fails({ on: 'post', in: chatId(CAMILLE), status: 403, code: 'ConversationBlockedByUser' })
    await bot.as(CAMILLE).installs()
    const said = activities.typed(CAMILLE, { conversation: chatId(CAMILLE) }, 'idée Du calme')
    assert.equal((await deliver(said)).status, 200)
    says(await bot.as(CAMILLE).says('idée Du calme'), 'Votre idée est publiée')
    const { items } = await bot.api(CAMILLE).get<Page<IdeaView>>('/ideas')
    assert.deepEqual(
      items.map(({ text }) => text),
      ['Du calme'],
    )
  })
})
