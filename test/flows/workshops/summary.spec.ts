import assert from 'node:assert/strict'
import { UNDO_TIME } from '../../../src/features/next-steps/step/domain.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { KeptView } from '../../../src/tabs/contract/attendance.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { SummaryView } from '../../../src/tabs/contract/workshops/summaries.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import {
  assertNobodyOn,
  assertSameForAll,
  found,
  says,
  saysNothingOf,
} from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const FILLED = {
  title: 'Le lycée de demain',
  axis: 'usager',
  date: '2027-05-20',
  place: 'Salle Garonne, Toulouse',
  seats: '8',
  channel: WORKSHOPS.id,
}
const GUESTS = [CAMILLE, KARIM, OWEN]
const NEXT = 'Deux essais dès lundi, à Foix'
const TRIAL = 'Essayer un badge unique au lycée de Foix'
const DUE = '2027-06-10'

onEachEngine('the summary of a workshop', engine => {
  const at = freshBot(engine)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  const inChannel = () => at.bot.as(AHMED).reads(WORKSHOPS)
  const summaries = (person: Person) =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => /Bilan de l’atelier|Workshop summary/.test(text))
  const press = (sheet: Shown, button: string, filled = {}) =>
    at.bot.as(MAELLE).presses(sheet, button, filled, { again: ['same id', 'new id'] })

  /** A workshop that is over, with three who had a seat and two ideas, one of them unnamed. */
  async function hold(): Promise<void> {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [MAELLE, NADIA, ...GUESTS]) await bot.as(person).installs()
    await bot.seat([AHMED, NADIA, ...GUESTS])
    await bot.settle()
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
    await bot.as(MAELLE).presses(await bot.as(MAELLE).presses(form, 'Voir l’aperçu', FILLED), 'Publier')
    await bot.settle()
    for (const person of GUESTS)
      await bot.as(person).presses(found(inChannel()[0], 'the post'), 'Je participe')
    const [kept] = (await bot.api(MAELLE).get<Page<KeptView>>('/attendance/workshops')).items
    await bot.later(found(kept, 'the workshop').startsAt + HOUR - bot.clock.now())
    for (const [person, text, unnamed] of [
      [CAMILLE, 'Un même badge partout', 'on'],
      [KARIM, 'Un banc devant chaque accueil', 'off'],
    ] as const) {
      const asked = await bot.as(person).presses(found(inChannel()[0], 'the post'), 'Déposer une idée')
      await bot.as(person).presses(asked, 'Envoyer', { text, axis: 'usager', unnamed })
    }
    const early = await bot.as(MAELLE).presses(found(inChannel()[0], 'the post'), 'Ma réponse')
    assert.ok(!early.buttons.includes('Publier le bilan'))
    await bot.later(found(kept, 'the workshop').endsAt + HOUR - bot.clock.now())
  }

  it('is looked at, published in the channel and to each who was there, once, then corrected', async function () {
    this.timeout(30_000)
    const { bot } = at
    await hold()
    const mine = await bot.as(MAELLE).presses(found(inChannel()[0], 'the post'), 'Ma réponse')
    const past = await bot.as(CAMILLE).presses(found(inChannel()[0], 'the post'), 'Ma réponse')
    says(past, 'Terminé')
    saysNothingOf(past, 'Votre place est réservée')
    assert.ok(!past.buttons.includes('Lire le bilan'))
    const form = await bot.as(MAELLE).presses(mine, 'Publier le bilan')
    const long = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', { next: 'x'.repeat(281) })
    says(long, '281 caractères pour 280 possibles')
    const preview = await bot.as(MAELLE).presses(long, 'Voir l’aperçu', { next: NEXT })
    const nadia = bot.api(NADIA)
    const [over] = (await bot.api(CAMILLE).get<Page<WorkshopView>>('/workshops')).items
    const { id } = found(over, 'the workshop')
    const path = `/workshops/${id}/published-summary`
    assert.deepEqual([over?.summary, (await nadia.ask('GET', path)).status], [undefined, 404])
    says(preview, 'Vos 2 idées, et la suite.', 'Un même badge partout', 'Pas encore de soutien', NEXT)
    assert.equal(inChannel().length, 1)
    const done = await press(preview, 'Publier')
    says(done, 'Bilan publié', 'Il est dans un canal', 'visible que de vous')
    assert.ok(done.buttons.includes('Corriger le bilan'))
    await bot.later(DAY)

    assert.equal((await nadia.get<WorkshopView>(`/workshops/${id}`)).summary, true)
    const { sequel, top, count } = await nadia.get<SummaryView>(path)
    assert.deepEqual([sequel, top.length, count], [NEXT, 2, 2])
    const later = await bot.as(CAMILLE).presses(found(inChannel()[0], 'the post'), 'Ma réponse')
    assert.ok(later.buttons.includes('Lire le bilan'))
    const card = found(inChannel()[1], 'the card')
    says(card, 'Bilan de l’atelier', 'Le lycée de demain', 'Un banc devant chaque accueil', NEXT)
    await assertNobodyOn(bot, card, [MAELLE, ...GUESTS])
    assertSameForAll(bot, card, [CAMILLE, NADIA])
    for (const person of GUESTS) assert.equal(summaries(person).length, 1, person.name)
    for (const person of [MAELLE, NADIA]) assert.equal(summaries(person).length, 0, person.name)
    const told = found(summaries(OWEN)[0], 'his message')
    says(told, 'Your 2 ideas, and what comes next.', NEXT)
    const why = await bot.as(OWEN).presses(told, 'Why this message?')
    says(why, 'You had a seat at this workshop', 'After a workshop')
    says(await bot.as(OWEN).presses(why, 'Back to the message'), NEXT)
    const [, quoted = ''] = /"idea":"(\w+)"/.exec(JSON.stringify(card.card)) ?? []
    const idea = await bot.as(NADIA).presses(card, { verb: 'ideas.show', data: { idea: quoted } })
    says(idea, /Un même badge partout|Un banc devant chaque accueil/)
    saysNothingOf(idea, 'Camille')

    const back = await bot.as(MAELLE).presses(found(inChannel()[0], 'the post'), 'Ma réponse')
    const again = await bot.as(MAELLE).presses(back, 'Corriger le bilan')
    says(again, 'Corriger le bilan')
    assert.equal(again.inputs.next, NEXT)
    const look = await bot.as(MAELLE).presses(again, 'Voir l’aperçu', { next: 'Trois essais' })
    says(await press(look, 'Publier la correction'), 'Bilan corrigé', 'Trois essais')
    await bot.later(2 * DAY)
    assert.equal(inChannel().length, 2)
    says(found(inChannel()[1], 'the card'), 'Trois essais')
    for (const person of GUESTS) assert.equal(summaries(person).length, 1, person.name)
  })

  it('quotes an idea no longer once organisers hide it', async () => {
    const { bot } = at
    await hold()
    const mine = await bot.as(MAELLE).presses(found(inChannel()[0], 'the post'), 'Ma réponse')
    const form = await bot.as(MAELLE).presses(mine, 'Publier le bilan')
    await press(await bot.as(MAELLE).presses(form, 'Voir l’aperçu', { next: NEXT }), 'Publier')
    await bot.settle()
    const [, quoted = ''] =
      /"idea":"(\w+)"/.exec(JSON.stringify(found(inChannel()[1], 'the card').card)) ?? []
    const { status } = await bot
      .api(MAELLE)
      .ask('POST', `/ideas/${quoted}/hide`, { reason: 'Nomme quelqu’un' })
    assert.equal(status, 200)
    await bot.settle()
    const card = found(inChannel()[1], 'the card')
    says(card, 'Votre idée, et la suite.')
    assert.equal(inChannel().length, 2)
  })

  it('carries what follows, and is edited as that is promised, late and kept; only the Lab’ writes it', async function () {
    this.timeout(30_000)
    const { bot } = at
    await hold()
    const mine = await bot.as(MAELLE).presses(found(inChannel()[0], 'the post'), 'Ma réponse')
    const form = await bot.as(MAELLE).presses(mine, 'Publier le bilan')
    const done = await press(await bot.as(MAELLE).presses(form, 'Voir l’aperçu', { next: NEXT }), 'Publier')
    const asked = await bot.as(MAELLE).presses(done, 'Écrire une suite')
    says(asked, 'Quelle est la suite', 'Le lycée de demain')
    const written = await press(asked, 'Je m’en charge', { text: TRIAL, due: DUE })
    says(written, 'La suite est écrite')
    const card = () => found(inChannel()[1], 'the card')
    const [over] = (await bot.api(CAMILLE).get<Page<WorkshopView>>('/workshops')).items
    const { id } = found(over, 'the workshop')
    const step = {
      nonce: 'nonce-of-a-step-on-a-summary',
      kind: 'summary',
      id,
      text: TRIAL,
      due: DUE,
      mine: true,
    }
    for (const person of [CAMILLE, KARIM, AHMED])
      assert.equal((await bot.api(person).ask('POST', '/steps', step)).status, 403, person.name)

    await bot.later(DAY)
    const line = `Suite : ${TRIAL} · le Lab’ · avant le jeudi 10 juin`
    says(card(), NEXT, line)
    const past = await bot.api(MAELLE).ask('POST', '/steps', { ...step, due: '2027-05-20' })
    assert.equal((past.body as { readonly code: string }).code, 'date-past')
    const path = `/workshops/${id}/published-summary`
    const { steps } = await bot.api(NADIA).get<SummaryView>(path)
    assert.deepEqual([steps.length, steps[0]?.state, steps[0]?.text], [1, 'promised', TRIAL])
    await bot.until('2027-06-11T08:00:00+02:00')
    says(card(), `${line}, en retard`)
    const own = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('mes suites'), 'Voir')
    await bot.as(MAELLE).presses(own, 'C’est fait')
    await bot.later(UNDO_TIME)
    says(card(), `Suite tenue : ${TRIAL} · le Lab’`)
    assert.equal(inChannel().length, 2)
    // Whoever was there had the summary itself, and nothing more.
    for (const person of GUESTS) assert.equal(summaries(person).length, 1, person.name)
  })
})
