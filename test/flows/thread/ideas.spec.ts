import assert from 'node:assert/strict'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
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
import { CAMILLE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS, type Shown } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'

onEachEngine('the thread, from a micro-idea to its supports', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
  })

  const ideasIn = (place?: typeof IDEAS) =>
    at.bot
      .as(KARIM)
      .reads(place)
      .filter(({ text }) => text.includes(BIKES))

  async function openBox(): Promise<Shown> {
    const { bot } = at
    const menu = await bot.as(MAELLE).says('annoncer')
    const form = await bot.as(MAELLE).presses(menu, 'Une boîte à micro-idées')
    const opened = await bot.as(MAELLE).presses(form, 'Ouvrir la boîte', {
      question: 'Que change-t-on demain ?',
      channel: IDEAS.id,
    })
    says(opened, 'La boîte à micro-idées est ouverte', 'Faire Administration · Micro-idées')
    await bot.settle()
    return found(bot.as(CAMILLE).reads(IDEAS)[0], 'the box')
  }

  it('keeps what is said in the chat, asks for the axis, and takes it once however often it comes', async () => {
    const { bot } = at
    const asked = await bot.as(CAMILLE).says(`Idée : ${BIKES}`, undefined, { again: ['same id', 'new id'] })
    says(asked, 'Votre idée est publiée', BIKES, 'Sur quel axe ?', 'Pas encore de soutien')
    const saved = await bot.as(CAMILLE).presses(asked, 'Enregistrer l’axe', { axis: 'transitions' })
    says(saved, 'L’axe est enregistré', 'Micro-idée · Accompagner les transitions')
    const mine = await bot.api(CAMILLE).get<Page<IdeaView>>('/ideas?mine=1')
    assert.deepEqual(
      mine.items.map(({ text, axis }) => [text, axis]),
      [[BIKES, 'transitions']],
    )
  })

  it('asks for the words when the command comes alone, and keeps them when they are too long', async () => {
    const { bot } = at
    const form = await bot.as(CAMILLE).says('idée')
    says(
      form,
      'Quelle est votre idée ?',
      'Publiée tout de suite, avec votre nom, sauf si vous cochez la case.',
    )
    const long = 'é'.repeat(281)
    const refused = await bot.as(CAMILLE).presses(form, 'Envoyer', { text: long, axis: 'equipe' })
    says(refused, '281 caractères pour 280 possibles.')
    assert.deepEqual([refused.inputs.text, refused.inputs.axis], [long, 'equipe'])
    const family = '👩‍👩‍👧‍👦'.repeat(280)
    const sent = await bot.as(CAMILLE).presses(refused, 'Envoyer', { text: family })
    says(sent, 'Votre idée est publiée', family)
  })

  it('answers a mention in the thread by the idea’s own card, where colleagues support it', async () => {
    const { bot } = at
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS, { again: ['same id', 'new id'] })
    says(card, BIKES, 'Proposée par Camille Martin')
    saysNothingOf(card, 'Votre idée', 'soutien')
    await bot.settle()
    assert.equal(ideasIn(IDEAS).length, 1)

    const mine = await bot.as(KARIM).presses(card, 'Soutenir')
    says(
      mine,
      'Vous soutenez cette idée · 2 soutiens de 2 Directions',
      'Cet affichage n’est visible que de vous.',
    )
    await bot.settle()
    const now = bot.as(NADIA).sees(card)
    assert.equal(now.edits, 0)
    assert.deepEqual(now.buttons.slice(0, 2), ['Soutenir', 'Je m’engage'])
    assertSameForAll(bot, card, [CAMILLE, NADIA])
    says(bot.as(KARIM).sees(card), 'Vous soutenez cette idée')
    await assertNobodyOn(bot, now, [KARIM, NADIA])
  })

  it('lets go of a support in one tap, and says to an author that hers counts already', async () => {
    const { bot } = at
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    const mine = await bot.as(KARIM).presses(card, 'Soutenir', {}, { again: ['new id'] })
    const gone = await bot.as(KARIM).presses(mine, 'Retirer mon soutien')
    says(gone, 'Votre soutien est retiré · Pas encore de soutien')
    await bot.later(2 * SECOND)
    assert.equal(bot.as(NADIA).sees(card).edits, 0)
    says(await bot.as(CAMILLE).presses(card, 'Soutenir'), 'elle compte déjà votre soutien')
  })

  it('lets an author, and nobody else, say the axis of an idea that stands in a channel', async () => {
    const { bot } = at
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    says(await bot.as(KARIM).presses(card, 'Préciser l’axe'), 'Seule la personne concernée peut faire cela.')
    const asked = await bot.as(CAMILLE).presses(card, 'Préciser l’axe')
    await bot.as(CAMILLE).presses(asked, 'Enregistrer l’axe', { axis: 'transitions' })
    await bot.settle()
    const now = bot.as(NADIA).sees(card)
    says(now, 'Micro-idée · Accompagner les transitions')
    assert.ok(!now.buttons.includes('Préciser l’axe'))
  })

  it('posts what comes through a box, and gives the sender her own answer', async () => {
    const { bot } = at
    const box = await openBox()
    says(box, 'Boîte à micro-idées', 'Que change-t-on demain ?', 'Publiée tout de suite dans ce canal')
    const filled = { text: BIKES, axis: 'transitions' }
    const mine = await bot.as(CAMILLE).presses(box, 'Envoyer', filled, { again: ['same id', 'new id'] })
    says(mine, 'Votre idée est publiée', 'Cet affichage n’est visible que de vous.', BIKES)
    says(bot.as(KARIM).sees(box), 'Que change-t-on demain ?')
    await bot.settle()
    const [card, ...others] = ideasIn(IDEAS)
    assert.equal(others.length, 0)
    says(found(card, 'the idea'), 'Proposée par Camille Martin', 'Micro-idée · Accompagner les transitions')

    const listed = await bot.as(NADIA).presses(box, 'Voir les idées reçues')
    says(listed, 'Que change-t-on demain ?', BIKES, 'Pas encore de soutien')
    says(
      await bot.as(NADIA).presses(listed, 'Soutenir'),
      'Vous soutenez cette idée · 2 soutiens de 2 Directions',
    )
    await bot.settle()
    saysNothingOf(bot.as(KARIM).sees(found(card, 'the idea')), 'soutien')
  })
})
