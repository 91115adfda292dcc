import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { facilitatorStore } from '../../../src/features/workshops/tables/facilitator-store.ts'
import { tableStore } from '../../../src/features/workshops/tables/store.ts'
import { tableUsecases } from '../../../src/features/workshops/tables/usecases.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { auditIn } from '../../support/features/audit.ts'
import { agent, draft, lab, usecasesOn } from '../../support/workshops/workshops.ts'

onEachEngine('tables of a workshop', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  /** A workshop where so many agents have a seat. */
  async function published(count: number) {
    const workshops = usecasesOn(standing.db, clock)
    const { id } = await workshops.publish(lab, draft(clock.now(), { capacity: 100 }), [])
    for (let number = 0; number < count; number++) await workshops.answer(agent(number), id, 'yes')
    const edges = { ...standing.db, clock, ids: randomIds }
    const stores = { store: workshopStore, tables: tableStore, facilitators: facilitatorStore }
    const tables = tableUsecases({ ...edges, ...stores, audit: auditIn(edges) })
    const asked = (tables: number) => ({ wanted: { tables }, again: false, nonce: randomIds.nonce() })
    return { id, workshops, tables, draw: (count: number) => tables.draw(lab, id, asked(count)) }
  }

  it('hold two thousand people, each in one place, and are replaced as a whole', async () => {
    const { id } = await published(0)
    const places = (seed: number) =>
      new Map(Array.from({ length: 2_000 }, (_, at) => [`p-${at}`, ((at + seed) % 100) + 1]))
    await standing.db.transact(async tx => {
      await tableStore(tx).replacePlaces(id, places(0))
      await tableStore(tx).replacePlaces(id, places(1))
      await tableStore(tx).addPlace(id, 'p-0', 99)
      await tableStore(tx).addPlace(id, 'late', 99)
    })
    await standing.db.read(async tx => {
      assert.equal((await tableStore(tx).places(id)).size, 2_001)
      assert.deepEqual(
        [await tableStore(tx).placeOf(id, 'p-0'), await tableStore(tx).placeOf(id, 'late')],
        [2, 99],
      )
      assert.equal(await tableStore(tx).placeOf(id, 'nobody'), undefined)
    })
  })

  it('take those who come at one time with no more than one between them', async () => {
    const { id, workshops, tables, draw } = await published(12)
    await draw(4)
    await tables.show(lab, id)
    const late = Array.from({ length: 9 }, (_, at) => agent(20 + at))
    for (const actor of late) await workshops.answer(actor, id, 'yes')
    const sit = ({ id: person }: (typeof late)[number]) =>
      standing.db.transact(tx => tables.sit(tx, id, person))
    const given = await Promise.all(late.map(sit))
    assert.deepEqual(await Promise.all(late.map(sit)), given)
    const { seating } = await tables.plan(lab, id)
    const sizes = seating.tables.map(({ people }) => people.length)
    assert.equal(Math.max(...sizes) - Math.min(...sizes), 1, `${sizes}`)
    assert.deepEqual(seating.without, [])
    assert.equal(await sit(agent(90)), undefined)
  })

  it('are drawn for those who have a seat, and say who is offered one', async () => {
    const { id, tables, draw } = await published(3)
    const offer = (...people: readonly string[]) =>
      standing.db.transact(tx =>
        open(tx)
          .updateTable('registration')
          .set({ answer: 'offered', offered_until: clock.now() + 1 })
          .where('person_id', 'in', people)
          .execute(),
      )
    await offer('p-1', 'p-2')
    await standing.db.transact(tx => facilitatorStore(tx).put(id, { person: 'p-2', table: 1 }))
    const { seating, offered } = await draw(1)
    assert.deepEqual([seating.tables[0]?.people, seating.without, offered], [['p-0'], [], ['p-1']])
    assert.deepEqual((await tables.plan(lab, id)).offered, ['p-1'])
  })

  it('keep who facilitates, at a table or at none', async () => {
    const { id, tables, draw } = await published(4)
    await standing.db.transact(async tx => {
      const leaders = facilitatorStore(tx)
      await leaders.put(id, { person: 'p-1', table: 1 })
      await leaders.put(id, { person: 'p-1', table: 2 })
      await leaders.put(id, { person: 'p-2' })
      await leaders.put(id, { person: 'p-9', table: 1 })
      await leaders.remove(id, 'p-9')
      assert.deepEqual(await leaders.all(id), [{ person: 'p-1', table: 2 }, { person: 'p-2' }])
      assert.equal(await leaders.find(id, 'p-9'), undefined)
    })
    const { seating } = await draw(2)
    assert.deepEqual(
      seating.tables.map(({ leaders, people }) => [leaders, people.length]),
      [
        [[], 1],
        [['p-1'], 1],
      ],
    )
    await tables.show(lab, id)
    const sit = (person: string) => standing.db.transact(tx => tables.sit(tx, id, person))
    assert.deepEqual([await sit('p-1'), await sit('p-2')], [2, undefined])
  })
})
