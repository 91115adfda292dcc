import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { suggestedItems } from '../../../src/features/room/running-order/domain.ts'
import { oldRooms } from '../../../src/features/room/scene/expiry-store.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { RunningOrderModelView, RunningOrderView } from '../../../src/tabs/contract/room/remote.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { bruno, camille, ENDS, ines, maelle, type RoomStage, setRoom } from '../../support/workshops/room.ts'

async function saidTo(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('the running order that a workshop’s hours suggest', () => {
  const suggested = (hours: number, tables = true) =>
    suggestedItems(
      { startsAt: 0, endsAt: hours * HOUR, axis: 'usager' },
      { question: 'Que changer ?', tables },
    )

  it('has each scene in its order, in steps of five minutes, within the time that there is, however short', () => {
    const items = suggested(3)
    assert.deepEqual(
      items.map(({ scene, minutes }) => `${scene} ${minutes}`),
      ['welcome 15', 'tables 5', 'question 45', 'wall 35', 'timer 15', 'vote 15', 'result 5', 'next 25'],
    )
    assert.deepEqual(items.find(({ scene }) => scene === 'question')?.words, 'Que changer ?')
    for (const hours of [2, 3, 7, 12]) {
      const sum = suggested(hours).reduce((all, { minutes = 0 }) => all + minutes, 0)
      assert.ok(sum <= hours * 60, `${hours}: ${sum}`)
    }
    // Somebody who tries it does so in a quarter of an hour.
    for (const hours of [1.5, 1, 0.5, 0.25]) {
      const sum = suggested(hours).reduce((all, { minutes = 0 }) => all + minutes, 0)
      assert.ok(sum <= hours * 60, `${hours}: ${sum}`)
    }
    assert.ok(suggested(25).every(({ minutes = 0 }) => minutes <= 240))
    assert.ok(suggested(3, false).every(({ scene }) => scene !== 'tables'))
  })
})

onEachEngine('the running order of a workshop', engine => {
  let at: RoomStage
  beforeEach(async () => {
    at = await setRoom(engine)
  })
  afterEach(() => at.close())

  const item = (id: string, words = '', scene = 'question') => ({ id, scene, words })
  const write = (who: typeof maelle, items: readonly object[], version: number) =>
    at.call<RunningOrderView>(who, 'put', '/workshops/:id/running-order', { body: { version, items } })
  const keep = (name: string, who = maelle) =>
    at.call<RunningOrderModelView>(who, 'post', '/workshops/:id/running-order/models', { body: { name } })
  const models = () => at.call<Page<RunningOrderModelView>>(maelle, 'get', '/running-order/models')

  it('is proposed until it is written, before the day too, by who leads the room as a whole', async () => {
    at.clock.advance(-7 * DAY)
    const { order } = await at.remote(ines)
    assert.deepEqual([order.proposed, order.version, order.at], [true, 0, 'suggested-welcome'])
    const written = await write(ines, [item('a', 'Que changer ?'), item('b', '', 'wall')], 0)
    assert.deepEqual([written.version, written.items.length], [1, 2])
    const after = await at.remote()
    assert.deepEqual([after.order.proposed, after.order.version], [undefined, 1])
    assert.equal(await saidTo(write(bruno, [], 1)), 'room-table-only')
    assert.equal(await saidTo(write(camille, [], 1)), 'room-not-led')
    at.clock.advance(7 * DAY + ENDS + DAY - at.clock.now())
    at.clock.advance(DAY)
    assert.equal(await saidTo(write(ines, [], 1)), 'room-over')
  })

  it('is written once by two pages that wrote the same, and refused to one that saw another', async () => {
    const items = [item('a', 'Que changer ?')]
    await write(maelle, items, 0)
    assert.equal((await write(ines, items, 0)).version, 1)
    assert.equal(await saidTo(write(ines, [item('a', 'Que garder ?')], 0)), 'room-moved')
    const tries = ['Un', 'Deux'].map(words => saidTo(write(maelle, [item('a', words)], 1)))
    assert.deepEqual((await Promise.all(tries)).toSorted(), ['done', 'room-moved'])
  })

  it('holds forty items, each once, in words that a screen can show', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => item(`i${n}`, 'Que changer ?'))
    assert.equal(await saidTo(write(maelle, many(40), 0)), 'done')
    assert.equal(await saidTo(write(maelle, many(41), 1)), 'malformed')
    assert.equal(await saidTo(write(maelle, [item('a'), item('a')], 1)), 'malformed')
    assert.equal(await saidTo(write(maelle, [item('a', 'é'.repeat(281))], 1)), 'too-long')
    assert.equal(await saidTo(write(maelle, [{ ...item('a'), axis: 'none' }], 1)), 'axis-missing')
    assert.equal(await saidTo(write(maelle, [{ ...item('a'), minutes: 0 }], 1)), 'malformed')
  })

  it('says which item stands, and goes on from the last one shown whatever was shown between', async () => {
    await write(maelle, [item('a', 'Que changer ?'), item('b', '', 'wall'), item('c', '', 'pause')], 0)
    const shown = await at.show(maelle, { kind: 'question', words: 'Que changer ?', item: 'a' })
    assert.deepEqual([shown.order.at, shown.order.next], ['a', 'b'])
    const between = await at.show(maelle, { kind: 'timer', minutes: 3 })
    assert.deepEqual([between.order.at, between.order.next], [undefined, 'b'])
    const last = await at.show(ines, { kind: 'pause', item: 'c' })
    assert.deepEqual([last.order.at, last.order.next], ['c', undefined])
  })

  it('goes on from the welcome that it begins with, once something else was shown first', async () => {
    const items = [item('a', 'Bonjour', 'welcome'), item('b', 'Que changer ?'), item('c', '', 'wall')]
    await write(maelle, items, 0)
    const fresh = await at.remote()
    assert.deepEqual([fresh.order.at, fresh.order.next], ['a', 'b'])
    await at.time(maelle, { act: 'start', minutes: 5 })
    assert.equal((await at.remote()).order.at, 'a')
    const between = await at.show(maelle, { kind: 'question', words: 'Qui est là ?' })
    assert.deepEqual([between.order.at, between.order.next], [undefined, 'b'])
  })

  it('goes on from where it was when what stands is taken out of it, and from its beginning when all before is', async () => {
    const order = ['a', 'b', 'c', 'd'].map(id => item(id, `Question ${id}`))
    await write(maelle, order, 0)
    await at.show(maelle, { kind: 'question', words: 'Question c', item: 'c' })
    const without = (gone: string) => order.filter(({ id }) => !gone.includes(id))
    const written = await write(ines, without('c'), 1)
    assert.deepEqual([written.at, written.next], [undefined, 'd'])
    assert.equal((await at.remote()).room.version, 1)
    assert.equal((await write(ines, without('bc'), 2)).next, 'd')
    assert.equal((await write(ines, without('abc'), 3)).next, 'd')
  })

  it('is kept under a name for another workshop, one of each name, and leaves when it is removed', async () => {
    await write(maelle, [item('a', 'Que changer ?')], 0)
    const first = await keep('Une matinée')
    await write(maelle, [item('b', 'Que garder ?')], 1)
    const again = await keep('une  MATINÉE')
    assert.equal(again.id, first.id)
    at.clock.advance(MINUTE)
    await keep('Une journée')
    const { items } = await models()
    assert.deepEqual(
      items.map(({ name, items }) => [name, items[0]?.words]),
      [
        ['Une journée', 'Que garder ?'],
        ['une MATINÉE', 'Que garder ?'],
      ],
    )
    assert.equal(await saidTo(keep('Celle d’Inès', ines)), 'role-needed')
    await at.call(maelle, 'del', '/running-order/models/:id', { params: { id: first.id } })
    assert.equal((await models()).items.length, 1)
    for (let n = 0; n < 49; n++) await keep(`Modèle ${n}`)
    assert.equal(await saidTo(keep('Un de trop')), 'models-many')
    assert.equal(await saidTo(keep('modèle 3')), 'done')
  })

  it('leaves out an axis that a method file took out since, and so does a model of it', async () => {
    await write(maelle, [{ ...item('a', 'Que changer ?'), axis: 'usager' }], 0)
    await keep('Une matinée')
    await at.show(maelle, { kind: 'question', words: 'Que changer ?', axis: 'usager', item: 'a' })
    const axes = async () => {
      const { order, room } = await at.remote()
      const { items } = await models()
      const { scene } = room
      return [order.items[0]?.axis, items[0]?.items[0]?.axis, scene.kind === 'question' ? scene.axis : '?']
    }
    assert.deepEqual(await axes(), ['usager', 'usager', 'usager'])
    await at.stage.app.database.transact(async tx => {
      const items = JSON.stringify([{ ...item('a', 'Que changer ?'), axis: 'taken-out' }])
      await open(tx).updateTable('running_order').set({ items }).execute()
      await open(tx).updateTable('running_order_model').set({ items }).execute()
      await open(tx).updateTable('room').set({ axis: 'taken-out' }).execute()
    })
    assert.deepEqual(await axes(), [undefined, undefined, undefined])
  })

  it('goes with what the room showed, once the seats of its workshop are old', async () => {
    await write(maelle, [item('a', 'Que changer ?')], 0)
    await at.show(maelle, { kind: 'question', words: 'Que changer ?' })
    await keep('Une matinée')
    const { database } = at.stage.app
    const erased = (before: number, limit: number) =>
      database.transact(async tx => [
        await oldRooms.count(tx, before),
        await oldRooms.erase(tx, before, limit),
        await oldRooms.count(tx, before),
      ])
    assert.deepEqual(await erased(ENDS, 10), [0, 0, 0])
    assert.deepEqual(await erased(ENDS + 1, 1), [2, 1, 1])
    assert.deepEqual(await erased(ENDS + 1, 10), [1, 1, 0])
    const left = await database.read(tx => open(tx).selectFrom('running_order_model').selectAll().execute())
    assert.equal(left.length, 1)
  })
})
