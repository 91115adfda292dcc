import assert from 'node:assert/strict'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import type { CommitmentView, SharedView } from '../../../src/tabs/contract/commitments.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { callerOf } from '../../support/product/routes.ts'
import { setStage } from '../../support/product/stage.ts'

const NONCE = 'nonce-of-one-form-in-a-tab'
const MALFORMED = { code: 'malformed' }

describe('the tab’s doors to ideas and commitments', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  const person = (name: string): Promise<Actor> =>
    stage.app.people.greet({ tenant: 'region', objectId: name, name, language: 'fr' })
  const as = async (name: string) => callerOf(stage.app.routes, await person(name))

  beforeEach(async () => {
    // The last evening of April in Paris.
    stage = await setStage({ clock: fixedClock(Date.parse('2027-04-30T20:00:00Z')) })
  })
  afterEach(() => stage.close())

  const send = async (name: string, body: object = {}) =>
    (await as(name))<IdeaView>('post', '/ideas', {
      body: { nonce: NONCE, axis: 'equipe', text: 'Une idée', ...body },
    })
  const take = async (name: string, body: object = {}) =>
    (await as(name))<CommitmentView>('post', '/commitments', {
      body: { nonce: NONCE, axis: 'equipe', text: 'Relire', horizon: '2027-04-30', ...body },
    })

  it('keep an idea once for one form, and show it to its author and to others', async () => {
    const { id } = await send('camille')
    assert.equal((await send('camille')).id, id)
    const { items } = await (await as('sophie'))<Page<IdeaView>>('get', '/ideas')
    assert.deepEqual(items, [
      {
        id,
        axis: 'equipe',
        text: 'Une idée',
        author: 'camille',
        mine: false,
        state: 'received',
        at: Date.parse('2027-04-30T20:00:00Z'),
        // Her own support counts, but a count of one is not shown.
        supports: 0,
        directions: 0,
        supported: false,
        comments: 0,
      },
    ])
    const mine = await (await as('sophie'))<Page<IdeaView>>('get', '/ideas', { query: { mine: '1' } })
    assert.deepEqual(mine, { items: [] })
  })

  it('page ideas by twenty', async () => {
    for (let n = 0; n < 23; n++) await send('camille', { nonce: `${NONCE}-${n}`, text: `Idée ${n}` })
    const get = await as('camille')
    const first = await get<Page<IdeaView>>('get', '/ideas', { query: { mine: '1' } })
    const second = await get<Page<IdeaView>>('get', '/ideas', { query: { after: first.next ?? '' } })
    assert.deepEqual([first.items.length, second.items.length, second.next], [20, 3, undefined])
  })

  it('set a support and an axis, by the same rules as in chat', async () => {
    const { id } = await send('camille')
    const [sophie, camille] = [await as('sophie'), await as('camille')]
    const request = (body: object) => ({ params: { id }, body })
    assert.equal(
      (await sophie<IdeaView>('put', '/ideas/:id/support', request({ support: true }))).supports,
      2,
    )
    assert.equal(
      (await camille<IdeaView>('put', '/ideas/:id/axis', request({ axis: 'usager' }))).axis,
      'usager',
    )
    await assert.rejects(sophie('put', '/ideas/:id/axis', request({ axis: 'usager' })), { code: 'not-yours' })
    await assert.rejects(camille('put', '/ideas/:id/support', request({ support: true })), {
      code: 'own-idea',
    })
  })

  it('take a commitment to the very end of its day, and tell when it ended', async () => {
    const taken = await take('camille')
    assert.deepEqual(taken, {
      id: taken.id,
      axis: 'equipe',
      text: 'Relire',
      horizon: '2027-04-30',
      visibility: 'me',
      state: 'taken',
      stage: 'taken',
      notes: 0,
    })
    const camille = await as('camille')
    const request = { params: { id: taken.id }, body: { state: 'kept' } }
    const kept = await camille<CommitmentView>('post', '/commitments/:id/end', request)
    assert.deepEqual([kept.state, kept.endedOn], ['kept', '2027-04-30'])
    assert.deepEqual(await camille('get', '/commitments'), { items: [kept] })
    await assert.rejects((await as('sophie'))('post', '/commitments/:id/end', request), { code: 'not-yours' })
  })

  it('count what colleagues share under each axis, and nothing they keep', async () => {
    await take('camille', { visibility: 'everyone' })
    await take('karim')
    const shared = await (await as('sophie'))<SharedView[]>('get', '/commitments/shared')
    assert.equal(shared.length, 5)
    assert.deepEqual(
      shared.filter(({ count }) => count > 0),
      [{ axis: 'equipe', count: 1 }],
    )
  })

  it('refuse what is not what they ask for', async () => {
    const camille = await as('camille')
    await assert.rejects(send('camille', { nonce: 'short' }), MALFORMED)
    await assert.rejects(send('camille', { text: 12 }), MALFORMED)
    await assert.rejects(send('camille', { text: 'x'.repeat(10_000) }), { code: 'too-long' })
    await assert.rejects(camille('get', '/ideas', { query: { after: '💥' } }), MALFORMED)
    await assert.rejects(
      camille('put', '/ideas/:id/support', { params: { id: 'x' }, body: undefined }),
      MALFORMED,
    )
    await assert.rejects(take('camille', { horizon: '2027-02-30' }), MALFORMED)
    await assert.rejects(take('camille', { visibility: 'manager' }), MALFORMED)
    await assert.rejects(take('camille', { horizon: '2027-04-29' }), { code: 'date-past' })
  })
})
