import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { ReadyStoriesView } from '../../../src/tabs/contract/commitment-stories.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { type Bot, freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, INES, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { forge } from '../security/forge.ts'

const TEXT = 'répondre sous deux jours'
const OFFER = 'Raconter ce que cela a donné\u202F?'
const GONE = 'Ces mots ont été retirés.'

const idOf = ({ card }: Shown) => /"commitment":"(\w+)"/.exec(JSON.stringify(card))?.[1] ?? ''

async function taken(bot: Bot, who: Person, visibility = 'me'): Promise<Shown> {
  const form = await bot.as(who).presses(await bot.as(who).says('m’engager'), 'Je m’engage', {
    axis: 'usager',
    text: TEXT,
    horizon: '2027-06-30',
    visibility,
  })
  return form
}

onEachEngine('a kept commitment, told to the Direction', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, INES, NADIA, CAMILLE])
    await bot.as(MAELLE).installs(GENERAL)
    for (const who of [INES, NADIA, CAMILLE]) await bot.as(who).installs()
    await bot.settle()
    const { tenant, objectId, name } = MAELLE
    const lab = await bot.app.people.greet({ tenant, objectId, name, language: 'fr' })
    await bot.app.channels.bind(lab, WORKSHOPS.id, 'channel', 'mobilites')
    await bot.settle()
  })

  const inChannel = () => at.bot.as(CAMILLE).reads(WORKSHOPS)
  const ready = () => at.bot.api(INES).get<ReadyStoriesView>('/directions/mobilites/stories')
  const press = (who: Person, card: Shown, button: string, filled: Record<string, string> = {}) =>
    at.bot.as(who).presses(card, button, filled, { again: ['same id', 'new id'] })

  async function kept(who = NADIA): Promise<Shown> {
    return press(who, await taken(at.bot, who), 'C’est tenu')
  }

  it('is offered once it is kept, told in two taps with nothing typed, published by the pilot, and withdrawn everywhere', async () => {
    const { bot } = at
    const card = await kept()
    assert.equal(card.buttons[0], OFFER)
    const form = await press(NADIA, card, OFFER)
    says(form, 'Inès Roques, pilote, lira ces mots et choisira de les publier ou non', 'Ateliers')
    says(form, 'L’engagement lui-même reste visible de vous seulement', 'même du canal')
    assert.deepEqual([form.inputs.text, form.inputs.named], [TEXT, 'no'])
    assert.deepEqual(form.choices.named, ['Sans mon nom', 'Mon prénom\u00A0: Nadia'])
    const told = await press(NADIA, form, 'Envoyer')
    says(told, 'C’est transmis. Merci.', 'à votre pilote de publier ou non', `Vos mots : ${TEXT}`)
    assert.ok(!told.buttons.includes(OFFER))
    await bot.settle()
    const before = inChannel().length

    const { items } = await ready()
    assert.deepEqual(
      items.map(({ text, signature, state }) => [text, signature, state]),
      [[TEXT, undefined, 'told']],
    )
    const story = found(items[0], 'the story')
    assert.doesNotMatch(JSON.stringify(await ready()), /Nadia|Ferrer|usager/)
    await bot.api(INES).post(`/stories/${story.id}/publish`, { turn: story.turn })
    await bot.api(INES).post(`/stories/${story.id}/publish`, { turn: story.turn })
    await bot.settle()
    assert.equal(inChannel().length, before + 1)
    const posted = found(inChannel().at(-1), 'the post')
    says(posted, TEXT, 'Un engagement tenu · Direction des mobilités', 'Quelqu’un de la Direction')
    saysNothingOf(posted, 'Nadia', 'Ferrer', 'usager')
    says(await bot.as(CAMILLE).presses(posted, 'M’engager'), 'À quoi vous engagez-vous ?')

    const shown = await press(NADIA, told, 'Retirer mes mots')
    says(shown, 'Vos mots sont retirés, où qu’ils soient')
    await bot.settle()
    const emptied = bot.as(CAMILLE).sees(posted)
    says(emptied, GONE)
    saysNothingOf(emptied, TEXT, 'Quelqu’un')
    assert.deepEqual([inChannel().length, emptied.buttons], [before + 1, []])
    assert.deepEqual(await ready(), { items: [], out: [], channels: [] })
    assert.equal(shown.buttons[0], OFFER)
  })

  it('is signed with a first name by choice, and emptied by an erasure', async () => {
    const { bot } = at
    const form = await press(NADIA, await kept(), OFFER)
    await press(NADIA, form, 'Envoyer', {
      text: 'J’ai tenu, *presque* [toujours](https://x.y)',
      named: 'yes',
    })
    const [story] = (await ready()).items
    assert.equal(story?.signature, 'Nadia')
    await bot.api(INES).post(`/stories/${story?.id}/publish`, { turn: story?.turn })
    await bot.settle()
    const posted = found(inChannel().at(-1), 'the post')
    says(posted, 'J’ai tenu, *presque* [toujours](https://x.y)', 'Nadia')
    saysNothingOf(posted, 'Ferrer')
    await bot.api(NADIA).post('/me/data/erase', { ideas: 'unname', sure: true })
    await bot.settle()
    const emptied = bot.as(CAMILLE).sees(posted)
    says(emptied, GONE)
    saysNothingOf(emptied, 'presque', 'Nadia')
  })

  it('is never published in words that the pilot did not read', async () => {
    const { bot } = at
    const form = await press(NADIA, await kept(), OFFER)
    const told = await press(NADIA, form, 'Envoyer')
    const [read] = (await ready()).items
    const change = await press(NADIA, told, 'Changer mes mots')
    says(await press(NADIA, change, 'Enregistrer', { text: 'autre chose' }), 'Vos mots sont changés')
    const refused = await bot
      .api(INES)
      .post(`/stories/${read?.id}/publish`, { turn: read?.turn })
      .catch(String)
    assert.match(JSON.stringify(refused), /vient de changer ses mots|story-reworded/)
    await bot.settle()
    assert.ok(inChannel().every(({ text }) => !text.includes('autre chose')))
  })

  it('is kept in the journal where a pilot publishes it or lays it aside, once each', async () => {
    const { bot } = at
    await press(NADIA, await press(NADIA, await kept(), OFFER), 'Envoyer')
    const [story] = (await ready()).items
    for (const _ of ['once', 'again']) await bot.api(INES).put(`/stories/${story?.id}/aside`, { aside: true })
    await bot.api(INES).put(`/stories/${story?.id}/aside`, { aside: false })
    for (const _ of ['once', 'again'])
      await bot.api(INES).post(`/stories/${story?.id}/publish`, { turn: story?.turn })
    const { items } = await bot.api(MAELLE).get<{ items: readonly AuditView[] }>('/audit')
    const acts = items.map(({ act }) => act).filter(act => act.includes('story'))
    assert.deepEqual(acts.toSorted(), [
      'commitments.publish-story',
      'commitments.set-story-aside',
      'commitments.set-story-aside',
    ])
  })

  it('is its author’s and the pilot’s alone to act on', async () => {
    const { bot } = at
    const told = await press(NADIA, await press(NADIA, await kept(), OFFER), 'Envoyer')
    const commitment = idOf(told)
    const sent = { commitment, text: 'Moi', named: 'no', nonce: randomIds.nonce() }
    assert.match(await forge(bot, CAMILLE, 'commitments.tell', sent), /Seule la personne/)
    assert.match(await forge(bot, CAMILLE, 'commitments.withdraw-story', { commitment }), /Seule la personne/)
    const [story] = (await ready()).items
    const publish = { story: story?.id, turn: 0 }
    for (const who of [NADIA, MAELLE])
      assert.match(await forge(bot, who, 'commitments.publish-story', publish), /revient/)
    assert.equal((await ready()).items.length, 1)
  })

  it('is not offered where nobody could publish it, and says why to whoever asks', async () => {
    const { bot } = at
    const card = await kept(CAMILLE)
    assert.ok(!card.buttons.includes(OFFER))
    const asked = await forge(bot, CAMILLE, 'commitments.story-form', { commitment: idOf(card) })
    assert.match(asked, /n’a pas encore de pilote/)
  })
})
