import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { Deed, Told } from './ledger.ts'
import { breachesOf } from './oracle.ts'
import { playQuarter } from './quarter.ts'

describe('a season of nudges', () => {
  it('breaks no promise to anybody, whatever each of them does', async function () {
    this.timeout(180_000)
    const { breaches, ledger } = await playQuarter({ agents: 60, pilots: 32, days: 35 })
    assert.deepEqual(breaches, [])
    const topics = new Set(ledger.told.map(({ topic }) => topic))
    for (const topic of [
      'digest',
      'workshop-soon',
      'my-ballot-closing',
      'my-workshop-tomorrow',
      'my-horizon',
      'idea-answered',
    ])
      assert.ok(topics.has(topic), `nobody was told of ${topic}`)
  })
})

/** A Thursday at ten in Paris. */
const AT = Date.parse('2027-04-22T08:00:00Z')

describe('what a season is held against', () => {
  const told = (at: number, more: Partial<Told> = {}): Told => ({
    message: `m-${at}-${more.thing}`,
    round: 1,
    person: 'ines',
    topic: 'axis-silent',
    thing: 'usager',
    at,
    ...more,
  })
  const rules = (messages: readonly Told[], deeds: readonly Deed[] = [], wish?: object) => {
    const wishes = new Map(wish ? [['ines', { from: AT - DAY, ...wish }]] : [])
    return breachesOf({ told: [...messages], deeds: [...deeds], wishes }, { 'axis-silent': 7 }).map(
      ({ rule }) => rule,
    )
  }
  const weekly = [0, 7, 14, 21, 28].map(days => told(AT + (days - 21) * DAY, { thing: `${days}` }))

  it('sees what comes at night, at the weekend or on a holiday', () => {
    for (const at of ['2027-04-22T18:00:00Z', '2027-04-24T08:00:00Z', '2027-05-06T08:00:00Z'])
      assert.deepEqual(rules([told(Date.parse(at))]), ['outside working hours'], at)
  })

  it('takes at any hour what must reach somebody before their own next hour, and nothing else', () => {
    const night = Date.parse('2027-04-25T18:02:00Z')
    const off = { topic: 'workshop-moved', mustReach: Date.parse('2027-04-26T06:30:00Z') }
    assert.deepEqual(rules([told(night, off)]), [])
    assert.deepEqual(rules([told(night, { ...off, topic: 'seat-offered' })]), ['outside working hours'])
    const noon = { ...off, mustReach: Date.parse('2027-04-26T10:00:00Z') }
    assert.deepEqual(rules([told(night, noon)]), ['outside working hours'])
    const pause = { pausedUntil: '2027-05-14' }
    assert.deepEqual(rules([told(Date.parse('2027-04-26T07:00:00Z'), noon)], [], pause), [])
    const after = { ...off, mustReach: Date.parse('2027-05-17T10:00:00Z') }
    assert.deepEqual(rules([told(AT, { ...off, mustReach: AT + DAY })], [], { dayOff: 4 }), ['on a day off'])
    assert.deepEqual(rules([told(AT, after)], [], { pausedUntil: '2027-04-30' }), ['during a pause'])
  })

  it('sees one too many of a week, not one that was asked for again', () => {
    const four = ['a', 'b', 'c', 'd'].map(topic => told(AT, { topic, message: topic }))
    assert.deepEqual(rules(four), ['over the budget'])
    assert.deepEqual(rules(four.map((each, at) => ({ ...each, message: 'one', round: at + 1 }))), [])
  })

  it('sees what comes after the act, in a pause, on a day off, twice', () => {
    const about = told(AT, { topic: 'my-ballot-closing', thing: 'b' })
    const done = { person: 'ines', at: AT - 1, kind: 'done', topic: 'ballot', thing: 'b' } as const
    assert.deepEqual(rules([about], [done]), ['after the act'])
    assert.deepEqual(rules([about], [], { pausedUntil: '2027-04-30' }), ['during a pause'])
    assert.deepEqual(rules([about], [], { dayOff: 4 }), ['on a day off'])
    assert.deepEqual(rules([about, about]), ['twice'])
  })

  it('sees two cards of what moved in a week, and one about nothing', () => {
    const moved = (days: number, more: Partial<Told> = {}) =>
      told(AT + days * DAY, { topic: 'idea-answered', message: `r${days}`, moved: ['i'], ...more })
    assert.deepEqual(rules([moved(0), moved(7)]), [])
    assert.deepEqual(rules([moved(0), moved(6)]), ['two of what moved in a week'])
    assert.deepEqual(rules([moved(0), moved(1, { message: 'r0', round: 2 })]), [])
    assert.deepEqual(rules([moved(0, { moved: [] })]), ['about nothing'])
    const left = { person: 'ines', at: AT - 1, kind: 'left', thing: 'i' } as const
    assert.deepEqual(rules([moved(0)], [left]), ['about nothing'])
  })

  it('takes a week’s message for heeded where one of its things was done', () => {
    const vote = { topic: 'ballot-closing', thing: 'b' }
    const weeks = weekly.map(each => ({ ...each, things: [vote] }))
    assert.deepEqual(rules(weeks), Array(3).fill('too soon after silence'))
    const voted = weeks.map(
      ({ at }) => ({ person: 'ines', at: at + 1, kind: 'done', topic: 'ballot', thing: 'b' }) as const,
    )
    assert.deepEqual(rules(weeks, voted), [])
    const ideas = weekly.map(each => ({ ...each, things: [{ topic: 'ideas-waiting', thing: '' }] }))
    assert.deepEqual(rules(ideas), [])
  })

  it('sees silence that was not heeded', () => {
    assert.deepEqual(rules(weekly), Array(3).fill('too soon after silence'))
    const opened = weekly.map(
      ({ at, topic }) => ({ person: 'ines', at: at + 1, kind: 'opened', topic }) as const,
    )
    assert.deepEqual(rules(weekly, opened), [])
  })
})
