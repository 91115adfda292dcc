import assert from 'node:assert/strict'
import type { BroadcastView } from '../../../src/tabs/contract/broadcasts.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { announceSeries, SERIES_TITLE } from '../../support/product/series.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const TEXT = 'Les inscriptions ouvrent ce matin.'
const PEOPLE = [AHMED, CAMILLE, NADIA]
/** Nine in Paris, on Monday. */
const NINE = '2027-04-26T07:00:00Z'
const MONDAY = { date: '2027-04-26', time: '09:00' }

onEachEngine('a broadcast that waits for its hour', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, ...PEOPLE, KARIM])
    await bot.as(MAELLE).installs(WORKSHOPS)
    for (const person of [MAELLE, ...PEOPLE]) await bot.as(person).installs()
    await bot.settle()
  })

  const got = (person: Person): Shown[] =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => text.includes('Le Lab’ vous écrit') && !text.includes('Aperçu'))
  const told = () => [...PEOPLE, KARIM].map(person => got(person).length)

  /** The card of a draft that was rehearsed. */
  async function rehearsed(fields: Record<string, string> = {}): Promise<Shown> {
    const { bot } = at
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('envois'), 'Écrire aux agents')
    const filled = { text: TEXT, audience: 'role:agent', ...fields }
    const draft = await bot.as(MAELLE).presses(form, 'Enregistrer le brouillon', filled)
    const sheet = await bot.as(MAELLE).presses(draft, 'Vérifier avant d’envoyer')
    await bot.settle()
    return sheet
  }

  /** Set for Monday at nine, as the form proposes or as typed. Teams repeats the press. */
  async function planned(hour = MONDAY, fields: Record<string, string> = {}): Promise<Shown> {
    const form = await at.bot.as(MAELLE).presses(await rehearsed(fields), 'Choisir l’heure d’envoi')
    return at.bot.as(MAELLE).presses(form, 'Programmer l’envoi', hour, { again: ['same id', 'new id'] })
  }

  const view = async (): Promise<BroadcastView> => {
    const { items } = await at.bot.api(MAELLE).get<{ items: BroadcastView[] }>('/broadcasts')
    return found(items[0], 'the broadcast')
  }

  it('leaves on Monday at nine, once to each who is there by then, with the series open', async () => {
    const { bot } = at
    const series = await announceSeries(bot, { opens: MONDAY })
    await bot.settle()
    const form = await bot
      .as(MAELLE)
      .presses(await rehearsed({ thing: `series:${series.id}` }), 'Choisir l’heure d’envoi')
    // Thursday, ten: the next working day is proposed.
    assert.deepEqual([form.inputs.date, form.inputs.time], ['2027-04-23', '09:00'])
    const sheet = await bot.as(MAELLE).presses(form, 'Programmer l’envoi', MONDAY)
    says(sheet, 'Programmée', 'Partira le lundi 26 avril à 9 h', 'les personnes sont comptées à l’envoi')
    assert.deepEqual([(await view()).state, (await view()).leavesAt], ['planned', Date.parse(NINE)])
    says(await bot.as(MAELLE).says('envois'), 'Programmée · partira le lundi 26 avril à 9 h')
    await bot.as(KARIM).installs()
    await bot.until('2027-04-26T06:59:00Z')
    assert.deepEqual(told(), [0, 0, 0, 0])
    await bot.until(NINE)
    assert.deepEqual(told(), [1, 1, 1, 1])
    const message = found(got(CAMILLE)[0], 'the message')
    says(message, TEXT, SERIES_TITLE, 'Places libres, sur 40')
    assert.ok(message.buttons.includes('Je participe'))
    await bot.until('2027-04-28T07:00:00Z')
    assert.deepEqual(told(), [1, 1, 1, 1])
    says(await bot.as(MAELLE).presses(sheet, 'Toutes les diffusions'), 'Terminée · 4 envoyés sur 4')
  })

  it('is taken back at one press and set again at the next', async () => {
    const { bot } = at
    const sheet = await planned()
    const off = await bot.as(MAELLE).presses(sheet, 'Annuler l’envoi programmé', {}, { again: ['new id'] })
    says(off, 'L’envoi n’est plus programmé', 'Brouillon', 'Pas d’envoi le lundi 26 avril à 9 h')
    const on = await bot.as(MAELLE).presses(off, 'Programmer de nouveau')
    says(on, 'Programmée')
    await bot.as(MAELLE).presses(on, 'Annuler l’envoi programmé')
    await bot.until(NINE)
    assert.deepEqual(told(), [0, 0, 0, 0])
    assert.equal((await view()).state, 'draft')
  })

  it('can be sent at once, and then leaves no second time', async () => {
    const { bot } = at
    await bot.as(MAELLE).presses(await planned(), 'Envoyer maintenant')
    await bot.settle()
    assert.deepEqual(told(), [1, 1, 1, 0])
    await bot.until(NINE)
    assert.deepEqual(told(), [1, 1, 1, 0])
  })

  it('says why it does not leave: a text that changed, a series called off, a programme closed', async () => {
    const { bot } = at
    const api = bot.api(MAELLE)
    const sheet = await planned()
    const edit = await bot.as(MAELLE).presses(sheet, 'Modifier')
    const changed = await bot.as(MAELLE).presses(edit, 'Enregistrer le brouillon', { text: 'Autre chose.' })
    says(changed, 'Brouillon', 'le message a changé')
    const series = await announceSeries(bot)
    const carrying = await planned(MONDAY, { thing: `series:${series.id}` })
    await api.post(`/series/${series.id}/call-off`, { reason: 'La salle est inondée.' })
    const { id } = await view()
    await bot.until(NINE)
    const off = await api.get<BroadcastView>(`/broadcasts/${id}`)
    assert.deepEqual([off.state, off.plan], ['draft', { at: Date.parse(NINE), off: 'over' }])
    says(
      await bot.as(MAELLE).presses(carrying, 'Annuler l’envoi programmé'),
      'ce qui est joint est terminé ou annulé',
    )
    assert.deepEqual(told(), [0, 0, 0, 0])
  })

  it('does not leave for a programme that was closed meanwhile, and stays so when that opens again', async () => {
    const { bot } = at
    const api = bot.api(MAELLE)
    await planned()
    const { left } = await api.get<{ left: number }>('/closing')
    await api.post('/closing', { left, sure: true })
    await bot.settle()
    assert.deepEqual((await view()).plan, { at: Date.parse(NINE), off: 'closed' })
    const late = await api.ask<{ code: string }>('post', `/broadcasts/${(await view()).id}/plan`, {
      version: 1,
      ...MONDAY,
    })
    assert.equal(late.body.code, 'programme-closed')
    await api.post('/closing/reopen', {})
    await bot.until(NINE)
    assert.deepEqual([(await view()).state, told()], ['draft', [0, 0, 0, 0]])
  })

  it('refuses an hour at which nothing is written, in both doors, and says the next one', async () => {
    const { bot } = at
    const form = await bot.as(MAELLE).presses(await rehearsed(), 'Choisir l’heure d’envoi')
    const again = await bot
      .as(MAELLE)
      .presses(form, 'Programmer l’envoi', { date: '2027-04-25', time: '18:31' })
    says(again, 'Le bot n’écrit pas à cette heure-là', 'le lundi 26 avril à 9 h')
    assert.deepEqual([again.inputs.date, again.inputs.time], ['2027-04-25', '18:31'])
    const { id } = await view()
    const body = { version: 1, date: '2027-05-06', time: '10:00' }
    const holiday = await bot
      .api(MAELLE)
      .ask<{ code: string; title: string }>('post', `/broadcasts/${id}/plan`, body)
    assert.equal(holiday.body.code, 'plan-outside')
    assert.match(holiday.body.title.replace(/\s/gu, ' '), /vendredi 7 mai à 9 h/)
    const nobody = await bot
      .api(CAMILLE)
      .ask<{ code: string }>('post', `/broadcasts/${id}/plan`, { version: 1, ...MONDAY })
    assert.equal(nobody.status, 403)
    saysNothingOf(await bot.as(MAELLE).says('envois'), 'Programmée')
  })

  it('is posted in channels at its hour as well', async () => {
    const { bot } = at
    const list = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Canaux et Directions')
    const form = await bot.as(MAELLE).presses(list, 'Modifier', { channel: WORKSHOPS.id })
    await bot.as(MAELLE).presses(form, 'Rattacher', { direction: 'lycees', part: 'channel' })
    const api = bot.api(MAELLE)
    const audience = { kind: 'channels', directions: ['lycees'] }
    const { id } = await api.post<BroadcastView>('/broadcasts', {
      text: TEXT,
      audience,
      nonce: 'the-nonce-of-a-draft',
    })
    await api.post(`/broadcasts/${id}/rehearsal`, {})
    await api.post(`/broadcasts/${id}/plan`, { version: 1, ...MONDAY })
    const posts = () =>
      bot
        .as(CAMILLE)
        .reads(WORKSHOPS)
        .filter(({ text }) => text.includes(TEXT))
    await bot.until('2027-04-26T06:59:00Z')
    assert.equal(posts().length, 0)
    await bot.until(NINE)
    await bot.until('2027-04-26T10:00:00Z')
    assert.equal(posts().length, 1)
  })
})
