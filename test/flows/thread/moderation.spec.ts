import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { DAY, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { IdeaView, ReportedView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page, Problem } from '../../../src/tabs/contract/primitives.ts'
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
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS, WORKSHOPS } from '../../support/teams/index.ts'
import { choiceOf, FILLED, openMenu } from '../ballots/steps.ts'

const BIKES = 'Des vélos partagés entre deux lycées'
const MORE = 'Des vélos pour aller d’un lycée à l’autre'
const WHY = 'Une personne y est **nommée** [x](http://evil)'
const SAID = WHY

onEachEngine('the thread, when organisers look after ideas', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA, AHMED])
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [CAMILLE, KARIM, NADIA, AHMED]) await bot.as(person).installs()
    await bot.settle()
  })

  const lastTo = (person: typeof CAMILLE) => found(at.bot.as(person).reads().at(-1), 'a message')
  const heard = (person: typeof CAMILLE) => at.bot.as(person).reads().length

  it('takes a report without a name, hides the idea everywhere with the reason, and shows it again', async () => {
    const { bot } = at
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    await bot.as(NADIA).presses(card, 'Soutenir')
    const blank = await bot.as(AHMED).says('idée')
    const page = await bot.as(AHMED).presses(blank, 'Voir les idées reçues')
    says(page, BIKES)
    const form = await bot.as(KARIM).presses(card, 'Signaler au Lab’')
    says(form, 'Le Lab’ lit la raison, jamais votre nom.')
    const sent = await bot.as(KARIM).presses(form, 'Signaler', { text: 'Un nom y est cité' })
    says(sent, 'Votre signalement est transmis au Lab’', 'Cet affichage n’est visible que de vous.')
    await bot.settle()

    await bot.api(CAMILLE).put('/me/messages', { topic: { topic: 'idea-answered', on: false } })
    const list = await bot.as(MAELLE).presses(card, 'Soutenir')
    const sheet = await bot.as(MAELLE).presses(list, 'Modérer ou regrouper')
    says(sheet, 'Signalée par moins de 5 personnes', 'Un nom y est cité')
    await assertNobodyOn(bot, { ...sheet, inputs: {} }, [KARIM])
    const queue = await bot.as(MAELLE).presses(sheet, 'Idées signalées')
    says(queue, BIKES, 'Signalée par moins de 5 personnes')
    const decide = await bot.as(MAELLE).presses(queue, 'Décider')
    const asked = await bot.as(MAELLE).presses(decide, 'Masquer')
    const hidden = await bot.as(MAELLE).presses(asked, 'Masquer l’idée', { text: WHY }, { again: ['new id'] })
    says(hidden, 'L’idée est masquée', SAID)
    await bot.later(2 * SECOND)

    const left = bot.as(NADIA).sees(card)
    says(left, 'Idée masquée par le Lab’', SAID)
    saysNothingOf(left, BIKES, 'Camille')
    assert.deepEqual(left.buttons, [])
    assertSameForAll(bot, card, [CAMILLE, KARIM, NADIA])
    const before = heard(CAMILLE)
    await bot.later(TELL_AFTER)
    assert.equal(heard(CAMILLE), before + 1)
    says(lastTo(CAMILLE), 'Votre idée n’est plus visible de vos collègues', BIKES, SAID)
    const old = await bot.as(AHMED).presses(page, 'Soutenir')
    says(old, 'Cette idée n’est plus visible. Raison', SAID)
    saysNothingOf(old, BIKES)
    const { items } = await bot.api(MAELLE).get<Page<ReportedView>>('/ideas/hidden')
    const id = found(items[0], 'the hidden idea').id
    const gone = await bot.api(KARIM).ask('PUT', `/ideas/${id}/support`, { support: true })
    assert.deepEqual(
      [gone.status, (gone.body as Problem).title],
      [410, `Cette idée n’est plus visible. Raison\u00A0: ${WHY}`],
    )
    assert.equal((await bot.api(NADIA).ask('GET', '/ideas/reported')).status, 403)

    let step = await bot.as(MAELLE).says('idée')
    for (const button of ['Voir les idées reçues', 'Idées signalées', 'Idées masquées', 'Décider'])
      step = await bot.as(MAELLE).presses(step, button)
    says(step, BIKES, SAID)
    const back = await bot.as(MAELLE).presses(step, 'Rendre visible')
    says(back, 'L’idée est de nouveau visible')
    await bot.later(2 * SECOND)
    says(bot.as(NADIA).sees(card), BIKES, 'Proposée par Camille Martin')
    says(lastTo(CAMILLE), 'Votre idée est de nouveau visible')
  })

  it('joins two ideas, moves the supports for as long as each wants, and takes them apart', async () => {
    const { bot } = at
    const first = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    const second = await bot.as(KARIM).says(`idée ${MORE}`, IDEAS)
    for (const person of [NADIA, AHMED]) await bot.as(person).presses(first, 'Soutenir')
    await bot.settle()
    const ideas = (await bot.api(MAELLE).get<Page<IdeaView>>('/ideas')).items
    const idOf = (text: string) => found(ideas.find(idea => idea.text === text)?.id, text)
    const before = [CAMILLE, KARIM, NADIA, AHMED].map(heard)

    const seen = await bot.as(MAELLE).presses(first, 'Soutenir')
    const sheet = await bot.as(MAELLE).presses(seen, 'Modérer ou regrouper')
    const unsent = await bot.as(MAELLE).presses(sheet, 'Regrouper avec une idée proche')
    const closed = await bot.as(MAELLE).presses(unsent, 'Fermer sans envoyer')
    const form = await bot.as(MAELLE).presses(closed, 'Regrouper avec une idée proche')
    const chosen = { into: idOf(MORE) }
    const joined = await bot
      .as(MAELLE)
      .presses(form, 'Regrouper les deux idées', chosen, { again: ['same id', 'new id'] })
    says(
      joined,
      'Les deux idées sont regroupées',
      MORE,
      '5 soutiens',
      'Regroupe aussi l’idée proposée par Camille Martin',
    )
    await bot.later(MINUTE)

    says(bot.as(AHMED).sees(first), 'Regroupée', MORE)
    says(bot.as(AHMED).sees(second), 'Proposée par Karim Benali', 'l’idée proposée par Camille Martin')
    assertSameForAll(bot, first, [CAMILLE, KARIM, NADIA])
    assert.deepEqual(
      [CAMILLE, KARIM, NADIA, AHMED].map(heard),
      before.map(count => count + 1),
    )
    says(lastTo(CAMILLE), 'Votre idée est regroupée avec', MORE, 'Vos deux noms y restent.')
    says(lastTo(KARIM), 'Votre idée est regroupée avec', BIKES)
    assert.deepEqual(lastTo(KARIM).buttons.slice(0, 2), ['Voir les idées regroupées', 'Séparer'])
    assert.equal(lastTo(CAMILLE).buttons[0], 'Séparer')
    assert.ok(!lastTo(CAMILLE).buttons.includes('Retirer mon soutien'))
    const told = lastTo(NADIA)
    says(told, 'Votre soutien passe à', MORE, 'Vous pouvez le retirer.')
    assert.equal(told.buttons[0], 'Retirer mon soutien')
    says(await bot.as(NADIA).presses(told, 'Retirer mon soutien'), 'Votre soutien est retiré', '4 soutiens')

    const led = await bot.as(AHMED).presses(first, 'Voir l’idée qui les regroupe')
    says(led, MORE, '4 soutiens')
    const all = await bot.as(AHMED).presses(led, 'Voir les idées regroupées')
    says(all, BIKES, 'Camille Martin')
    const mine = await bot.as(CAMILLE).presses(first, 'Voir l’idée qui les regroupe')
    says(mine, MORE)
    assert.ok(!mine.buttons.includes('Retirer mon soutien'))
    assert.equal((await bot.api(AHMED).ask('POST', `/ideas/${idOf(BIKES)}/merge/undo`)).status, 403)
    assert.equal((await bot.api(CAMILLE).ask('POST', `/ideas/${idOf(BIKES)}/merge/undo`)).status, 200)
    await bot.later(MINUTE)
    says(bot.as(NADIA).sees(first), BIKES, 'Reçue')
    saysNothingOf(bot.as(NADIA).sees(second), 'Regroupe')
    const apart = (await bot.api(NADIA).get<Page<IdeaView>>('/ideas')).items
    assert.deepEqual(
      [BIKES, MORE].map(text => apart.find(idea => idea.text === text)?.supports),
      [3, 0],
    )
    await bot.later(8 * DAY)
    says(lastTo(AHMED), 'Votre soutien revient à', BIKES)
    assert.equal(heard(NADIA), (before[2] ?? 0) + 1)
  })

  it('asks the other author, who answers on the message', async () => {
    const { bot } = at
    const mine = await bot.as(CAMILLE).says(`idée ${BIKES}`)
    const close = await bot.as(KARIM).says(`idée ${MORE}`)
    await bot.as(KARIM).presses(close, 'Envoyer la mienne')
    const [second, first] = (await bot.api(CAMILLE).get<Page<IdeaView>>('/ideas')).items
    const [from, into] = [found(first, 'mine').id, found(second, 'the other').id]
    await bot.later(11 * MINUTE)
    const card = await bot.as(CAMILLE).presses(mine, 'Enregistrer l’axe', { axis: 'transitions' })
    const form = await bot.as(CAMILLE).presses(card, 'Regrouper avec une idée proche')
    says(form, 'Il faut l’accord de la personne qui a écrit l’autre idée.')
    const asked = await bot.as(CAMILLE).presses(form, 'Proposer de regrouper', { into })
    says(asked, 'Votre proposition est envoyée', BIKES)
    await bot.later(MINUTE)
    const question = lastTo(KARIM)
    says(question, 'On vous propose de regrouper', BIKES, MORE)
    const done = await bot.as(KARIM).presses(question, 'Regrouper les deux idées', {}, { again: ['new id'] })
    says(done, 'Les deux idées sont regroupées', MORE)
    await bot.later(MINUTE)
    says(lastTo(CAMILLE), 'Votre idée est regroupée avec', MORE)
    const { items } = await bot.api(NADIA).get<Page<IdeaView>>('/ideas')
    assert.deepEqual(
      items.map(({ id, with: names }) => [id, names]),
      [[into, ['Camille Martin']]],
    )
    assert.notEqual(from, into)
  })

  it('shows none of a hidden idea’s words on a ballot, keeps its votes, and gives the words back', async () => {
    const { bot } = at
    await bot.as(CAMILLE).says(`idée ${BIKES}`)
    const form = await bot.as(MAELLE).presses(await openMenu(bot), 'Un scrutin')
    const filled = {
      ...FILLED,
      ideas: choiceOf(form, BIKES),
      question: 'Par quoi commencer ?',
      options: 'Autre chose',
    }
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', filled)
    await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin')
    await bot.settle()
    const post = found(bot.as(KARIM).reads(WORKSHOPS)[0], 'the ballot')
    await bot.as(KARIM).presses(post, voteFor(BIKES))
    const { items } = await bot.api(MAELLE).get<Page<IdeaView>>('/ideas')
    const id = found(items[0], 'the idea').id
    assert.equal((await bot.api(MAELLE).ask('POST', `/ideas/${id}/hide`, { reason: WHY })).status, 200)
    await bot.later(2 * SECOND)
    const totals = await bot.as(NADIA).presses(post, 'Voir les totaux')
    says(totals, /Idée masquée par le Lab’\n1\n100 %/, 'Autre chose')
    saysNothingOf(totals, BIKES)
    assert.equal((await bot.api(MAELLE).ask('POST', `/ideas/${id}/restore`)).status, 200)
    await bot.later(2 * SECOND)
    says(await bot.as(NADIA).presses(post, 'Voir les totaux'), BIKES)
  })
})
