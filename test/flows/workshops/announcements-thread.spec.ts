import assert from 'node:assert/strict'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import {
  assertNobodyOn,
  assertSameForAll,
  found,
  says,
  saysNothingOf,
} from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, KARIM, LEA, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { forge } from '../security/forge.ts'

const FILLED = {
  title: 'Le lycée de demain',
  axis: 'usager',
  date: '2027-05-20',
  place: 'Salle Garonne, Toulouse',
  seats: '2',
  channel: WORKSHOPS.id,
}

onEachEngine('the thread, from an announcement to a full workshop', engine => {
  const at = freshBot(engine)

  async function announce(filled = FILLED): Promise<Shown> {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const menu = await bot.as(MAELLE).says('annoncer')
    const form = await bot.as(MAELLE).presses(menu, 'Un atelier')
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', filled)
    await bot.as(MAELLE).presses(preview, 'Publier')
    await bot.settle()
    return found(bot.as(CAMILLE).reads(WORKSHOPS)[0], 'the announcement')
  }

  it('welcomes a team once, whoever adds the bot again, and knows its channels', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    await bot.as(KARIM).removes(GENERAL)
    await bot.as(KARIM).installs(GENERAL)
    await bot.later(DAY)
    const [welcome, ...others] = bot.as(CAMILLE).reads(GENERAL)
    says(found(welcome, 'the welcome'), 'Maëlle Rivière a ajouté Faire Administration à cette équipe')
    assert.deepEqual([others.length, bot.as(CAMILLE).reads(WORKSHOPS).length], [0, 0])
    says(await bot.as(MAELLE).says('Annoncer !'), '3 canaux peuvent recevoir votre annonce.')
  })

  it('leads an organiser from a form to a preview, back, and to the channel', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const menu = await bot.as(MAELLE).says('annoncer')
    const form = await bot.as(MAELLE).presses(menu, 'Un atelier')
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', FILLED)
    says(preview, 'Aperçu', 'Jeudi 20 mai 2027, de 9 h 30 à 12 h 30', '2 places')
    says(preview, 'L’annonce paraîtra dans Faire Administration · Ateliers.')

    const again = await bot.as(MAELLE).presses(preview, 'Corriger')
    assert.equal(again.inputs.title, FILLED.title)
    const corrected = await bot.as(MAELLE).presses(again, 'Voir l’aperçu', { title: 'Le lycée, demain' })
    const told = await bot.as(MAELLE).presses(corrected, 'Publier', {}, { again: ['same id', 'new id'] })
    says(told, 'Le lycée, demain', 'L’annonce part vers Faire Administration · Ateliers')
    await bot.settle()

    assert.equal(bot.as(CAMILLE).reads(WORKSHOPS).length, 1)
    const [post] = bot.as(CAMILLE).reads(WORKSHOPS)
    says(found(post, 'the announcement'), 'Atelier · Renforcer notre culture « usager »')
    says(found(post, 'the announcement'), 'Le lycée, demain', '2 places', 'Places libres')
    assert.deepEqual(post?.buttons, ['Je participe', 'Je ne peux pas', 'Ma réponse'])
  })

  it('shows an answer to the one who gave it, with the totals, and nothing of it to all others', async () => {
    const { bot } = at
    const post = await announce()
    const before = bot.as(KARIM).sees(post).text
    const mine = await bot.as(CAMILLE).presses(post, 'Je participe')
    says(mine, 'Votre place est réservée', 'Cet affichage n’est visible que de vous.', '1 place libre')
    says(mine, '1 personne participe déjà, sur 2 places')
    assert.equal(bot.as(CAMILLE).sees(post).text, mine.text)
    assert.equal(bot.as(KARIM).sees(post).text, before)

    await bot.settle()
    const now = bot.as(KARIM).sees(post)
    assert.deepEqual([now.text, now.edits], [before, 0])
    assert.equal(bot.as(CAMILLE).sees(post).text, mine.text)
    assertSameForAll(bot, post, [KARIM, MAELLE])
    await assertNobodyOn(bot, now, [CAMILLE, KARIM])
    says(await bot.as(KARIM).presses(post, 'Ma réponse'), 'Vous n’avez pas encore répondu')
  })

  it('asks the Direction below the answer, once, and leads back to it', async () => {
    const { bot } = at
    const post = await announce()
    const asked = await bot.as(LEA).presses(post, 'Je participe')
    says(asked, 'Votre place est réservée', 'Dans quelle Direction travaillez-vous ?')
    const saved = await bot.as(LEA).presses(asked, 'Enregistrer', { direction: 'lycees' })
    says(saved, 'C’est enregistré.', 'Là où vous travaillez : Direction des lycées.')
    const back = await bot.as(LEA).presses(saved, 'Revenir à ma réponse')
    says(back, 'Votre place est réservée')
    saysNothingOf(back, 'Dans quelle Direction')
  })

  it('says that it is full, keeps the seats of those who have one, and tells of one that comes free', async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA, AHMED])
    const post = await announce()
    await bot.as(CAMILLE).presses(post, 'Je participe')
    await bot.as(KARIM).presses(post, 'Je participe')
    await bot.later(2 * MINUTE)
    says(bot.as(NADIA).sees(post), 'Complet', '2 places')

    assert.ok(!bot.as(NADIA).sees(post).buttons.includes('Je participe'))
    // Somebody whose card is older than that, and somebody who taps once more.
    const workshop = /"workshop":"(\w+)"/.exec(JSON.stringify(post.card))?.[1]
    const press = (who: Person) => forge(bot, who, 'workshops.answer', { workshop, answer: 'yes' })
    const refused = await press(NADIA)
    assert.match(refused, /L’atelier est complet\./)
    assert.match(refused, /Vous n’avez pas encore répondu/)
    assert.doesNotMatch(refused, /Votre place est réservée/)
    assert.match(await press(CAMILLE), /Votre place est réservée/)
    const kept = await bot.as(CAMILLE).presses(post, 'Ma réponse')
    says(kept, 'Votre place est réservée', 'Complet')
    says(kept, '2 personnes de 2 Directions participent déjà, sur 2 places')

    says(await bot.as(CAMILLE).presses(kept, 'Me désister'), 'Vous n’y participez pas')
    await bot.later(10 * MINUTE)
    says(bot.as(NADIA).sees(post), 'Places libres', '2 places')
    says(await bot.as(NADIA).presses(post, 'Je participe'), 'Votre place est réservée')
  })

  it('closes the answers when the workshop begins, on the card as in words', async () => {
    const { bot } = at
    const post = await announce()
    const early = await bot.as(KARIM).presses(post, 'Ma réponse')
    await bot.later(28 * DAY)
    const late = bot.as(CAMILLE).sees(post)
    says(late, 'Les réponses sont closes')
    assert.deepEqual(late.buttons, ['Déposer une idée', 'Ma réponse'])
    assert.ok(early.buttons.includes('Je participe'))
    assert.equal(bot.as(CAMILLE).reads(IDEAS).length, 0)
  })
})
