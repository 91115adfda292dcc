import assert from 'node:assert/strict'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { CommentView, IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import { BALLOT, BOX, COMMITMENT, IDEA, WHEN, WORKSHOP } from '../../support/product/inputs.ts'
import { CAMILLE, HELENE, KARIM, MAELLE, type Person } from '../../support/sign-in/cast.ts'
import { openMenu } from '../ballots/steps.ts'
import { forge } from './forge.ts'

const NONCE = 'a-nonce-drawn-for-somebody-else'
const LAB = /C’est le Lab’ qui s’en charge/
const OWN = /Seule la personne concernée peut faire cela/

describe('a card of somebody else, sent again', () => {
  const at = freshBot(sqlite)
  beforeEach(async () => {
    await openMenu(at.bot)
    await at.bot.seat([CAMILLE, KARIM, HELENE])
  })

  const press = (person: Person, verb: string, data: object) =>
    forge(at.bot, person, verb, { ...data, nonce: NONCE })
  const journal = async () => {
    const { items } = await at.bot.api(HELENE).get<Page<AuditView>>('/audit')
    return items
      .filter(({ door }) => door !== 'command')
      .map(({ role, act, refused }) => [role, act, refused].join(' '))
      .toSorted()
  }
  const all = async <T>(path: string, person = MAELLE) => (await at.bot.api(person).get<Page<T>>(path)).items

  it('under a nonce of nobody in particular, makes what its sender wrote their own, takes nothing from the other, and does not use up their form', async () => {
    const mine = async (person: Person) => (await all<CommitmentView>('/commitments', person)).length
    for (const person of [KARIM, CAMILLE, CAMILLE]) {
      await press(person, 'ideas.submit', { ...IDEA, text: `De ${person.name}` })
      await press(person, 'commitments.take', { ...COMMITMENT, text: `De ${person.name}` })
    }
    const ideas = await all<IdeaView>('/ideas')
    assert.deepEqual(ideas.map(({ text }) => text).toSorted(), ['De Camille Martin', 'De Karim Benali'])
    assert.deepEqual([await mine(KARIM), await mine(CAMILLE)], [1, 1])
    const idea = found(ideas[0]?.id, 'an idea')
    for (const person of [KARIM, CAMILLE, CAMILLE]) {
      await press(person, 'ideas.comment', { idea, text: `De ${person.name}` })
    }
    assert.equal((await all<CommentView>(`/ideas/${idea}/comments`)).length, 2)
  })

  it('makes nothing when it is a form drawn for somebody else, stands in the journal, and gives the sender their own', async () => {
    const { bot } = at
    const drawn = async (person: Person, command: string) => {
      const { card } = await bot.as(person).says(command)
      return found(/"nonce":"([^"]+)"/.exec(JSON.stringify(card))?.[1], 'the nonce')
    }
    const tries = [
      ['idée', 'ideas.submit', IDEA],
      ['m’engager', 'commitments.take', COMMITMENT],
    ] as const
    for (const [command, verb, data] of tries) {
      const [hers, his] = [await drawn(CAMILLE, command), await drawn(KARIM, command)]
      const send = (person: Person, nonce: string) =>
        forge(bot, person, verb, { ...data, text: `De ${person.name}`, nonce })
      assert.match(await send(KARIM, hers), /préparé pour quelqu’un d’autre/)
      for (const sent of [await send(KARIM, his), await send(CAMILLE, hers)])
        assert.doesNotMatch(sent, /quelqu’un d’autre/)
    }
    assert.equal((await all<IdeaView>('/ideas')).length, 2)
    assert.deepEqual(await journal(), [
      'agent commitments.take form-of-other',
      'agent ideas.submit form-of-other',
    ])
  })

  it('announces nothing when it was an organiser’s, stands in the journal, and still works in their hands', async () => {
    const forwarded = {
      'workshops.publish': { ...WHEN, ...WORKSHOP },
      'ballots.open': { ...WHEN, ...BALLOT },
      'ideas.open-box': BOX,
    }
    for (const [verb, data] of Object.entries(forwarded)) assert.match(await press(CAMILLE, verb, data), LAB)
    await at.bot.later(MINUTE)
    assert.deepEqual(await all<WorkshopView>('/workshops'), [])
    const refused = Object.keys(forwarded).map(act => `agent ${act} role-needed`)
    assert.deepEqual(await journal(), refused.toSorted())
    for (const [verb, data] of Object.entries(forwarded))
      assert.doesNotMatch(await press(MAELLE, verb, data), LAB)
    assert.equal((await all<WorkshopView>('/workshops')).length, 1)
    const done = Object.keys(forwarded).map(act => `organiser ${act} `)
    assert.deepEqual(await journal(), [...refused, ...done].toSorted())
  })

  it('says and changes nothing of the other’s when it was a message to them alone, and stands in the journal', async () => {
    const { app } = at.bot
    const { id: person } = await app.people.greet({ ...CAMILLE, language: 'fr' })
    await press(MAELLE, 'workshops.publish', { ...WHEN, ...WORKSHOP })
    const workshop = found((await all<WorkshopView>('/workshops'))[0]?.id, 'a workshop')
    const telling = { person, topic: 'workshop-soon', reason: workshop, by: 'nudges' } as const
    const subject = { workshop, direction: 'lycees' }
    await app.database.transact(tx => app.messages.tell(tx, { ...telling, subject }))
    const [told] = await app.database.read(tx => messageStore(tx).inState(person, 'waiting'))
    const message = found(told?.id, 'the message')
    const forwarded = {
      'messages.later': { message, round: 1 },
      'messages.why': { message, round: 1 },
      'messages.stop': { message, topic: 'workshop-soon' },
      'messages.cap': { message, perWeek: 1 },
      'nudges.message': { message, round: 1 },
    }
    const before = await app.database.read(tx => messageStore(tx).inState(person, 'waiting'))
    for (const [verb, data] of Object.entries(forwarded)) {
      const seen = await press(KARIM, verb, data)
      assert.match(seen, OWN, verb)
      assert.ok(!seen.includes(WORKSHOP.title), verb)
    }
    assert.deepEqual(await app.database.read(tx => messageStore(tx).inState(person, 'waiting')), before)
    const kept = await journal()
    for (const act of Object.keys(forwarded)) assert.ok(kept.includes(`agent ${act} not-yours`), act)
  })
})
