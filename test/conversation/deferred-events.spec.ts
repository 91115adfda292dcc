import assert from 'node:assert/strict'
import type { PlaceChanged } from '../../src/conversation/protocol/incoming.ts'
import { createDeferredEvents } from '../../src/conversation/routing/deferred-events.ts'
import { Unavailable } from '../../src/kernel/errors/unavailable.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'

const event = (id: string): PlaceChanged => ({
  id,
  kind: 'installed',
  from: { objectId: '', tenant: '', name: '' },
  place: { key: id, kind: 'channel', address: id },
  locale: 'fr',
})

describe('what Teams tells of places while the database is away', () => {
  let away: boolean
  let broken: readonly string[]
  let taken: string[]
  const place = async ({ id }: PlaceChanged) => {
    await Promise.resolve()
    if (away) throw new Unavailable('unreachable', '', undefined)
    if (broken.includes(id)) throw new Error('a fault')
    taken.push(id)
  }
  let late: ReturnType<typeof createDeferredEvents>
  beforeEach(() => {
    ;[away, broken, taken] = [false, [], []]
    late = createDeferredEvents(place, silentLogger)
  })

  it('is refused for now, and taken down in its order once it can be, before what comes then', async () => {
    away = true
    for (const id of ['one', 'two']) await assert.rejects(late.take(event(id)), { name: 'Unavailable' })
    await late.catchUp()
    assert.deepEqual(taken, [])
    away = false
    await Promise.all([late.take(event('three')), late.take(event('four'))])
    assert.deepEqual(taken, ['one', 'two', 'three', 'four'])
  })

  it('is taken down without anything else that comes, and once', async () => {
    away = true
    await assert.rejects(late.take(event('one')))
    away = false
    await Promise.all([late.catchUp(), late.catchUp()])
    await late.catchUp()
    assert.deepEqual(taken, ['one'])
  })

  it('does not wait behind one that no handler can take', async () => {
    away = true
    broken = ['one']
    for (const id of ['one', 'two']) await assert.rejects(late.take(event(id)))
    away = false
    await late.catchUp()
    assert.deepEqual(taken, ['two'])
  })
})
