import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { InitiativeView } from '../../../src/tabs/contract/initiatives/initiatives.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { assertSameForAll, found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, INES, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS, type Shown } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'

onEachEngine('the cards of a channel keep the answer and the choice of each', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA, AHMED, INES])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
  })

  const edits = () => at.bot.teams.calls.filter(({ kind }) => kind === 'edit').length
  const cardIn = (words: string): Shown =>
    found(
      at.bot
        .as(NADIA)
        .reads(IDEAS)
        .findLast(({ text }) => text.includes(words)),
      words,
    )
  const theIdea = async (): Promise<string> =>
    found((await at.bot.api(MAELLE).get<Page<IdeaView>>('/ideas')).items[0], 'the idea').id

  it('an idea’s, while others support it, let it go and comment; not when it is corrected or decided', async () => {
    const { bot } = at
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    saysNothingOf(card, 'soutien', 'commentaire')
    const mine = await bot.as(KARIM).presses(card, 'Soutenir')
    says(mine, 'Vous soutenez cette idée · 2 soutiens de 2 Directions')
    const form = await bot.as(NADIA).presses(card, 'Commenter')
    await bot.as(AHMED).presses(await bot.as(AHMED).presses(card, 'Soutenir'), 'Retirer mon soutien')
    // Each still sees their own answer, or the form that they have not sent yet.
    await bot.as(NADIA).presses(form, 'Commenter', { text: 'Oui, dès mars.' })
    await bot.api(INES).put(`/ideas/${await theIdea()}/support`, { support: true })
    await bot.later(2 * HOUR)
    assert.equal(edits(), 0)
    says(await bot.as(INES).presses(card, 'Commentaires'), 'Oui, dès mars.')
    says(bot.as(KARIM).sees(card), 'Vous soutenez cette idée · 2 soutiens de 2 Directions')

    const asked = await bot.as(CAMILLE).presses(card, 'Préciser l’axe')
    await bot.as(CAMILLE).presses(asked, 'Enregistrer l’axe', { axis: 'transitions' })
    await bot.later(MINUTE)
    assert.equal(edits(), 1)
    await bot.api(MAELLE).put(`/ideas/${await theIdea()}/state`, { state: 'retained' })
    await bot.later(TELL_AFTER + MINUTE)
    assert.equal(edits(), 2)
    says(bot.as(INES).sees(card), 'Accompagner les transitions', 'Retenue')
    assertSameForAll(bot, card, [CAMILLE, KARIM, NADIA])
  })

  it('a box’s, while somebody chooses an axis on it and others send their ideas', async () => {
    const { bot } = at
    const menu = await bot.as(MAELLE).says('annoncer')
    const asked = await bot.as(MAELLE).presses(menu, 'Une boîte à micro-idées')
    const question = 'Que change-t-on demain ?'
    await bot.as(MAELLE).presses(asked, 'Ouvrir la boîte', { question, channel: IDEAS.id })
    await bot.settle()
    const box = cardIn('Boîte à micro-idées')
    for (const [who, text] of [
      [CAMILLE, BIKES],
      [KARIM, 'Une prise par table'],
    ] as const)
      says(
        await bot.as(who).presses(box, 'Envoyer', { text, axis: 'equipe' }),
        'Votre idée est publiée',
        text,
      )
    await bot.later(2 * HOUR)
    assert.equal(edits(), 0)
    assert.equal(bot.as(NADIA).sees(box).text, box.text)
    saysNothingOf(cardIn(BIKES), 'soutien')
  })

  it('an initiative’s, while others join, leave and support it; not when who carries it writes its sheet', async () => {
    const { bot } = at
    await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    const id = await theIdea()
    await bot.api(MAELLE).put(`/ideas/${id}/state`, { state: 'retained' })
    await bot.later(TELL_AFTER + MINUTE)
    await bot.as(KARIM).presses(cardIn('Retenue'), 'Je la porte')
    await bot.later(MINUTE)
    const card = cardIn('Portée par Karim Benali')
    saysNothingOf(card, 'soutien', ' y participe')
    const before = edits()
    const joined = await bot.as(NADIA).presses(card, 'Je rejoins')
    says(joined, 'Vous faites partie de l’initiative', '2 personnes y participent')
    await bot.as(NADIA).presses(joined, 'Quitter l’initiative')
    await bot.as(AHMED).presses(card, 'Je rejoins')
    says(
      await bot.as(INES).presses(card, 'Soutenir'),
      'Vous soutenez cette initiative · 2 soutiens de 2 Directions',
    )
    // Some hours later its owner is told of who joined.
    await bot.later(5 * HOUR)
    assert.equal(edits(), before)

    const { items } = await bot.api(KARIM).get<Page<InitiativeView>>('/initiatives')
    const { title } = found(items[0], 'the initiative')
    const sheet = { title, problem: 'Deux lycées, un seul parc', story: '', inspiring: '', outcome: '' }
    await bot.api(KARIM).put(`/initiatives/${id}`, { ...sheet, phase: 'create', resources: [] })
    await bot.later(MINUTE)
    assert.ok(edits() > before)
    says(bot.as(NADIA).sees(card), 'Deux lycées, un seul parc', 'En création')
  })
})
