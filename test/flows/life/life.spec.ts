import assert from 'node:assert/strict'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { AHMED, CAMILLE, KARIM, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { liveOn } from './life.ts'

/** What each is told, in order, by words that no other step has; within a week, the latest alone. */
const STEPS: ReadonlyMap<Person, readonly string[]> = new Map([
  [
    CAMILLE,
    ['Votre idée est soumise au vote', 'Le vote où figure votre idée est clos', 'Un résultat est partagé'],
  ],
  [
    KARIM,
    [
      'Une idée que vous soutenez est soumise au vote',
      'Un vote est clos, avec une idée que vous soutenez',
      'Nadia Ferrer a rejoint l’initiative',
      'Un engagement né d’une idée que vous soutenez est tenu',
    ],
  ],
  [NADIA, ['à une nouvelle étape : « En essai »', 'Un résultat est partagé']],
  [AHMED, []],
])

/** In how many messages: the last of them one card a week later. */
const CARDS: ReadonlyMap<Person, number> = new Map([
  [CAMILLE, 3],
  [KARIM, 3],
  [NADIA, 2],
  [AHMED, 0],
])

onEachEngine('the thread of one idea, from a workshop’s table to a kept commitment', engine => {
  const at = freshBot(engine)

  it('is one timeline, and is told in one card a week to everybody who touched it, and to nobody else', async () => {
    const { timeline, told } = await liveOn(at.bot)
    assert.deepEqual(
      timeline.map(({ kind, by, detail }) => [kind, by, detail]),
      [
        ['received', 'Camille Martin', 'Le lycée, demain · La table 4'],
        ['balloted', undefined, 'Par quoi commencer ?'],
        ['result', undefined, 'Par quoi commencer ?'],
        ['retained', 'Pascal Vidal', undefined],
        ['initiative', 'Karim Benali', undefined],
        ['phase', 'Karim Benali', 'test'],
        ['committed', undefined, undefined],
        ['kept', undefined, undefined],
        ['outcome', 'Karim Benali', undefined],
      ],
    )
    for (const [person, steps] of STEPS) {
      const heard = told.get(person) ?? []
      const said = heard.map(({ words }) => words.replaceAll('\u00A0', ' '))
      assert.equal(said.length, CARDS.get(person), `${person.name} was told:\n${said.join('\n\n')}`)
      const which = said.flatMap(words => steps.filter(step => words.includes(step)))
      assert.deepEqual(which.sort(), [...steps].sort(), person.name)
    }
  })
})
