import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { HOUR, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { CommentView, IdeaView, WaitingView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page, Problem } from '../../../src/tabs/contract/primitives.ts'
import type { EventView } from '../../../src/tabs/contract/thread.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import {
  assertNobodyOn,
  assertSameForAll,
  found,
  says,
  saysNothingOf,
} from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, HELENE, INES, KARIM, MAELLE, NADIA, PASCAL } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'
const REPLY = 'Oui, deux lycées l’essaient en juin. [x](http://evil) **gras** <at>Tous</at>'
const WHY = 'Pourquoi ce message\u202F?'

onEachEngine('the thread, from a micro-idea to its answer', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA, AHMED, PASCAL, INES, HELENE])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
  })

  const posted = () => at.bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
  const ideaOf = async () => {
    const { items } = await at.bot.api(MAELLE).get<Page<IdeaView>>('/ideas')
    return found(items[0], 'the idea')
  }

  it('takes an idea back in one tap, and leaves nothing of its words in the channel', async () => {
    const { bot } = at
    const card = await posted()
    await bot.as(KARIM).presses(card, 'Soutenir')
    const mine = await bot.as(CAMILLE).presses(card, 'Préciser l’axe')
    says(mine, /Retrait possible jusqu’au jeudi 22.avril, 10.h.10/)
    const gone = await bot.as(CAMILLE).presses(mine, 'Retirer mon idée', {}, { again: ['same id', 'new id'] })
    says(gone, 'Votre idée est retirée', 'Idée retirée')
    saysNothingOf(gone, BIKES)
    await bot.later(2 * SECOND)
    const left = bot.as(NADIA).sees(card)
    says(left, 'Idée retirée', 'Retirée')
    saysNothingOf(left, BIKES, 'Camille')
    assert.deepEqual(left.buttons, [])
    assertSameForAll(bot, card, [CAMILLE, KARIM, NADIA])
    const { items } = await bot.api(KARIM).get<Page<IdeaView>>('/ideas')
    assert.deepEqual(items, [])
  })

  it('takes an idea back from a list, and not once ten minutes are over', async () => {
    const { bot } = at
    await bot.as(KARIM).says('idée Un carnet de passation')
    const mine = await bot.as(CAMILLE).says(`idée ${BIKES}`)
    const form = await bot.as(CAMILLE).presses(mine, 'Proposer une autre idée')
    const list = await bot.as(CAMILLE).presses(form, 'Voir les idées reçues')
    says(list, BIKES, 'carnet de passation')
    const left = await bot.as(CAMILLE).presses(list, 'Retirer mon idée', {}, { again: ['new id'] })
    says(left, 'Votre idée est retirée', 'carnet de passation')
    saysNothingOf(left, BIKES)

    const kept = await bot.as(KARIM).says(`idée ${BIKES}`)
    await bot.later(10 * MINUTE)
    const late = await bot.as(KARIM).presses(kept, 'Retirer mon idée')
    says(late, 'Les dix minutes sont passées', BIKES)
    assert.ok(!late.buttons.includes('Retirer mon idée'))
    const { id } = await ideaOf()
    assert.equal((await bot.api(KARIM).ask('POST', `/ideas/${id}/undo`)).status, 409)
  })

  it('posts nothing of an idea that came through a box and was taken back at once', async () => {
    const { bot } = at
    const menu = await bot.as(MAELLE).says('annoncer')
    const form = await bot.as(MAELLE).presses(menu, 'Une boîte à micro-idées')
    await bot
      .as(MAELLE)
      .presses(form, 'Ouvrir la boîte', { question: 'Que change-t-on ?', channel: IDEAS.id })
    await bot.settle()
    const box = found(bot.as(CAMILLE).reads(IDEAS)[0], 'the box')
    const mine = await bot.as(CAMILLE).presses(box, 'Envoyer', { text: BIKES, axis: 'transitions' })
    await bot.as(CAMILLE).presses(mine, 'Retirer mon idée')
    await bot.later(MINUTE)
    assert.equal(bot.as(KARIM).reads(IDEAS).length, 1)
  })

  it('corrects the words for everybody, until somebody supports them', async () => {
    const { bot } = at
    const card = await posted()
    const mine = await bot.as(CAMILLE).presses(card, 'Préciser l’axe')
    const form = await bot.as(CAMILLE).presses(mine, 'Corriger')
    assert.equal(form.inputs.text, BIKES)
    const refused = await bot
      .as(CAMILLE)
      .presses(form, 'Enregistrer la correction', { text: 'é'.repeat(281) })
    says(refused, '281 caractères pour 280 possibles.')
    const words = { text: 'Des vélos partagés entre trois lycées', axis: 'transitions' }
    says(
      await bot.as(CAMILLE).presses(refused, 'Enregistrer la correction', words),
      'Votre idée est corrigée',
    )
    await bot.settle()
    says(bot.as(NADIA).sees(card), 'entre trois lycées', 'Micro-idée · Accompagner les transitions')
    await bot.as(KARIM).presses(card, 'Soutenir')
    const { id } = await ideaOf()
    const late = await bot.api(CAMILLE).ask('PUT', `/ideas/${id}/text`, { text: BIKES })
    assert.deepEqual([late.status, (late.body as Problem).code], [409, 'idea-supported'])
    const { items } = await bot.api(NADIA).get<Page<EventView>>(`/ideas/${id}/thread`)
    assert.deepEqual(
      items.map(({ kind, by }) => [kind, by]),
      ['received', 'corrected', 'axis'].map(kind => [kind, 'Camille Martin']),
    )
  })

  it('takes a comment once, however often it comes, and counts it in the answer', async () => {
    const { bot } = at
    const card = await posted()
    const form = await bot.as(KARIM).presses(card, 'Commenter')
    says(form, BIKES, 'Votre commentaire', 'Publié tout de suite, avec votre nom.')
    const filled = { text: 'Nous en avons **six**' }
    const sent = await bot.as(KARIM).presses(form, 'Commenter', filled, { again: ['same id', 'new id'] })
    says(sent, 'Votre commentaire est publié', 'Cet affichage n’est visible que de vous.', '1 commentaire')
    await bot.settle()
    const now = bot.as(NADIA).sees(card)
    saysNothingOf(now, 'six', '1 commentaire')
    await assertNobodyOn(bot, now, [KARIM, NADIA])
    const read = await bot.as(NADIA).presses(card, 'Commentaires')
    says(read, 'Nous en avons **six**', 'Karim Benali · jeudi 22 avril')
    const { id } = await ideaOf()
    const { items } = await bot.api(CAMILLE).get<Page<CommentView>>(`/ideas/${id}/comments`)
    assert.deepEqual(
      items.map(({ author, mine, text }) => [author, mine, text]),
      [['Karim Benali', false, 'Nous en avons **six**']],
    )
    says(await bot.as(HELENE).presses(card, 'Commenter'), 'Votre rôle est de lire')
  })

  it('answers for the Direction, on every card, and tells each supporter once', async () => {
    const { bot } = at
    for (const person of [CAMILLE, KARIM, AHMED, PASCAL, MAELLE]) await bot.as(person).installs()
    await bot.settle()
    const card = await posted()
    for (const person of [KARIM, AHMED, PASCAL, NADIA]) await bot.as(person).presses(card, 'Soutenir')
    const before = new Map(
      [CAMILLE, KARIM, AHMED, PASCAL].map(person => [person.name, bot.as(person).reads().length]),
    )
    const waiting = await bot.api(PASCAL).get<WaitingView>('/directions/lycees/waiting')
    assert.deepEqual([waiting.mayAnswer, waiting.items[0]?.waitingDays], [true, 0])
    assert.equal((await bot.api(INES).get<WaitingView>('/directions/lycees/waiting')).mayAnswer, false)

    const seen = await bot.as(PASCAL).presses(await bot.as(PASCAL).presses(card, 'Historique'), 'Voir l’idée')
    const form = await bot.as(PASCAL).presses(seen, 'Répondre')
    says(form, BIKES, 'Votre réponse à Camille Martin')
    const again = { again: ['same id', 'new id'] } as const
    const done = await bot.as(PASCAL).presses(form, 'Publier la réponse', { text: REPLY }, again)
    says(
      done,
      'Votre réponse est enregistrée',
      'Réponse : Pascal Vidal, encadrement',
      REPLY,
      'Réponse donnée',
    )
    assert.equal(done.buttons[0], 'Annuler la réponse')
    await bot.settle()
    saysNothingOf(bot.as(NADIA).sees(card), REPLY)
    await bot.later(TELL_AFTER)
    says(bot.as(NADIA).sees(card), 'Réponse : Pascal Vidal, encadrement', REPLY)

    const { id } = await ideaOf()
    const { database, people } = bot.app
    const { id: by } = await people.greet({ ...PASCAL, language: 'fr' })
    const fact = { kind: 'ideas.answered', payload: { idea: id, by, after: '' } }
    await database.transact(tx => database.note(tx, fact))
    await bot.later(HOUR)
    await bot.api(PASCAL).post(`/ideas/${id}/answer`, { text: 'En juillet' })
    await bot.later(24 * HOUR)
    const news = (person: typeof KARIM) => bot.as(person).reads().length - (before.get(person.name) ?? 0)
    assert.deepEqual([CAMILLE, KARIM, AHMED, PASCAL].map(news), [1, 1, 1, 0])
    const told = found(bot.as(KARIM).reads().at(-1), 'the message')
    says(told, BIKES, 'Réponse : Pascal Vidal, encadrement')
    assert.equal(told.buttons.at(-1), WHY)
    assert.ok(told.buttons.length <= 6)
    const why = await bot.as(KARIM).presses(told, WHY)
    says(await bot.as(KARIM).presses(why, 'Revenir au message'), BIKES, 'En juillet')
  })

  it('lets nobody answer for a Direction that is not theirs', async () => {
    const { bot } = at
    await posted()
    const { id } = await ideaOf()
    const answer = (person: typeof INES) => bot.api(person).post(`/ideas/${id}/answer`, { text: 'Non' })
    await assert.rejects(answer(KARIM), /role-needed/)
    await assert.rejects(answer(INES), /not-yours/)
    assert.equal(((await answer(MAELLE)) as IdeaView).answer?.role, 'organiser')
  })
})
