import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine, sqlite } from '../../support/database/engines.ts'
import { type Bot, freshBot } from '../../support/product/bot.ts'
import { voteFor } from '../../support/product/vote.ts'
import { AHMED, CAMILLE, HELENE, KARIM, LEA, MAELLE, OWEN, STRANGER } from '../../support/sign-in/cast.ts'
import { linksOut } from '../../support/teams/card-view.ts'
import { GENERAL, WORKSHOPS } from '../../support/teams/index.ts'
import { openBallot } from '../ballots/steps.ts'

const IDEA = 'Un carnet de passation d’une page'
const WORKSHOP = {
  title: 'Le lycée, demain',
  axis: 'Faire équipe',
  date: '2027-05-20',
  start: '09:30',
  end: '12:30',
  place: 'Narbonne',
  seats: '8',
  channel: WORKSHOPS.id,
}
const QUOTE = 'En faire une micro-idée'

const ideasOf = async (bot: Bot) => (await bot.api(CAMILLE).get<Page<IdeaView>>('/ideas')).items

onEachEngine('searching from the compose box', engine => {
  const at = freshBot(engine)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('finds an idea and puts its card, dated, into one’s own message; its buttons work for whoever reads it', async () => {
    const { bot } = at
    await bot.as(CAMILLE).says(`idée ${IDEA}`)
    await bot.as(CAMILLE).says('idée Tout autre chose')
    const { found } = await bot.as(KARIM).searches('Micro-idées', 'CARN passa')
    assert.deepEqual(
      found.map(({ title, text }) => [title, text]),
      [[IDEA, 'Pas encore de soutien']],
    )
    // What is asked of Teams is who they are, once.
    const written = () => bot.teams.calls.filter(({ kind }) => kind !== 'members').length
    const before = written()
    const [one] = found
    assert.ok(one)
    const id = bot.as(KARIM).inserts(one, GENERAL)
    const seen = bot.as(AHMED).sees(id)
    assert.match(seen.text, /Pas encore de soutien/)
    assert.match(seen.text, /Chiffres du jeudi 22 avril à .*: cette carte ne change plus\. « Voir l’idée »/)
    const supported = await bot.as(AHMED).presses(id, 'Soutenir')
    assert.match(supported.text, /Vous soutenez cette idée.*2 soutiens/s)
    await bot.settle()
    assert.equal(written(), before, 'no call to Teams: the card is the person’s')
    assert.match(bot.as(CAMILLE).sees(id).text, /Pas encore de soutien/)
    assert.match((await bot.as(CAMILLE).presses(id, 'Voir l’idée')).text, /2 soutiens/)
  })

  it('forgives a slip where nothing is spelt like that, and says of each result that it is near', async () => {
    const { bot } = at
    await bot.as(CAMILLE).says(`idée ${IDEA}`)
    await openBallot(bot)
    const near = async (command: string, text: string) =>
      (await bot.as(KARIM).searches(command, text)).found.map(({ title, text: facts }) => [title, facts])
    assert.deepEqual(await near('Micro-idées', 'passtion'), [
      [IDEA, 'Résultat proche · Pas encore de soutien'],
    ])
    assert.deepEqual(await near('Micro-idées', 'passation'), [[IDEA, 'Pas encore de soutien']])
    const [[question, facts] = []] = await near('Scrutins', 'comencer')
    assert.equal(question, 'Par quoi commencer ?')
    assert.match(facts ?? '', /^Résultat proche · /)
    assert.deepEqual(await near('Scrutins', 'comancer'), [])
  })

  it('finds ballots, with nobody’s choice on the card, and takes a vote there', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    await bot.settle()
    const { found } = await bot.as(CAMILLE).searches('Scrutins')
    assert.equal(found.length, 1)
    const [one] = found
    assert.ok(one)
    assert.doesNotMatch(one.text, /\d votes?/, 'what no bot can edit says nothing that a vote changes')
    const id = bot.as(CAMILLE).inserts(one, GENERAL)
    const rows = bot
      .as(CAMILLE)
      .sees(id)
      .buttons.filter(title => title.includes('\u00A0: '))
    assert.deepEqual(
      rows.filter(title => !title.startsWith('Voter')),
      [],
    )
    const voted = await bot.as(KARIM).presses(id, voteFor('Le calme'))
    assert.match(voted.text, /Votre vote est enregistré/)
    assert.doesNotMatch(bot.as(AHMED).sees(id).text, /Votre choix · /)
  })
})

describe('workshops, from the compose box', () => {
  const at = freshBot(sqlite)

  it('are found by their title or place until they are over, seats counted at that moment', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', WORKSHOP)
    await bot.as(MAELLE).presses(preview, 'Publier')
    await bot.settle()
    for (const text of ['', 'lycé', 'narb'])
      assert.equal((await bot.as(KARIM).searches('Ateliers', text)).found.length, 1, text)
    const [one] = (await bot.as(OWEN).searches('Ateliers')).found
    assert.ok(one)
    assert.match(one.text, /^Thursday 20 May 2027.* · 8 seats left$/)
    const id = bot.as(OWEN).inserts(one, GENERAL)
    assert.match(bot.as(KARIM).sees(id).text, /Chiffres du jeudi 22 avril.*« Ma réponse »/)
    assert.match((await bot.as(KARIM).presses(id, 'Je participe')).text, /Votre place est réservée/)
    assert.match((await bot.as(KARIM).searches('Ateliers')).found[0]?.text ?? '', /7 places/)
    await bot.later(60 * DAY)
    assert.deepEqual((await bot.as(KARIM).searches('Ateliers')).found, [])
  })
})

describe('the message extension', () => {
  const at = freshBot(sqlite)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('says in the person’s own language that there is nothing, and nothing like that', async () => {
    const { bot } = at
    const words = async (person: typeof KARIM, title: string, text?: string) =>
      (await bot.as(person).searches(title, text)).words ?? ''
    assert.match(await words(KARIM, 'Ateliers'), /^Aucun atelier à venir/)
    assert.match(await words(KARIM, 'Scrutins'), /^Aucun vote/)
    assert.match(await words(KARIM, 'Micro-idées', 'zz <b>'), /^Aucun résultat pour « zz ‹b› »/)
    assert.match(await words(OWEN, 'Micro-idées', 'nothing'), /^No result for “nothing”/)
    assert.match(await words(OWEN, 'Ateliers'), /^No /)
  })

  it('gives 15 results at a time and goes on to the end, however the client counts', async () => {
    const { bot } = at
    for (let n = 0; n < 32; n++) await bot.as(CAMILLE).says(`idée Essai numéro ${n}`)
    const all = async (pages: readonly { skip: number; count: number }[]) => {
      const found: string[] = []
      for (const page of pages)
        found.push(
          ...(await bot.as(KARIM).searches('Micro-idées', 'essai', page)).found.map(each => each.title),
        )
      return [found.length, new Set(found).size]
    }
    const by = (steps: readonly number[], count: number) => steps.map(skip => ({ skip, count }))
    assert.deepEqual(await all(by([0, 25, 50], 25)), [32, 32])
    assert.deepEqual(await all(by([0, 15, 30], 25)), [32, 32])
    assert.deepEqual(await all(by([0, 10, 20, 30], 10)), [32, 32])
    assert.deepEqual(await all(by([9_000], 10)), [0, 0])
  })

  it('turns strangers away in words, by each of its doors', async () => {
    const { bot } = at
    const away = /réservé au personnel \(Région Occitanie\)/
    assert.match((await bot.as(STRANGER).searches('Micro-idées')).words ?? '', away)
    assert.match((await bot.as(STRANGER).chooses(QUOTE, '<p>Bonjour</p>')).text, away)
  })

  it('makes an idea of a colleague’s message, where the bot is not', async () => {
    const { bot } = at
    const html =
      '<p>Et si on <strong>réparait</strong>&nbsp;avant de racheter&nbsp;?</p><p>À l’atelier <at id="0">Lycées</at> <img alt="😀" src="x"></p>'
    const form = await bot.as(LEA).chooses(QUOTE, html)
    assert.equal(form.inputs.text, 'Et si on réparait avant de racheter ? À l’atelier Lycées 😀')
    assert.match(
      form.text,
      /Publiée tout de suite, avec votre nom, sauf si vous cochez la case\. Le nom de la personne qui a écrit/,
    )
    const filled = { text: 'Réparer avant de racheter', axis: 'Accompagner les transitions' }
    const done = await bot.as(LEA).submits(form, 'Envoyer', filled, { again: 2 })
    assert.match(done.text, /Votre idée est publiée.*Cet affichage n’est visible que de vous\./s)
    assert.match(done.text, /Réparer avant de racheter/)
    const ideas = await ideasOf(bot)
    assert.deepEqual(
      ideas.map(({ text, author }) => [text, author]),
      [['Réparer avant de racheter', 'Léa Marty']],
    )
    const said = await bot
      .as(LEA)
      .submits(done, 'Enregistrer', { direction: 'Direction des lycées' })
      .catch(String)
    assert.ok(said)
    assert.deepEqual(bot.teams.calls, [], 'no roster, no message')
  })

  it('says below the idea how to add the app, until the bot can write to the person', async () => {
    const { bot } = at
    await bot.seat([AHMED])
    const filled = { text: 'Du calme', axis: 'Faire équipe' }
    const unreached = await bot.as(AHMED).submits(await bot.as(AHMED).chooses(QUOTE, 'x'), 'Envoyer', filled)
    assert.ok(unreached.buttons.includes('Ajouter l’application'))
    assert.match(linksOut(unreached).join(), /^https:\/\/teams\.microsoft\.com\/l\/app\/69d16f06-/)
    await bot.as(AHMED).installs()
    await bot.settle()
    const again = { ...filled, text: 'Encore du calme' }
    const reached = await bot.as(AHMED).submits(await bot.as(AHMED).chooses(QUOTE, 'x'), 'Envoyer', again)
    assert.ok(!reached.buttons.includes('Ajouter l’application'))
  })

  it('takes a chat of two for no chat with the bot', async () => {
    const { bot } = at
    await bot.as(AHMED).searches('Micro-idées')
    await bot.as(AHMED).chooses(QUOTE, 'x')
    const actor = await bot.app.people.greet({ ...AHMED, language: 'fr' })
    assert.deepEqual(await bot.app.people.reachOf(actor.id), { why: 'not-installed' })
  })

  it('shows what is too long or missing in the dialog, with what was typed kept', async () => {
    const { bot } = at
    const long = 'Un message bien long. '.repeat(40).trim()
    const form = await bot.as(CAMILLE).chooses(QUOTE, `<p>${long}</p>`)
    assert.match(form.text, /Ce message est long : 280 caractères au plus/)
    assert.equal(form.inputs.text, long)
    const refused = await bot.as(CAMILLE).submits(form, 'Envoyer', { axis: 'Faire équipe' })
    assert.match(refused.text, /879 caractères pour 280 possibles/)
    assert.deepEqual([refused.inputs.text, refused.inputs.axis], [long, 'equipe'])
    const kept = await bot.as(CAMILLE).submits(refused, 'Envoyer', { text: 'Plus court' })
    assert.match(kept.text, /Votre idée est publiée/)
    assert.equal((await ideasOf(bot)).length, 1)
  })

  it('lets an observer look, and tells them that submitting is for others', async () => {
    const { bot } = at
    await bot.seat([HELENE])
    await bot.as(CAMILLE).says(`idée ${IDEA}`)
    assert.equal((await bot.as(HELENE).searches('Micro-idées')).found.length, 1)
    const dialog = await bot.as(HELENE).chooses(QUOTE, '<p>Bonjour</p>')
    assert.match(dialog.text, /Votre rôle est de lire/)
    assert.deepEqual(dialog.inputs, {})
  })

  it('goes on in the dialog: another idea, the list, a commitment', async () => {
    const { bot } = at
    await bot.seat([KARIM])
    await bot.as(KARIM).installs()
    const form = await bot.as(KARIM).chooses(QUOTE, 'Du calme')
    const list = await bot.as(KARIM).submits(form, 'Voir les idées reçues')
    assert.match(list.text, /Aucune idée/)
    const done = await bot.as(KARIM).submits(form, 'Envoyer', { axis: 'Faire équipe' })
    const commitment = await bot.as(KARIM).submits(done, 'Je m’engage')
    assert.ok(commitment.inputs.text !== undefined)
  })
})
