import assert from 'node:assert/strict'
import { only } from '../../../src/features/ballots/ballot/choice.ts'
import { threadStore } from '../../../src/features/thread/store.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { optionsOn } from '../../support/features/ballot-options.ts'
import { ballot, usecasesOn } from '../../support/features/ballots.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'
import { agent, lab } from '../../support/workshops/workshops.ts'

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

  async function shared(text: string): Promise<string> {
    const idea = { text, axis: 'equipe', box: '', nonce: `nonce-of-${text.length}-letters` }
    const { card } = await stage.as(camille).presses('ideas.submit', idea)
    return /"idea":"(\w+)"/.exec(JSON.stringify(card.data))?.[1] ?? ''
  }

  async function opened(ideas: readonly string[], change: Record<string, unknown> = {}) {
    const draft = { question: 'Laquelle ?', options: '', date: '2027-05-07', time: '18:00', channel: CHANNEL }
    const sent = { ...draft, ideas: ideas.join(','), nonce: 'nonce-of-the-first-form', ...change }
    const reply = await stage.as(maelle).presses('ballots.open', sent)
    return { reply, ballot: /"ballot":"(\w+)"/.exec(JSON.stringify(reply.card.data))?.[1] ?? '' }
  }

  const choicesOf = async (ballot: string) => {
    const asked = await stage.as(camille).presses('ballots.choose', { ballot })
    return optionsOn(asked).map(({ title }) => title)
  }

  it('stays where a ballot asks about it: its author is told so, and is shown no such button', async () => {
    await stage.as(maelle).installs('channel')
    const kept = [await shared('Des vélos partagés'), await shared('Un carnet de passation')]
    const idea = kept[0] ?? ''
    const show = async () =>
      JSON.stringify((await stage.as(camille).presses('ideas.show', { idea })).card.data)
    assert.match(await show(), /ideas\.undo/)
    const { ballot } = await opened(kept)
    assert.doesNotMatch(await show(), /ideas\.undo/)
    const refused = await stage.as(camille).presses('ideas.undo', { idea })
    assert.match(refused.notice?.title ?? '', /est soumise au vote/)
    const author = await stage.app.people.greet({ ...camille, tenant: TENANT, language: 'fr' })
    const undo = callerOf(stage.app.routes, author)('post', '/ideas/:id/undo', { params: { id: idea } })
    await assert.rejects(undo, { code: 'idea-balloted' })
    assert.deepEqual(await choicesOf(ballot), ['Des vélos partagés', 'Un carnet de passation'])
  })

  it('is offered to no ballot, and its words are on none that waited', async () => {
    await stage.as(maelle).installs('channel')
    const kept = [await shared('Des vélos partagés'), await shared('Un carnet de passation')]
    const { ballot } = await opened(kept, { opening: 'hand' })
    const undone = await stage.as(camille).presses('ideas.undo', { idea: kept[0] })
    assert.equal(undone.notice?.tone, 'good')
    await stage.settle()
    await stage.as(maelle).presses('ballots.start', { ballot })
    assert.deepEqual(await choicesOf(ballot), ['Idée retirée', 'Un carnet de passation'])

    const form = await stage.as(maelle).presses('ballots.form')
    const { ideas } = form.card.data as { ideas: { value: string }[] }
    assert.deepEqual(
      ideas.map(({ value }) => value),
      [kept[1]],
    )
    const { reply } = await opened(kept, { nonce: 'nonce-of-the-second-form' })
    assert.match(reply.notice?.title ?? '', /n’existe plus/)
  })
})
