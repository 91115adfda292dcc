import assert from 'node:assert/strict'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { assertNobodyOn, found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import {
  AHMED,
  CAMILLE,
  HELENE,
  KARIM,
  MAELLE,
  NADIA,
  OWEN,
  type Person,
} from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const FIRST = {
  date: '2027-05-20',
  start: '09:30',
  end: '16:30',
  place: 'Hôtel de Région, Toulouse',
  seats: '20',
}
const ASK = 'Me prévenir de l’ouverture'
const OPEN = /Les inscriptions sont ouvertes|Registration is open/
const GUESTS = [CAMILLE, KARIM, NADIA, OWEN, AHMED]
/** Monday 3 May 2027, nine in Paris. */
const MONDAY = '2027-05-03T07:00:00Z'

onEachEngine('registration that opens later', engine => {
  const at = freshBot(engine)
  const lab = () => at.bot.as(MAELLE)

  async function prepare(): Promise<Shown> {
    const { bot } = at
    await lab().installs(GENERAL)
    for (const person of [MAELLE, HELENE, ...GUESTS]) await bot.as(person).installs()
    await bot.seat([HELENE, ...GUESTS])
    await bot.settle()
    const form = await lab().presses(await lab().says('annoncer'), 'Une série de journées')
    let sheet = await lab().presses(form, 'Créer, puis ajouter ses journées', {
      title: 'Demain',
      axis: 'usager',
    })
    sheet = await lab().presses(await lab().presses(sheet, 'Ajouter une journée'), 'Enregistrer', FIRST)
    for (let day = 0; day < 2; day++)
      sheet = await lab().presses(await lab().presses(sheet, 'Ajouter une journée'), 'Enregistrer')
    return sheet
  }

  const rule = async (sheet: Shown, openDate: string, openTime = '09:00') =>
    lab().presses(await lab().presses(sheet, 'Places et quotas'), 'Enregistrer', { openDate, openTime })

  /** Announced; the organiser's sheet. */
  async function announced(): Promise<Shown> {
    const where = await lab().presses(await rule(await prepare(), '2027-05-03'), 'Annoncer')
    const preview = await lab().presses(where, 'Voir l’aperçu', { channel: WORKSHOPS.id })
    says(preview, ASK)
    const sheet = await lab().presses(preview, 'Publier')
    await at.bot.settle()
    return sheet
  }

  const post = () => found(at.bot.as(AHMED).reads(WORKSHOPS)[0], 'the announcement')
  const asks = (person: Person) =>
    at.bot
      .as(person)
      .presses(post(), { verb: 'workshops.remind-opening' }, {}, { again: ['same id', 'new id'] })
  const toldTo = (person: Person) =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => OPEN.test(text))
  const assertTold = (...people: readonly Person[]) => {
    for (const person of [MAELLE, HELENE, ...GUESTS])
      assert.equal(toldTo(person).length, people.includes(person) ? 1 : 0, person.name)
  }

  it('is told once to each who asked and still wants to hear, in one message for all days', async () => {
    const { bot } = at
    await announced()
    says(post(), 'inscriptions à partir du lundi 3 mai à 9 h')
    const camille = await asks(CAMILLE)
    says(camille, 'le bot vous écrira à l’ouverture, lundi 3 mai à 9 h', 'dans la limite de vos messages')
    assert.deepEqual(camille.buttons, ['Ne plus me prévenir'])
    says(await asks(OWEN), 'the bot will write to you when registration opens', 'Monday 3 May')
    const karim = await asks(KARIM)
    const back = await bot.as(KARIM).presses(karim, 'Ne plus me prévenir')
    says(back, 'le bot ne vous écrira pas à l’ouverture')
    assert.deepEqual(back.buttons, [ASK])
    await assert.rejects(asks(HELENE).then(shown => saysNothingOf(shown, 'réservé')))
    await assertNobodyOn(bot, post(), GUESTS)

    await bot.until('2027-05-03T06:59:00Z')
    assertTold()
    await bot.until(MONDAY)
    await bot.later(MINUTE)
    assertTold(CAMILLE, OWEN)
    const [message] = toldTo(CAMILLE)
    says(found(message, 'the message'), 'Demain', 'Jeudi 20 mai 2027', 'Jeudi 3 juin 2027')
    const days = found(message, 'the message').choices.workshop ?? []
    assert.equal(days.length, 3)
    const joined = await bot.as(CAMILLE).presses(found(message, 'the message'), 'Je participe')
    says(joined, 'Votre place est réservée')
    await bot.later(3 * DAY)
    assertTold(OWEN)
  })

  it('is told at once when it opens early, later when it is put off, to nobody when it is called off', async () => {
    const { bot } = at
    let sheet = await announced()
    await asks(CAMILLE)
    sheet = await rule(sheet, '2027-05-10')
    await bot.until('2027-05-04T08:00:00Z')
    assertTold()
    sheet = await rule(sheet, '')
    await bot.later(MINUTE)
    assertTold(CAMILLE)
    await bot.until('2027-05-11T08:00:00Z')
    assertTold(CAMILLE)
  })

  it('is told to nobody once it is called off', async () => {
    const { bot } = at
    const sheet = await announced()
    await asks(CAMILLE)
    const form = await lab().presses(sheet, 'Annuler la série')
    const sure = await lab().presses(form, 'Annuler toute la série', { reason: 'La salle est inondée' })
    await lab().presses(sure, { verb: 'workshops.cancel', data: { sure: true } })
    await bot.until('2027-05-04T08:00:00Z')
    assertTold()
  })

  it('waits for working hours, and is no longer told to who registered meanwhile or where it is put off again', async () => {
    const { bot } = at
    // Saturday.
    const sheet = await rule(await announced(), '2027-05-01', '10:00')
    for (const person of [CAMILLE, NADIA]) await asks(person)
    await bot.until('2027-05-01T09:00:00Z')
    assertTold()
    await bot.as(NADIA).presses(post(), 'Je participe')
    await bot.until('2027-05-02T09:00:00Z')
    await rule(sheet, '2027-05-05')
    await bot.later(MINUTE)
    await bot.until('2027-05-04T15:00:00Z')
    assertTold()
    await bot.until('2027-05-05T07:00:00Z')
    await bot.later(HOUR)
    assertTold(CAMILLE)
  })
})
