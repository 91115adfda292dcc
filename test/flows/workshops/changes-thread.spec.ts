import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { assertNobodyOn, found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, OWEN } from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const FILLED = {
  title: 'Le lycée de demain',
  axis: 'usager',
  date: '2027-05-20',
  place: 'Salle Garonne, Toulouse',
  seats: '3',
  channel: WORKSHOPS.id,
}

onEachEngine('the thread, when a workshop moves', engine => {
  const at = freshBot(engine)

  /** Announced, with a seat for each of these, whom the bot can write to. */
  async function announce(seated = [CAMILLE, KARIM, OWEN]): Promise<Shown> {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [MAELLE, AHMED, ...seated]) await bot.as(person).installs()
    await bot.seat([...seated, AHMED])
    await bot.settle()
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', FILLED)
    await bot.as(MAELLE).presses(preview, 'Publier')
    await bot.settle()
    const post = found(bot.as(MAELLE).reads(WORKSHOPS)[0], 'the announcement')
    for (const person of seated) await bot.as(person).presses(post, 'Je participe')
    await bot.later(2 * MINUTE)
    return post
  }

  /** The calendar behind the button of what somebody sees, as their phone would fetch it: with no token. */
  async function calendarOf({ links }: Shown) {
    const address = found(
      links.find(link => link.endsWith('.ics')),
      'the calendar’s address',
    )
    assert.ok(address.startsWith('https://faire.example/calendar/'))
    const response = await fetch(address.replace('https://faire.example', at.bot.origin))
    assert.equal(response.status, 200)
    const [event] = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent')
    const { uid, sequence, startDate, summary } = new ICAL.Event(found(event, 'the event'))
    return { uid, sequence, summary, start: startDate.toJSDate().toISOString() }
  }

  const chatOf = (person: typeof MAELLE) =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => /Votre place est gardée|Your seat is kept/.test(text))

  it('puts it into one’s calendar, moves it there, edits the channel’s card and tells each seat holder once', async () => {
    const { bot } = at
    const post = await announce()
    const mine = await bot.as(CAMILLE).presses(post, 'Ma réponse')
    const before = await calendarOf(mine)
    assert.deepEqual(before, {
      ...before,
      sequence: 0,
      summary: FILLED.title,
      start: '2027-05-20T07:30:00.000Z',
    })
    saysNothingOf(await bot.as(AHMED).presses(post, 'Ma réponse'), 'agenda', 'Modifier')

    const own = await bot.as(MAELLE).presses(post, 'Ma réponse')
    const form = await bot.as(MAELLE).presses(own, 'Modifier')
    assert.deepEqual(
      [form.inputs.title, form.inputs.date, form.inputs.start],
      [FILLED.title, FILLED.date, '09:30'],
    )
    const refused = await bot.as(MAELLE).presses(form, 'Enregistrer', { seats: '2' })
    says(refused, '3 places sont déjà prises')
    const later = { seats: '3', start: '14:00', end: '17:00' }
    const asked = await bot.as(MAELLE).presses(refused, 'Enregistrer', later)
    says(asked, 'de 9 h 30 à 12 h 30', 'de 14 h à 17 h', '3 personnes inscrites l’apprennent par un message.')
    await bot.later(MINUTE)
    assert.equal(chatOf(CAMILLE).length, 0)
    const saved = await bot
      .as(MAELLE)
      .presses(asked, 'Enregistrer et prévenir 3 personnes', {}, { again: ['same id', 'new id'] })
    says(saved, 'L’atelier est à jour', 'de 14 h à 17 h')
    await bot.later(DAY)
    await bot.later(DAY)

    const shown = bot.as(AHMED).sees(post)
    says(shown, 'Jeudi 20 mai 2027, de 14 h à 17 h', 'Complet', '3 places')
    await assertNobodyOn(bot, shown, [CAMILLE, KARIM, MAELLE])
    assert.equal(bot.as(AHMED).reads(WORKSHOPS).length, 1)

    for (const person of [CAMILLE, KARIM, OWEN]) assert.equal(chatOf(person).length, 1, person.name)
    for (const person of [MAELLE, AHMED]) assert.equal(chatOf(person).length, 0, person.name)
    const told = found(chatOf(CAMILLE)[0], 'the message')
    says(told, 'change. Date : jeudi 20 mai 2027, de 14 h à 17 h, au lieu de jeudi 20 mai 2027, de 9 h 30')
    says(found(chatOf(OWEN)[0], 'his message'), 'The workshop “Le lycée de demain” has changed. Date:')
    const after = await calendarOf(told)
    assert.deepEqual(after, { ...before, sequence: 1, start: '2027-05-20T12:00:00.000Z' })

    const why = await bot.as(CAMILLE).presses(told, 'Pourquoi ce message\u202F?')
    says(why, 'Vous aviez une place à cet atelier, ou en attendiez une, quand il a été déplacé')
    const back = await bot.as(CAMILLE).presses(why, 'Revenir au message')
    says(back, 'change. Date : jeudi 20 mai 2027')
    says(await bot.as(CAMILLE).presses(back, 'Me désister'), 'Vous n’y participez pas')
  })
})
