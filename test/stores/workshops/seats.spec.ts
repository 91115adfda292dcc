import assert from 'node:assert/strict'
import { tableStore } from '../../../src/features/workshops/tables/store.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { seatsOn } from '../../support/workshops/seats.ts'
import { agent, factsOf, lab } from '../../support/workshops/workshops.ts'

const OR_WAIT = { orWait: true }
const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted
const pilot = { ...agent(0), id: 'p-pilot', role: 'pilot' } as const
const nowhere = { ...agent(0), id: 'p-nowhere', direction: undefined } as never

onEachEngine('seats in workshops', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const seats = () => seatsOn(standing.db, clock)

  it('that come free go to the first who waits, and to the next when they are not confirmed in time', async () => {
    const { workshops, add, settleAll, find } = seats()
    const { id } = await add({ id: 'w', capacity: 1 })
    await workshops.answer(agent(1), id, 'yes')
    await assert.rejects(workshops.answer(agent(2), id, 'yes'), code('workshop-full'))
    for (const who of [2, 3, 4, 3]) await workshops.answer(agent(who), id, 'yes', OR_WAIT)
    assert.deepEqual(
      await Promise.all([2, 3, 4].map(who => workshops.waitingListPosition(agent(who), id))),
      [1, 2, 3],
    )
    await workshops.answer(agent(1), id, 'no')
    const offered = await workshops.show(agent(2), id)
    assert.deepEqual(
      [offered.mine, offered.offeredUntil, offered.stage],
      ['offered', clock.now() + 24 * HOUR, 'full'],
    )
    const { seatsTaken, waiting } = await find(id)
    assert.deepEqual([seatsTaken, waiting], [1, 2])
    const told = (await factsOf(standing.db)).filter(({ kind }) => kind === 'workshops.offered')
    assert.deepEqual(
      told.map(({ payload }) => payload),
      [{ workshop: id, person: 'p-2', until: clock.now() + 24 * HOUR }],
    )
    clock.advance(24 * HOUR)
    await assert.rejects(workshops.confirm(agent(2), id), code('no-offer'))
    await settleAll()
    const late = await workshops.show(agent(2), id)
    assert.deepEqual([late.mine, late.offeredUntil], ['no', clock.now()])
    assert.equal((await workshops.confirm(agent(3), id)).mine, 'yes')
    assert.equal((await workshops.confirm(agent(3), id)).mine, 'yes')
    await assert.rejects(workshops.pass(agent(3), id), code('no-offer'))
    await assert.rejects(workshops.confirm(agent(4), id), code('no-offer'))
  })

  it('go to those for whom they fit: their Direction’s, or kept for pilots, until they are kept no longer', async () => {
    const { workshops, add, settleAll } = seats()
    const shares = new Map([
      ['direction-1', 1],
      ['direction-2', 1],
    ])
    const releaseAt = clock.now() + 48 * HOUR
    const { id } = await add({ id: 'w', capacity: 4, reserved: 2, quotas: true, shares, releaseAt })
    await assert.rejects(workshops.answer(nowhere, id, 'yes', OR_WAIT), code('direction-needed'))
    await workshops.answer(agent(1), id, 'yes')
    await assert.rejects(workshops.answer(agent(11), id, 'yes'), code('direction-full'))
    for (const who of [21, 11, 3]) await workshops.answer(agent(who), id, 'yes', OR_WAIT)
    assert.equal((await workshops.answer(agent(2), id, 'yes')).mine, 'yes')
    for (const who of ['a', 'b', 'c']) await workshops.answer({ ...pilot, id: who }, id, 'yes', OR_WAIT)
    const answerOf = async (person: string) => (await workshops.show({ ...lab, id: person }, id)).mine
    assert.deepEqual(await Promise.all(['a', 'b', 'c', 'p-21'].map(answerOf)), [
      'yes',
      'yes',
      'waiting',
      'waiting',
    ])
    // A reserved seat goes to the pilot on the list, though others wait for longer.
    await workshops.answer({ ...pilot, id: 'a' }, id, 'no')
    assert.deepEqual(await Promise.all(['c', 'p-21'].map(answerOf)), ['offered', 'waiting'])
    // Direction 2 frees a seat: nobody of it is on the list.
    await workshops.answer(agent(2), id, 'no')
    assert.equal(await answerOf('p-21'), 'waiting')
    clock.advance(24 * HOUR)
    await settleAll()
    assert.deepEqual(await Promise.all(['c', 'p-21', 'p-11', 'p-3'].map(answerOf)), [
      'no',
      'waiting',
      'waiting',
      'waiting',
    ])
    clock.advance(24 * HOUR)
    await settleAll()
    assert.deepEqual(await Promise.all(['p-21', 'p-11', 'p-3'].map(answerOf)), [
      'offered',
      'offered',
      'waiting',
    ])
  })

  it('are counted, and tables mixed, under the Direction that somebody comes from, until a change of it counts', async () => {
    const { workshops, add } = seats()
    const shares = new Map([
      ['direction-1', 1],
      ['direction-2', 1],
    ])
    const { id } = await add({ id: 'w', capacity: 2, quotas: true, shares })
    const moving = (who: number) => ({
      ...agent(who),
      direction: 'direction-2',
      moving: { from: 'direction-1', at: clock.now() + HOUR },
    })
    await workshops.answer(agent(1), id, 'yes')
    await assert.rejects(workshops.answer(moving(11), id, 'yes'), code('direction-full'))
    await workshops.answer(moving(11), id, 'yes', OR_WAIT)
    await workshops.answer(agent(1), id, 'no')
    assert.equal((await workshops.show(moving(11), id)).mine, 'offered')
    await workshops.confirm(moving(11), id)
    const guests = () => standing.db.read(tx => tableStore(tx).guests(id))
    assert.deepEqual(await guests(), [{ id: 'p-11', direction: 'direction-1' }])
    await workshops.answer(moving(11), id, 'yes')
    assert.deepEqual(await guests(), [{ id: 'p-11', direction: 'direction-1' }])
    const { moving: _, ...there } = moving(11)
    await workshops.answer(there, id, 'yes')
    assert.deepEqual(await guests(), [{ id: 'p-11', direction: 'direction-2' }])
  })

  it('are one a day in a series, and two days are swapped in one act, or not at all', async () => {
    const { workshops, add, settleAll } = seats()
    await add({ id: 'monday', series: 's', capacity: 1 }, 10)
    await add({ id: 'monday-too', series: 's', capacity: 1 }, 10.1)
    await add({ id: 'tuesday', series: 's', capacity: 1 }, 11)
    await workshops.answer(agent(1), 'monday', 'yes')
    await assert.rejects(workshops.answer(agent(1), 'monday-too', 'yes', OR_WAIT), code('same-day'))
    await workshops.answer(agent(2), 'tuesday', 'yes')
    await assert.rejects(workshops.swap(agent(1), 'monday', 'tuesday'), code('workshop-full'))
    await assert.rejects(workshops.swap(agent(3), 'monday', 'monday-too'), code('no-seat'))
    assert.equal((await workshops.show(agent(1), 'monday')).mine, 'yes')
    assert.equal((await workshops.swap(agent(1), 'monday', 'monday-too')).mine, 'yes')
    assert.equal((await workshops.swap(agent(1), 'monday', 'monday-too')).mine, 'yes')
    assert.equal((await workshops.show(agent(1), 'monday')).mine, 'no')
    // Somebody who waits is not offered a second seat of one day, until they give the first one up.
    await workshops.answer(agent(4), 'monday', 'yes')
    await workshops.answer(agent(5), 'monday', 'yes', OR_WAIT)
    await workshops.answer(agent(5), 'monday-too', 'yes', OR_WAIT)
    await workshops.answer(agent(4), 'monday', 'no')
    assert.equal((await workshops.show(agent(5), 'monday')).mine, 'offered')
    await workshops.answer(agent(1), 'monday-too', 'no')
    assert.equal((await workshops.show(agent(5), 'monday-too')).mine, 'waiting')
    await workshops.pass(agent(5), 'monday')
    await settleAll()
    assert.equal((await workshops.show(agent(5), 'monday-too')).mine, 'offered')
  })

  it('are given to nobody before registration opens or after it closes, but for those who wait', async () => {
    const { workshops, add } = seats()
    const opensAt = clock.now() + HOUR
    const { id } = await add({ id: 'w', capacity: 1, opensAt, closesAt: opensAt + HOUR })
    await assert.rejects(workshops.answer(agent(1), id, 'yes'), code('registration-not-open'))
    clock.advance(HOUR)
    for (const who of [1, 2]) await workshops.answer(agent(who), id, 'yes', OR_WAIT)
    clock.advance(HOUR)
    assert.equal((await workshops.show(lab, id)).stage, 'closed')
    await assert.rejects(workshops.answer(agent(3), id, 'yes', OR_WAIT), code('registration-closed'))
    await workshops.answer(agent(1), id, 'no')
    assert.equal((await workshops.confirm(agent(2), id)).mine, 'yes')
  })

  it('are offered when there are more of them, when quotas grow, and when somebody comes to facilitate', async () => {
    const { workshops, add, change, grantReservedSeat } = seats()
    const shares = new Map([['direction-1', 1]])
    const { id } = await add({ id: 'w', capacity: 2, reserved: 1, quotas: true, shares })
    for (const who of [1, 11, 21, 31]) await workshops.answer(agent(who), id, 'yes', OR_WAIT)
    const answersNow = () =>
      Promise.all([1, 11, 21, 31].map(async who => (await workshops.show(agent(who), id)).mine))
    await standing.db.transact(tx => grantReservedSeat(tx, id, 'p-21'))
    assert.deepEqual(await answersNow(), ['yes', 'waiting', 'offered', 'waiting'])
    const after = await change(id, { capacity: 3, shares: new Map([['direction-1', 2]]) })
    assert.deepEqual(await answersNow(), ['yes', 'offered', 'offered', 'waiting'])
    assert.deepEqual([after.seatsTaken, after.waiting], [3, 1])
  })

  it('become kept ones for who comes to facilitate, and the next of their Direction has theirs', async () => {
    const { workshops, add, grantReservedSeat } = seats()
    const shares = new Map([['direction-1', 1]])
    const { id } = await add({ id: 'w', capacity: 2, reserved: 1, quotas: true, shares })
    for (const who of [1, 11]) await workshops.answer(agent(who), id, 'yes', OR_WAIT)
    for (const _ of [1, 2]) await standing.db.transact(tx => grantReservedSeat(tx, id, 'p-1'))
    const shown = await Promise.all([1, 11].map(who => workshops.show(agent(who), id)))
    assert.deepEqual(
      shown.map(({ mine, seatsTaken }) => [mine, seatsTaken]),
      [
        ['yes', 2],
        ['offered', 2],
      ],
    )
  })

  it('are nobody’s to take in a workshop that is cancelled or postponed, which stands in the way of no other', async () => {
    const { workshops, add, change } = seats()
    await add({ id: 'first', series: 's', capacity: 1 })
    await add({ id: 'second', series: 's', capacity: 2 })
    await workshops.answer(agent(1), 'first', 'yes')
    await workshops.answer(agent(2), 'first', 'yes', OR_WAIT)
    await change('first', { state: 'cancelled' })
    await assert.rejects(workshops.answer(agent(3), 'first', 'yes'), code('workshop-cancelled'))
    assert.equal((await workshops.swap(agent(1), 'first', 'second')).mine, 'yes')
    assert.equal((await workshops.show(agent(2), 'first')).mine, 'waiting')
    await workshops.answer(agent(4), 'second', 'yes')
    await workshops.answer(agent(5), 'second', 'yes', OR_WAIT)
    await workshops.answer(agent(4), 'second', 'no')
    await change('second', { state: 'postponed' })
    // It was offered before: it can still be confirmed.
    assert.equal((await workshops.confirm(agent(5), 'second')).mine, 'yes')
    await assert.rejects(workshops.answer(agent(3), 'second', 'yes'), code('workshop-postponed'))
    assert.equal((await workshops.answer(agent(1), 'second', 'no')).mine, 'no')
    await change('second', { state: 'draft' })
    await assert.rejects(workshops.show(agent(1), 'second'), code('gone'))
    assert.equal((await workshops.show(lab, 'second')).stage, 'draft')
  })
})
