import assert from 'node:assert/strict'
import {
  type AnnouncementOutcome,
  keyOf,
  outcomeOf,
  outweighs,
  placeOf,
  settled,
} from '../../../src/features/channels/announcements/outcome.ts'
import { barrierOf } from '../../../src/features/channels/channel/access.ts'

const PLACE = { thing: 'ballot', id: 'b-1', channel: '19:a_b-c@thread.tacv2' } as const
const END = { key: keyOf(PLACE), at: 5 }

describe('what became of an announcement', () => {
  it('is known by the key of its post, and of no other', () => {
    assert.deepEqual(placeOf(END.key), PLACE)
    for (const key of ['welcome:t', 'idea:i', 'ballot:b-1', 'ballot::c', 'message:m:1', 'ballot:b:c d'])
      assert.equal(placeOf(key), undefined, key)
  })

  it('is told by the status before the code', () => {
    const codes = [
      [{ status: 403, code: 'BotNotInConversationRoster' }, 'missing'],
      [{ status: 403, code: 'ForbiddenOperationException' }, 'missing'],
      [{ status: 403, code: 'MessageWritesBlocked' }, 'blocked'],
      [{ status: 403 }, 'blocked'],
      [{ status: 404, code: 'ConversationNotFound' }, 'deleted'],
      [{ status: 404 }, 'deleted'],
    ] as const
    for (const [refused, why] of codes) assert.equal(barrierOf(refused), why)
    assert.deepEqual(outcomeOf(END), { state: 'sent', at: 5 })
    assert.deepEqual(outcomeOf({ ...END, unknown: true }), { state: 'unknown', why: 'unconfirmed', at: 5 })
    assert.equal(outcomeOf({ ...END, dead: { status: 413 } }).why, 'too-large')
    assert.equal(outcomeOf({ ...END, dead: { status: 400 } }).why, 'other')
  })

  it('ends in the same state in whatever order it is told, however often', () => {
    const told: AnnouncementOutcome[] = [
      { state: 'unknown', at: 5 },
      { state: 'refused', at: 4 },
      { state: 'refused', at: 5 },
      { state: 'sent', at: 3 },
    ]
    const after = (known: AnnouncementOutcome, next: AnnouncementOutcome) =>
      outweighs(next, known) ? next : known
    const waiting: AnnouncementOutcome = { state: 'waiting', at: 1 }
    const refused = told.slice(0, 3)
    for (const order of [refused, refused.toReversed()])
      assert.deepEqual(order.reduce(after, waiting), { state: 'refused', at: 5 })
    for (const order of [told, told.toReversed(), [...told, ...told]])
      assert.equal(order.reduce(after, waiting).state, 'sent')
  })

  it('is not asked about again once somebody looked, unless it stands there after all', () => {
    const dropped = settled({ state: 'dead', at: 5 })
    assert.equal(dropped.state, 'dropped')
    assert.ok(!outweighs({ state: 'dead', at: 9 }, dropped))
    assert.ok(outweighs({ state: 'sent', at: 5 }, dropped))
    assert.equal(settled({ state: 'unknown', at: 5 }).state, 'sent')
  })
})
