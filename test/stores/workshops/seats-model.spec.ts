import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { seatsOn } from '../../support/workshops/seats.ts'
import { type Reference, referenceOf, type Sheet, type Who } from '../../support/workshops/seats-reference.ts'

/** Three pilots, one person of no Direction, and others of three: more than there are seats. */
const PEOPLE: readonly Who[] = [
  { id: 'ana', direction: 'north', pilot: true },
  { id: 'bob', direction: 'south', pilot: true },
  { id: 'eve', direction: 'south', pilot: true },
  { id: 'cid', pilot: false },
  ...['north', 'north', 'south', 'west'].map((direction, at) => ({ id: `p${at}`, direction, pilot: false })),
]
const RELEASE = 6 * DAY

function sheets(run: number, now: number): Sheet[] {
  const quotas = { north: 1, south: 0 }
  const sheet = { reserved: 0, releaseAt: now + RELEASE, startsAt: now + 10 * DAY }
  return [
    { ...sheet, id: `${run}-a`, day: 'one', capacity: 2, reserved: 1, quotas },
    { ...sheet, id: `${run}-b`, day: 'one', capacity: 1 },
    { ...sheet, id: `${run}-c`, day: 'two', capacity: 2, quotas, startsAt: now + 11 * DAY },
  ]
}

const who = fc.nat(PEOPLE.length - 1)
const where = fc.nat(2)
const orWait = fc.constantFrom(true, true, true, false)
const direction = fc.constantFrom('north', 'south', 'west')
const hours = fc.constantFrom(1, 24, 60)
const act = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('yes'), who, where, orWait }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('no', 'confirm', 'pass'), who, where }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('swap'), who, where, to: where }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('grow'), where, direction }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass time'), hours }) },
) as fc.Arbitrary<Act>

type Act = {
  readonly kind: 'yes' | 'no' | 'confirm' | 'pass' | 'swap' | 'grow' | 'pass time'
  readonly who?: number
  readonly where?: number
  readonly to?: number
  readonly orWait?: boolean
  readonly direction?: string
  readonly hours?: number
}

/** Invariants of the reference model, compared with the product line by line. */
function check(reference: Reference, ids: readonly string[], now: number): void {
  const days = new Set<string>()
  for (const id of ids) {
    const { capacity, reserved, quotas, releaseAt, day } = reference.sheetOf(id)
    const seated = reference.of(id).filter(({ answer }) => answer === 'yes' || answer === 'offered')
    assert.ok(seated.length <= capacity, `${id}: more people than seats`)
    for (const { who } of seated) {
      assert.ok(!days.has(`${who.id} ${day}`), `${who.id} sits twice on day ${day}`)
      days.add(`${who.id} ${day}`)
    }
    if (now < releaseAt) {
      assert.ok(seated.filter(({ kept }) => kept).length <= reserved)
      for (const [direction, seats] of Object.entries(quotas ?? {}))
        assert.ok(seated.filter(({ kept, who }) => !kept && who.direction === direction).length <= seats)
    }
    assert.deepEqual(reference.fitting(id, now), [], `${id}: a free seat fits somebody who waits`)
  }
}

onEachEngine('seats, against lists kept by hand', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  it('are given, kept for Directions and pilots, waited for, offered and swapped as there', async () => {
    let run = 0
    const numRuns = engine.name === 'sqlite' ? 10 : 2
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 40, maxLength: 60 }), async acts => {
        const { workshops, add, change, settleAll, answers, find } = seatsOn(standing.db, clock)
        const all = sheets(run++, clock.now())
        const reference = referenceOf(all)
        const series = `s${run}`
        for (const { id, capacity, reserved, quotas, releaseAt, startsAt } of all) {
          const shared = quotas ? { quotas: true, shares: new Map(Object.entries(quotas)) } : {}
          await add({
            id,
            series,
            capacity,
            reserved,
            releaseAt,
            startsAt,
            endsAt: startsAt + HOUR,
            ...shared,
          })
        }
        const idOf = (at = 0) => all[at]?.id ?? ''
        const actorOf = ({ pilot, ...person }: Who): Actor => ({
          ...person,
          name: person.id,
          role: pilot ? 'pilot' : 'agent',
          language: 'fr',
        })

        async function done({ kind, ...given }: Act): Promise<string | undefined> {
          const person = actorOf(PEOPLE[given.who ?? 0] as Who)
          const id = idOf(given.where)
          const { orWait = false } = given
          const doing = {
            yes: () => workshops.answer(person, id, 'yes', { orWait }),
            no: () => workshops.answer(person, id, 'no'),
            confirm: () => workshops.confirm(person, id),
            pass: () => workshops.pass(person, id),
            swap: () => workshops.swap(person, id, idOf(given.to)),
            grow: async () => {
              const { capacity, quotas } = reference.sheetOf(id)
              const shares = quotas && { shares: new Map(Object.entries(quotas)) }
              await change(id, { capacity, ...shares })
            },
            'pass time': async () => clock.advance((given.hours ?? 0) * HOUR),
          }
          return doing[kind]().then(
            () => undefined,
            error => {
              if (error instanceof Refusal) return error.code
              throw error
            },
          )
        }

        function expected({ kind, ...given }: Act): string | undefined {
          const now = clock.now()
          const id = idOf(given.where)
          const person = PEOPLE[given.who ?? 0] as Who
          switch (kind) {
            case 'yes':
              return reference.yes(id, person, given.orWait ?? false, now)
            case 'swap':
              return reference.swap(id, idOf(given.to), person, now)
            case 'grow':
            case 'pass time':
              return undefined
            default:
              return reference[kind](id, person, now)
          }
        }

        for (const act of acts) {
          if (clock.now() > (all[0]?.startsAt ?? 0) - 3 * DAY && act.kind === 'pass time') continue
          if (act.kind === 'grow') {
            const sheet = reference.sheetOf(idOf(act.where))
            sheet.capacity += 1
            const direction = act.direction ?? ''
            if (sheet.quotas)
              sheet.quotas = { ...sheet.quotas, [direction]: (sheet.quotas[direction] ?? 0) + 1 }
          }
          const code = expected(act)
          assert.equal(await done(act), code, JSON.stringify(act))
          if (act.kind === 'grow') reference.settle(idOf(act.where), clock.now())
          for (const looked of await settleAll())
            if (all.some(({ id }) => id === looked)) reference.settle(looked, clock.now())
          for (const { id } of all) {
            const ours = (await answers(id)).map(row => [
              row.person_id,
              row.answer,
              row.pool === 'reserved' && row.answer !== 'waiting',
            ])
            const theirs = reference.of(id).map(({ who, answer, kept }) => [who.id, answer, kept ?? false])
            assert.deepEqual(ours.sort(), theirs.sort(), `${id} after ${JSON.stringify(act)}`)
            const { seatsTaken, waiting } = await find(id)
            const count = (...wanted: string[]) =>
              reference.of(id).filter(({ answer }) => wanted.includes(answer)).length
            assert.deepEqual([seatsTaken, waiting], [count('yes', 'offered'), count('waiting')], id)
          }
          check(
            reference,
            all.map(({ id }) => id),
            clock.now(),
          )
        }
      }),
      { numRuns },
    )
  })
})
