import assert from 'node:assert/strict'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type {
  BroadcastChoices,
  BroadcastPreview,
  BroadcastView,
} from '../../../src/tabs/contract/broadcasts.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { announceSeries, SERIES_TITLE } from '../../support/product/series.ts'
import { AHMED, CAMILLE, MAELLE, NADIA, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const TEXT = 'Les journées ouvrent lundi.'
const PEOPLE = [AHMED, CAMILLE, NADIA, OWEN]
const plain = (text: string) => text.replace(/\s/gu, ' ')

onEachEngine('a broadcast that carries a series', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, ...PEOPLE])
    await bot.as(MAELLE).installs(WORKSHOPS)
    for (const person of [MAELLE, ...PEOPLE]) await bot.as(person).installs()
    await bot.settle()
  })

  const got = (person: Person): Shown =>
    found(
      at.bot
        .as(person)
        .reads()
        .find(
          ({ text }) =>
            /Le Lab’ vous écrit|A message from the Lab’/.test(text) && !/Aperçu|Preview/.test(text),
        ),
      'the message',
    )

  const draft = async (series: string, text = TEXT): Promise<BroadcastView> => {
    const written = {
      text,
      audience: { kind: 'roles', roles: ['agent'] },
      thing: { kind: 'series', id: series },
    }
    return at.bot.api(MAELLE).post('/broadcasts', { ...written, nonce: 'the-nonce-of-a-draft' })
  }

  async function send(series: string): Promise<void> {
    const api = at.bot.api(MAELLE)
    const { id } = await draft(series)
    await api.post(`/broadcasts/${id}/rehearsal`, {})
    await api.post(`/broadcasts/${id}/start`, { version: 1 })
    await at.bot.settle()
  }

  it('is offered in the chat, and shows its days; each takes a day on the message itself', async () => {
    const { bot } = at
    const { id } = await announceSeries(bot)
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('envois'), 'Écrire aux agents')
    assert.ok(
      found(form.choices.thing, 'the things').some(title => plain(title) === `Série : ${SERIES_TITLE}`),
    )
    const filled = { text: TEXT, audience: 'role:agent', thing: `series:${id}` }
    const written = await bot.as(MAELLE).presses(form, 'Enregistrer le brouillon', filled)
    const checked = await bot.as(MAELLE).presses(written, 'Vérifier avant d’envoyer')
    await bot.settle()
    await bot.as(MAELLE).presses(checked, 'Envoyer à 4 personnes')
    await bot.settle()
    const message = got(CAMILLE)
    says(message, TEXT, SERIES_TITLE, '3 journées', 'Jeudi 20 mai', 'Places libres, sur 40', 'Votre journée')
    says(got(OWEN), 'Thursday 20 May')
    assert.ok(got(OWEN).buttons.includes('I’m coming'))
    const day = found(found(message.choices.workshop, 'the days')[1], 'the second day')
    const answered = await bot
      .as(CAMILLE)
      .presses(message, 'Je participe', { workshop: day }, { again: ['same id'] })
    says(answered, 'Votre place est réservée', '27 mai')
  })

  it('shows one’s own day as taken, leads to it, and offers the others', async () => {
    const { bot } = at
    const series = await announceSeries(bot)
    const [first] = series.days
    await bot.api(CAMILLE).put(`/workshops/${found(first, 'a day').id}/answer`, { answer: 'yes' })
    await send(series.id)
    const message = got(CAMILLE)
    says(message, 'Votre place est réservée')
    assert.equal(found(message.choices.workshop, 'the days').length, 2)
    says(await bot.as(CAMILLE).presses(message, 'Ma réponse'), 'Votre place est réservée', '20 mai')
    assert.equal(found(got(NADIA).choices.workshop, 'the days').length, 3)
    saysNothingOf(got(NADIA), 'Votre place est réservée')
    assert.ok(!got(NADIA).buttons.includes('Ma réponse'))
  })

  it('says from when one may register, and opens by itself for whoever gets it later', async () => {
    const { bot } = at
    const series = await announceSeries(bot, { opens: { date: '2027-04-26', time: '09:00' } })
    await send(series.id)
    const early = got(CAMILLE)
    says(early, 'inscriptions à partir du lundi 26 avril', 'Les inscriptions ne sont pas encore ouvertes')
    assert.equal(early.choices.workshop, undefined)
    assert.ok(early.buttons.includes('Me prévenir de l’ouverture'))
    const noted = await bot.as(NADIA).presses(got(NADIA), 'Me prévenir de l’ouverture')
    says(noted, 'C’est noté')
    assert.ok(noted.buttons.includes('Ne plus me prévenir'))
    await bot.until('2027-04-26T07:30:00Z')
    const sheet = await bot.as(CAMILLE).presses(early, { verb: 'messages.why' })
    const now = await bot.as(CAMILLE).presses(sheet, 'Revenir au message')
    assert.equal(found(now.choices.workshop, 'the days').length, 3)
  })

  it('has in its preview exactly what leaves', async () => {
    const { bot } = at
    const series = await announceSeries(bot)
    const { id } = await draft(series.id)
    const { items } = await bot.api(MAELLE).get<{ items: BroadcastPreview[] }>(`/broadcasts/${id}/preview`)
    const texts = JSON.stringify(items[0])
    for (const word of [SERIES_TITLE, 'Jeudi 20 mai', 'Places libres, sur 40', 'Je participe']) {
      assert.ok(plain(texts).includes(word), word)
    }
    await bot.api(MAELLE).post(`/broadcasts/${id}/rehearsal`, {})
    await bot.api(MAELLE).post(`/broadcasts/${id}/start`, { version: 1 })
    await bot.settle()
    says(got(NADIA), SERIES_TITLE, 'Jeudi 20 mai', 'Places libres, sur 40')
    assert.deepEqual(got(NADIA).buttons.slice(0, 1), ['Je participe'])
  })

  it('is refused once it is cancelled, over, or gone, in words that say which', async () => {
    const { bot } = at
    const api = bot.api(MAELLE)
    const series = await announceSeries(bot)
    const { id } = await draft(series.id)
    await api.post(`/broadcasts/${id}/rehearsal`, {})
    await api.post(`/series/${series.id}/call-off`, { reason: 'La salle est inondée.' })
    await bot.later(15 * MINUTE)
    const late = await api.ask<{ code: string }>('post', `/broadcasts/${id}/start`, { version: 1 })
    assert.equal(late.body.code, 'series-over')
    const { things } = await api.get<BroadcastChoices>('/broadcasts/choices')
    assert.deepEqual(
      things.filter(({ kind }) => kind === 'series'),
      [],
    )
    const written = {
      text: TEXT,
      audience: { kind: 'everybody' },
      thing: { kind: 'series', id: 'gone00000000' },
    }
    const gone = await api.ask<{ code: string }>('put', `/broadcasts/${id}`, written)
    assert.equal(gone.body.code, 'series-gone')
    assert.equal((await api.get<BroadcastView>(`/broadcasts/${id}`)).state, 'draft')
  })
})
