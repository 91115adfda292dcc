import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import type { Threshold } from '../../../src/features/programme/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY, SECOND } from '../../../src/kernel/time/clock.ts'
import { dateIn, dayAfter } from '../../../src/kernel/time/time-zone.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm, publish, WHERE } from '../../support/features/ideas.ts'
import { programme } from '../../support/programme/programme.ts'

const THREE: Threshold = { supports: 3, directions: 2, days: 30, by: 'direction' }
const FOUR: Threshold = { supports: 4, days: 10, by: 'lab' }

onEachEngine('an idea whose supports oblige to answer it', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, thread, person, people } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, karim, nadia, maelle, pascal] = [] as unknown as Actor[] as [
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
  ]
  let bikes = ''

  const under = (...thresholds: readonly Threshold[]) =>
    featuresOn(fresh.db, clock, undefined, [], undefined, thresholds)
  const today = () => dateIn(clock.now(), programme.zone)

  async function submit(actor: Actor, text: string): Promise<string> {
    clock.advance(SECOND)
    return (await ideas.submit(actor, { text, axis: 'usager' }, freshForm(actor))).id
  }
  const owed = async (id: string, actor = maelle) => (await ideas.show(actor, id)).owed
  const support = async (id: string, ...by: readonly Actor[]) => {
    for (const each of by) await ideas.support(each, id, true)
  }
  const events = async (id: string) =>
    (await thread.of('idea', id, 20)).items.filter(({ kind }) => kind === 'due').map(({ detail }) => detail)

  beforeEach(async () => {
    ;({ ideas, thread, person, people } = under(THREE))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'europe')
    karim = await person('karim', 'culture')
    nadia = await person('nadia', 'lycees')
    maelle = await person('maelle')
    const manager = await person('pascal', 'lycees')
    await people.assignRole(manager.id, 'manager', ['lycees'])
    pascal = await person('pascal')
    bikes = await submit(camille, 'Des vélos')
  })

  it('is due from the support that reaches the threshold, once, and its thread says so without a name', async () => {
    await support(bikes, nadia)
    assert.equal(await owed(bikes), undefined)
    await support(bikes, sophie)
    const on = dayAfter(today(), 30)
    assert.deepEqual(await owed(bikes), { on, direction: 'Direction des lycées', late: false })
    clock.advance(3 * DAY)
    await support(bikes, karim, sophie)
    assert.equal((await owed(bikes))?.on, on)
    const all = (await thread.of('idea', bikes, 20)).items.filter(({ kind }) => kind === 'due')
    assert.deepEqual(
      all.map(({ by, detail }) => [by, detail]),
      [[undefined, on]],
    )
  })

  it('is set once by supports that arrive together', async () => {
    await Promise.all([nadia, sophie, karim].map(each => ideas.support(each, bikes, true)))
    assert.deepEqual(await events(bikes), [dayAfter(today(), 30)])
  })

  it('stays due when supports are withdrawn, and is late after its last day', async () => {
    await support(bikes, nadia, sophie)
    await ideas.support(sophie, bikes, false)
    await ideas.support(nadia, bikes, false)
    const on = dayAfter(today(), 30)
    clock.advance(30 * DAY)
    assert.deepEqual(await owed(bikes), { on, direction: 'Direction des lycées', late: false })
    clock.advance(DAY)
    assert.equal((await owed(bikes))?.late, true)
  })

  it('keeps its day when the thresholds change under way; others follow the new ones', async () => {
    await support(bikes, nadia, sophie)
    const on = dayAfter(today(), 30)
    const trains = await submit(nadia, 'Des trains')
    ;({ ideas, thread, person } = under(FOUR))
    clock.advance(DAY)
    await support(bikes, karim, pascal)
    assert.equal((await owed(bikes))?.on, on)
    await support(trains, camille, sophie, karim)
    assert.deepEqual(await owed(trains), { on: dayAfter(today(), 10), late: false })
    ;({ ideas, thread, person } = under())
    assert.equal((await owed(bikes))?.on, on)
  })

  it('is due no more once answered, at once for who answers, after ten minutes for all', async () => {
    await support(bikes, nadia, sophie)
    await ideas.answer(pascal, bikes, 'On essaie.')
    assert.equal(await owed(bikes, pascal), undefined)
    assert.ok(await owed(bikes, sophie))
    await publish(fresh.db, clock, ideas)
    assert.equal(await owed(bikes, sophie), undefined)
    await support(bikes, karim)
    assert.equal(await owed(bikes), undefined)
    assert.equal((await events(bikes)).length, 1)
  })

  it('is due again when the answer is taken back', async () => {
    await support(bikes, nadia, sophie)
    const before = await owed(bikes)
    const { answer } = await ideas.answer(pascal, bikes, 'On essaie.')
    clock.advance(TELL_AFTER / 2)
    await ideas.takeBack(pascal, bikes, answer?.at ?? 0)
    assert.deepEqual(await owed(bikes, pascal), before)
    await publish(fresh.db, clock, ideas)
    assert.deepEqual(await owed(bikes), before)
  })

  it('stays due while it is under study, and no more once it is retained or not', async () => {
    for (const [step, left] of [
      ['studied', true],
      ['retained', false],
    ] as const) {
      if (step === 'studied') await support(bikes, nadia, sophie)
      await ideas.decide(pascal, bikes, { step })
      await publish(fresh.db, clock, ideas)
      assert.equal((await owed(bikes)) !== undefined, left, step)
    }
    const trains = await submit(nadia, 'Des trains')
    await support(trains, camille, sophie)
    await ideas.decide(pascal, trains, { step: 'aside', reason: 'Trop cher.' })
    await publish(fresh.db, clock, ideas)
    assert.equal(await owed(trains), undefined)
  })

  it('set aside and studied again, waits for supports to oblige anew', async () => {
    await support(bikes, nadia, sophie)
    await ideas.decide(pascal, bikes, { step: 'aside', reason: 'Trop cher.' })
    await publish(fresh.db, clock, ideas)
    await ideas.decide(pascal, bikes, { step: 'studied' })
    await publish(fresh.db, clock, ideas)
    assert.equal(await owed(bikes), undefined)
    clock.advance(DAY)
    await support(bikes, karim)
    assert.equal((await owed(bikes))?.on, dayAfter(today(), 30))
  })

  it('joined with another keeps the earlier day; taken apart, each has its own again', async () => {
    await support(bikes, nadia, sophie)
    const first = dayAfter(today(), 30)
    clock.advance(5 * DAY)
    const shared = await submit(sophie, 'Des vélos partagés')
    await support(shared, nadia, karim)
    const second = dayAfter(today(), 30)
    const alone = await submit(karim, 'Des vélos électriques')
    await ideas.merge(maelle, bikes, shared)
    assert.deepEqual(await owed(shared), {
      on: first,
      direction: 'Direction des affaires européennes et internationales',
      late: false,
    })
    await ideas.merge(maelle, shared, alone)
    assert.equal((await owed(alone))?.on, first)
    await ideas.undoMerge(maelle, shared)
    assert.equal(await owed(alone), undefined)
    assert.equal((await owed(shared))?.on, first)
    await ideas.undoMerge(maelle, bikes)
    assert.deepEqual([(await owed(bikes))?.on, (await owed(shared))?.on], [first, second])
  })

  it('is due from the day that joined ideas reach the threshold together', async () => {
    const shared = await submit(sophie, 'Des vélos partagés')
    await support(bikes, nadia)
    await ideas.merge(maelle, bikes, shared)
    assert.equal((await owed(shared))?.on, dayAfter(today(), 30))
    await ideas.undoMerge(maelle, bikes)
    assert.equal(await owed(bikes), undefined)
    assert.equal((await owed(shared))?.on, dayAfter(today(), 30))
  })

  it('is due when a Direction said later is the one that lacked', async () => {
    const lea = await person('lea')
    await support(bikes, nadia, lea)
    assert.equal(await owed(bikes), undefined)
    await people.chooseDirection(lea, 'culture')
    await ideas.place(lea.id, 'culture')
    assert.ok(await owed(bikes))
  })

  it('stands first where it is owed, the earliest first, page by page, each idea once', async () => {
    const dated: string[] = []
    for (const text of ['Un', 'Deux', 'Trois']) {
      clock.advance(DAY)
      const id = await submit(camille, text)
      await support(id, nadia, sophie)
      dated.push(id)
    }
    const waiting: string[] = []
    for (let after: string | undefined, pages = 0; pages < 9; pages++) {
      const page = await ideas.waiting(pascal, 'lycees', 1, after)
      waiting.push(...page.items.map(({ id }) => id))
      after = 'next' in page ? page.next : undefined
      if (after === undefined) break
    }
    assert.deepEqual(waiting, [...dated, bikes])
    const register: string[] = []
    for (let after: string | undefined, pages = 0; pages < 9; pages++) {
      const page = await ideas.register(maelle, { part: 'waiting' }, 1, after)
      register.push(...page.items.map(({ idea }) => idea.id))
      after = page.next
      if (after === undefined) break
    }
    // The Direction owes these: to the Lab' they are ideas like others.
    assert.deepEqual(register, [bikes, ...dated])
  })

  it('that the Lab’ owes stands first in its list, page by page, each idea once', async () => {
    ;({ ideas, thread, person } = under({ supports: 2, days: 30, by: 'lab' }))
    const dated: string[] = []
    for (const text of ['Un', 'Deux']) {
      clock.advance(DAY)
      const id = await submit(camille, text)
      await support(id, sophie)
      dated.push(id)
    }
    const found: string[] = []
    for (let after: string | undefined, pages = 0; pages < 9; pages++) {
      const page = await ideas.register(maelle, { part: 'waiting' }, 1, after)
      found.push(...page.items.map(({ idea }) => idea.id))
      after = page.next
      if (after === undefined) break
    }
    assert.deepEqual(found, [...dated, bikes])
    const narrowed = await ideas.register(maelle, { part: 'waiting', text: 'deux' }, 10)
    assert.deepEqual(
      narrowed.items.map(({ idea }) => idea.id),
      [dated[1]],
    )
    const due = { part: 'all', text: '' } as const
    await assert.rejects(ideas.register(maelle, due, 1, 'due-5-i'), { code: 'malformed' })
  })

  it('through a box of questions shows no name, whatever its author chose, and is due like any other', async () => {
    const features = under(THREE)
    await features.openChannel()
    const typed = { question: 'Vos questions à la direction', kind: 'question', where: WHERE } as const
    const box = await features.ideas.openBox(maelle, typed, freshForm(maelle))
    assert.equal(box.kind, 'question')
    const { id } = await ideas.submit(
      camille,
      { text: 'Pourquoi deux logiciels ?', box: box.id },
      freshForm(camille),
    )
    const seen = await ideas.show(sophie, id)
    assert.deepEqual([seen.unnamed, seen.authorName], [true, ''])
    await support(id, nadia, sophie)
    assert.ok(await owed(id))
    const named = await features.ideas.openBox(
      maelle,
      { question: 'Et si ?', where: WHERE },
      freshForm(maelle),
    )
    assert.equal(named.kind, 'ideas')
  })

  it('is promised by no box of questions while no threshold is set', async () => {
    const features = under()
    await features.openChannel()
    const typed = { question: 'Vos questions', kind: 'question', where: WHERE } as const
    await assert.rejects(features.ideas.openBox(maelle, typed, freshForm(maelle)), { code: 'no-threshold' })
  })

  it('edits no card in a channel', async () => {
    await fresh.db.transact(tx => open(tx).updateTable('idea').set({ channel_id: 'somewhere' }).execute())
    await support(bikes, nadia, sophie)
    const facts = await fresh.db.read(tx => open(tx).selectFrom('fact').select('kind').execute())
    assert.deepEqual(
      facts.filter(({ kind }) => kind === 'ideas.changed'),
      [],
    )
  })
})
