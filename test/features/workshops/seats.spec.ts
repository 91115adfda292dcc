import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  availabilityAfter,
  availabilityIn,
  type HeldSeats,
  seatFor,
} from '../../../src/features/workshops/seats/domain.ts'
import { fairQuotasOf, quotasOf } from '../../../src/features/workshops/seats/quotas.ts'

const NOW = 1_000
const rules = { capacity: 10, reserved: 2, quotas: true, releaseAt: NOW + 1 }
const quotas = new Map([
  ['north', 5],
  ['south', 3],
])
const agent = (direction?: string) => ({ direction, entitled: false })
const pilot = { direction: 'south', entitled: true }

describe('quotas from headcount', () => {
  const directions = fc
    .array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 40 })
    .map(all => all.map((headcount, at) => ({ id: `d${at}`, headcount })))

  it('add up to the seats exactly, and are each the share rounded up or down', () => {
    fc.assert(
      fc.property(directions, fc.integer({ min: 0, max: 2_000 }), (all, seats) => {
        const given = quotasOf(all, seats)
        const headcount = all.reduce((sum, each) => sum + each.headcount, 0)
        assert.equal(
          [...given.values()].reduce((sum, each) => sum + each, 0),
          seats,
        )
        for (const { id, headcount: own } of all) {
          const share = headcount > 0 ? (seats * own) / headcount : seats / all.length
          assert.ok(
            Math.abs((given.get(id) ?? Number.NaN) - share) < 1,
            `${id}: ${given.get(id)} for ${share}`,
          )
        }
      }),
    )
  })

  it('leave no Direction without a seat where there are enough, and are else the proportional ones: largest remainders, one at least', () => {
    fc.assert(
      fc.property(directions, fc.integer({ min: 0, max: 2_000 }), (all, seats) => {
        const fair = fairQuotasOf(all, seats)
        assert.equal(
          [...fair.values()].reduce((sum, each) => sum + each, 0),
          seats,
        )
        assert.deepEqual(
          [...fair.keys()],
          all.map(({ id }) => id),
        )
        assert.deepEqual(fairQuotasOf(all, seats), fair)
        if (seats < all.length) return assert.deepEqual(fair, quotasOf(all, seats))
        assert.ok([...fair.values()].every(each => each >= 1))
        // Whoever has more than one has the share of what the others leave, to within a seat.
        const many = all.filter(({ id }) => (fair.get(id) ?? 0) > 1)
        const left = seats - (all.length - many.length)
        const ofMany = many.reduce((sum, { headcount }) => sum + headcount, 0)
        for (const { id, headcount: own } of many) {
          const share = ofMany > 0 ? (left * own) / ofMany : left / many.length
          assert.ok(Math.abs((fair.get(id) ?? 0) - share) < 1, `${id}: ${fair.get(id)} for ${share}`)
        }
        // Nobody has more than their own share rounded up, and a larger Direction never less than a smaller.
        const people = all.reduce((sum, { headcount }) => sum + headcount, 0)
        const shareOf = (own: number) => (people > 0 ? (seats * own) / people : seats / all.length)
        for (const { id, headcount: own } of all)
          assert.ok((fair.get(id) ?? 0) <= Math.max(1, Math.ceil(shareOf(own))), `${id}: ${fair.get(id)}`)
        const sorted = all.toSorted((one, other) => one.headcount - other.headcount)
        for (const [at, { id, headcount: own }] of sorted.entries()) {
          const next = sorted[at + 1]
          if (next && next.headcount > own) assert.ok((fair.get(id) ?? 0) <= (fair.get(next.id) ?? 0))
        }
      }),
    )
  })

  it('take the one seat of a small Direction from the others, who lose least by it', () => {
    const sized = [3_000, 500, 20, 5].map((headcount, at) => ({ id: `d${at}`, headcount }))
    assert.deepEqual([...quotasOf(sized, 30).values()], [26, 4, 0, 0])
    assert.deepEqual([...fairQuotasOf(sized, 30).values()], [24, 4, 1, 1])
    assert.deepEqual([...fairQuotasOf(sized, 4).values()], [1, 1, 1, 1])
    assert.deepEqual([...fairQuotasOf(sized, 3).values()], [3, 0, 0, 0])
    assert.deepEqual([...fairQuotasOf([], 3).values()], [])
  })

  it('give the last seat to the largest remainder, then to the larger Direction', () => {
    const three = [70, 20, 10].map((headcount, at) => ({ id: `d${at}`, headcount }))
    assert.deepEqual([...quotasOf(three, 14).values()], [10, 3, 1])
    const even = [30, 30, 40].map((headcount, at) => ({ id: `d${at}`, headcount }))
    assert.deepEqual([...quotasOf(even, 1).values()], [0, 0, 1])
    assert.deepEqual([...quotasOf(even, 5).values()], [2, 1, 2])
  })
})

describe('a seat', () => {
  const room = (held: readonly HeldSeats[], now = NOW) => availabilityIn(rules, quotas, held, now)
  const south = { direction: 'south', pool: 'open', count: 3 } as const

  it('is for a Direction that has any left, and for no other', () => {
    assert.equal(seatFor(room([]), agent('south')), 'open')
    assert.equal(seatFor(room([south]), agent('south')), 'direction-full')
    assert.equal(seatFor(room([south]), agent('north')), 'open')
    assert.equal(seatFor(room([]), agent('west')), 'direction-full')
    assert.equal(seatFor(room([]), agent()), 'direction-needed')
  })

  it('kept for pilots and facilitators is theirs first, and counts in no quota', () => {
    assert.equal(seatFor(room([south]), pilot), 'reserved')
    const taken = { direction: 'south', pool: 'reserved', count: 2 } as const
    assert.equal(seatFor(room([taken]), pilot), 'open')
    assert.equal(seatFor(room([south, taken]), pilot), 'direction-full')
  })

  it('is for anybody once seats are kept no longer', () => {
    const later = room([south], NOW + 1)
    assert.deepEqual(later, { reserved: 0, open: 7 })
    assert.equal(seatFor(later, agent()), 'open')
    assert.equal(seatFor(room([{ ...south, count: 10 }], NOW + 1), agent()), 'workshop-full')
  })

  it('stays kept without a date, and there are never more than there are seats', () => {
    const kept = { ...rules, releaseAt: null }
    assert.equal(
      seatFor(availabilityIn(kept, quotas, [south], Number.MAX_SAFE_INTEGER), agent('south')),
      'direction-full',
    )
    const over = availabilityIn(rules, quotas, [{ direction: 'north', pool: 'open', count: 12 }], NOW)
    assert.deepEqual([over.reserved, over.open], [0, 0])
  })

  it('taken leaves as much room as counting it again would', () => {
    const seekers = fc.array(
      fc.record({
        direction: fc.constantFrom('north', 'south', 'west', undefined),
        entitled: fc.boolean(),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(seekers, fc.boolean(), fc.boolean(), (all, shared, released) => {
        const now = released ? NOW + 1 : NOW
        const held: HeldSeats[] = []
        let left = availabilityIn({ ...rules, quotas: shared }, quotas, held, now)
        for (const seeker of all) {
          const ruling = seatFor(left, seeker)
          if (ruling !== 'open' && ruling !== 'reserved') continue
          held.push({ direction: seeker.direction ?? null, pool: ruling, count: 1 })
          left = availabilityAfter(left, ruling, seeker.direction)
          assert.deepEqual(left, availabilityIn({ ...rules, quotas: shared }, quotas, held, now))
        }
      }),
    )
  })
})
