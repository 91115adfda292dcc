import assert from 'node:assert/strict'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { IdeaView, WaitingView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import {
  AHMED,
  CAMILLE,
  INES,
  KARIM,
  MAELLE,
  NADIA,
  PASCAL,
  type Person,
} from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'
const REASON = 'Le marché des vélos court jusqu’en 2029. [x](http://evil) **gras** <at>Tous</at>'
const WHY = 'Pourquoi ce message\u202F?'
const TWICE = { again: ['same id', 'new id'] } as const

onEachEngine('what is decided of a micro-idea', engine => {
  const at = freshBot(engine)
  const people = [CAMILLE, KARIM, AHMED, NADIA, PASCAL, INES, MAELLE]
  let before = new Map<string, number>()

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA, AHMED, PASCAL, INES])
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of people) await bot.as(person).installs()
    await bot.settle()
    before = new Map(people.map(person => [person.name, bot.as(person).reads().length]))
  })

  /** Messages about the idea: a pilot gets others on a Monday. */
  const news = (person: Person) =>
    at.bot
      .as(person)
      .reads()
      .slice(before.get(person.name) ?? 0)
      .filter(({ text }) => text.includes(BIKES)).length
  const last = (person: Person) => found(at.bot.as(person).reads().at(-1), `a message to ${person.name}`)

  it('is told once to those it concerns, each step on a card of its own, and changes the channel’s card', async () => {
    const { bot } = at
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    for (const person of [KARIM, AHMED]) await bot.as(person).presses(card, 'Soutenir')

    // The manager studies it from the card, and presses again and again.
    const { items } = await bot.api(PASCAL).get<WaitingView>('/directions/lycees/waiting')
    const { id, mayDecide } = found(items[0], 'the idea')
    assert.equal(mayDecide, true)
    const seen = await bot.as(PASCAL).presses(card, 'Soutenir')
    assert.deepEqual(seen.buttons.slice(0, 4), ['Répondre', 'Mettre à l’étude', 'Retenir', 'Ne pas retenir'])
    const studied = await bot.as(PASCAL).presses(seen, 'Mettre à l’étude', {}, TWICE)
    says(
      studied,
      'L’idée est à l’étude',
      'Mise à l’étude par Pascal Vidal, encadrement',
      'Rien n’est publié avant',
    )
    // Until then it is his to take back, and nothing is told or drawn.
    saysNothingOf(bot.as(NADIA).sees(card), 'À l’étude')
    const back = await bot.as(PASCAL).presses(studied, 'Annuler la décision', {}, TWICE)
    says(back, 'C’est annulé', 'Rien n’a été publié.', 'Reçue')
    await bot.later(HOUR)
    assert.deepEqual(people.map(news), [0, 0, 0, 0, 0, 0, 0])
    const open = await bot.as(PASCAL).presses(await bot.as(PASCAL).presses(card, 'Historique'), 'Voir l’idée')
    await bot.as(PASCAL).presses(open, 'Mettre à l’étude', {}, TWICE)
    await bot.later(24 * HOUR)
    assert.deepEqual(people.map(news), [1, 1, 1, 0, 0, 0, 0])
    says(
      last(CAMILLE),
      'Votre idée est à l’étude',
      BIKES,
      'La suite : une réponse ou une décision, que vous lirez ici.',
    )
    says(
      last(KARIM),
      'Une idée que vous soutenez est à l’étude',
      'Mise à l’étude par Pascal Vidal, encadrement',
    )
    says(bot.as(NADIA).sees(card), 'À l’étude')

    // Set aside, for a reason that everybody reads.
    const again = await bot
      .as(PASCAL)
      .presses(await bot.as(PASCAL).presses(card, 'Commentaires'), 'Voir l’idée')
    const form = await bot.as(PASCAL).presses(again, 'Ne pas retenir')
    says(form, BIKES, 'Pourquoi n’est-elle pas retenue', 'visible de tous')
    says(
      await bot.as(PASCAL).presses(form, 'Ne pas retenir', { text: ' ' }),
      'Pourquoi n’est-elle pas retenue',
    )
    await bot.as(PASCAL).presses(form, 'Ne pas retenir', { text: REASON }, TWICE)
    await bot.api(AHMED).put(`/ideas/${id}/support`, { support: false })
    await bot.settle()
    // The second of a week waits until the first is seven days old.
    await bot.later(72 * HOUR)
    assert.deepEqual(people.map(news), [1, 1, 1, 0, 0, 0, 0])
    await bot.later(7 * 24 * HOUR)
    assert.deepEqual(people.map(news), [2, 2, 1, 0, 0, 0, 0])
    const told = last(CAMILLE)
    says(told, 'Votre idée n’est pas retenue', 'Raison donnée par Pascal Vidal, encadrement', REASON)
    assert.equal(told.buttons.at(-1), WHY)
    assert.ok(told.buttons.length <= 6)
    const why = await bot.as(CAMILLE).presses(told, WHY)
    says(why, 'Une idée que vous avez écrite, soutenue ou commentée', /Message 1 sur \d/)
    says(await bot.as(CAMILLE).presses(why, 'Revenir au message'), 'Votre idée n’est pas retenue', REASON)
    says(bot.as(NADIA).sees(card), 'Non retenue', REASON)
    assert.deepEqual((await bot.api(PASCAL).get<WaitingView>('/directions/lycees/waiting')).items, [])

    // A mind is changed twice before anybody is written to: only what holds is told.
    const path = `/ideas/${id}/state`
    await bot.api(PASCAL).put(path, { state: 'retained' })
    await bot.api(MAELLE).put(path, { state: 'studied' })
    await bot.api(MAELLE).put(path, { state: 'retained' })
    await bot.later(8 * 24 * HOUR)
    assert.deepEqual(people.map(news), [3, 3, 1, 0, 1, 0, 0])
    says(last(PASCAL), 'Une idée que vous soutenez est retenue', 'Retenue par Maëlle Rivière, le Lab’')
    saysNothingOf(last(CAMILLE), REASON)

    const mine = await bot.api(CAMILLE).get<Page<IdeaView>>('/ideas?mine=1')
    const { decision, state } = found(mine.items[0], 'her idea')
    assert.deepEqual([state, decision?.author, decision?.role], ['retained', 'Maëlle Rivière', 'organiser'])
    const thread = await bot
      .as(NADIA)
      .presses(await bot.as(NADIA).presses(card, 'Commentaires'), 'Historique')
    says(thread, 'À l’étude, par Pascal Vidal', 'Idée retenue, par Maëlle Rivière')
  })

  it('is for those who answer for its Direction, pilots left out, and not for an idea taken back', async () => {
    const { bot } = at
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    const [idea] = (await bot.api(MAELLE).get<Page<IdeaView>>('/ideas')).items
    const path = `/ideas/${found(idea, 'the idea').id}/state`
    await assert.rejects(bot.api(KARIM).put(path, { state: 'retained' }), /role-needed/)
    await assert.rejects(bot.api(INES).put(path, { state: 'retained' }), /role-needed/)
    const seen = await bot.as(PASCAL).presses(card, 'Soutenir')
    const mine = await bot.as(CAMILLE).presses(card, 'Préciser l’axe')
    await bot.as(CAMILLE).presses(mine, 'Retirer mon idée')
    says(
      await bot.as(PASCAL).presses(seen, 'Retenir'),
      'Cette idée a été retirée par la personne qui l’a écrite',
    )
    await assert.rejects(bot.api(PASCAL).put(path, { state: 'aside' }), /idea-taken-back/)
    await bot.later(24 * HOUR)
    assert.deepEqual(people.map(news), [0, 0, 0, 0, 0, 0, 0])
  })
})
