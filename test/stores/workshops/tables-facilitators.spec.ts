import assert from 'node:assert/strict'
import { facilitatorStore } from '../../../src/features/workshops/tables/facilitator-store.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { agent, draft, lab, usecasesOn } from '../../support/workshops/workshops.ts'

onEachEngine('workshops of who facilitates', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const led = async (person: string, table?: number) => {
    const { id } = await usecasesOn(standing.db, clock).publish(lab, draft(clock.now()), [])
    const leader = { person, ...(table !== undefined && { table }) }
    await standing.db.transact(tx => facilitatorStore(tx).put(id, leader))
    return id
  }
  const seenBy = async (number: number) =>
    (await usecasesOn(standing.db, clock).agenda(agent(number), 20)).items.map(
      ({ id, mine, facilitates, harvests }) => ({ id, mine, facilitates, harvests }),
    )

  it('say so among those to come, at which table, and to nobody else', async () => {
    const first = await led('p-1', 4)
    const second = await led('p-2')
    const byId = async (number: number, id: string) => (await seenBy(number)).find(each => each.id === id)
    const unknown = { mine: undefined, harvests: undefined }
    assert.deepEqual(await byId(1, first), { id: first, ...unknown, facilitates: { table: 4 } })
    assert.deepEqual(await byId(2, second), { id: second, ...unknown, facilitates: {} })
    assert.deepEqual(await byId(1, second), { id: second, ...unknown, facilitates: undefined })
  })

  it('lead to their harvest from the start to a week after the end, though they answered nothing', async () => {
    const id = await led('p-3', 2)
    const harvests = async (number: number) => (await seenBy(number)).find(each => each.id === id)?.harvests
    assert.equal(await harvests(3), undefined)
    clock.advance(24 * HOUR)
    assert.deepEqual([await harvests(3), await harvests(4)], [true, undefined])
    clock.advance(3 * HOUR)
    assert.equal(await harvests(3), true)
    assert.equal((await seenBy(4)).length, 0)
    const page = await usecasesOn(standing.db, clock).agenda({ ...agent(3), role: 'observer' }, 20)
    assert.deepEqual(
      page.items.map(each => each.harvests),
      [undefined],
    )
    clock.advance(7 * DAY)
    assert.deepEqual(await seenBy(3), [
      { id, mine: undefined, facilitates: { table: 2 }, harvests: undefined },
    ])
  })
})
