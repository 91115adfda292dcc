import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import { open } from '../../../src/db/index.ts'
import { preferenceStore } from '../../../src/features/messages/preferences/store.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const FORM = {
  title: 'Le lycée de demain',
  axis: 'usager',
  date: '2027-05-20',
  place: 'Toulouse',
  seats: '1',
  channel: WORKSHOPS.id,
}

describe('a place in a workshop, in chat', function () {
  this.timeout(60_000)
  const at = freshBot(sqlite)

  async function announce(change: object = {}): Promise<Shown> {
    const { bot } = at
    const lab = () => bot.as(MAELLE)
    const form = await lab().presses(await lab().says('annoncer'), 'Un atelier')
    await lab().presses(await lab().presses(form, 'Voir l’aperçu', { ...FORM, ...change }), 'Publier')
    await bot.settle()
    return found(lab().reads(WORKSHOPS).at(-1), 'the announcement')
  }

  async function arrive(people: readonly Person[]): Promise<void> {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [MAELLE, ...people]) await bot.as(person).installs()
    await bot.seat(people)
    await bot.settle()
  }

  /** What the bot wrote to somebody that says this. */
  const toldTo = (person: Person, words: RegExp) =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => words.test(text))

  const to = (moment: string) => at.bot.later(Date.parse(moment) - at.bot.clock.now())

  it('is waited for in order, offered until a moment, left, let pass and confirmed', async () => {
    const { bot } = at
    await arrive([CAMILLE, OWEN, KARIM, AHMED])
    const post = await announce()
    await bot.as(CAMILLE).presses(post, 'Je participe')
    await bot.later(2 * MINUTE)
    says(bot.as(AHMED).sees(post), 'Complet', 'liste d’attente')
    const [owen, karim] = [
      await bot.as(OWEN).presses(post, 'Me mettre en liste d’attente', {}, { again: ['same id', 'new id'] }),
      await bot.as(KARIM).presses(post, 'Me mettre en liste d’attente'),
    ]
    says(owen, 'You are on the waiting list, number 1', 'you will have 24 hours', 'Only you can see')
    says(karim, 'Vous êtes en liste d’attente, au rang 2')
    says(await bot.as(KARIM).says('ateliers'), 'Vous êtes en liste d’attente, au rang 2')

    // Put into somebody's own message it says that it is full, and can be waited for from there.
    const [one] = (await bot.as(AHMED).searches('Ateliers', 'lycée')).found
    assert.match(one?.text ?? '', /Complet/)
    const inserted = bot.as(AHMED).inserts(found(one, 'what was searched'), GENERAL)
    const third = await bot.as(AHMED).presses(inserted, 'Me mettre en liste d’attente')
    says(third, 'au rang 3')
    await bot.as(AHMED).presses(third, 'Quitter la liste d’attente')

    // A Friday at 18:30 in Paris: nobody is written to before Monday, and the time runs from then.
    await to('2027-04-23T16:30:00Z')
    const mine = await bot.as(CAMILLE).presses(post, 'Ma réponse')
    const asked = await bot.as(CAMILLE).presses(mine, 'Me désister', {}, { again: ['same id', 'new id'] })
    says(asked, '2 personnes attendent une place', 'vous ne pourrez pas la reprendre')
    const kept = await bot.as(CAMILLE).presses(asked, 'Garder ma place')
    says(kept, 'Votre place est réservée')
    const sure = await bot.as(CAMILLE).presses(kept, 'Me désister')
    const left = await bot
      .as(CAMILLE)
      .presses(sure, 'Me désister quand même', {}, { again: ['same id', 'new id'] })
    says(left, 'Vous n’y participez pas')
    await bot.settle()
    assert.equal(toldTo(OWEN, /A seat is free/).length, 0)
    await to('2027-04-26T07:05:00Z')
    const offer = found(toldTo(OWEN, /A seat is free on Thursday 20 May/)[0], 'the offer')
    says(offer, 'Please confirm before Tuesday 27 April at 9:00')
    says(await bot.as(OWEN).presses(offer, 'Why this message?'), 'You were on the waiting list')
    says(bot.as(AHMED).sees(post), 'Complet')

    // He says nothing: his message says that it is over, and the next one hears.
    await bot.later(DAY)
    await bot.later(MINUTE)
    assert.equal(toldTo(OWEN, /A seat is free/).length, 0)
    const lapsed = found(toldTo(OWEN, /The time to confirm has passed/)[0], 'what became of the offer')
    saysNothingOf(lapsed, 'Confirm my seat')
    const offered = found(toldTo(KARIM, /Une place s’est libérée pour le jeudi 20 mai/)[0], 'his offer')
    says(offered, 'À confirmer avant le mercredi 28 avril à 9 h')
    says(await bot.as(KARIM).says('ateliers'), 'Place à confirmer')
    const seated = await bot.as(KARIM).presses(offered, 'Je confirme', {}, { again: ['new id'] })
    says(seated, 'Votre place est réservée')
    saysNothingOf(seated, 'Je laisse ma place')
    await bot.later(DAY)

    // Who comes back too late is told so in place, and may queue again.
    const own = await bot.as(OWEN).presses(await bot.as(OWEN).says('workshops'), 'My answer')
    const again = await bot.as(OWEN).presses(own, 'Join the waiting list')
    says(again, 'number 1')
    await bot.as(KARIM).presses(await bot.as(KARIM).presses(seated, 'Me désister'), 'Me désister quand même')
    await bot.later(HOUR)
    const second = found(toldTo(OWEN, /A seat is free/)[0], 'the second offer')
    const passed = await bot.as(OWEN).presses(second, 'Give it up', {}, { again: ['new id'] })
    says(passed, 'You gave up this seat', 'The seat is free again')
    saysNothingOf(passed, 'offered to the next person')
    await bot.later(2 * MINUTE)
    says(bot.as(AHMED).sees(post), 'Places libres')
  })

  it('is changed for another day’s in one act, or kept where that day is full', async () => {
    const { bot } = at
    await arrive([CAMILLE, KARIM, AHMED])
    const first = await announce({ seats: '3' })
    const next = await announce({ date: '2027-05-27', place: 'Albi' })
    await bot.app.database.transact(async tx => {
      const series = { id: 's1', title: 'Jours', description: '', axis: 'usager', organiser: 'p' }
      await open(tx)
        .insertInto('series')
        .values({ ...series, created_at: 0, announced_at: 0 })
        .execute()
      await open(tx).updateTable('workshop').set({ series: 's1' }).execute()
    })
    await bot.as(CAMILLE).presses(first, 'Je participe')
    await bot.as(KARIM).presses(first, 'Je participe')
    const choose = (person: Person) => bot.as(person).presses(first, 'Changer de jour')
    const days = await choose(CAMILLE)
    says(days, 'Quel jour vous convient', 'Jeudi 27 mai 2027', 'Albi', '1 place libre')
    const late = await choose(KARIM)
    const TAKE = 'Venir le jeudi 27\u00A0mai'
    const swapped = await bot.as(CAMILLE).presses(days, TAKE, {}, { again: ['same id', 'new id'] })
    says(swapped, 'Votre place est maintenant le jeudi 27 mai', 'Celle du jeudi 20 mai est rendue')
    const refused = await bot.as(KARIM).presses(late, TAKE)
    says(refused, 'plus de place pour vous ce jour-là', 'Votre place du jeudi 20 mai est gardée')
    says(refused, 'Aucun autre jour n’a de place pour vous')
    says(await bot.as(KARIM).presses(refused, 'Garder ma place'), 'Votre place est réservée')
    await bot.later(2 * MINUTE)
    assert.equal(bot.as(AHMED).sees(first).edits, 0)
    says(bot.as(AHMED).sees(next), 'Complet')

    const list = await bot.as(CAMILLE).says('ateliers')
    const feed = found(
      list.links.find(link => link.includes('/calendar/p1.')),
      'the address of her own calendar',
    )
    const response = await fetch(feed.replace('https://faire.example', bot.origin))
    const events = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent')
    assert.deepEqual(
      events.map(event => new ICAL.Event(event).startDate.toJSDate().toISOString()),
      ['2027-05-27T07:30:00.000Z'],
    )
  })

  it('is called off on a Sunday evening for Monday at half past eight: told two hours before, in a pause too, and once', async () => {
    const { bot } = at
    await arrive([CAMILLE, OWEN, KARIM])
    // Ahmed never added the app: nobody can write to him.
    await bot.seat([AHMED])
    const post = await announce({ date: '2027-05-24', start: '08:30', end: '10:00', seats: '3' })
    for (const person of [CAMILLE, OWEN, AHMED]) await bot.as(person).presses(post, 'Je participe')
    await bot.later(2 * MINUTE)
    await bot.as(KARIM).presses(post, 'Me mettre en liste d’attente')
    const { id: karim } = await bot.app.people.greet({ ...KARIM, language: 'fr' })
    await bot.app.database.transact(tx => preferenceStore(tx).choose(karim, { pausedUntil: '2027-06-11' }))
    await bot.settle()
    await to('2027-05-23T18:02:00Z')
    const own = await bot.as(MAELLE).presses(post, 'Ma réponse')
    const form = await bot
      .as(MAELLE)
      .presses(await bot.as(MAELLE).presses(own, 'Modifier'), 'Annuler ou reporter')
    const asked = await bot.as(MAELLE).presses(form, 'Annuler l’atelier', { reason: 'Dégât des eaux' })
    says(asked, '3 personnes recevront un message', '1 ne peut pas être jointe')
    await bot.as(MAELLE).presses(asked, 'Annuler et prévenir 3 personnes')
    const told = (person: Person) => toldTo(person, /est annulé|is cancelled/).length
    await to('2027-05-24T04:29:00Z')
    assert.deepEqual([CAMILLE, OWEN, KARIM].map(told), [0, 0, 0])
    await to('2027-05-24T04:31:00Z')
    assert.deepEqual([CAMILLE, OWEN, KARIM].map(told), [1, 1, 1])
    await bot.later(3 * DAY)
    assert.deepEqual([CAMILLE, OWEN, KARIM, AHMED].map(told), [1, 1, 1, 0])
  })

  it('is moved on that evening: told before they would have come, and of what became of it that night', async () => {
    const { bot } = at
    await arrive([CAMILLE])
    const [post, other] = [
      await announce({ date: '2027-05-24', start: '08:30', end: '10:00' }),
      await announce({ title: 'Le soir', date: '2027-05-24', start: '08:45', end: '10:00' }),
    ]
    for (const each of [post, other]) await bot.as(CAMILLE).presses(each, 'Je participe')
    await to('2027-05-23T18:02:00Z')
    const modifies = async (each: Shown) =>
      bot.as(MAELLE).presses(await bot.as(MAELLE).presses(each, 'Ma réponse'), 'Modifier')
    for (const each of [post, other]) {
      const asked = await bot
        .as(MAELLE)
        .presses(await modifies(each), 'Enregistrer', { date: '2027-05-26', start: '14:00', end: '16:00' })
      await bot.as(MAELLE).presses(asked, 'Enregistrer et prévenir 1 personne')
    }
    await bot.later(HOUR)
    const form = await bot.as(MAELLE).presses(await modifies(other), 'Annuler ou reporter')
    const sure = await bot.as(MAELLE).presses(form, 'Annuler l’atelier', { reason: 'Grève' })
    await bot.as(MAELLE).presses(sure, 'Annuler et prévenir 1 personne')
    await bot.settle()
    assert.equal(toldTo(CAMILLE, /change\. Date|est annulé/).length, 0)
    await to('2027-05-24T04:50:00Z')
    assert.equal(toldTo(CAMILLE, /Le lycée de demain » change\. Date/).length, 1)
    assert.equal(toldTo(CAMILLE, /Le soir » est annulé/).length, 1)
    await bot.later(3 * DAY)
    assert.equal(toldTo(CAMILLE, /change\. Date|est annulé/).length, 2)
  })

  it('is free, and offered to nobody, where they could not hear of it before the workshop begins', async () => {
    const { bot } = at
    await arrive([CAMILLE, KARIM])
    const post = await announce({ date: '2027-05-24', start: '08:30', end: '10:00' })
    await bot.as(CAMILLE).presses(post, 'Je participe')
    await bot.later(2 * MINUTE)
    await bot.as(KARIM).presses(post, 'Me mettre en liste d’attente')
    await to('2027-05-23T18:02:00Z')
    const mine = await bot.as(CAMILLE).presses(post, 'Ma réponse')
    const left = await bot.as(CAMILLE).presses(mine, 'Me désister')
    says(left, 'Vous n’y participez pas')
    await bot.later(HOUR)
    assert.equal(toldTo(KARIM, /Une place s’est libérée/).length, 0)
    const waiting = await bot.as(KARIM).presses(post, 'Ma réponse')
    says(waiting, 'au rang 1')
    says(await bot.as(KARIM).presses(waiting, 'Je participe'), 'Votre place est réservée')
  })
})
