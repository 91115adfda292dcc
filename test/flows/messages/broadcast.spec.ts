import assert from 'node:assert/strict'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { BroadcastPreview, BroadcastView } from '../../../src/tabs/contract/broadcasts.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says } from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, INES, MAELLE, NADIA, PASCAL, type Person } from '../../support/sign-in/cast.ts'
import { chatId } from '../../support/teams/chats.ts'
import { type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const TEXT = 'Les journées du 7 mai approchent.\nVenez avec une idée.'
const PEOPLE = [AHMED, CAMILLE, INES, NADIA, PASCAL]

onEachEngine('a broadcast, from the first word to the last recipient', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, ...PEOPLE])
    await bot.as(MAELLE).installs(WORKSHOPS)
    for (const person of [MAELLE, ...PEOPLE]) await bot.as(person).installs()
    await bot.settle()
  })

  /** What came to somebody from the Lab’, previews left out. */
  const got = (person: Person): Shown[] =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => text.includes('Le Lab’ vous écrit') && !text.includes('Aperçu'))

  /** The card of a draft that was rehearsed. */
  async function rehearsed(fields: Record<string, string> = {}): Promise<Shown> {
    const { bot } = at
    const menu = await bot.as(MAELLE).says('envois')
    const form = await bot.as(MAELLE).presses(menu, 'Écrire aux agents')
    const { directions, ...others } = fields
    const filled = { text: TEXT, audience: 'everybody', ...others }
    const first = await bot.as(MAELLE).presses(form, 'Enregistrer le brouillon', filled)
    if (directions !== undefined) says(first, 'Choisissez les Directions')
    const draft =
      directions === undefined
        ? first
        : await bot.as(MAELLE).presses(first, 'Enregistrer le brouillon', { ...filled, directions })
    return bot.as(MAELLE).presses(draft, 'Vérifier avant d’envoyer')
  }

  const figures = async (): Promise<BroadcastView> => {
    const { items } = await at.bot.api(MAELLE).get<{ items: BroadcastView[] }>('/broadcasts')
    return items[0] ?? assert.fail('nothing was written')
  }

  it('shows the preview in both languages, reaches each once, and says so in the chat as in the tab', async () => {
    const { bot } = at
    const sheet = await rehearsed()
    says(sheet, '6 destinataires')
    await bot.settle()
    const previews = bot
      .as(MAELLE)
      .reads()
      .filter(({ text }) => /Aperçu|Preview/.test(text))
    assert.equal(previews.filter(({ text }) => text.includes('A message from the Lab’')).length, 1)
    const running = await bot.as(MAELLE).presses(sheet, 'Envoyer à 6 personnes')
    says(running, 'L’envoi est lancé')
    await bot.settle()
    for (const person of PEOPLE) assert.equal(got(person).length, 1, person.name)
    says(
      await bot.as(MAELLE).presses(running, 'Actualiser'),
      'Terminée',
      '6 envoyés',
      'la lecture ne se mesure pas',
    )
    const { state, figures: counted } = await figures()
    assert.deepEqual([state, counted.sent, counted.recipients], ['done', 6, 6])
  })

  it('leaves what Teams did not confirm to the organiser, and what it refused to nobody', async () => {
    const { bot } = at
    const sheet = await rehearsed()
    await bot.settle()
    bot.teams.fails({ on: 'post', in: chatId(NADIA), status: 502, carriedOut: true })
    bot.as(AHMED).blocks()
    const running = await bot.as(MAELLE).presses(sheet, 'Envoyer à 6 personnes')
    await bot.settle()
    await bot.later(HOUR)
    assert.equal(got(NADIA).length, 1)
    const done = await bot.as(MAELLE).presses(running, 'Actualiser')
    says(done, '4 envoyés', '1 non joignable', '1 a bloqué le bot', '1 incertain')
    await bot.as(MAELLE).presses(done, 'Renvoyer à 1 personne')
    await bot.settle()
    assert.equal(got(NADIA).length, 2)
    says(await bot.as(MAELLE).presses(running, 'Actualiser'), '5 envoyés')
  })

  it('waits while it is paused, and goes on to everybody', async () => {
    const { bot } = at
    const sheet = await rehearsed({ audience: 'role:agent' })
    await bot.settle()
    const running = await bot.as(MAELLE).presses(sheet, 'Envoyer à 3 personnes')
    const paused = await bot.as(MAELLE).presses(running, 'Mettre en pause')
    await bot.later(10 * MINUTE)
    assert.equal(PEOPLE.flatMap(got).length, 0)
    await bot.as(MAELLE).presses(paused, 'Reprendre l’envoi')
    await bot.settle()
    const agents = PEOPLE.filter(({ role }) => role === 'agent')
    assert.equal(PEOPLE.flatMap(got).length, agents.length)
    const { state, figures: counted } = await figures()
    assert.deepEqual([state, counted.waiting, counted.sent], ['done', 0, agents.length])
  })

  it('sends nothing more once it is stopped', async () => {
    const { bot } = at
    const sheet = await rehearsed()
    await bot.settle()
    const running = await bot.as(MAELLE).presses(sheet, 'Envoyer à 6 personnes')
    const asked = await bot.as(MAELLE).presses(running, 'Arrêter l’envoi')
    says(asked, 'L’arrêt est définitif')
    const stopped = await bot.as(MAELLE).presses(asked, 'Arrêter définitivement')
    says(stopped, 'Envoi arrêté', '6 non envoyés')
    await bot.later(HOUR)
    assert.equal(PEOPLE.flatMap(got).length, 0)
    const { state, figures: counted } = await figures()
    assert.deepEqual([state, counted.stopped, counted.sent], ['stopped', 6, 0])
  })

  it('stands once in each channel, and leaves to the organiser what Teams did not confirm', async () => {
    const { bot } = at
    const list = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Canaux et Directions')
    const form = await bot.as(MAELLE).presses(list, 'Modifier', { channel: WORKSHOPS.id })
    await bot.as(MAELLE).presses(form, 'Rattacher', { direction: 'lycees', part: 'channel' })
    const sheet = await rehearsed({ audience: 'channels', directions: 'lycees,culture' })
    await bot.settle()
    bot.teams.fails({ on: 'post', in: WORKSHOPS.id, status: 502 })
    const running = await bot.as(MAELLE).presses(sheet, 'Publier dans 1 canal')
    await bot.settle()
    const posts = () =>
      bot
        .as(CAMILLE)
        .reads(WORKSHOPS)
        .filter(({ text }) => text.includes('Le Lab’ vous écrit'))
    assert.equal(posts().length, 0)
    const doubtful = await bot.as(MAELLE).presses(running, 'Actualiser')
    says(doubtful, '1 incertain')
    await bot.as(MAELLE).presses(doubtful, 'Publier de nouveau dans 1 canal')
    await bot.settle()
    assert.equal(posts().length, 1)
    says(await bot.as(MAELLE).presses(running, 'Actualiser'), 'Terminée', '1 envoyé')
    await bot.settle()
    assert.equal(posts().length, 1)
  })

  it('is written in the tab by the same rules', async () => {
    const { bot } = at
    const api = bot.api(MAELLE)
    const written = { text: TEXT, audience: { kind: 'directions', directions: ['lycees'] } }
    const { id } = await api.post<BroadcastView>('/broadcasts', { ...written, nonce: 'the-nonce-of-a-draft' })
    const early = await api.ask<{ code: string }>('post', `/broadcasts/${id}/start`, { version: 1 })
    assert.equal(early.body.code, 'broadcast-unrehearsed')
    const seen = await api.post<BroadcastView>(`/broadcasts/${id}/rehearsal`, {})
    const expected = PEOPLE.filter(({ direction }) => direction === 'lycees')
    assert.equal(seen.rehearsal?.reached, expected.length)
    const { items } = await api.get<{ items: BroadcastPreview[] }>(`/broadcasts/${id}/preview`)
    assert.deepEqual(
      items.map(({ language, blocks }) => [language, blocks.filter(({ kind }) => kind === 'acts')]),
      [
        ['fr', [{ kind: 'acts', titles: ['Pourquoi ce message\u202f?'] }]],
        ['en', [{ kind: 'acts', titles: ['Why this message?'] }]],
      ],
    )
    await api.post(`/broadcasts/${id}/start`, { version: 1 })
    await bot.settle()
    assert.deepEqual(
      PEOPLE.filter(person => got(person).length > 0),
      expected,
    )
    const late = await api.ask<{ code: string }>('put', `/broadcasts/${id}`, { ...written, text: 'Non' })
    assert.equal(late.body.code, 'broadcast-begun')
    assert.equal((await bot.api(CAMILLE).ask<{ code: string }>('get', '/broadcasts')).status, 403)
  })
})
