import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { BoxRowView, BoxView } from '../../../src/tabs/contract/ideas/boxes.ts'
import type { RegisterView } from '../../../src/tabs/contract/ideas/register.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const QUESTION = 'Que changer dès ce mois-ci ?'
const TEXT = 'Un carnet de passation d’une page'

describe('the questions put to channels', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let clock = fixedClock()
  let lab: Actor
  beforeEach(async () => {
    clock = fixedClock()
    stage = await setStage({ organisers: ['maelle'], clock })
    await stage.as(maelle).installs('channel')
    lab = await greeted('maelle')
  })
  afterEach(() => stage.close())

  const greeted = (objectId: string) =>
    stage.app.people.greet({ tenant: 't', objectId, name: objectId, language: 'fr' })
  const as = (actor: Actor) => callerOf(stage.app.routes, actor)
  const list = (actor = lab) => as(actor)<Page<BoxRowView>>('get', '/idea-boxes')
  const turn = (id: string, closed: boolean, actor = lab) =>
    as(actor)<BoxRowView>('put', '/idea-boxes/:id/closed', { params: { id }, body: { closed } })
  let forms = 0
  async function ask(question = QUESTION): Promise<string> {
    forms += 1
    const body = { nonce: `nonce-of-form-number-${forms}`, question, channel: CHANNEL }
    const { id } = await as(lab)<BoxView>('post', '/idea-boxes', { body })
    await stage.settle()
    return id
  }
  const sends = (box: string, text = TEXT) =>
    stage
      .as(camille)
      .presses('ideas.submit', { box, nonce: '', text, axis: 'equipe' }, { in: 'channel', card: 'box-card' })
  const cardOf = (question: string) =>
    JSON.stringify([...stage.sent.values()].find(({ card }) => JSON.stringify(card).includes(question)))

  it('are listed with their answers, the newest first, twenty a page', async () => {
    const first = await ask()
    clock.advance(DAY)
    for (let n = 1; n <= 20; n++) await ask(`Question numéro ${n} ?`)
    await sends(first)
    const page = await list()
    assert.equal(page.items.length, 20)
    assert.ok(page.items.every(({ ideas, closedAt }) => ideas === 0 && closedAt === undefined))
    const rest = await as(lab)<Page<BoxRowView>>('get', '/idea-boxes', { query: { after: page.next ?? '' } })
    assert.deepEqual(
      rest.items.map(({ id, question, ideas, answered }) => [id, question, ideas, answered]),
      [[first, QUESTION, 1, 0]],
    )
    assert.equal(rest.next, undefined)
  })

  it('count what all may read, and of it what has had a word', async () => {
    const box = await ask()
    for (const text of ['Un banc', 'Un vélo', 'Un mur']) await sends(box, text)
    const query = { part: 'all', box }
    const { items } = await as(lab)<Page<RegisterView>>('get', '/ideas/register', { query })
    assert.deepEqual(items.map(({ text }) => text).sort(), ['Un banc', 'Un mur', 'Un vélo'])
    const [one, two] = items
    assert.ok(one && two)
    await as(lab)('post', '/ideas/:id/answer', { params: { id: one.id }, body: { text: 'Dès lundi' } })
    await as(lab)('post', '/ideas/:id/hide', { params: { id: two.id }, body: { reason: 'Un nom' } })
    clock.advance(TELL_AFTER)
    await stage.settle()
    const [row] = (await list()).items
    assert.deepEqual([row?.ideas, row?.answered], [2, 1])
  })

  it('take no answer once closed, say so on their card, and can be opened again', async () => {
    const box = await ask()
    await sends(box)
    clock.advance(DAY)
    assert.ok((await turn(box, true)).closedAt)
    assert.deepEqual(await turn(box, true), (await list()).items[0])
    await stage.settle()
    assert.match(cardOf(QUESTION), /Boîte close/)
    const refused = await sends(box, 'Un banc')
    assert.match(refused.notice?.text ?? refused.notice?.title ?? '', /close depuis le/)
    assert.equal((await list()).items[0]?.ideas, 1)
    clock.advance(HOUR)
    assert.equal((await turn(box, false)).closedAt, undefined)
    await stage.settle()
    assert.doesNotMatch(cardOf(QUESTION), /Boîte close/)
    await sends(box, 'Un banc')
    assert.equal((await list()).items[0]?.ideas, 2)
  })

  it('are read by organisers and observers, and closed by organisers', async () => {
    const box = await ask()
    const agent = await greeted('camille')
    const observer: Actor = { ...agent, role: 'observer' }
    assert.equal((await list(observer)).items.length, 1)
    await assert.rejects(list(agent), { code: 'role-needed' })
    await assert.rejects(turn(box, true, observer), { code: 'role-needed' })
    await assert.rejects(turn('nothing', true), { code: 'gone' })
  })
})
