import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { Subject } from '../../../src/features/messages/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm, publish } from '../../support/features/ideas.ts'
import { factsOf } from '../../support/workshops/workshops.ts'

const TEXT = 'Un carnet de passation d’une page'
const REASON = 'Le marché court jusqu’en 2029'

onEachEngine('an idea is decided on', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, people, thread, person } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, maelle, pascal, ines] = [] as unknown as [Actor, Actor, Actor, Actor, Actor]

  async function inRole(name: string, role: 'manager' | 'pilot', direction: string): Promise<Actor> {
    const { id } = await person(name)
    await people.assignRole(id, role, [direction])
    return person(name)
  }

  beforeEach(async () => {
    ;({ ideas, people, thread, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'lycees')
    maelle = await person('maelle')
    pascal = await inRole('pascal', 'manager', 'lycees')
    ines = await inRole('ines', 'pilot', 'lycees')
  })

  const submit = (text = TEXT) => ideas.submit(camille, { text }, freshForm(camille))
  const kindsOf = async (idea: string) => (await thread.of('idea', idea, 20)).items.map(({ kind }) => kind)
  const messages = () =>
    fresh.db.read(tx => open(tx).selectFrom('message').selectAll().where('teller', '<>', 'returns').execute())
  const audited = () =>
    fresh.db.read(tx =>
      open(tx)
        .selectFrom('audit')
        .select('act')
        .where('act', '=', 'ideas.decide')
        .where('refused', 'is', null)
        .execute(),
    )

  async function deliver(): Promise<void> {
    for (let facts = await factsOf(fresh.db); facts.length > 0; facts = await factsOf(fresh.db))
      for (const { kind, payload } of facts)
        if (kind === 'ideas.stepped') await ideas.tellPage(payload as Subject)
  }

  it('by who answers for its Direction: a pilot answers, and does not decide', async () => {
    const { id } = await submit()
    const elsewhere = await inRole('claire', 'manager', 'mobilites')
    await assert.rejects(ideas.decide(sophie, id, { step: 'retained' }), { code: 'role-needed' })
    await assert.rejects(ideas.decide(ines, id, { step: 'retained' }), { code: 'role-needed' })
    await assert.rejects(ideas.decide(elsewhere, id, { step: 'retained' }), { code: 'not-yours' })
    const may = async (actor: Actor) => (await ideas.show(actor, id)).mayDecide
    assert.deepEqual(await Promise.all([sophie, ines, elsewhere, pascal, maelle].map(may)), [
      false,
      false,
      false,
      true,
      true,
    ])
    const studied = await ideas.decide(pascal, id, { step: 'studied' })
    assert.deepEqual(
      [studied.state, studied.deciderName, studied.decision?.as],
      ['studied', 'pascal', 'manager'],
    )
    await publish(fresh.db, clock, ideas)
    await ideas.decide(maelle, id, { step: 'retained' })
    await publish(fresh.db, clock, ideas)
    assert.deepEqual(await kindsOf(id), ['received', 'studied', 'retained'])
    assert.deepEqual(await audited(), [{ act: 'ideas.decide' }, { act: 'ideas.decide' }])
  })

  it('with a reason when it is set aside, which can be put otherwise and is told once', async () => {
    const { id } = await submit()
    await assert.rejects(ideas.decide(pascal, id, { step: 'aside' }), { code: 'empty-text' })
    await assert.rejects(ideas.decide(pascal, id, { step: 'aside', reason: 'é'.repeat(601) }), {
      code: 'too-long',
    })
    await ideas.decide(pascal, id, { step: 'aside', reason: REASON })
    await ideas.decide(pascal, id, { step: 'aside', reason: REASON })
    await publish(fresh.db, clock, ideas)
    const { decision, state } = await ideas.decide(pascal, id, { step: 'aside', reason: 'Plus tard' })
    assert.deepEqual([state, decision?.reason, decision?.turn], ['aside', 'Plus tard', 1])
    await publish(fresh.db, clock, ideas)
    await deliver()
    assert.deepEqual(
      (await messages()).map(({ reason, person_id }) => [reason, person_id]),
      [[`idea:${id}:aside:1`, camille.id]],
    )
    assert.deepEqual(await kindsOf(id), ['received', 'aside'])
    const after = await ideas.decide(pascal, id, { step: 'retained', reason: 'of no use here' })
    assert.equal(after.decision?.reason, undefined)
  })

  it('whatever was answered, and an answer takes nothing decided back', async () => {
    const { id } = await submit()
    await ideas.decide(pascal, id, { step: 'studied' })
    assert.equal((await ideas.answer(ines, id, 'Nous regardons')).state, 'answered')
    assert.equal((await ideas.decide(pascal, id, { step: 'retained' })).state, 'retained')
    assert.equal((await ideas.answer(ines, id, 'Dès juin')).state, 'retained')
    await assert.rejects(ideas.correct(camille, id, { text: 'Autre' }), { code: 'idea-answered' })
    const other = await submit('Autre chose')
    await ideas.decide(pascal, other.id, { step: 'studied' })
    await assert.rejects(ideas.correct(camille, other.id, { text: 'Autre' }), { code: 'idea-decided' })
  })

  it('no more once it was taken back, merged or made an initiative, and says which', async () => {
    const [back, merged, initiative] = [await submit('Une'), await submit('Deux'), await submit('Trois')]
    await ideas.undo(camille, back.id)
    const become = (id: string) => fresh.db.transact(tx => ideas.becomeInitiative(tx, maelle, id))
    await assert.rejects(become(initiative.id), { code: 'idea-not-retained' })
    await ideas.decide(pascal, initiative.id, { step: 'retained' })
    await become(initiative.id)
    assert.equal((await become(initiative.id)).state, 'initiative')
    await fresh.db.transact(async tx => {
      await open(tx).updateTable('idea').set({ state: 'merged' }).where('id', '=', merged.id).execute()
    })
    for (const [id, code] of [
      [back.id, 'idea-taken-back'],
      [merged.id, 'idea-merged'],
      [initiative.id, 'idea-initiative'],
    ] as const) {
      await assert.rejects(ideas.decide(pascal, id, { step: 'studied' }), { code })
    }
    for (const { id } of [merged, initiative]) await assert.rejects(ideas.undo(camille, id), /idea-/)
    assert.deepEqual(await kindsOf(initiative.id), ['received', 'retained', 'initiative'])
    await deliver()
    // Retained and made an initiative before anybody was written to: one message says the last.
    assert.deepEqual(
      (await messages()).map(({ reason }) => reason),
      [`idea:${initiative.id}:initiative`],
    )
  })

  it('and waits no more, but while it is under study', async () => {
    const [studied, retained, aside, plain] = await Promise.all(['Un', 'Deux', 'Trois', 'Quatre'].map(submit))
    await ideas.decide(pascal, studied?.id ?? '', { step: 'studied' })
    await ideas.decide(pascal, retained?.id ?? '', { step: 'retained' })
    await ideas.decide(pascal, aside?.id ?? '', { step: 'aside', reason: REASON })
    // Decided ideas are listed with the pending decision until it is published.
    const now = (await ideas.waiting(pascal, 'lycees', 20)).items
    assert.deepEqual(
      new Set(now.map(({ state }) => state)),
      new Set(['studied', 'retained', 'aside', 'received']),
    )
    await publish(fresh.db, clock, ideas)
    const waiting = await ideas.waiting(pascal, 'lycees', 20)
    assert.deepEqual(new Set(waiting.items.map(({ id }) => id)), new Set([studied?.id, plain?.id]))
    const since = await ideas.waitingSince('lycees', clock.now() + 1, 20)
    assert.deepEqual(
      since.map(({ id }) => id),
      [plain?.id],
    )
    const cells = await fresh.db.read(tx => ideas.measures[0]?.count(tx) ?? Promise.resolve([]))
    const count = (state: string) =>
      cells.filter(cell => cell.state === state).reduce((sum, cell) => sum + cell.count, 0)
    assert.deepEqual(['received', 'studied', 'answered', 'retained'].map(count), [1, 1, 1, 1])
  })

  it('and members of an initiative hear of its steps once, by whatever way they touched the idea', async () => {
    const { id } = await submit()
    await ideas.support(sophie, id, true)
    await ideas.decide(pascal, id, { step: 'retained' })
    const also = [sophie.id, ines.id]
    for (let n = 0; n < 2; n++)
      await fresh.db.transact(async tx => {
        await ideas.notifyFollowers(tx, { idea: id, step: 'phase', by: pascal, occasion: 'tester', also })
      })
    await deliver()
    const phase = (await messages()).filter(({ reason }) => reason === `idea:${id}:phase:tester`)
    assert.deepEqual(phase.map(({ person_id }) => person_id).sort(), [camille.id, sophie.id, ines.id].sort())
  })
})
