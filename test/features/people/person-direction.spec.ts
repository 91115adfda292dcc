import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  countedAt,
  type DirectionMembership,
  declared,
  placed,
} from '../../../src/features/people/person/direction.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'

const NOBODY: DirectionMembership = { directionChanges: [] }
const tomorrowOf = (now: number) => (Math.floor(now / DAY) + 1) * DAY
const says = (before: DirectionMembership, to: string, now: number, listed?: string) =>
  declared(before, to, { now, tomorrow: tomorrowOf(now), listed })

function codeOf(act: () => unknown): string | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('the Direction that somebody says', () => {
  const first = says(NOBODY, 'lycees', 0)

  it('counts at once the first time, and is no change', () => {
    assert.equal(countedAt(first, 0), 'lycees')
    assert.deepEqual(first, { direction: 'lycees', directionChanges: [] })
  })

  it('counts from the next day on when it is a change', () => {
    const second = says(first, 'europe', HOUR)
    assert.equal(second.direction, 'europe')
    assert.deepEqual(
      [HOUR, DAY - 1, DAY].map(now => countedAt(second, now)),
      ['lycees', 'lycees', 'europe'],
    )
  })

  it('counts at once when it goes back, within the day, to the one that counts', () => {
    const back = says(says(first, 'europe', HOUR), 'lycees', 2 * HOUR)
    assert.deepEqual(back, { direction: 'lycees', directionChanges: [HOUR, 2 * HOUR] })
  })

  it('leads through no other on the way to a third', () => {
    const third = says(says(first, 'europe', HOUR), 'culture', 2 * HOUR)
    assert.deepEqual([countedAt(third, 2 * HOUR), countedAt(third, DAY)], ['lycees', 'culture'])
  })

  it('changes twice within thirty days, and says from when it may again', () => {
    const twice = says(says(first, 'europe', HOUR), 'culture', 2 * DAY)
    assert.throws(
      () => says(twice, 'lycees', 30 * DAY),
      (error: Refusal) => error.code === 'direction-often' && error.details.at === 30 * DAY + HOUR,
    )
    assert.equal(says(twice, 'lycees', 30 * DAY + HOUR).direction, 'lycees')
    assert.equal(says(twice, 'culture', 3 * DAY), twice)
  })

  it('is the people file’s where that names one', () => {
    assert.equal(
      codeOf(() => says(NOBODY, 'europe', 0, 'lycees')),
      'direction-listed',
    )
    assert.equal(
      codeOf(() => says(first, 'europe', 0, 'lycees')),
      'direction-listed',
    )
    const elsewhere = placed(NOBODY, 'europe')
    assert.equal(countedAt(says(elsewhere, 'lycees', 0, 'lycees'), DAY), 'lycees')
  })

  it('counts at once where others place somebody', () => {
    const moved = placed(says(first, 'europe', HOUR), 'culture')
    assert.deepEqual([countedAt(moved, HOUR), moved.directionChanges], ['culture', [HOUR]])
  })

  const directions = ['lycees', 'europe', 'culture', 'mobilites'] as const
  const steps = fc.array(
    fc.record({ to: fc.constantFrom(...directions), wait: fc.integer({ min: 1, max: 12 * DAY }) }),
    { minLength: 1, maxLength: 40 },
  )

  it('is, whatever somebody tries, one a day, the last said the day before, and no more than two changes in thirty days', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 3 * DAY }), (tries, start) => {
        let now = start
        let belonging = says(NOBODY, 'lycees', now)
        const said = [{ at: now, to: 'lycees' }]
        const counted = new Map<number, Set<string | undefined>>()
        const look = () => {
          const day = Math.floor(now / DAY)
          counted.set(day, (counted.get(day) ?? new Set()).add(countedAt(belonging, now)))
          const before = said.findLast(({ at }) => at < day * DAY) ?? said[0]
          assert.equal(countedAt(belonging, now), before?.to)
        }
        look()
        for (const { to, wait } of tries) {
          now += wait
          look()
          const old = belonging
          const code = codeOf(() => {
            belonging = says(old, to, now)
          })
          assert.ok(code === undefined || code === 'direction-often')
          if (belonging !== old) said.push({ at: now, to })
          look()
        }
        for (const days of counted.values()) assert.equal(days.size, 1)
        const changes = said.slice(1).map(({ at }) => at)
        for (const at of changes)
          assert.ok(changes.filter(other => other >= at && other < at + 30 * DAY).length <= 2)
      }),
    )
  })
})
