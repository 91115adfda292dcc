import assert from 'node:assert/strict'
import { only } from '../../src/features/ballots/choice.ts'
import { threadStore } from '../../src/features/thread/store.ts'
import { DAY } from '../../src/kernel/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../db/engines.ts'
import { ballot, usecasesOn } from '../support/ballots.ts'
import { callerOf } from '../support/routes.ts'
import { CHANNEL, setStage } from '../support/stage.ts'
import { agent, lab } from '../support/workshops.ts'

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const maelle = { objectId: 'maelle', name: 'Maëlle' }
const camille = { objectId: 'camille', name: 'Camille Martin' }

onEachEngine('a ballot in the thread of the ideas it asks about', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const opened = (change = {}) => use().open(lab, ballot(clock.now(), change), [])

  const eventsOf = async (idea: string) => {
    const events = await standing.db.read(tx => threadStore(tx).of('idea', idea, 20, 0))
    return events.map(({ kind, at, by, detail }) => [kind, at, by, detail])
  }

  it('is told when it opens, and once when it is closed by hand, though its time comes later', async () => {
    const { id, question, createdAt, closesAt } = await opened()
    const began = ['balloted', createdAt, undefined, question]
    assert.deepEqual(await eventsOf('idea1'), [began])
    assert.deepEqual(await eventsOf('idea2'), [])
    await use().conclude(id)
    assert.deepEqual(await eventsOf('idea1'), [began])
    clock.advance(DAY)
    await Promise.all([1, 2, 3].map(() => use().close(lab, id)))
    const told = [began, ['result', clock.now(), undefined, question]]
    assert.deepEqual(await eventsOf('idea1'), told)
    clock.advance(closesAt - clock.now())
    await use().conclude(id)
    assert.deepEqual(await eventsOf('idea1'), told)
  })

  it('is told when it opens and not before, once, by hand or by the clock', async () => {
    const { id, question } = await opened({ opensAt: clock.now() + DAY })
    const { id: never } = await opened({ opensAt: 'hand' })
    assert.deepEqual(await eventsOf('idea1'), [])
    clock.advance(DAY)
    await Promise.all([1, 2, 3].map(() => use().begin(id)))
    await use().start(lab, id)
    assert.deepEqual(await eventsOf('idea1'), [['balloted', clock.now(), undefined, question]])
    await use().close(lab, never)
    assert.equal((await eventsOf('idea1')).length, 1)
  })

  it('is told once when the clock ends it, at the end that was announced', async () => {
    const { id, question, closesAt } = await opened({ ideas: ['idea1', 'idea2'] })
    clock.advance(8 * DAY)
    await Promise.all([1, 2, 3].map(() => use().conclude(id)))
    for (const idea of ['idea1', 'idea2'])
      assert.deepEqual((await eventsOf(idea)).slice(1), [['result', closesAt, undefined, question]])
  })

  it('names nobody who voted', async () => {
    const { id, options } = await opened()
    const before = await eventsOf('idea1')
    await use().vote(agent(1), id, only(options[0]?.id ?? ''))
    assert.deepEqual(await eventsOf('idea1'), before)
  })

  it('is told by nothing when opening it fails, and by nothing of a ballot that is gone', async () => {
    await assert.rejects(opened({ ideas: ['idea1', 'nothing'] }), { code: 'idea-gone' })
    await use().conclude('nothing')
    assert.deepEqual(await eventsOf('idea1'), [])
  })
})

describe('an idea that its author takes back', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock: fixedClock() })
  })
  afterEach(() => stage.close())

  it('is offered to no ballot, and stays an option of the one that asks about it already', async () => {
    await stage.as(maelle).installs('channel')
    const kept: string[] = []
    for (const text of ['Des vélos partagés', 'Un carnet de passation']) {
      const idea = { text, axis: 'equipe', box: '', nonce: `nonce-of-${text.length}-letters` }
      const { card } = await stage.as(camille).presses('ideas.submit', idea)
      kept.push(/"idea":"(\w+)"/.exec(JSON.stringify(card.data))?.[1] ?? '')
    }
    const draft = { question: 'Laquelle ?', options: '', date: '2027-05-07', time: '18:00', channel: CHANNEL }
    const open = (ideas: readonly string[], nonce: string) =>
      stage.as(maelle).presses('ballots.open', { ...draft, ideas: ideas.join(','), nonce })
    const opened = await open(kept, 'nonce-of-the-first-form')
    const [, ballot = ''] = /"ballot":"(\w+)"/.exec(JSON.stringify(opened.card.data)) ?? []
    const author = await stage.app.people.greet({ ...camille, tenant: TENANT, language: 'fr' })
    const params = { id: kept[0] ?? '' }
    await callerOf(stage.app.routes, author)('post', '/ideas/:id/undo', { params })

    const asked = await stage.as(camille).presses('ballots.choose', { ballot })
    const { choices } = asked.card.data as { choices: { title: string; value: string }[] }
    assert.deepEqual(
      choices.map(({ title }) => title),
      ['Des vélos partagés', 'Un carnet de passation'],
    )
    const voted = await stage.as(camille).presses('ballots.vote', { ballot, choice: choices[0]?.value })
    assert.equal(voted.notice?.tone, 'good')

    const form = await stage.as(maelle).presses('ballots.form')
    const { ideas } = form.card.data as { ideas: { value: string }[] }
    assert.deepEqual(
      ideas.map(({ value }) => value),
      [kept[1]],
    )
    const refused = await open(kept, 'nonce-of-the-second-form')
    assert.match(refused.notice?.title ?? '', /n’existe plus/)
  })
})
