import { deepEqual } from 'node:assert/strict'
import { exact } from '../../src/kernel/counts.ts'
import { longerOf } from '../../src/tabs/client/page/tasks.ts'
import { nearestFirst } from '../../src/tabs/client/page/workshop-order.ts'
import type { WorkshopView } from '../../src/tabs/contract/workshops.ts'

function workshop(id: string, startsAt: number, over: boolean): WorkshopView {
  const hours = { startsAt, endsAt: startsAt + 2 }
  const stage = over ? 'over' : 'announced'
  const seats = { capacity: 9, seatsLeft: exact('seats', 9) }
  return {
    id,
    title: id,
    axis: 'equipe',
    ...hours,
    ...seats,
    over,
    stage,
    calendar: `https://faire.example/${id}`,
  }
}

describe('what waits in the tab', () => {
  it('may go on only while the last of a list is still to come', () => {
    const coming = workshop('coming', 20, false)
    const past = workshop('past', 1, true)
    const cut = { workshops: true }
    deepEqual(longerOf({ cut, values: { workshops: [coming] } }), ['workshops'])
    deepEqual(longerOf({ cut, values: { workshops: [coming, past] } }), [])
    deepEqual(longerOf({ cut: {}, values: { workshops: [coming] } }), [])
  })

  it('shows a workshop under way, then those to come, then the latest of those that ended', () => {
    const all = [workshop('old', 1, true), workshop('last', 5, true), workshop('later', 30, false)]
    const now = [...all, workshop('now', 9, true), workshop('next', 20, false)]
    deepEqual(
      nearestFirst(now, 10).map(({ id }) => id),
      ['now', 'next', 'later', 'last', 'old'],
    )
  })
})
