import assert from 'node:assert/strict'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { assertNobodyOn, found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const FIRST = {
  date: '2027-05-20',
  start: '09:30',
  end: '16:30',
  place: 'Hôtel de Région, Toulouse',
  seats: '2',
}
const DAYS = ['Jeudi 20 mai, 9 h 30', 'Jeudi 27 mai, 9 h 30', 'Jeudi 3 juin, 9 h 30'] as const
const GUESTS = [CAMILLE, KARIM, NADIA, OWEN]

onEachEngine('a series of days', engine => {
  const at = freshBot(engine)

  const press = (sheet: Shown, button: string, filled = {}) =>
    at.bot.as(MAELLE).presses(sheet, button, filled, { again: ['same id', 'new id'] })

  /** The days of a sheet, as a tap on their rows would open them. */
  function rowsOf({ card }: Shown): string[] {
    const rows = JSON.stringify(card).matchAll(/"verb":"workshops\.day-form","data":\{"workshop":"(\w+)"/g)
    return [...new Set([...rows].map(([, id = '']) => id))]
  }

  const open = (sheet: Shown, row: number) =>
    at.bot.as(MAELLE).presses(sheet, {
      verb: 'workshops.day-form',
      data: { workshop: found(rowsOf(sheet)[row], 'the row') },
    })

  async function prepare(): Promise<Shown> {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [MAELLE, AHMED, ...GUESTS]) await bot.as(person).installs()
    await bot.seat([AHMED, ...GUESTS])
    await bot.settle()
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Une série de journées')
    const empty = await press(form, 'Créer, puis ajouter ses journées', {
      title: 'Le lycée de demain',
      axis: 'usager',
    })
    says(empty, 'Brouillon', 'Aucune journée encore', 'Ajoutez maintenant ses journées.')
    let sheet = await press(await bot.as(MAELLE).presses(empty, 'Ajouter une journée'), 'Enregistrer', FIRST)
    for (const date of ['2027-05-27', '2027-06-03', '2027-06-10']) {
      const next = await bot.as(MAELLE).presses(sheet, 'Ajouter une journée')
      const { title, start, place, seats } = next.inputs
      assert.deepEqual(
        [title, next.inputs.date, start, place, seats],
        ['Le lycée de demain', date, '09:30', FIRST.place, '2'],
      )
      sheet = await press(next, 'Enregistrer')
    }
    says(sheet, '4 journées, 8 places en tout')
    return sheet
  }

  async function announce(sheet: Shown): Promise<Shown> {
    const { bot } = at
    const where = await bot.as(MAELLE).presses(sheet, 'Annoncer')
    await assert.rejects(
      bot
        .as(MAELLE)
        .presses(where, 'Voir l’aperçu')
        .then(shown => says(shown, 'Aperçu')),
    )
    const preview = await bot.as(MAELLE).presses(where, 'Voir l’aperçu', { channel: WORKSHOPS.id })
    says(preview, 'Aperçu', 'Jeudi 20 mai 2027, de 9 h 30 à 16 h 30', 'Places libres, sur 2')
    const announced = await press(preview, 'Publier')
    await bot.settle()
    return announced
  }

  const post = () => found(at.bot.as(AHMED).reads(WORKSHOPS)[0], 'the announcement')
  const plain = (text: string) => text.replace(/\s/gu, ' ')
  /** One day after another: from the answer to one, back to the others. */
  async function joins(person: Person, day: number): Promise<Shown> {
    const as = () => at.bot.as(person)
    const seen = as().sees(post())
    const card = seen.choices.workshop ? seen : await as().presses(seen, { verb: 'workshops.series-days' })
    const days = found(card.choices.workshop, 'the days')
    const workshop = found(
      days.find(title => plain(title).startsWith(found(DAYS[day], 'the day'))),
      'the day’s choice',
    )
    return as().presses(card, 'Je participe', { workshop })
  }
  const toldOf = (person: Person, words: RegExp) =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => words.test(text))

  /** What the calendar behind a message says, as a phone would fetch it. */
  async function calendarOf({ links }: Shown): Promise<string> {
    const address = found(
      links.find(link => link.endsWith('.ics')),
      'the calendar',
    )
    return (await fetch(address.replace('https://faire.example', at.bot.origin))).text()
  }

  /** Each of these was told once, and nobody else. */
  function assertTold(people: readonly Person[], words: RegExp): void {
    for (const person of [MAELLE, AHMED, ...GUESTS])
      assert.equal(toldOf(person, words).length, people.includes(person) ? 1 : 0, `${person.name} ${words}`)
  }

  it('is prepared, announced in one card that says which days are full, and called off: each concerned told once', async () => {
    const { bot } = at
    const prepared = await prepare()
    const day = await open(prepared, 3)
    says(day, 'Une journée de la série')
    const three = await bot.as(MAELLE).presses(day, 'Retirer cette journée')
    says(three, 'La journée du jeudi 10 juin est retirée', '3 journées, 6 places en tout')
    const rules = await bot.as(MAELLE).presses(three, 'Places et quotas')
    const refused = await bot.as(MAELLE).presses(rules, 'Enregistrer', { reserved: '2', closeDays: '1' })
    says(refused, 'Gardez 1 place au plus')
    const sheet = await press(refused, 'Enregistrer', { reserved: '0', closeDays: '1' })

    const announced = await announce(sheet)
    says(announced, 'L’annonce part vers', '6 places libres')
    assert.equal(bot.as(AHMED).reads(WORKSHOPS).length, 1)
    says(post(), 'Places libres', '3 journées, 6 places en tout', 'Jeudi 3 juin 2027', 'Places libres, sur 2')
    const listed = await bot.as(AHMED).says('ateliers')
    assert.equal(listed.text.split('Le lycée de demain').length - 1, 1)
    assert.equal(listed.buttons.filter(title => title === 'Je participe').length, 3)

    for (const [person, when] of [
      [CAMILLE, 0],
      [KARIM, 0],
      [KARIM, 1],
      [NADIA, 1],
      [NADIA, 2],
    ] as const) {
      says(await joins(person, when), 'Votre place est réservée', DAYS[when].split(',')[0] ?? '')
      await bot.later(MINUTE)
    }
    // Two days became full within ten minutes: the card says so of the first in two, and of the second in time.
    assert.equal(post().edits, 1)
    await bot.later(10 * MINUTE)
    assert.equal(post().edits, 2)
    says(post(), 'Places libres', 'Complet, 2 places · liste d’attente ouverte', 'Places libres, sur 2')
    saysNothingOf(post(), '1 place')
    says(await joins(OWEN, 0), 'You are on the waiting list, number 1')
    await assertNobodyOn(bot, { ...post(), inputs: {} }, GUESTS)

    const change = await open(announced, 0)
    says(change, 'Modifier l’atelier')
    const ask = await bot.as(MAELLE).presses(change, 'Annuler ou reporter')
    const unsaid = await bot.as(MAELLE).presses(ask, 'Annuler l’atelier')
    says(unsaid, 'Il manque le texte')
    const sure = await press(unsaid, 'Annuler l’atelier', { reason: 'La salle est inondée' })
    says(sure, 'leur place à 2 personnes, et 1 personne n’attendra plus', 'La salle est inondée')
    assertTold([], /est annulé/)
    const off = await bot.as(MAELLE).presses(sure, 'Annuler et prévenir 3 personnes')
    says(off, 'L’atelier est annulé', 'Annulée : La salle est inondée')
    await bot.later(DAY)
    const cancelled =
      /L’atelier « Le lycée de demain » est annulé : jeudi 20 mai 2027, de 9 h 30 à 16 h 30. Raison|The workshop “Le lycée de demain” is cancelled/
    assertTold([CAMILLE, KARIM, OWEN], cancelled)
    says(post(), 'Annulée : La salle est inondée')
    assert.match(await calendarOf(found(toldOf(KARIM, cancelled)[0], 'his message')), /STATUS:CANCELLED/)
    // Thursday 27 is full; there is a seat left on 3 June.
    const told = found(toldOf(CAMILLE, cancelled)[0], 'her message')
    saysNothingOf(told, '27 mai')
    says(told, 'D’autres journées ont une place pour vous.')
    const another = await bot.as(CAMILLE).presses(told, { verb: 'workshops.answer' })
    says(another, 'Votre place est réservée', 'Jeudi 3 juin 2027')

    const whole = await press(
      await bot.as(MAELLE).presses(off, 'Annuler la série'),
      'Annuler toute la série',
      { reason: 'Le programme change' },
    )
    // Nadia has two days, and one message.
    const all = await bot.as(MAELLE).presses(whole, 'Annuler et prévenir 3 personnes')
    says(all, 'La série est annulée', 'Annulée : Le programme change')
    await bot.later(3 * DAY)
    assertTold(
      [CAMILLE, KARIM, NADIA],
      /La série « Le lycée de demain » est annulée. Raison : Le programme change/,
    )
    says(found(toldOf(NADIA, /est annulée/)[0], 'her message'), 'Jeudi 27 mai 2027', 'Jeudi 3 juin 2027')
    // What Camille answered stands where her message was.
    assertTold([KARIM, OWEN], cancelled)
    const last = post()
    says(last, 'Annulée : Le programme change', 'Les inscriptions sont closes.')
    assert.equal(bot.as(AHMED).reads(WORKSHOPS).length, 1)
    assert.deepEqual(last.buttons, [])
  })

  it('has a day postponed, which keeps its seats, and told once more when it has a date', async () => {
    const { bot } = at
    const announced = await announce(await prepare())
    for (const person of [CAMILLE, OWEN]) await joins(person, 0)
    const ask = await bot.as(MAELLE).presses(await open(announced, 0), 'Annuler ou reporter')
    const off = await press(ask, 'Reporter, date à préciser', { reason: 'Grève des trains' })
    says(off, 'L’atelier est reporté', 'Date à préciser', 'Reportée : Grève des trains')
    await bot.later(DAY)
    assertTold(
      [CAMILLE, OWEN],
      /est reporté .*La nouvelle date suivra|is postponed .*The new date will follow/,
    )
    says(found(toldOf(OWEN, /postponed/)[0], 'his message'), 'Your seat is kept.', 'Reason: Grève des trains')

    const form = await open(off, 0)
    const moved = await press(form, 'Enregistrer', { date: '2027-06-17' })
    const saved = await bot.as(MAELLE).presses(moved, 'Enregistrer et prévenir 2 personnes')
    says(saved, 'L’atelier est à jour')
    await bot.later(3 * DAY)
    assertTold([CAMILLE, OWEN], /Votre place est gardée\.$|Your seat is kept\.$|change :|has changed/m)
    says(post(), 'Jeudi 17 juin 2027', 'Complet, 2 places')
  })
})
