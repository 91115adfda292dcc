import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { PostPlacesView, WeekView } from '../../../src/tabs/contract/nudges.ts'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { methodWith } from '../../support/programme/nudge-rules.ts'
import { CAMILLE, INES, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import type { Button } from '../../support/teams/card-press.ts'
import { type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { openBallot } from '../ballots/steps.ts'
import { forge } from '../security/forge.ts'

const WHY = 'Pourquoi ce message\u202F?'
const [BIKES, ROOM, COFFEE] = ['Un vélo par site', 'Une salle calme par étage', 'Un café commun le lundi']
const RULES = [
  'id: lundi, kind: digest, at: "30 6 * * 1"',
  'id: idees, kind: ideas-waiting, at: "0 7 * * *", patience: 3, every: 3',
  'id: cloture, kind: ballot-closing, at: "0 7 * * *", days: 6',
]
const MONDAY = '2027-05-03T07:05:00Z'

describe('the pilot’s Monday', function () {
  this.timeout(60_000)
  const at = freshBot(sqlite, { programmeFile: methodWith(RULES.map(rule => `{ ${rule} }`)) })
  let card: Shown
  let ballot = ''

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, INES, NADIA, CAMILLE])
    for (const person of [INES, NADIA, CAMILLE]) await bot.as(person).installs()
    ballot = /"ballot":"(\w+)"/.exec(JSON.stringify((await openBallot(bot)).post.card))?.[1] ?? ''
    const { tenant, objectId, name } = MAELLE
    const lab = await bot.app.people.greet({ tenant, objectId, name, language: 'fr' })
    await bot.app.channels.bind(lab, WORKSHOPS.id, 'channel', 'mobilites')
    for (const idea of [BIKES, ROOM, COFFEE]) await bot.as(NADIA).says(`idée ${idea}`)
    await bot.api(INES).put('/me/messages', { pausedUntil: '2027-05-02' })
    await bot.until(MONDAY)
    card = found(bot.as(INES).reads().at(-1), 'the Monday card')
  })

  const press = (on: Shown, button: Button, filled: Record<string, string> = {}) =>
    at.bot.as(INES).presses(on, button, filled, { again: ['new id'] })
  const posts = () => at.bot.as(CAMILLE).reads(WORKSHOPS).length
  const answersOf = async () => {
    const { items } = await at.bot.api(INES).get<{ items: readonly IdeaView[] }>('/ideas')
    return new Map(items.map(({ text, answer }) => [text, answer?.text]))
  }

  it('asks about the oldest idea, has a post ready, compares one figure, in six acts at most', () => {
    says(card, 'Votre semaine de pilote', BIKES, '2 autres attendent.')
    says(card, 'Prêt à publier', 'Ateliers', 'Par quoi commencer', 'Le vote ferme')
    saysNothingOf(card, ROOM, 'Voir\n')
    assert.deepEqual(card.buttons, ['Répondre', 'Idée suivante', 'Publier', WHY])
  })

  it('goes from one idea to the next as they are answered, and says when none waits', async () => {
    const second = await press(card, 'Répondre', { text: 'Oui, dès le 17 mai.' })
    says(second, 'Répondu', 'Oui, dès le 17 mai', 'vous pouvez annuler', ROOM, 'Une autre attend.')
    assert.equal(second.inputs.text, '')
    assert.equal(second.buttons.length, 5)
    const third = await press(second, 'Idée suivante')
    says(third, COFFEE)
    const passed = await press(third, 'Répondre', { text: 'Le café est pour nous.' })
    says(passed, 'Une idée attend encore.')
    const again = await press(passed, 'Reprendre à la première')
    says(again, ROOM)
    const none = await press(again, 'Répondre', { text: 'Au deuxième étage.' })
    says(none, 'Tout a une réponse.')
    saysNothingOf(none, 'Votre réponse\n')
    const all = await answersOf()
    assert.deepEqual(
      [BIKES, ROOM, COFFEE].map(text => all.get(text)),
      ['Oui, dès le 17 mai.', 'Au deuxième étage.', 'Le café est pour nous.'],
    )
  })

  it('keeps what was typed when it is refused, passed or left for a post', async () => {
    const text = 'x'.repeat(601)
    const refused = JSON.stringify(
      await forge(at.bot, INES, 'nudges.week-answer', { ...dataOf(card, 'nudges.week-answer'), text }),
    )
    assert.match(refused, /601 caractères pour 600/)
    const empty = await press(card, 'Répondre', { text: ' ' })
    says(empty, BIKES)
    saysNothingOf(empty, 'Répondu')
    const passed = await press(card, 'Idée suivante', { text: 'À moitié' })
    says(passed, ROOM, 'Vos mots, non envoyés', 'À moitié')
    const posted = await press(card, 'Publier', { text: 'À moitié' })
    says(posted, ROOM, 'C’est parti')
    assert.equal(posted.inputs.text, 'À moitié')
  })

  it('keeps what was typed while a kept commitment that waits to be published is read', async () => {
    const { bot } = at
    const commitment = {
      axis: 'usager',
      horizon: '2027-06-30',
      visibility: 'me',
      text: 'répondre sous deux jours',
    }
    const filled = await bot
      .as(NADIA)
      .presses(await bot.as(NADIA).says('m’engager'), 'Je m’engage', commitment)
    const kept = await bot.as(NADIA).presses(filled, 'C’est tenu')
    const form = await bot.as(NADIA).presses(kept, 'Raconter ce que cela a donné\u202F?')
    await bot.as(NADIA).presses(form, 'Envoyer')
    const passed = await press(card, 'Idée suivante')
    const published = await press(passed, 'Publier')
    const story = await press(published, 'Le lire', { text: 'À moitié' })
    says(story, 'Un engagement tenu, prêt à publier', 'répondre sous deux jours')
    const aside = await press(story, 'Ne pas publier')
    says(aside, 'Un engagement tenu, mis de côté')
    const back = await press(aside, 'Revenir au message')
    says(back, ROOM)
    assert.equal(back.inputs.text, 'À moitié')
  })

  it('shows beside the next idea the words for one that somebody else has answered', async () => {
    const { items } = await at.bot
      .api(INES)
      .get<{ items: readonly IdeaView[] }>('/directions/mobilites/waiting')
    await at.bot.api(MAELLE).post(`/ideas/${items[0]?.id}/answer`, { text: 'Le Lab’ s’en charge.' })
    const refused = await press(card, 'Répondre', { text: 'Oui, dès le 17 mai.' })
    says(refused, 'Vos mots, non envoyés', 'Oui, dès le 17 mai.', ROOM)
    assert.equal((await answersOf()).get(BIKES), 'Le Lab’ s’en charge.')
  })

  it('takes an answer back, with its words in the field again', async () => {
    const answered = await press(card, 'Répondre', { text: 'Oui, dès le 17 mai.' })
    const undone = await press(answered, 'Annuler la réponse')
    says(undone, 'C’est annulé', BIKES, '2 autres attendent.')
    assert.equal(undone.inputs.text, 'Oui, dès le 17 mai.')
    assert.equal((await answersOf()).get(BIKES), undefined)
    const again = await press(undone, 'Répondre', { text: 'Oui, dès juin.' })
    await at.bot.later(11 * MINUTE)
    const late = await press(again, 'Annuler la réponse')
    says(late, ROOM)
    saysNothingOf(late, 'C’est annulé', 'Vos mots')
    assert.equal((await answersOf()).get(BIKES), 'Oui, dès juin.')
  })

  it('publishes in one tap, says since when everywhere, and a second post only to who asks for it', async () => {
    const before = posts()
    const published = await press(card, 'Publier')
    says(published, 'C’est parti', 'Publié lundi 3 mai', BIKES)
    assert.deepEqual(published.buttons, ['Répondre', 'Idée suivante', WHY])
    await at.bot.later(11 * MINUTE)
    // Teams may draw the bare card again.
    const pressed = await forge(at.bot, INES, 'nudges.post-ready', dataOf(card, 'nudges.post-ready'))
    assert.match(pressed, /Déjà publié lundi 3 mai.*Publié lundi 3 mai/s)
    await at.bot.settle()
    assert.equal(posts(), before + 1)

    const api = at.bot.api(INES)
    const { published: known } = await api.get<WeekView>('/directions/mobilites/week')
    assert.deepEqual(
      known.map(({ thing, of }) => ({ thing, of })),
      [{ thing: 'ballot', of: ballot }],
    )
    const places = `/directions/mobilites/post-places?thing=ballot&of=${ballot}`
    assert.equal((await api.get<PostPlacesView>(places)).publishedAt, known[0]?.at)
    const words = { thing: 'ballot', of: ballot, text: 'Plus que trois jours.', nonce: randomIds.nonce() }
    await assert.rejects(api.post('/directions/mobilites/posts', words), /post-done|409|422/)
    await api.post('/directions/mobilites/posts', { ...words, again: true })
    await at.bot.settle()
    assert.equal(posts(), before + 2)
  })

  it('draws what the buttons of older cards ask for', async () => {
    const { message } = dataOf(card, 'nudges.week-answer')
    const items = await Promise.all(
      ['0', '1'].map(item => forge(at.bot, INES, 'nudges.item', { message, round: 1, item })),
    )
    assert.match(items.join('\n'), /attendent une réponse/)
    assert.match(items.join('\n'), /Le vote ferme/)
    const whole = await forge(at.bot, INES, 'nudges.message', { message, round: 1 })
    assert.match(whole, /Un vélo par site/)
    const posted = await forge(at.bot, NADIA, 'nudges.post-ready', { message, round: 1, item: '1' })
    assert.match(posted, /Seule la personne concernée/)
  })

  it('asks about no idea of whoever stopped that, and is told alone of what is left', async () => {
    await at.bot.api(INES).put('/me/messages', { topic: { topic: 'ideas-waiting', on: false } })
    const before = at.bot.as(INES).reads().length
    await at.bot.until('2027-05-10T07:05:00Z')
    for (const { text } of at.bot.as(INES).reads().slice(before))
      assert.doesNotMatch(text, /Un vélo par site/)
  })
})

/** The data of the card's button with that verb. */
function dataOf({ card }: Shown, verb: string): Record<string, unknown> {
  const text = JSON.stringify(card)
  const data = new RegExp(`"verb":"${verb}","data":(\\{[^{}]*\\})`).exec(text)?.[1]
  return JSON.parse(data ?? assert.fail(`no ${verb} on the card`))
}
