import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY, SECOND } from '../../../src/kernel/time/clock.ts'
import type { BoxChoices, BoxView } from '../../../src/tabs/contract/ideas/boxes.ts'
import type {
  EntryView,
  RegisterCount,
  RegisterListName,
  RegisterView,
} from '../../../src/tabs/contract/ideas/register.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { EventView } from '../../../src/tabs/contract/thread.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

onEachEngine('the register of ideas', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, person } = {} as ReturnType<typeof featuresOn>
  let [camille, karim, maelle] = [] as unknown as [Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ ideas, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    karim = await person('karim', 'europe')
    maelle = await person('maelle')
  })

  async function submit(by: Actor, text: string, axis = 'usager'): Promise<string> {
    clock.advance(SECOND)
    return (await ideas.submit(by, { text, axis }, freshForm(by))).id
  }
  const texts = async (part: RegisterListName, filters: object = {}) =>
    (await ideas.register(maelle, { part, ...filters }, 50)).items.map(({ idea }) => idea.text)

  it('forgives a slip where nothing is spelt as it was typed, and says so; so does the message extension', async () => {
    await submit(camille, 'Un téléphone à l’accueil')
    await submit(karim, 'Deux téléphones, et un jardin')
    const looked = async (text: string) => {
      const { items, near } = await ideas.register(maelle, { part: 'waiting', text }, 50)
      const found = await ideas.search(karim, text, 0, 25)
      assert.equal(found.length, items.length)
      assert.ok(found.every(each => each.near === near))
      return [items.length, near]
    }
    assert.deepEqual(await looked('telephone'), [2, undefined])
    assert.deepEqual(await looked('telephonne'), [2, true])
    assert.deepEqual(await looked('telephonne jardin'), [1, true])
    assert.deepEqual(await looked('telephones accueil'), [0, undefined])
    assert.deepEqual(await looked('telefonne'), [0, undefined])
  })

  it('lists what waits from the oldest on, what was decided from the newest on, and each apart', async () => {
    const [one, two, three, four] = [
      await submit(camille, 'Un vélo'),
      await submit(karim, 'Deux bancs', 'equipe'),
      await submit(camille, 'Trois arbres'),
      await submit(karim, 'Quatre murs'),
    ]
    await ideas.decide(maelle, two, { step: 'studied' })
    await ideas.decide(maelle, three, { step: 'retained' })
    assert.deepEqual(await texts('waiting'), ['Un vélo', 'Deux bancs', 'Quatre murs'])
    assert.equal((await ideas.registerCount(maelle)).waiting, 3)
    assert.deepEqual(await texts('studied'), ['Deux bancs'])
    await ideas.answer(maelle, four, 'Nous essayons')
    assert.deepEqual(await texts('decided'), ['Quatre murs', 'Trois arbres'])
    await ideas.report(karim, one, 'Un nom y est cité')
    assert.deepEqual(await texts('reported'), ['Un vélo'])
    assert.deepEqual(await ideas.registerCount(maelle), { waiting: 2, studied: 1, reported: 1 })
    await ideas.hide(maelle, one, 'Un nom y est cité')
    assert.deepEqual([await texts('reported'), await texts('hidden')], [[], ['Un vélo']])
    assert.deepEqual(await texts('all'), ['Quatre murs', 'Trois arbres', 'Deux bancs'])
    assert.equal((await ideas.registerCount(maelle)).waiting, 1)
  })

  it('is narrowed by axis, Direction and the beginnings of words, and read page by page', async () => {
    for (const text of ['Un vélo', 'Des vélos bleus', 'Un banc']) await submit(camille, text)
    await submit(karim, 'Un vélo d’Europe', 'equipe')
    assert.deepEqual(await texts('waiting', { text: 'velo' }), [
      'Un vélo',
      'Des vélos bleus',
      'Un vélo d’Europe',
    ])
    assert.deepEqual(await texts('all', { text: 'bleu velo' }), ['Des vélos bleus'])
    assert.deepEqual(await texts('waiting', { axis: 'equipe' }), ['Un vélo d’Europe'])
    assert.deepEqual(await texts('all', { direction: 'europe', axis: 'usager' }), [])
    const first = await ideas.register(maelle, { part: 'all' }, 3)
    const second = await ideas.register(maelle, { part: 'all' }, 3, first.next)
    assert.deepEqual(
      [first.items.length, second.items.map(({ idea }) => idea.text), second.next],
      [3, ['Un vélo'], undefined],
    )
  })

  it('knows what says nearly the same as an idea, one’s own too, and never the idea itself', async () => {
    const mine = await submit(maelle, 'Un garage à vélos devant le lycée')
    const close = await submit(camille, 'Un garage à vélos fermé devant le lycée')
    const found = async (id: string) => (await ideas.closeTo(maelle, id)).map(idea => idea.id)
    assert.deepEqual([await found(mine), await found(close)], [[close], [mine]])
    await ideas.merge(maelle, mine, close)
    assert.deepEqual([await found(mine), await found(close)], [[], []])
  })

  it('is for organisers and observers, and what was reported or hidden for organisers alone', async () => {
    const observer: Actor = { ...maelle, role: 'observer' }
    const id = await submit(camille, 'Un vélo')
    await assert.rejects(ideas.register(camille, { part: 'waiting' }, 50), { code: 'role-needed' })
    await assert.rejects(ideas.entry(camille, id), { code: 'role-needed' })
    await assert.rejects(ideas.closeTo(camille, id), { code: 'role-needed' })
    assert.equal((await ideas.register(observer, { part: 'waiting' }, 50)).items.length, 1)
    for (const part of ['reported', 'hidden'] as const)
      await assert.rejects(ideas.register(observer, { part }, 50), { code: 'role-needed' })
    await ideas.hide(maelle, id, 'Un nom y est cité')
    await assert.rejects(ideas.entry(observer, id), { code: 'idea-hidden' })
  })
})

describe('the tab’s doors to the register of ideas', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ clock, organisers: ['maelle'] })
  })
  afterEach(() => stage.close())

  it('show an entry with names, steps and reasons to organisers, and to an observer without any', async () => {
    const greeted = (name: string) =>
      stage.app.people.greet({ tenant: 'region', objectId: name, name, language: 'fr' })
    const [camille, sophie] = [await greeted('camille'), await greeted('sophie')]
    const maelle: Actor = { ...(await greeted('maelle')), role: 'organiser' }
    const as = (actor: Actor) => callerOf(stage.app.routes, actor)
    const body = { nonce: 'nonce-of-one-form-in-a-tab', axis: 'equipe', text: 'Une idée' }
    const { id } = await as(camille)<{ id: string }>('post', '/ideas', { body })
    clock.advance(3 * DAY)
    await as(sophie)('post', '/ideas/:id/report', { params: { id }, body: { reason: 'Un nom' } })
    await as(maelle)('post', '/ideas/:id/answer', { params: { id }, body: { text: 'Oui' } })
    const answeredAt = clock.now()
    clock.advance(TELL_AFTER)
    await stage.settle()
    const entry = (actor: Actor) => as(actor)<EntryView>('get', '/ideas/:id/entry', { params: { id } })
    const seen = await entry(maelle)
    assert.deepEqual(
      [seen.author, seen.answer?.author, seen.waitingDays, seen.reports, seen.reasons, seen.steps],
      ['camille', 'maelle', 3, 0, ['Un nom'], ['retained', 'aside', 'studied']],
    )
    const observer: Actor = { ...(await greeted('helene')), role: 'observer' }
    const read = await entry(observer)
    assert.deepEqual(
      [read.author, read.answer, read.reasons, read.steps],
      ['', { text: 'Oui', author: '', role: 'organiser', at: answeredAt }, [], []],
    )
    const thread = await as(observer)<Page<EventView>>('get', '/ideas/:id/thread', { params: { id } })
    assert.deepEqual(
      thread.items.map(({ kind, by }) => [kind, by]),
      [
        ['received', undefined],
        ['answered', undefined],
      ],
    )
    const list = await as(observer)<Page<RegisterView>>('get', '/ideas/register', { query: { part: 'all' } })
    assert.deepEqual(
      list.items.map(({ author, reports }) => [author, reports]),
      [['', undefined]],
    )
    assert.deepEqual(await as(observer)<RegisterCount>('get', '/ideas/register/count'), {
      waiting: 0,
      studied: 0,
    })
    const bad = as(maelle)('get', '/ideas/register', { query: { part: 'others' } })
    await assert.rejects(bad, { code: 'malformed' })
  })

  it('open a box once for one form, and tell in which channels it stands', async () => {
    await stage.as({ objectId: 'maelle', name: 'maelle' }).installs('channel')
    const call = callerOf(stage.app.routes, {
      ...(await stage.app.people.greet({ tenant: 'region', objectId: 'm', name: 'm', language: 'fr' })),
      role: 'organiser',
    })
    const { channels } = await call<BoxChoices>('get', '/idea-boxes/choices')
    assert.deepEqual(
      channels.map(({ id }) => id),
      [CHANNEL],
    )
    const body = { nonce: 'nonce-of-one-form-in-a-tab', question: 'Qu’essayer ?', channel: CHANNEL }
    const box = await call<BoxView>('post', '/idea-boxes', { body })
    assert.deepEqual(await call('post', '/idea-boxes', { body }), box)
    assert.deepEqual([box.question, box.places, box.unbound, box.shut], ['Qu’essayer ?', channels, [], []])
    const empty = call('post', '/idea-boxes', { body: { ...body, nonce: `${body.nonce}-2`, question: ' ' } })
    await assert.rejects(empty, { code: 'empty-text' })
  })
})
