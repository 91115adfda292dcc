import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { oldOpeningRequests } from '../../../src/features/workshops/openings/expiry-store.ts'
import { openingStore } from '../../../src/features/workshops/openings/store.ts'
import { openingUsecases } from '../../../src/features/workshops/openings/usecases.ts'
import { seatStore } from '../../../src/features/workshops/seats/store.ts'
import { seriesStore } from '../../../src/features/workshops/series/store.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { seriesOn } from '../../support/workshops/series.ts'
import { agent, channel, draft, lab, messagesOn, usecasesOn } from '../../support/workshops/workshops.ts'

const SERIES = { title: 'Cinq journées', description: '', axis: 'territoires' }
const WHERE = { channel: channel.id, directions: [] }
const RULES = { reserved: 0, quotas: false, releaseDays: 0, closeDays: 1, confirmHours: 24 }

onEachEngine('requests to be told when registration opens', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const workshops = () => usecasesOn(standing.db, clock)
  const series = () => seriesOn(standing.db, clock)
  const openings = () => {
    const { transact, read, note } = standing.db
    const stores = { openings: openingStore, store: workshopStore, series: seriesStore }
    return openingUsecases({
      ...stores,
      transact,
      read,
      note,
      clock,
      messages: messagesOn(standing.db, clock),
    })
  }

  const rule = (id: string, opensAt: number | null) => series().ruleAlone(lab, id, { ...RULES, opensAt })
  const about = (id: string) => ({ thing: 'workshop', id }) as const
  const asks = async (actor: Actor, id: string, on = true) => openings().remind(actor, about(id), on)
  const rows = () =>
    standing.db.read(tx => open(tx).selectFrom('opening_request').selectAll().orderBy('person_id').execute())
  const told = async () => {
    const found = await standing.db.read(tx => open(tx).selectFrom('message').selectAll().execute())
    return found.filter(({ topic }) => topic === 'workshop-opens')
  }
  /** Moments at which a thing's opening is looked at, from now on (ms). */
  const dueFor = async (id: string) => {
    const facts = await standing.db.read(tx =>
      open(tx).selectFrom('fact').selectAll().where('kind', '=', 'workshops.opening').execute(),
    )
    const own = facts.filter(({ payload }) => JSON.parse(payload).id === id)
    return own.map(({ due_at }) => due_at - clock.now()).toSorted((a, b) => a - b)
  }
  const toldTo = async () => (await told()).map(({ person_id }) => person_id).toSorted()

  async function later(opensAt = clock.now() + DAY): Promise<string> {
    const startsAt = clock.now() + 20 * DAY
    const typed = draft(clock.now(), { startsAt, endsAt: startsAt + 3 * HOUR, capacity: 64 })
    const { id } = await workshops().publish(lab, typed, [])
    await rule(id, opensAt)
    return id
  }

  async function announcedSeries(days: number): Promise<string> {
    const id = await series().begin(lab, SERIES, [])
    for (let day = 0; day < days; day++) {
      const startsAt = clock.now() + (20 + day) * DAY
      await series().addDay(lab, id, draft(clock.now(), { startsAt, endsAt: startsAt + HOUR }), [])
    }
    await series().rule(lab, id, { ...RULES, opensAt: clock.now() + DAY })
    await series().announce(lab, id, WHERE, [])
    return id
  }

  const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

  it('are kept once for each person, with the day they first asked, and can be taken back', async () => {
    const id = await later()
    const at = clock.now()
    const opens = await Promise.all(Array.from({ length: 8 }, () => asks(agent(1), id)))
    assert.deepEqual(new Set(opens), new Set([at + DAY]))
    clock.advance(MINUTE)
    await asks(agent(1), id)
    await asks(agent(2), id)
    assert.deepEqual(
      (await rows()).map(row => [row.thing, row.person_id, row.asked_at]),
      [
        ['workshop', 'p-1', at],
        ['workshop', 'p-2', at + MINUTE],
      ],
    )
    for (let time = 0; time < 2; time++) assert.equal(await asks(agent(2), id, false), undefined)
    assert.deepEqual(
      (await rows()).map(row => row.person_id),
      ['p-1'],
    )
    assert.equal((await workshops().show(agent(1), id)).reminded, true)
    assert.equal((await workshops().show(agent(2), id)).reminded, undefined)
    assert.deepEqual(await dueFor(id), [DAY - MINUTE])
  })

  it('are refused where registration is open, closed or called off, and to whoever may not register', async () => {
    const observer = { ...agent(1), role: 'observer' } as const
    const id = await later()
    await assert.rejects(asks(observer, id), refusal('role-needed'))
    await assert.rejects(asks(agent(1), 'nothing'), refusal('gone'))
    await rule(id, null)
    await assert.rejects(asks(agent(1), id), refusal('registration-open'))
    await series().callOff(lab, id, 'cancelled', 'Grève')
    await assert.rejects(asks(agent(1), id), refusal('workshop-cancelled'))
    assert.deepEqual(await rows(), [])
  })

  it('of a day of a series are those of the whole series, told in one message', async () => {
    const id = await announcedSeries(3)
    const { series: seen } = await series().sheet(lab, id)
    for (const day of seen.days) await asks(agent(1), day.id)
    await openings().remind(agent(2), { thing: 'series', id }, true)
    assert.deepEqual(
      (await rows()).map(row => [row.thing, row.thing_id]),
      [
        ['series', id],
        ['series', id],
      ],
    )
    for (const day of seen.days) assert.equal((await workshops().show(agent(1), day.id)).reminded, true)
    clock.advance(DAY)
    for (let time = 0; time < 2; time++) await openings().due({ thing: 'series', id })
    assert.deepEqual(await toldTo(), ['p-1', 'p-2'])
    assert.deepEqual(await rows(), [])
  })

  it('are told page after page, each once, the first who asked first; a fact tells the next page', async () => {
    const id = await later()
    for (let one = 0; one < 120; one++) {
      await asks(agent(one), id)
      clock.advance(1)
    }
    clock.advance(DAY)
    const left = []
    for (let page = 0; page < 3; page++) {
      await openings().due(about(id))
      left.push((await rows()).length)
    }
    assert.deepEqual(left, [70, 20, 0])
    const people = await toldTo()
    assert.deepEqual([people.length, new Set(people).size], [120, 120])
    assert.ok((await dueFor(id)).includes(0))
  })

  it('are forgotten untold for who has a seat, waits for one, or said no after having asked', async () => {
    const id = await later()
    for (const one of [1, 2, 3, 4, 5]) await asks(agent(one), id)
    clock.advance(MINUTE)
    await workshops().answer(agent(2), id, 'no')
    await asks(agent(2), id, false)
    clock.advance(MINUTE)
    // Again, having said no.
    await asks(agent(2), id)
    clock.advance(MINUTE)
    await workshops().answer(agent(3), id, 'no')
    clock.advance(DAY)
    await workshops().answer(agent(4), id, 'yes')
    await standing.db.transact(async tx => {
      const own = { direction: undefined, offeredUntil: null, dayKey: null, at: clock.now() }
      await seatStore(tx).put({
        ...own,
        workshop: id,
        person: 'p-5',
        answer: 'waiting',
        queueNo: 1,
        pool: 'open',
      })
    })
    await openings().due(about(id))
    assert.deepEqual(await toldTo(), ['p-1', 'p-2'])
    assert.deepEqual(await rows(), [])
  })

  it('wait when it is put off, are told at once when it opens early, and go when it is called off', async () => {
    const [early, late, off] = [await later(), await later(), await later()]
    for (const id of [early, late, off]) await asks(agent(1), id)
    await rule(early, null)
    await rule(late, clock.now() + 3 * DAY)
    await series().callOff(lab, off, 'cancelled', 'Grève')
    for (const id of [early, late, off]) await openings().changed(id)
    assert.deepEqual(await dueFor(early), [0, DAY])
    assert.deepEqual(await dueFor(late), [DAY, 3 * DAY])
    assert.deepEqual((await rows()).map(row => row.thing_id).toSorted(), [early, late].toSorted())
    clock.advance(DAY)
    for (const id of [early, late, off]) await openings().due(about(id))
    assert.equal((await told()).length, 1)
    clock.advance(2 * DAY)
    await openings().due(about(late))
    assert.equal((await told()).length, 2)
  })

  it('wait while the workshop is postponed, and come back when their message could not be sent', async () => {
    const id = await later()
    await asks(agent(1), id)
    await series().callOff(lab, id, 'postponed', 'Grève')
    clock.advance(DAY)
    await openings().due(about(id))
    assert.deepEqual([(await rows()).length, (await told()).length], [1, 0])
    await openings().revive('p-2', about(id))
    assert.deepEqual(
      (await rows()).map(row => row.person_id),
      ['p-1', 'p-2'],
    )
  })

  it('go after their time, a page at a time', async () => {
    const id = await later()
    for (const one of [1, 2, 3]) await asks(agent(one), id)
    const before = clock.now() + 1
    clock.advance(MINUTE)
    await asks(agent(4), id)
    const erased = () => standing.db.transact(tx => oldOpeningRequests.erase(tx, before, 2))
    assert.equal(await standing.db.read(tx => oldOpeningRequests.count(tx, before)), 3)
    assert.deepEqual([await erased(), await erased(), await erased()], [2, 1, 0])
    assert.deepEqual(
      (await rows()).map(row => row.person_id),
      ['p-4'],
    )
  })

  it('are counted by thing, and what opens on a day is found by its date', async () => {
    const [first, second] = [await later(clock.now() + HOUR), await later(clock.now() + 2 * DAY)]
    await asks(agent(1), first)
    await asks(agent(2), first)
    const counts = await standing.db.read(tx => openingStore(tx).counts([first, second]))
    assert.deepEqual([counts.get(first), counts.get(second)], [2, undefined])
    const span = { from: clock.now(), until: clock.now() + DAY }
    const found = await standing.db.read(tx => openingStore(tx).opening(span))
    assert.deepEqual(
      found.map(({ id }) => id),
      [first],
    )
  })
})
