import assert from 'node:assert/strict'
import { DAY, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import {
  assertNobodyOn,
  assertSameForAll,
  found,
  says,
  saysNothingOf,
} from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { CAMILLE, HELENE, KARIM, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { WORKSHOPS } from '../../support/teams/index.ts'
import { choiceOf, FILLED, openBallot, openMenu } from './steps.ts'

onEachEngine('the thread, from ideas to a ballot and its result', engine => {
  const at = freshBot(engine)
  beforeEach(() => at.bot.seat([CAMILLE, KARIM, NADIA, HELENE]))

  const seenInTab = async (person: Person) => {
    const { items } = await at.bot.api(person).get<Page<BallotView>>('/ballots')
    return found(items[0], 'the ballot in the tab')
  }

  it('is opened on ideas and on options typed, after a preview, once', async () => {
    const { bot } = at
    await bot.as(CAMILLE).says('idée Des vélos partagés')
    await bot.as(KARIM).says('idée Une heure de calme')
    const form = await bot.as(MAELLE).presses(await openMenu(bot), 'Un scrutin')
    const ideas = ['Des vélos partagés', 'Une heure de calme'].map(title => choiceOf(form, title)).join()
    const filled = { ...FILLED, ideas, question: 'Par quoi commencer ?', options: 'Autre chose' }
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', filled)
    says(preview, /Des vélos partagés\n.*Une heure de calme\n.*Autre chose/, 'Aperçu')
    says(
      preview,
      'Le vote est gardé avec votre nom, pour que vous puissiez en changer jusqu’au jeudi 6 mai à 18 h.',
    )
    says(preview, 'Seuls les totaux sont montrés.')
    const again = { again: ['same id', 'new id'] } as const
    const opened = await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin', {}, again)
    says(opened, 'Le scrutin est ouvert', 'Il part vers le canal ci-dessous.')
    assert.equal(opened.text.split('Faire Administration · Ateliers').length, 2)
    await bot.settle()

    const [post, ...others] = bot.as(KARIM).reads(WORKSHOPS)
    assert.equal(others.length, 0)
    says(found(post, 'the ballot'), 'Par quoi commencer ?', 'jusqu’au jeudi 6 mai')
    saysNothingOf(found(post, 'the ballot'), 'personnes appelées')
    assert.deepEqual(post?.buttons, [
      'Voter\u00A0: Des vélos partagés',
      'Voter\u00A0: Une heure de calme',
      'Voter\u00A0: Autre chose',
      'Voir les totaux',
      'Mon vote',
    ])
    const asked = found(post, 'the card of the ballot')
    await bot.as(KARIM).presses(asked, voteFor('Des vélos partagés'))
    await bot.later(15 * DAY)
    const { buttons } = bot.as(CAMILLE).sees(asked)
    assert.deepEqual(buttons, ['Voir l’idée', 'Je m’engage', 'Mon vote'])
  })

  it('shows a vote to the one who gave it, and only totals to all others', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const before = bot.as(KARIM).sees(post).text
    const mine = await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    says(mine, 'Votre vote est enregistré', 'Cet affichage n’est visible que de vous.')
    says(mine, /Le calme\n1\nVotre choix · 100 %/)
    assert.equal(bot.as(KARIM).sees(post).text, before)

    await bot.later(MINUTE)
    const now = bot.as(KARIM).sees(post)
    assert.deepEqual([now.text, now.edits], [before, 0])
    assertSameForAll(bot, post, [KARIM, MAELLE])
    await assertNobodyOn(bot, now, [CAMILLE, KARIM, MAELLE])
    says(bot.as(CAMILLE).sees(post), 'Votre vote est enregistré')
    says(await bot.as(KARIM).presses(post, 'Mon vote'), 'Vous n’avez pas encore voté')
    const totals = await bot.as(NADIA).presses(post, 'Voir les totaux')
    says(totals, /Les vélos\n0\n0 %\nLe calme\n1\n100 %/, 'Les premiers votes arrivent.')
    saysNothingOf(totals, 'Votre choix')
  })

  it('lets a vote be changed, from the channel as from the chat or the tab, and counts it once', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const mine = await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    const form = await bot.as(CAMILLE).presses(mine, 'Changer mon vote')
    assert.ok(form.buttons.includes('Votre choix\u00A0: Le calme'))
    const changed = await bot.as(CAMILLE).presses(form, voteFor('Le café'))
    says(changed, /Le calme\n0\n0 %\nLe café\n1\nVotre choix · 100 %/)

    const list = await bot.as(CAMILLE).says('voter')
    says(list, 'Par quoi commencer ?', 'Vous avez voté')
    says(await bot.as(CAMILLE).presses(list, 'Mon vote'), /Le café\n1\nVotre choix/)
    const { id, options } = await seenInTab(CAMILLE)
    const option = found(options[0], 'an option').id
    await bot.api(CAMILLE).put(`/ballots/${id}/vote`, { option })
    await bot.later(MINUTE)
    assert.equal(bot.as(KARIM).sees(post).edits, 0)
    assert.deepEqual(
      (await seenInTab(KARIM)).options.map(({ votes }) => votes),
      [1, 0, 0],
    )
  })

  it('is closed by hand, once confirmed, and shows its result; a vote after it is refused', async () => {
    const { bot } = at
    const { desk, post } = await openBallot(bot)
    const early = await bot.as(KARIM).presses(post, 'Mon vote')
    await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    const asked = await bot.as(MAELLE).presses(desk, 'Clore maintenant')
    says(asked, 'Clore ce scrutin maintenant ?', '1 vote sur 6 700')
    says(await bot.as(MAELLE).presses(asked, 'Clore maintenant'), 'Le scrutin est clos')

    const late = await bot.as(KARIM).presses(early, voteFor('Le café'))
    says(late, /Le vote est clos depuis le jeudi 22 avril à 10 h/, '« Le calme » arrive en tête')
    await bot.later(2 * SECOND)
    const result = bot.as(KARIM).sees(post)
    says(result, 'Résultats', '« Le calme » arrive en tête', '1 voix sur 1.', 'Participation : 1 vote')
    assert.deepEqual(result.buttons, ['Mon vote'])
    await assertNobodyOn(bot, result, [CAMILLE, KARIM])
    says(await bot.as(CAMILLE).presses(post, 'Mon vote'), /Le calme\n1 voix\n100 %\nVotre choix/)
    assert.equal((await seenInTab(KARIM)).votes, 1)
  })

  it('ends by itself at its hour, and the card says so without anybody’s tap', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    for (const voter of [CAMILLE, KARIM]) await bot.as(voter).presses(post, voteFor('Les vélos'))
    await bot.later(15 * DAY)
    const result = bot.as(NADIA).sees(post)
    says(result, 'clos le jeudi 6 mai à 18 h', '« Les vélos » arrive en tête', '2 voix sur 2.')
    says(await bot.as(NADIA).says('voter'), 'Aucun vote ouvert.')
  })

  it('lets an observer look, and not vote', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const refused = await bot.as(HELENE).presses(post, voteFor('Le café'))
    says(refused, 'Votre rôle est de lire', 'Par quoi commencer ?')
    assert.deepEqual(refused.buttons, [])
    assert.equal((await seenInTab(HELENE)).votes, 0)
  })
})
