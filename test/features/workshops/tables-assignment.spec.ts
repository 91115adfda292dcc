import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  drawTables,
  type Filled,
  type Guest,
  lateTable,
  TABLES_LIMIT,
  type TablePlaces,
  tableCount,
} from '../../../src/features/workshops/tables/assignment.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'

/** A hall: how many people of each Direction, how many tables. The last Direction is not known. */
const halls = fc.record({
  crowd: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 12 }),
  tables: fc.integer({ min: 1, max: 20 }),
  seed: fc.string({ minLength: 1, maxLength: 20 }),
})

function guestsOf(crowd: readonly number[]): Guest[] {
  return crowd.flatMap((count, direction) =>
    Array.from({ length: count }, (_, at) => ({
      id: `p-${direction}-${at}`,
      direction: direction === crowd.length - 1 ? undefined : `direction-${direction}`,
    })),
  )
}

function filledBy(
  places: TablePlaces,
  guests: readonly Guest[],
  tables: number,
  direction?: string,
): Filled[] {
  return Array.from({ length: tables }, (_, at) => {
    const here = guests.filter(({ id }) => places.get(id) === at + 1)
    const ofDirection = here.filter(guest => guest.direction === direction).length
    return { number: at + 1, size: here.length, ofDirection }
  })
}

const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)
const code = (wanted: string) => (error: unknown) => error instanceof Refusal && error.code === wanted

describe('the draw of tables', () => {
  it('seats everybody once, at tables whose sizes differ by one at most', () => {
    fc.assert(
      fc.property(halls, ({ crowd, tables, seed }) => {
        const guests = guestsOf(crowd)
        const places = drawTables(guests, tables, seed)
        assert.equal(places.size, guests.length)
        const sizes = filledBy(places, guests, tables).map(({ size }) => size)
        assert.equal(
          sizes.reduce((one, other) => one + other, 0),
          guests.length,
        )
        assert.ok(spread(sizes) <= 1, `${sizes}`)
      }),
    )
  })

  it('spreads each Direction within one over the tables', () => {
    fc.assert(
      fc.property(halls, ({ crowd, tables, seed }) => {
        const guests = guestsOf(crowd)
        const places = drawTables(guests, tables, seed)
        for (const direction of new Set(guests.map(guest => guest.direction))) {
          const of = filledBy(places, guests, tables, direction).map(({ ofDirection }) => ofDirection)
          assert.ok(spread(of) <= 1, `${direction}: ${of}`)
        }
      }),
    )
  })

  it('gives the same tables for the same people and seed, whatever order they come in', () => {
    const shuffles = halls.chain(hall => {
      const guests = guestsOf(hall.crowd)
      return fc.record({
        hall: fc.constant(hall),
        other: fc.shuffledSubarray(guests, { minLength: guests.length }),
      })
    })
    fc.assert(
      fc.property(shuffles, ({ hall: { crowd, tables, seed }, other }) => {
        const byName = (places: TablePlaces) => [...places].sort()
        assert.deepEqual(
          byName(drawTables(other, tables, seed)),
          byName(drawTables(guestsOf(crowd), tables, seed)),
        )
      }),
    )
  })

  it('seats those who come late without moving anybody, and keeps the sizes within one', () => {
    const late = fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 30 })
    fc.assert(
      fc.property(halls, late, ({ crowd, tables, seed }, comers) => {
        const guests = guestsOf(crowd)
        const places = new Map(drawTables(guests, tables, seed))
        const before = new Map(places)
        comers.forEach((direction, at) => {
          const guest = { id: `late-${at}`, direction: `direction-${direction}` }
          const filled = filledBy(places, guests, tables, guest.direction)
          const table = lateTable(filled, guest, seed)
          const here = filled[table - 1]
          assert.ok(here && filled.every(({ size }) => size >= here.size))
          const roomy = filled.filter(({ size }) => size === here.size)
          assert.ok(roomy.every(({ ofDirection }) => ofDirection >= here.ofDirection))
          places.set(guest.id, table)
          guests.push(guest)
        })
        for (const [id, table] of before) assert.equal(places.get(id), table)
        assert.ok(spread(filledBy(places, guests, tables).map(({ size }) => size)) <= 1)
      }),
    )
  })

  it('gives each person each table as often, over many seeds', () => {
    const guests = guestsOf([3, 5, 1, 7, 2])
    const seen = new Map<string, number>()
    for (let seed = 0; seed < 400; seed++) {
      for (const [id, table] of drawTables(guests, 4, `seed ${seed}`)) {
        seen.set(`${id} ${table}`, (seen.get(`${id} ${table}`) ?? 0) + 1)
      }
    }
    // 100 expected; five standard deviations are 43.
    assert.equal(seen.size, guests.length * 4)
    for (const [who, times] of seen) assert.ok(Math.abs(times - 100) < 45, `${who}: ${times}`)
  })
})

describe('the number of tables', () => {
  it('is what was asked for, or as many as the size asks for', () => {
    assert.equal(tableCount({ tables: 6 }, 45, 0), 6)
    assert.equal(tableCount({ size: 8 }, 45, 0), 6)
    assert.equal(tableCount({ size: 8 }, 48, 0), 6)
  })

  it('leaves no facilitator without their table', () => {
    assert.equal(tableCount({ size: 8 }, 45, 7), 7)
    assert.throws(() => tableCount({ tables: 6 }, 45, 7), code('tables-led'))
  })

  it('refuses tables for nobody, and more tables than people', () => {
    assert.throws(() => tableCount({ tables: 2 }, 1, 0), code('tables-many'))
    assert.throws(() => tableCount({ size: 8 }, 0, 0), code('tables-many'))
    for (const tables of [0, -1, 1.5, Number.NaN, TABLES_LIMIT + 1])
      assert.throws(() => tableCount({ tables }, 4_000, 0), code('tables-number'))
    assert.throws(() => tableCount({ size: 1 }, TABLES_LIMIT + 1, 0), code('tables-number'))
  })
})
