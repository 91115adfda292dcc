import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createTenantRate } from '../../src/delivery/tenant-rate.ts'
import { fixedClock } from '../support/database/engines.ts'

const RATES = { perSecond: 37, reserve: 5 }
const TEAMS = 42

/** A budget on a clock that jumps to whenever the next turn comes. */
function budgetOn(clock: ReturnType<typeof fixedClock>) {
  return createTenantRate(RATES, clock, (ms, run) => {
    clock.advance(ms)
    run()
    return () => {}
  })
}

/** The most calls within any second. */
function mostInASecond(calls: readonly number[]): number {
  return Math.max(
    0,
    ...calls.map((at, first) => calls.filter((to, n) => n >= first && to < at + 1_000).length),
  )
}

describe('the tenant’s budget', () => {
  it('sends at its rate for as long as there is something to send', async () => {
    const clock = fixedClock(0)
    const budget = budgetOn(clock)
    for (let sent = 0; sent < 3_700; sent++) await budget.waitTurn()
    assert.ok(Math.abs(clock.now() - 100_000) < 200, `${clock.now()} ms`)
  })

  it('stays 15 % below what Teams allows in any second, however sends, answers and pauses come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom('send', 'answer' as const), fc.integer({ min: 0, max: 1_500 })), {
          maxLength: 300,
        }),
        async acts => {
          const clock = fixedClock(0)
          const budget = budgetOn(clock)
          const calls: number[] = []
          // Answers go at once: no more of them than are kept free can be promised room.
          const answers: number[] = []
          for (const act of acts) {
            if (typeof act === 'number') clock.advance(act)
            else if (act === 'send') await budget.waitTurn()
            else if (answers.filter(at => at > clock.now() - 1_000).length >= RATES.reserve) continue
            else {
              answers.push(clock.now())
              budget.countCall()
            }
            if (typeof act !== 'number') calls.push(clock.now())
          }
          assert.ok(mostInASecond(calls) <= TEAMS, `${mostInASecond(calls)}`)
        },
      ),
    )
  })

  it('gives way to answers beyond those it keeps free', async () => {
    const clock = fixedClock(0)
    const budget = budgetOn(clock)
    for (let answered = 0; answered < 45 + 5; answered++) budget.countCall()
    await budget.waitTurn()
    assert.ok(clock.now() >= 900, `${clock.now()} ms`)
  })

  it('keeps quiet for everybody once Teams refuses many at once, not for one', async () => {
    const clock = fixedClock(0)
    const budget = budgetOn(clock)
    for (let refused = 0; refused < 4; refused++) budget.throttled(2_000)
    await budget.waitTurn()
    assert.equal(clock.now(), 0)
    budget.throttled(2_000)
    await budget.waitTurn()
    assert.ok(clock.now() >= 2_000 - 100, `${clock.now()} ms`)
  })
})
