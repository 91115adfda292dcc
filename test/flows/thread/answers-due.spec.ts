import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { IdeaView, WaitingView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { RegisterView } from '../../../src/tabs/contract/ideas/register.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { EventView } from '../../../src/tabs/contract/thread.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { methodWithThresholds } from '../../support/programme/thresholds.ts'
import { CAMILLE, KARIM, MAELLE, NADIA, PASCAL, type Person, person } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'
const OLDER = 'Un carnet de passation'
const HOME = ['lycees', 'numerique', 'mobilites']
/** With those of the cast, thirty people of three Directions. */
const CROWD = Array.from({ length: 27 }, (_, at) =>
  person(`Agent ${at + 1}`, { direction: HOME[at % HOME.length] ?? '' }),
)
const LATER = methodWithThresholds('{ supports: 30, directions: 3, days: 30, by: direction }')

onEachEngine('an answer that thirty supports of three Directions oblige to give', engine => {
  const at = freshBot(engine, { programmeFile: LATER, people: [MAELLE, PASCAL, CAMILLE, ...CROWD] })

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA, PASCAL, ...CROWD])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
  })

  const support = (who: Person, id: string, on = true) =>
    at.bot.api(who).put<IdeaView>(`/ideas/${id}/support`, { support: on })
  const waiting = async () => (await at.bot.api(PASCAL).get<WaitingView>('/directions/lycees/waiting')).items
  const dueOf = async (id: string, who = NADIA) => (await at.bot.api(who).get<IdeaView>(`/ideas/${id}`)).due

  it('stands on the idea from that support on, first where it is owed, is late, and ends by the answer', async () => {
    const { bot } = at
    await bot.as(CAMILLE).says(`idée ${OLDER}`, IDEAS)
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    const { items } = await bot.api(MAELLE).get<Page<IdeaView>>('/ideas')
    const { id } = found(
      items.find(({ text }) => text === BIKES),
      'the idea',
    )
    for (const who of [...CROWD, NADIA]) await support(who, id)
    assert.equal(await dueOf(id), undefined, 'twenty-nine oblige nobody')
    await bot.settle()
    const written = () => bot.teams.calls.filter(({ method }) => method !== 'GET').length
    const before = written()
    const thirtieth = await bot.as(KARIM).presses(card, 'Soutenir', {}, { again: ['same id', 'new id'] })
    says(thirtieth, /Réponse due le samedi 22.mai \(Direction des lycées\)/)
    await bot.settle()
    assert.equal(written(), before, 'nothing is posted or edited because of it')
    saysNothingOf(bot.as(NADIA).sees(card), 'Réponse due')

    // One of them thinks again.
    await support(KARIM, id, false)
    const due = { on: '2027-05-22', direction: 'Direction des lycées', late: false }
    assert.deepEqual(await dueOf(id), due)
    const thread = await bot.api(CAMILLE).get<Page<EventView>>(`/ideas/${id}/thread`)
    assert.deepEqual(
      thread.items.filter(({ kind }) => kind === 'due').map(({ by, detail }) => [by, detail]),
      [[undefined, '2027-05-22']],
    )
    assert.deepEqual(
      (await waiting()).map(({ text }) => text),
      [BIKES, OLDER],
    )
    const register = await bot.api(MAELLE).get<Page<RegisterView>>('/ideas/register')
    assert.deepEqual(
      register.items.map(({ text }) => text),
      [OLDER, BIKES],
      'the Lab’ does not owe it',
    )

    bot.clock.advance(31 * DAY)
    assert.deepEqual(await dueOf(id), { ...due, late: true })
    says(
      await bot.as(NADIA).presses(card, 'Soutenir'),
      /Réponse en retard depuis le samedi 22.mai \(Direction des lycées\)/,
    )

    const { untold } = await bot.api(PASCAL).post<IdeaView>(`/ideas/${id}/answer`, { text: 'On essaie.' })
    await bot.api(PASCAL).post(`/ideas/${id}/take-back`, { at: untold?.answer?.at })
    assert.equal((await dueOf(id, PASCAL))?.late, true, 'taken back, it is as late as before')
    await bot.api(PASCAL).post(`/ideas/${id}/answer`, { text: 'On essaie en juin.' })
    await bot.later(TELL_AFTER)
    assert.equal(await dueOf(id), undefined)
    assert.deepEqual(
      (await waiting()).map(({ text }) => text),
      [OLDER],
    )
    says(bot.as(NADIA).sees(card), 'On essaie en juin.')
  })

  it('is what a box of questions promises: its card asks for no name and says when an answer is due', async () => {
    const { bot } = at
    const menu = await bot.as(MAELLE).says('annoncer')
    const form = await bot.as(MAELLE).presses(menu, 'Une boîte à micro-idées')
    const opened = await bot.as(MAELLE).presses(form, 'Ouvrir la boîte', {
      question: 'Que demandez-vous à la direction ?',
      kind: 'question',
      channel: IDEAS.id,
    })
    says(opened, 'Des questions à l’encadrement')
    await bot.settle()
    const box = found(bot.as(CAMILLE).reads(IDEAS)[0], 'the box')
    says(box, 'sans votre nom', /30 soutiens de 3 Directions.: réponse sous 30 jours/)
    assert.equal(box.inputs.unnamed, undefined)
    const mine = await bot
      .as(CAMILLE)
      .presses(box, 'Envoyer', { text: 'Pourquoi deux logiciels ?', axis: 'usager' })
    says(mine, 'Pourquoi deux logiciels')
    await bot.settle()
    const { items } = await bot.api(NADIA).get<Page<IdeaView>>('/ideas')
    assert.deepEqual(
      items.map(({ author, unnamed }) => [author, unnamed]),
      [['', true]],
    )
    saysNothingOf(found(bot.as(NADIA).reads(IDEAS).at(-1), 'the question'), 'Camille')
  })
})
