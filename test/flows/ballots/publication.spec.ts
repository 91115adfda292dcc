import assert from 'node:assert/strict'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { listen } from '../../support/product/events.ts'
import { voteFor } from '../../support/product/vote.ts'
import { AHMED, CAMILLE, HELENE, INES, KARIM, MAELLE, NADIA, PASCAL } from '../../support/sign-in/cast.ts'
import { WORKSHOPS } from '../../support/teams/index.ts'
import { ballotOn, closeBallot, openBallot, TYPED } from './steps.ts'

const OTHERS = [KARIM, AHMED, INES, NADIA, PASCAL, MAELLE]

onEachEngine('a ballot’s card in a channel', engine => {
  const at = freshBot(engine)

  const edits = () =>
    at.bot.teams.calls.filter(
      ({ kind, conversation }) => kind === 'edit' && conversation.startsWith(WORKSHOPS.id),
    ).length

  const until = (date: string, time = '18:00') => openBallot(at.bot, { ...TYPED, date, time })

  it('is edited by nobody’s vote, so that each keeps their answer; tabs hear of every vote', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const tab = await listen(bot.origin, await bot.signIn.tabToken(NADIA))
    const mine = await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    says(mine, 'Votre vote est enregistré', /Le calme\n1\nVotre choix/)
    for (const voter of OTHERS) {
      await bot.as(voter).presses(post, voteFor('Le café'))
      await bot.later(20_000)
    }
    await bot.later(MINUTE)
    assert.equal(edits(), 0)
    says(bot.as(CAMILLE).sees(post), 'Votre vote est enregistré', /Le calme\n1\nVotre choix/)
    for (const voter of OTHERS) says(bot.as(voter).sees(post), 'Votre vote est enregistré')
    saysNothingOf(bot.as(HELENE).sees(post), 'votes', 'Les premiers votes')
    says(await bot.as(HELENE).presses(post, 'Voir les totaux'), /Le calme\n1\n.*Le café\n6\n/s)
    await tab.next('changed')
    const { votes } = await bot.api(NADIA).get<BallotView>(`/ballots/${ballotOn(post)}`)
    assert.equal(votes, 7)
    await tab.leave()
  })

  it('says the exact result once it has closed, and answers who presses late or again', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const late = await bot.as(KARIM).presses(post, 'Mon vote')
    says(late, 'Vous n’avez pas encore voté')
    const vote = voteFor('Le calme')
    await bot.as(CAMILLE).presses(post, vote, {}, { again: ['same id', 'new id'] })
    for (const voter of [AHMED, INES]) await bot.as(voter).presses(post, voteFor('Le café'))
    await closeBallot(bot, post)
    says(await bot.as(KARIM).presses(late, vote), 'Le vote est clos depuis', '2 voix sur 3.')
    await bot.settle()
    const closed = bot.as(NADIA).sees(post)
    says(closed, '« Le café » arrive en tête', '2 voix sur 3.', 'Participation : 3 votes')
    says(await bot.as(CAMILLE).presses(post, 'Mon vote'), /Le calme\n1 voix/)
    await bot.later(DAY)
    assert.equal(edits(), 1)
  })

  it('says on its last day, an hour before work begins and once, that it closes today and when', async () => {
    const { bot } = at
    const { post } = await until('2027-05-04')
    await bot.until('2027-05-04T05:59:00Z')
    assert.equal(edits(), 0)
    await bot.until('2027-05-04T06:00:00Z')
    says(bot.as(KARIM).sees(post), 'Dernier jour', 'ferme aujourd’hui à 18 h')
    await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    await bot.until('2027-05-04T15:59:00Z')
    assert.equal(edits(), 1)
    await bot.until('2027-05-04T16:01:00Z')
    says(bot.as(KARIM).sees(post), '« Le calme » arrive en tête')
    assert.equal(edits(), 2)
  })

  for (const [what, date, eve, end] of [
    ['a Sunday', '2027-05-02', '2027-04-30T06:00:00Z', 'ferme le dimanche 2 mai à 18 h'],
    ['a public holiday', '2027-05-06', '2027-05-05T06:00:00Z', 'ferme le jeudi 6 mai à 18 h'],
  ] as const) {
    it(`says so on the last day worked before ${what}`, async () => {
      const { bot } = at
      const { post } = await until(date)
      await bot.until(new Date(Date.parse(eve) - MINUTE).toISOString())
      assert.equal(edits(), 0)
      await bot.until(eve)
      says(bot.as(KARIM).sees(post), 'Dernier jour travaillé', end)
      await bot.later(26 * HOUR)
      assert.equal(edits(), 1)
    })
  }

  it('is not edited on the day on which it opened: it has said so from the first', async () => {
    const { post } = await until('2027-04-22')
    says(at.bot.as(KARIM).sees(post), 'Dernier jour', 'ferme aujourd’hui à 18 h')
    await at.bot.until('2027-04-22T15:59:00Z')
    assert.equal(edits(), 0)
  })
})
