import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { KeptDayView, ScreenView } from '../../../src/tabs/contract/attendance.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../../support/product/stage.ts'

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const NOW = Date.parse('2027-04-22T08:00:00Z')
const END = Date.parse('2027-05-20T10:30:00Z')
const FORM = {
  title: 'Accueillir mieux',
  axis: 'territoires',
  date: '2027-05-20',
  start: '09:30',
  end: '12:30',
  place: 'Carcassonne',
  seats: '1',
  channel: CHANNEL,
}

describe('a workshop whose only seat is taken', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string

  beforeEach(async () => {
    clock = fixedClock(NOW)
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const fields = { ...FORM, nonce: randomIds.nonce() }
    workshop = ((await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }).id
    for (const who of [camille, karim]) await stage.as(who).installs('personal')
    await press(camille, 'answer', { answer: 'yes' })
    await stage.settle()
  })
  afterEach(() => stage.close())

  const press = (who: Someone, verb: string, data: object = {}) =>
    stage.as(who).presses(`workshops.${verb}`, { workshop, ...data })
  const actor = (who: Someone) => stage.app.people.greet({ tenant: TENANT, ...who, language: 'fr' })
  async function call<T>(who: Someone, method: 'get' | 'post', path: string, body: object = {}): Promise<T> {
    const request = { params: { id: workshop }, body: { ...body } }
    return callerOf(stage.app.routes, await actor(who))<T>(method, path, request)
  }
  async function until(ms: number) {
    await stage.settle()
    clock.advance(ms - clock.now())
    await stage.settle()
  }

  it('stands among those of who was let in beyond it, once it is over', async () => {
    await until(END - HOUR)
    await call(maelle, 'post', '/attendance/:id/walk-ins', { person: (await actor(karim)).id })
    await until(END + 2 * DAY)
    const { items } = await call<Page<WorkshopView>>(karim, 'get', '/workshops')
    assert.deepEqual(
      items.map(({ id, came, mine }) => [id, came, mine]),
      [[workshop, true, undefined]],
    )
    const others = await call<Page<WorkshopView>>(maelle, 'get', '/workshops')
    assert.deepEqual(others.items, [])
  })

  it('says on its screen and in its list that the seat is offered, until it is taken', async () => {
    const offers = async () => {
      const screen = await call<ScreenView>(maelle, 'get', '/attendance/:id')
      const { items } = await call<Page<KeptDayView>>(maelle, 'get', '/attendance/workshops')
      return [screen.workshop.offers, ...items.map(each => each.offers)].map(each => each && Number(each))
    }
    assert.deepEqual(await offers(), [undefined, undefined])
    await press(karim, 'answer', { answer: 'yes', orWait: true })
    await press(camille, 'answer', { answer: 'no', sure: true })
    await stage.settle()
    assert.deepEqual(await offers(), [1, 1])
    await press(karim, 'confirm')
    assert.deepEqual(await offers(), [undefined, undefined])
  })

  it('lets an organiser correct its summary once it is published, and publish it before', async () => {
    const word = async (who: Someone) => (await press(who, 'mine')).card.data
    await until(END + MINUTE)
    assert.equal(((await word(maelle)) as { summarise: string }).summarise, 'Publier le bilan')
    const summary = { workshop, next: 'Une heure de plus', turn: 0 }
    await stage.as(maelle).presses('ideas.summary-publish', summary)
    assert.equal(((await word(maelle)) as { summarise: string }).summarise, 'Corriger le bilan')
    assert.equal(((await word(camille)) as { summarise: string }).summarise, '')
  })
})
