import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type {
  DescentView,
  InitiativeDirections,
  InitiativeSheet,
  InitiativeView,
} from '../../src/tabs/contract/initiatives/initiatives.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../support/database/engines.ts'
import { callerOf } from '../support/product/routes.ts'
import { setStage } from '../support/product/stage.ts'

describe('the descent of an initiative', () => {
  const clock = fixedClock(Date.parse('2027-04-30T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>
  let root: string
  beforeEach(async () => {
    stage = await setStage({ clock, organisers: ['maelle'] })
    await person('camille', 'lycees')
    await person('sofia', 'culture')
    await person('nadia', 'mobilites')
    root = await carried(await proposed('camille', 'Un carnet de passation'))
  })
  afterEach(() => stage.close())

  async function person(name: string, direction?: string): Promise<Actor> {
    const actor = await stage.app.people.greet({ tenant: 'region', objectId: name, name, language: 'fr' })
    return direction === undefined ? actor : stage.app.people.chooseDirection(actor, direction)
  }
  const as = async (name: string) => callerOf(stage.app.routes, await person(name))
  const nonce = () => randomIds.nonce()
  async function proposed(who: string, text: string): Promise<string> {
    const body = { nonce: nonce(), axis: 'equipe', text }
    return (await (await as(who))<IdeaView>('post', '/ideas', { body })).id
  }
  async function carried(idea: string, who = 'karim'): Promise<string> {
    await stage.app.database.transact(tx => ideaStore(tx).setState(idea, 'retained'))
    await (await as(who))('post', '/initiatives', { body: { nonce: nonce(), idea } })
    return idea
  }
  async function inspired(who: string, by: string, text: string): Promise<string> {
    clock.advance(60_000)
    const request = { params: { id: by }, body: { nonce: nonce(), text } }
    return (await (await as(who))<{ idea: string }>('post', '/initiatives/:id/inspire', request)).idea
  }
  const stands = (id: string, trial: 'running' | 'generalised' | 'stopped' | 'planned') =>
    stage.app.database.transact(async tx => {
      await open(tx).updateTable('initiative').set({ trial }).where('idea_id', '=', id).execute()
    })
  const sheet = async (id: string, who = 'sofia') =>
    (await as(who))<InitiativeSheet>('get', '/initiatives/:id', { params: { id } })
  const descent = async (id: string, query: Record<string, string> = {}) =>
    (await as('sofia'))<DescentView>('get', '/initiatives/:id/descent', { params: { id }, query })
  const directions = async (id: string) =>
    (await as('sofia'))<InitiativeDirections>('get', '/initiatives/:id/directions', { params: { id } })
  const hide = async (id: string) =>
    (await as('maelle'))('post', '/ideas/:id/hide', { params: { id }, body: { reason: 'Nomme quelqu’un' } })

  it('says nothing while it was born of none and nothing was taken up', async () => {
    assert.equal((await sheet(root)).lineage, undefined)
    assert.deepEqual(await descent(root), { items: [] })
    const { rows, others } = await directions(root)
    assert.deepEqual([rows, others > 3], [[], true])
  })

  it('is walked from what was taken up to what it was born of, and back', async () => {
    const first = await carried(await inspired('sofia', root, 'Un carnet, au musée'), 'sofia')
    const second = await carried(await inspired('nadia', root, 'Un carnet, aux transports'), 'nadia')
    const idea = await inspired('nadia', root, 'Un carnet, sur les routes')
    await stands(first, 'running')
    assert.deepEqual((await sheet(root)).lineage, { taken: 2, ideas: 1 })
    assert.deepEqual((await sheet(first)).lineage, {
      from: { id: root, title: 'Un carnet de passation' },
      taken: 0,
      ideas: 0,
    })
    assert.deepEqual(await descent(root), {
      items: [
        { id: second, title: 'Un carnet, aux transports', direction: 'mobilites', phase: 'explore' },
        { id: first, title: 'Un carnet, au musée', direction: 'culture', phase: 'explore', trial: 'running' },
      ],
    })
    assert.deepEqual((await descent(root, { of: 'ideas' })).items, [
      { id: idea, title: 'Un carnet, sur les routes', direction: 'mobilites' },
    ])
    assert.deepEqual(await descent(first), { items: [], from: { id: root, title: 'Un carnet de passation' } })
    const after = `${(await stage.app.database.read(tx => ideaStore(tx).find(second)))?.at}-${second}`
    assert.deepEqual(
      (await descent(root, { after })).items.map(({ id }) => id),
      [first],
    )
    await assert.rejects(descent(root, { after: '💥' }), { code: 'malformed' })
    await assert.rejects(descent(root, { of: 'people' }), { code: 'malformed' })
    await assert.rejects(descent(randomIds.next()), { code: 'gone' })
  })

  it('leaves out what is hidden, on both ends', async () => {
    const child = await carried(await inspired('sofia', root, 'Un carnet, au musée'))
    const other = await inspired('nadia', root, 'Un carnet, aux transports')
    await hide(other)
    assert.deepEqual((await sheet(root)).lineage, { taken: 1, ideas: 0 })
    await hide(child)
    assert.deepEqual([(await sheet(root)).lineage, (await directions(root)).rows], [undefined, []])
    const again = await carried(await inspired('nadia', root, 'Un carnet, encore'))
    await hide(root)
    assert.equal((await sheet(again)).lineage, undefined)
    assert.deepEqual(await descent(again), { items: [] })
    await assert.rejects(descent(root), { code: 'idea-hidden' })
    await assert.rejects(directions(root), { code: 'idea-hidden' })
  })

  it('is shown by Direction in the programme’s order, the others by their number alone', async () => {
    const none = (await directions(root)).others
    const first = await carried(await inspired('nadia', root, 'Un carnet, aux transports'))
    await carried(await inspired('nadia', root, 'Un carnet, sur les routes'))
    const museum = await carried(await inspired('sofia', root, 'Un carnet, au musée'))
    await stands(museum, 'stopped')
    const order = stage.app.programme.directions.map(({ id }) => id)
    const rows = [
      {
        direction: 'mobilites',
        taken: { id: first, title: 'Un carnet, aux transports', phase: 'explore' },
        more: true,
      },
      {
        direction: 'culture',
        taken: { id: museum, title: 'Un carnet, au musée', phase: 'explore', trial: 'stopped' },
      },
    ].toSorted((one, two) => order.indexOf(one.direction) - order.indexOf(two.direction))
    assert.deepEqual(await directions(root), { rows, others: none - 2 })
  })

  it('stands in the gallery by what became of each trial, in each order', async () => {
    const stopped = await carried(await proposed('camille', 'Un standard unique'))
    const general = await carried(await proposed('camille', 'Une navette'))
    const planned = await carried(await proposed('camille', 'Un jardin'))
    await stands(root, 'running')
    await stands(stopped, 'stopped')
    await stands(general, 'generalised')
    await stands(planned, 'planned')
    const found = async (query: Record<string, string>) => {
      const { items } = await (await as('sofia'))<Page<InitiativeView>>('get', '/initiatives', { query })
      return items.map(({ id, trial }) => [id, trial])
    }
    for (const sort of ['new', 'supported', 'across']) {
      assert.deepEqual(await found({ sort, trial: 'running' }), [[root, 'running']])
      assert.deepEqual(await found({ sort, trial: 'generalised' }), [[general, 'generalised']])
      assert.deepEqual(await found({ sort, trial: 'stopped' }), [[stopped, 'stopped']])
    }
    assert.deepEqual(await found({ trial: 'stopped', q: 'navette' }), [])
    await assert.rejects(found({ trial: 'failed' }), { code: 'malformed' })
  })
})
