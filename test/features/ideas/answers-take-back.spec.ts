import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { untoldText } from '../../../src/features/ideas/card/take-back-cards.ts'
import type { Subject } from '../../../src/features/messages/index.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { factsOf } from '../../support/workshops/workshops.ts'
import { rulesFor } from '../untold-rules.ts'

const TEXT = 'Un carnet de passation d’une page'
const GESTURES = [
  'studied',
  'retained',
  'aside',
  'answer',
  'support',
  'unsupport',
  'undo',
  'undecide',
  'unanswer',
  'wait',
  'deliver',
] as const
type Gesture = { readonly what: (typeof GESTURES)[number]; readonly who: number; readonly why: string }

onEachEngine('what is decided of an idea and taken back', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, people, thread, person } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, maelle, pascal] = [] as unknown as [Actor, Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ ideas, people, thread, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'lycees')
    maelle = await person('maelle')
    const { id } = await person('pascal')
    await people.assignRole(id, 'manager', ['lycees'])
    pascal = await person('pascal')
  })

  const submit = () => ideas.submit(camille, { text: TEXT }, freshForm(camille))
  const kindsOf = async (idea: string) => (await thread.of('idea', idea, 20)).items.map(({ kind }) => kind)
  const messages = () =>
    fresh.db.read(tx => open(tx).selectFrom('message').selectAll().where('teller', '<>', 'returns').execute())
  const rowOf = (id: string) =>
    fresh.db.read(tx => open(tx).selectFrom('idea').selectAll().where('id', '=', id).executeTakeFirst())
  const pending = () => fresh.db.read(tx => open(tx).selectFrom('idea_decision').selectAll().execute())
  const acts = () =>
    fresh.db.read(async tx => {
      const rows = await open(tx).selectFrom('audit').select('act').where('refused', 'is', null).execute()
      return rows.map(({ act }) => act).filter(act => /decide|answer|undo-/.test(act))
    })
  const untold = async (actor: Actor, id: string, kind: 'decision' | 'answer') =>
    (await ideas.show(actor, id)).untold?.[kind]?.at ?? 0
  const takeBack = async (actor: Actor, id: string, kind: 'decision' | 'answer') =>
    ideas.takeBack(actor, id, await untold(maelle, id, kind))

  /** Runs what is due, and returns what it leads to. */
  async function deliver(): Promise<void> {
    for (let facts = await factsOf(fresh.db); facts.length > 0; facts = await factsOf(fresh.db))
      for (const { kind, payload } of facts) {
        if (kind === 'ideas.stepped') await ideas.tellPage(payload as Subject)
        if (kind === 'ideas.due') await ideas.applyDue((payload as { idea: string }).idea)
      }
  }
  async function wait(ms: number): Promise<void> {
    clock.advance(ms)
    await deliver()
  }

  it('is to everybody else as it was: nobody is told, nothing is drawn, the journal has both acts', async () => {
    const { id } = await submit()
    const before = await rowOf(id)
    await factsOf(fresh.db)
    const decided = await ideas.decide(pascal, id, { step: 'retained' })
    assert.deepEqual([decided.state, decided.untold?.decision?.until], ['retained', clock.now() + TELL_AFTER])
    // Who decided counts it as decided, and knows how all others count it.
    assert.equal(decided.published, 'received')
    await ideas.answer(maelle, id, 'Dès juin')
    for (const actor of [camille, sophie]) {
      const { state, answer, untold, published } = await ideas.show(actor, id)
      assert.deepEqual([state, answer, untold, published], ['received', undefined, undefined, undefined])
    }
    await wait(TELL_AFTER - 1)
    const at = await untold(pascal, id, 'decision')
    assert.equal((await ideas.takeBack(pascal, id, at)).state, 'answered')
    assert.equal((await takeBack(maelle, id, 'answer')).state, 'received')
    // Pressed again, it is taken back once.
    assert.equal((await ideas.takeBack(pascal, id, at)).untold, undefined)
    await wait(TELL_AFTER)
    assert.deepEqual([await rowOf(id), await messages(), await kindsOf(id)], [before, [], ['received']])
    assert.deepEqual(await acts(), [
      'ideas.decide',
      'ideas.answer',
      'ideas.undo-decision',
      'ideas.undo-answer',
    ])
  })

  it('says to who may not take an answer back when others read it, and from whom', async () => {
    const { id } = await submit()
    await ideas.answer(maelle, id, 'Dès juin')
    const words = wordsIn('fr', 'Europe/Paris')
    const said = async (actor: Actor) => untoldText(words, await ideas.show(actor, id))
    assert.match((await said(maelle)) ?? '', /vous pouvez annuler/)
    assert.match((await said(pascal)) ?? '', /^Publication le .*, par maelle\.$/)
  })

  it('stands once its time is over, and the button that is left says so', async () => {
    const { id } = await submit()
    await ideas.decide(pascal, id, { step: 'retained' })
    const at = await untold(pascal, id, 'decision')
    await wait(TELL_AFTER)
    assert.deepEqual([(await ideas.show(sophie, id)).state, (await messages()).length], ['retained', 1])
    await assert.rejects(ideas.takeBack(pascal, id, at), { code: 'decision-told' })
    assert.equal((await ideas.show(sophie, id)).state, 'retained')
  })

  it('is for those who may decide and answer there', async () => {
    const { id } = await submit()
    await ideas.decide(pascal, id, { step: 'retained' })
    await ideas.answer(maelle, id, 'Dès juin')
    await assert.rejects(takeBack(sophie, id, 'decision'), { code: 'role-needed' })
    await assert.rejects(ideas.takeBack(sophie, id, 1), { code: 'role-needed' })
    await assert.rejects(takeBack(pascal, id, 'answer'), { code: 'not-yours' })
    assert.equal((await takeBack(maelle, id, 'decision')).state, 'answered')
  })

  it('leaves what somebody else decided just before, which is told in its time', async () => {
    const { id } = await submit()
    await ideas.decide(pascal, id, { step: 'studied' })
    const first = await untold(pascal, id, 'decision')
    await wait(5 * MINUTE)
    await ideas.decide(maelle, id, { step: 'retained' })
    // Pascal's button is about his own decision, which was replaced.
    assert.equal((await ideas.takeBack(pascal, id, first)).state, 'retained')
    await wait(6 * MINUTE)
    assert.equal((await ideas.show(sophie, id)).state, 'received')
    assert.equal((await takeBack(maelle, id, 'decision')).state, 'studied')
    await deliver()
    assert.deepEqual(
      [(await ideas.show(sophie, id)).state, await kindsOf(id)],
      ['studied', ['received', 'studied']],
    )
    await wait(TELL_AFTER)
    assert.deepEqual([(await ideas.show(sophie, id)).state, (await messages()).length], ['studied', 1])
  })

  it('comes to nothing where its author withdraws the idea, and holds its words until then', async () => {
    const { id } = await submit()
    await ideas.decide(pascal, id, { step: 'retained' })
    await assert.rejects(ideas.correct(camille, id, { text: 'Autre' }), { code: 'idea-decided' })
    await ideas.undo(camille, id)
    await wait(TELL_AFTER)
    assert.deepEqual(
      [await messages(), await kindsOf(id), await pending()],
      [[], ['received', 'withdrawn'], []],
    )
  })

  it('stands when the idea is joined with another, untold, and when they are parted', async () => {
    const [from, into] = [await submit(), await submit()]
    await ideas.decide(pascal, from.id, { step: 'studied' })
    await ideas.merge(maelle, from.id, into.id)
    await wait(TELL_AFTER)
    const told = (await messages()).map(({ subject }) => JSON.parse(subject).step)
    assert.equal(told.includes('studied'), false)
    assert.equal((await ideas.undoMerge(maelle, from.id)).state, 'studied')
    assert.deepEqual(await pending(), [])
    await ideas.decide(pascal, into.id, { step: 'aside', reason: 'Trop cher' })
    await assert.rejects(ideas.merge(maelle, into.id, from.id), { code: 'merge-aside' })
    assert.equal((await ideas.show(maelle, into.id)).untold?.decision !== undefined, true)
  })

  it('is looked after when the server starts again, whatever became of the fact', async () => {
    const { id } = await submit()
    await ideas.decide(pascal, id, { step: 'retained' })
    clock.advance(TELL_AFTER)
    await factsOf(fresh.db)
    await ideas.resumePending()
    await deliver()
    assert.equal((await ideas.show(sophie, id)).state, 'retained')
  })

  it('keeps to what was told, whatever is decided and by whom: it ends as it was', async () => {
    const { id } = await submit()
    for (let n = 0; n < 40; n++)
      await ideas.decide(n % 2 ? pascal : maelle, id, { step: n % 2 ? 'studied' : 'retained' })
    assert.equal((await pending()).length, 10)
    await wait(TELL_AFTER)
    assert.deepEqual([await kindsOf(id), (await messages()).length], [['received', 'studied'], 1])
  })

  it('is told as it stands in the end, once, in whatever order and however often', async () => {
    const cast = [sophie, await person('karim', 'numerique'), await person('nadia', 'mobilites'), pascal]
    const gesture = fc.record({
      what: fc.constantFrom(...GESTURES),
      who: fc.nat(cast.length - 1),
      why: fc.constantFrom('Trop cher', 'Trop tôt'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(gesture, { minLength: 4, maxLength: 24 }), async gestures => {
        const { id } = await submit()
        const rules = rulesFor(camille.id, clock.now())
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
              rules.answered(id, maelle.id, why)
              for (let n = 0; n < 2; n++) await ideas.answer(maelle, id, why)
              return
            case 'undo':
              rules.undone()
              await ideas.undo(camille, id)
              return
            case 'undecide':
            case 'unanswer': {
              const kind = what === 'undecide' ? 'decision' : 'answer'
              rules.takenBack(kind)
              const at = await untold(maelle, id, kind)
              const by = kind === 'answer' ? maelle : chief
              if (at > 0) for (let n = 0; n < 2; n++) await ideas.takeBack(by, id, at)
              return
            }
            case 'wait':
              rules.waited(4 * MINUTE)
              clock.advance(4 * MINUTE)
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
        for (let n = 0; n < 2; n++) {
          rules.delivered()
          await deliver()
          rules.waited(TELL_AFTER)
          clock.advance(TELL_AFTER)
        }
        const sent = (await messages()).filter(message => !before.has(message.id))
        assert.deepEqual(
          sent.map(({ person_id, reason }) => `${person_id} ${reason}`).sort(),
          [...rules.told].sort(),
        )
        const { state, answer, reason } = (await rowOf(id)) ?? {}
        assert.deepEqual([state, answer ?? '', reason ?? ''], rules.standing())
        assert.deepEqual(await pending(), [])
      }),
      { numRuns: engine.name === 'sqlite' ? 100 : 25 },
    )
  })
})
