import assert from 'node:assert/strict'
import fc from 'fast-check'
import { standingOf } from '../../../src/features/trials/trial/domain.ts'
import { checkChange, checkDays, planOf, type TypedPlan } from '../../../src/features/trials/trial/plan.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { dayAfter } from '../../../src/kernel/time/time-zone.ts'
import { TRIAL_PLAN } from '../../support/features/trials.ts'

const DAY_ONE = '2027-04-22'
const days = fc.integer({ min: 0, max: 800 }).map(days => dayAfter(DAY_ONE, days))
let ids = 0
const reading = { directions: ['culture', 'lycees'], newId: () => `m${++ids}`, known: [] }
const typed = fc
  .record({
    ifWe: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    expected: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    change: fc.string({ maxLength: 60 }),
    directions: fc.subarray(['lycees', 'culture']),
    site: fc.string({ maxLength: 60 }),
    from: days,
    until: days,
  })
  .map((plan): TypedPlan => ({ ...TRIAL_PLAN, ...plan }))

/** The plan as it is read; undefined where it is refused. */
function read(plan: TypedPlan, known = reading) {
  try {
    return planOf(plan, known)
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error))
    return undefined
  }
}

describe('a plan', () => {
  it('reads the same when what was kept of it is sent again', () => {
    fc.assert(
      fc.property(typed, plan => {
        const kept = read(plan)
        if (!kept) return
        const { hypothesis, measures, ...rest } = kept
        const again = { ...rest, ...hypothesis, measures: measures.map(each => ({ start: '', ...each })) }
        assert.deepEqual(read(again, { ...reading, known: [...measures] as never }), kept)
        assert.deepEqual(
          kept.directions,
          ['culture', 'lycees'].filter(id => plan.directions.includes(id)),
        )
      }),
    )
  })

  it('has a first day to come, a last one after it, and a year between them at most', () => {
    fc.assert(
      fc.property(days, days, days, (from, until, today) => {
        const can = from >= today && until > from && until <= dayAfter(from, 366)
        const check = () => checkDays({ from, until }, today)
        if (can) check()
        else assert.throws(check, { name: 'Refusal' })
      }),
    )
  })

  it('stands before, within and at its end by the day alone, one after the other', () => {
    const order = ['planned', 'running', 'due']
    fc.assert(
      fc.property(days, days, days, days, (from, until, one, other) => {
        fc.pre(from < until)
        const [early = '', late = ''] = [one, other].toSorted()
        const at = (today: string) => order.indexOf(standingOf({ from, until }, today))
        assert.ok(at(early) <= at(late))
        assert.equal(at(from), 1)
        assert.equal(at(until), 2)
      }),
    )
  })

  it('keeps its hypothesis, measures and first day once it has begun, whatever else moves', () => {
    const plan = planOf(TRIAL_PLAN, reading)
    const trial = { ...plan, id: 't', initiative: 'i', number: 1, turn: 1, at: 1 }
    const change = (more: object) => checkChange(trial, { ...plan, ...more }, 'running', '2027-05-01')
    change({ site: 'Mende', directions: [], rhythm: 'end', until: '2027-06-30' })
    for (const more of [
      { change: 'autre' },
      { from: '2027-04-24' },
      { measures: plan.measures.slice(1) },
      { hypothesis: { ...plan.hypothesis, expected: 'autre' } },
    ])
      assert.throws(() => change(more), { code: 'trial-begun' })
    assert.throws(() => change({ until: '2027-04-30' }), { code: 'trial-until-past' })
  })
})
