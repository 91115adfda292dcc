import assert from 'node:assert/strict'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { rankingStore } from '../../src/features/ideas/ranking/store.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type { InitiativeSheet, InitiativeView } from '../../src/tabs/contract/initiatives/initiatives.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import type { EventView } from '../../src/tabs/contract/thread.ts'
import { fixedClock } from '../support/database/engines.ts'
import { callerOf } from '../support/product/routes.ts'
import { setStage } from '../support/product/stage.ts'

const SHEET = {
  title: 'Le carnet de passation',
  problem: 'Six mois de repères partent avec la personne.\n\nLes équipes recommencent à zéro.',
  story: 'Essayé deux fois en mai.',
  inspiring: 'Une page, cinq questions.',
  outcome: '',
  phase: 'explore',
  resources: [
    { title: 'Le modèle', url: 'https://intranet.example/carnet' },
    { title: '', url: '' },
  ],
}

describe('the tab’s doors to initiatives', () => {
  const clock = fixedClock(Date.parse('2027-04-30T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ clock, organisers: ['maelle'] })
  })
  afterEach(() => stage.close())

  async function person(name: string, direction?: string): Promise<Actor> {
    const actor = await stage.app.people.greet({ tenant: 'region', objectId: name, name, language: 'fr' })
    return direction === undefined ? actor : stage.app.people.chooseDirection(actor, direction)
  }
  const as = async (name: string) => callerOf(stage.app.routes, await person(name))
  const nonce = () => randomIds.nonce()

  async function retained(author: string, text: string, axis = 'equipe'): Promise<string> {
    const { id } = await (await as(author))<IdeaView>('post', '/ideas', {
      body: { nonce: nonce(), axis, text },
    })
    await stage.app.database.transact(tx => ideaStore(tx).setState(id, 'retained'))
    return id
  }
  const carry = async (who: string, idea: string) =>
    (await as(who))<InitiativeSheet>('post', '/initiatives', { body: { nonce: nonce(), idea } })
  const get = async (who: string, query: Record<string, string> = {}) =>
    (await as(who))<Page<InitiativeView>>('get', '/initiatives', { query })
  const sheet = async (who: string, id: string) =>
    (await as(who))<InitiativeSheet>('get', '/initiatives/:id', { params: { id } })
  const edit = async (who: string, id: string, body: object = {}) =>
    (await as(who))<InitiativeSheet>('put', '/initiatives/:id', {
      params: { id },
      body: { ...SHEET, ...body },
    })
  const join = async (who: string, id: string, joined: boolean) =>
    (await as(who))<InitiativeSheet>('put', '/initiatives/:id/membership', {
      params: { id },
      body: { joined },
    })

  it('give those of a Direction: its own ideas’, and those where its people take part', async () => {
    await person('camille', 'lycees')
    await person('karim', 'mobilites')
    const own = await retained('camille', 'Un carnet de passation')
    const joined = await retained('sophie', 'Une navette partagée')
    const elsewhere = await retained('sophie', 'Un standard unique')
    for (const idea of [own, joined, elsewhere]) await carry('sophie', idea)
    await join('karim', joined, true)
    const at = async (place: string) => (await get('maelle', { place })).items.map(({ id }) => id)
    assert.deepEqual([await at('lycees'), await at('mobilites'), await at('culture')], [[own], [joined], []])
    await join('karim', joined, false)
    assert.deepEqual(await at('mobilites'), [])
  })

  it('have a retained idea carried by whoever says so first, and show the sheet', async () => {
    const idea = await retained('camille', 'Un carnet de passation à chaque départ')
    const made = await carry('karim', idea)
    assert.deepEqual(made, {
      id: idea,
      idea,
      title: 'Un carnet de passation à chaque départ',
      axis: 'equipe',
      problem: '',
      phase: 'explore',
      owner: 'karim',
      supports: 1,
      directions: 0,
      members: 1,
      supported: false,
      joined: true,
      mine: true,
      at: clock.now(),
      words: { text: 'Un carnet de passation à chaque départ', author: 'camille' },
      story: '',
      inspiring: '',
      outcome: '',
      resources: [],
      names: ['karim'],
      comments: 0,
      committed: 0,
      others: [],
      mayEdit: true,
      mayCarry: false,
    })
    await carry('karim', idea)
    await assert.rejects(carry('sofia', idea), { code: 'initiative-carried' })
    const { id: fresh } = await (await as('camille'))<IdeaView>('post', '/ideas', {
      body: { nonce: nonce(), axis: 'equipe', text: 'Une autre' },
    })
    await assert.rejects(carry('sofia', fresh), { code: 'idea-not-retained' })
    const { items } = await (await as('sofia'))<Page<EventView>>('get', '/ideas/:id/thread', {
      params: { id: idea },
    })
    assert.deepEqual(
      items.map(({ kind, by }) => [kind, by]),
      [
        ['received', 'camille'],
        ['initiative', 'karim'],
      ],
    )
  })

  it('keep what its owner writes, and refuse what cannot stand on a sheet', async () => {
    const id = await retained('camille', 'Un carnet')
    await carry('karim', id)
    const kept = await edit('karim', id)
    assert.deepEqual(
      [kept.title, kept.problem, kept.resources],
      [
        SHEET.title,
        'Six mois de repères partent avec la personne.\nLes équipes recommencent à zéro.',
        [{ title: 'Le modèle', url: 'https://intranet.example/carnet' }],
      ],
    )
    await assert.rejects(edit('camille', id), { code: 'not-yours' })
    await assert.rejects(edit('karim', id, { title: ' ' }), { code: 'empty-text' })
    await assert.rejects(edit('karim', id, { story: 'x'.repeat(1501) }), {
      code: 'story-too-long',
      details: { count: 1501, max: 1500 },
    })
    const link = (url: string, title = 'Lien') => ({ resources: [{ title, url }] })
    for (const url of [
      'http://a.example',
      'javascript:alert(1)',
      'https://me:secret@a.example',
      'nulle part',
    ])
      await assert.rejects(edit('karim', id, link(url)), { code: 'resource-address' }, url)
    await assert.rejects(edit('karim', id, link('https://a.example', ' ')), { code: 'resource-title' })
    const many = Array.from({ length: 11 }, (_, n) => ({ title: `${n}`, url: `https://a.example/${n}` }))
    await assert.rejects(edit('karim', id, { resources: many }), { code: 'resources-many' })
    assert.deepEqual((await sheet('sofia', id)).resources, kept.resources)
  })

  it('name who takes part until they leave, and look for an owner once theirs has left', async () => {
    const id = await retained('camille', 'Un carnet')
    await carry('karim', id)
    clock.advance(1)
    const joined = await join('sofia', id, true)
    await join('sofia', id, true)
    assert.deepEqual([joined.names, joined.members, joined.joined], [['karim', 'sofia'], 2, true])
    assert.deepEqual((await join('karim', id, false)).names, ['sofia'])
    const { owner, mayCarry, mayEdit } = await sheet('camille', id)
    assert.deepEqual([owner, mayCarry, mayEdit], [undefined, true, false])
    const again = await carry('camille', id)
    assert.deepEqual([again.owner, again.names, again.members], ['camille', ['camille', 'sofia'], 2])
    assert.deepEqual((await join('sofia', id, false)).names, ['camille'])
  })

  it('hand it over to somebody who takes part, by its owner or an organiser', async () => {
    const id = await retained('camille', 'Un carnet')
    const { heirs } = await carry('karim', id)
    assert.equal(heirs, undefined)
    await join('sofia', id, true)
    const to = (await sheet('karim', id)).heirs?.[0]?.id ?? ''
    const give = async (who: string, person: string) =>
      (await as(who))<InitiativeSheet>('put', '/initiatives/:id/owner', {
        params: { id },
        body: { to: person },
      })
    await assert.rejects(give('camille', to), { code: 'not-yours' })
    await assert.rejects(give('karim', 'somebody'), { code: 'not-a-member' })
    const given = await give('karim', to)
    assert.deepEqual([given.owner, given.names, given.mayEdit], ['sofia', ['sofia', 'karim'], false])
    const back = (await sheet('maelle', id)).heirs?.find(({ name }) => name === 'karim')?.id ?? ''
    assert.equal((await give('maelle', back)).owner, 'karim')
  })

  it('propose an idea to one’s own Direction that keeps the link', async () => {
    const id = await retained('camille', 'Un carnet')
    await carry('karim', id)
    const call = await as('sofia')
    const request = { params: { id }, body: { nonce: nonce(), text: 'Un carnet, au musée aussi' } }
    const inspire = (who: typeof call) => who<{ idea: string }>('post', '/initiatives/:id/inspire', request)
    await assert.rejects(inspire(call), { code: 'own-direction-missing' })
    await person('sofia', 'culture')
    const { idea } = await inspire(await as('sofia'))
    assert.deepEqual(await inspire(await as('sofia')), { idea })
    const found = await stage.app.database.read(tx => ideaStore(tx).find(idea))
    assert.deepEqual([found?.inspiredBy, found?.direction, found?.axis], [id, 'culture', 'equipe'])
    const { items } = await (await as('karim'))<Page<EventView>>('get', '/ideas/:id/thread', {
      params: { id },
    })
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['received', 'initiative', 'inspired'],
    )
  })

  it('show a gallery by age or support, under an axis or a Direction, by its words, and one’s own', async () => {
    await person('camille', 'lycees')
    const ids: string[] = []
    for (const [n, axis] of ['equipe', 'usager', 'equipe', 'employeur'].entries()) {
      clock.advance(1)
      const id = await retained('camille', `Une idée n° ${n}, sur les vélos`, axis)
      await carry('karim', id)
      ids.push(id)
    }
    const [first = '', second = '', third = '', last = ''] = ids
    await (await as('sofia'))('put', '/ideas/:id/support', {
      params: { id: second },
      body: { support: true },
    })
    await edit('karim', first, { title: 'Un vélo bleu' })
    await join('sofia', third, true)
    const order = async (query: Record<string, string>, who = 'sofia') =>
      (await get(who, query)).items.map(({ id }) => id)
    assert.deepEqual(await order({}), [last, third, second, first])
    assert.equal((await order({ sort: 'supported' }))[0], second)
    await stage.app.database.transact(tx => rankingStore(tx).setStep([first, third], 2))
    const byLot = (...ids: string[]) => ids.toSorted().toReversed()
    assert.deepEqual(await order({ sort: 'across' }), [...byLot(third, first), ...byLot(last, second)])
    assert.deepEqual(await order({ sort: 'across', axis: 'equipe' }), byLot(third, first))
    assert.deepEqual(await order({ axis: 'equipe' }), [third, first])
    assert.deepEqual(await order({ direction: 'lycees', axis: 'usager' }), [second])
    assert.deepEqual(await order({ direction: 'culture' }), [])
    assert.deepEqual(await order({ q: 'velos' }), [last, third, second, first])
    assert.deepEqual(await order({ q: 'bleu vél' }), [first])
    await edit('karim', first, { title: 'Un vélo bleuté' })
    const near = async (q: string) =>
      (await get('sofia', { q })).items.map(each => [each.id, Reflect.get(each, 'near')])
    assert.deepEqual(await near('bleuthe'), [[first, true]])
    assert.deepEqual(await near('bleute'), [[first, undefined]])
    assert.deepEqual(await order({ mine: '1' }), [third])
    assert.deepEqual(await order({ mine: '1', sort: 'supported', axis: 'usager' }, 'karim'), [second])
    const others = (await sheet('sofia', first)).others.map(({ id }) => id)
    assert.deepEqual(others, [third, second, last])
    await assert.rejects(get('sofia', { after: '💥' }), { code: 'malformed' })
    await assert.rejects(get('sofia', { sort: 'best' }), { code: 'malformed' })
  })
})
