import assert from 'node:assert/strict'
import { followsOf } from '../../../src/features/programme/form/follows.ts'
import type { MethodPart } from '../../../src/features/programme/method/parts.ts'
import type { ProgrammeContent } from '../../../src/features/programme/programme/domain.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { programme } from '../../support/programme/programme.ts'

const NOW = Date.parse('2027-01-04T08:00:00Z')
const moment = (text: string) => Date.parse(text)
const within = (times: readonly string[]) => async (_: Tx, from: number, until: number) =>
  times.filter(time => moment(time) >= from && moment(time) < until).length

/** What closes and begins in these facts. */
const reach = {
  ballotsClosing: within(['2027-02-20T17:00:00Z', '2027-02-22T17:00:00Z', '2027-02-25T17:00:00Z']),
  workshopsWithin: within(['2027-02-26T08:00:00Z', '2027-05-07T08:00:00Z']),
  ideasWith: async (_: Tx, supports: number) => (supports <= 40 ? 12 : 0),
  pilots: async () => 50,
  reachable: async () => 6_700,
}
const follows = (part: MethodPart, after: Partial<ProgrammeContent>) =>
  followsOf({} as Tx, part, { before: programme, after: { ...programme, ...after }, now: NOW, reach })

const [first, ...others] = programme.phases
assert.ok(first)

describe('what follows from a change of the method', () => {
  it('a phase that ends earlier leaves behind what closes or begins after it', async () => {
    const phases = [{ ...first, until: '2027-02-21' }, ...others]
    assert.deepEqual(await follows('phases', { phases }), [
      { code: 'phase-ballots', id: 'explorer', day: '2027-02-21', things: 2 },
      { code: 'phase-workshops', id: 'explorer', day: '2027-02-21', things: 1 },
    ])
  })

  /** The phases, the last of which ends on `until`. */
  const endingOn = (until: string) =>
    programme.phases.map((phase, at) => (at === programme.phases.length - 1 ? { ...phase, until } : phase))

  it('a last phase that ends otherwise says from which day names or commitments go', async () => {
    const phases = endingOn('2027-12-31')
    assert.deepEqual(await follows('phases', { phases }), [{ code: 'kept-until', day: '2029-01-01' }])
    const retention = { ...programme.retention, commitments: 6 }
    assert.deepEqual(await follows('phases', { phases, retention }), [
      { code: 'kept-until', day: '2028-07-01' },
    ])
  })

  it('an end of the programme asks when names or commitments go with the next night', async () => {
    const retention = { ...programme.retention, commitments: 6 }
    const kept = async (until: string) =>
      (await follows('phases', { phases: endingOn(until), retention })).find(
        ({ code }) => code === 'kept-until',
      )
    assert.deepEqual(await kept('2026-07-05'), { code: 'kept-until', day: '2027-01-06' })
    assert.deepEqual(await kept('2026-07-04'), { code: 'kept-until', day: '2027-01-05', asks: true })
    assert.deepEqual(await kept('2026-03-31'), { code: 'kept-until', day: '2026-10-01', asks: true })
  })

  it('a rule that changes says how many it may write to; one for all agents that begins asks', async () => {
    const off = programme.nudges.map(rule => ({ ...rule, off: true }))
    const before = { ...programme, nudges: off }
    const nudges = off.map(rule =>
      ['my-horizon', 'digest'].includes(rule.id) ? { ...rule, off: undefined } : rule,
    )
    const found = await followsOf({} as Tx, 'nudges', {
      before,
      after: { ...programme, nudges },
      now: NOW,
      reach,
    })
    assert.deepEqual(found, [
      { code: 'rule-pilots', id: 'digest', people: 50 },
      { code: 'rule-agents', id: 'my-horizon', people: 6_700, asks: true },
    ])
    assert.deepEqual(await follows('nudges', {}), [])
  })

  it('a threshold says how many ideas are there already, and nothing where none is', async () => {
    const thresholds = [
      { supports: 40, days: 20, by: 'lab' as const },
      { supports: 41, days: 10, by: 'lab' as const },
    ]
    assert.deepEqual(await follows('thresholds', { thresholds }), [
      { code: 'ideas-there', id: '40', things: 12 },
    ])
  })

  it('a closure says which workshops fall on it', async () => {
    const { closures } = programme.calendar
    const calendar = {
      ...programme.calendar,
      closures: [...closures, { from: '2027-05-03', until: '2027-05-07' }],
    }
    assert.deepEqual(await follows('closures', { calendar }), [
      { code: 'closed-workshops', id: '2027-05-03', day: '2027-05-07', things: 1 },
    ])
  })
})
