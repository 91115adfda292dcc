import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../src/db/index.ts'
import type { Subject } from '../../src/features/messages/index.ts'
import type { Actor } from '../../src/kernel/actor.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../db/engines.ts'
import { featuresOn, freshForm } from '../support/ideas.ts'
import { factsOf } from '../support/workshops.ts'

const TEXT = 'Un carnet de passation d’une page'
const REASON = 'Le marché court jusqu’en 2029'

const GESTURES = [
  'studied',
  'retained',
  'aside',
  'answer',
  'support',
  'unsupport',
  'undo',
  'deliver',
] as const
type Gesture = { readonly what: (typeof GESTURES)[number]; readonly who: number; readonly why: string }
/** A step that was taken and is still to be told. */
type Pending = { readonly reason: string; readonly by: string; readonly state: string; readonly turn: number }

/** The rules of product.md, told once more and apart from the product's own code. */
function rulesFor(author: string) {
  const supporters = new Set([author])
  const told = new Set<string>()
  let pending: Pending[] = []
  let [state, turn, why, answered] = ['received', 0, '', false]
  return {
    told,
    decided(id: string, step: string, by: string, reason: string) {
      if (state === 'withdrawn' || (state === step && (step !== 'aside' || why === reason))) return
      if (state !== step) {
        turn++
        pending.push({ reason: `idea:${id}:${step}:${turn}`, by, state: step, turn })
      }
      ;[state, why] = [step, step === 'aside' ? reason : '']
    },
    answered(id: string, by: string) {
      if (state === 'withdrawn') return
      if (answered) return
      pending.push({ reason: `idea-answered:${id}`, by, state: '', turn: 0 })
      answered = true
      if (state === 'received' || state === 'studied') state = 'answered'
    },
    supported(person: string, on: boolean) {
      if (state === 'withdrawn') return
      if (on) supporters.add(person)
      else supporters.delete(person)
    },
    undone() {
      state = 'withdrawn'
    },
    delivered() {
      for (const one of pending) {
        const holds = one.state === '' ? state !== 'withdrawn' : state === one.state && turn === one.turn
        if (!holds) continue
        for (const person of supporters) if (person !== one.by) told.add(`${person} ${one.reason}`)
      }
      pending = []
    },
  }
}

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
  const messages = () => fresh.db.read(tx => open(tx).selectFrom('message').selectAll().execute())
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
    await ideas.decide(maelle, id, { step: 'retained' })
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
    const { decision, state } = await ideas.decide(pascal, id, { step: 'aside', reason: 'Plus tard' })
    assert.deepEqual([state, decision?.reason, decision?.turn], ['aside', 'Plus tard', 1])
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
        await ideas.tellTouched(tx, { idea: id, step: 'phase', by: pascal, occasion: 'tester', also })
      })
    await deliver()
    const phase = (await messages()).filter(({ reason }) => reason === `idea:${id}:phase:tester`)
    assert.deepEqual(phase.map(({ person_id }) => person_id).sort(), [camille.id, sophie.id, ines.id].sort())
  })

  it('and each person who touched it hears of each step once, in whatever order and however often', async () => {
    const cast = [sophie, await person('karim', 'numerique'), await person('nadia', 'mobilites'), pascal]
    const gesture = fc.record({
      what: fc.constantFrom(...GESTURES),
      who: fc.nat(cast.length - 1),
      why: fc.constantFrom('Trop cher', 'Trop tôt'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(gesture, { minLength: 4, maxLength: 20 }), async gestures => {
        const { id } = await submit()
        const rules = rulesFor(camille.id)
        const before = new Set((await messages()).map(({ id }) => id))
        async function act({ what, who, why }: Gesture): Promise<void> {
          const someone = cast[who] ?? sophie
          const chief = who % 2 === 0 ? pascal : maelle
          switch (what) {
            case 'support':
            case 'unsupport':
              rules.supported(someone.id, what === 'support')
              await ideas.support(someone, id, what === 'support')
              return
            case 'answer':
              rules.answered(id, maelle.id)
              await ideas.answer(maelle, id, why)
              return
            case 'undo':
              rules.undone()
              await ideas.undo(camille, id)
              return
            case 'deliver':
              rules.delivered()
              return deliver()
            default:
              rules.decided(id, what, chief.id, why)
              for (let n = 0; n < 2; n++) await ideas.decide(chief, id, { step: what, reason: why })
          }
        }
        for (const each of gestures) {
          await act(each).catch(error => {
            if (!(error instanceof Refusal)) throw error
          })
        }
        rules.delivered()
        await deliver()
        const sent = (await messages()).filter(message => !before.has(message.id))
        assert.deepEqual(
          sent.map(({ person_id, reason }) => `${person_id} ${reason}`).sort(),
          [...rules.told].sort(),
        )
      }),
      { numRuns: engine.name === 'sqlite' ? 60 : 20 },
    )
  })
})
