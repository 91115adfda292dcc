import assert from 'node:assert/strict'
import { createStreams, type MostStreams } from '../../src/http/api/event-streams.ts'
import type { ChangeTopic } from '../../src/kernel/storage/change-topic.ts'
import { MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'

type Due = { readonly at: number; readonly work: () => void }

/** Streams in a time that goes on when told: `run` to the moment given, `change` something. */
function stand(most?: MostStreams) {
  const clock = fixedClock(0)
  const due = new Set<Due>()
  const hearers = new Set<(topics: readonly ChangeTopic[]) => void>()
  let draw = 0
  const streams = createStreams({
    clock,
    // Spread as chance would, and the same each time.
    chance: () => {
      draw = (draw + 0.618) % 1
      return draw
    },
    after: (ms, work) => {
      const one = { at: clock.now() + ms, work }
      due.add(one)
      return () => void due.delete(one)
    },
    subscribe: hear => {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    ...(most && { most }),
  })
  const run = (until: number) => {
    for (;;) {
      const [next] = [...due].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
      if (!next) break
      clock.advance(next.at - clock.now())
      due.delete(next)
      next.work()
    }
    clock.advance(until - clock.now())
  }
  const open = (holder: string, expiresAt = Number.POSITIVE_INFINITY, room?: string) => {
    const told: { at: number; topics: readonly ChangeTopic[] }[] = []
    const ends: string[] = []
    const beats: number[] = []
    const leave = streams.add({
      holder,
      expiresAt,
      room,
      tell: topics => told.push({ at: clock.now(), topics }),
      beat: () => beats.push(clock.now()),
      end: why => ends.push(why),
    })
    return { told, ends, beats, leave }
  }
  const change = (...topics: ChangeTopic[]) => {
    for (const hear of hearers) hear(topics)
  }
  return { clock, streams, hearers, run, open, change }
}

describe('the streams of events', () => {
  it('tell a few pages at once, then what comes on within a second together', () => {
    const { run, open, change } = stand()
    const [one, two] = [open('camille'), open('karim')]
    change('ideas')
    run(100)
    change('ideas')
    change('ballots')
    run(2_000)
    for (const { told } of [one, two]) {
      assert.deepEqual(
        told.map(({ topics }) => topics),
        [['ideas'], ['ideas', 'ballots']],
      )
      const [first, second] = told.map(({ at }) => at)
      assert.ok(first !== undefined && first <= 40 && second !== undefined && second - first === SECOND)
    }
  })

  it('tell seven hundred pages some fifty a second, each every fourteen seconds, whatever the number of votes', () => {
    const { run, open, change } = stand()
    const pages = Array.from({ length: 700 }, (_, n) => open(`person-${n}`))
    for (let at = 0; at < MINUTE; at += MINUTE / 700) {
      run(at)
      change('ballots')
    }
    const moments = pages.map(({ told }) => told.map(({ at }) => at))
    assert.deepEqual([...new Set(moments.map(({ length }) => length))].sort(), [4, 5])
    for (const [n, each] of moments.entries()) {
      const gaps = each.slice(1).map((at, i) => at - (each[i] ?? 0))
      assert.ok(
        gaps.every(gap => gap > 14 * SECOND - 1),
        `page ${n}: ${gaps}`,
      )
    }
    for (let second = 0; second < 60; second++) {
      const count = moments.flat().filter(at => Math.floor(at / SECOND) === second).length
      assert.ok(count <= 60, `${count} pages in second ${second}`)
    }
  })

  it('tell a room’s remote at once and four times a second, beside a thousand phones', () => {
    const { run, open, change } = stand()
    for (let n = 0; n < 1_000; n++) open(`phone-${n}`)
    const remote = open('maelle', undefined, 'w1')
    run(MINUTE)
    for (let at = MINUTE; at < MINUTE + 10 * SECOND; at += 20) {
      run(at)
      change('room')
    }
    const moments = remote.told.map(({ at }) => at - MINUTE)
    assert.equal(moments[0], 0)
    assert.equal(moments.length, 40)
    assert.ok(moments.slice(1).every((at, n) => at - (moments[n] ?? 0) === SECOND / 4))
  })

  it('tell so many pages of one room at once, and make the next of it wait as any other', () => {
    const { run, open, change } = stand({ each: 6, all: 3_000, room: 2 })
    for (let n = 0; n < 1_000; n++) open(`phone-${n}`)
    const [one, two, three] = [
      open('maelle', undefined, 'w1'),
      open('karim', undefined, 'w1'),
      open('lucie', undefined, 'w1'),
    ]
    const other = open('lucie', undefined, 'w2')
    change('room')
    run(1)
    assert.deepEqual(
      [one, two, three, other].map(({ told }) => told.length),
      [1, 1, 0, 1],
    )
    one.leave?.()
    const next = open('pascal', undefined, 'w1')
    run(2)
    assert.equal(next.told.length, 1)
  })

  it('end for one holder when told so', () => {
    const { streams, open } = stand()
    const [one, again, other] = [open('s1'), open('s1'), open('s2')]
    assert.deepEqual([...streams.holders()], ['s1', 's2'])
    streams.endOf('s1', 'revoked')
    assert.deepEqual([one.ends, again.ends, other.ends], [['revoked'], ['revoked'], []])
    assert.equal(streams.count(), 1)
  })

  it('tell a page that comes what changed while it read, and nothing older', () => {
    const { run, open, change } = stand()
    open('karim')
    change('ideas')
    run(20 * SECOND)
    change('ballots')
    run(22 * SECOND)
    const late = open('camille')
    run(24 * SECOND)
    assert.deepEqual(
      late.told.map(({ topics }) => topics),
      [['ballots']],
    )
  })

  it('end the oldest of a person who opens too many, and refuse a page when all are too many', () => {
    const { open } = stand({ each: 2, all: 3 })
    const [first, second, third] = [open('camille'), open('camille'), open('camille')]
    assert.deepEqual([first.ends, second.ends, third.ends], [['many'], [], []])
    const other = open('karim')
    assert.equal(open('lucie').leave, undefined)
    other.leave?.()
    assert.notEqual(open('lucie').leave, undefined)
  })

  it('end with the token, and give signs of life until then', () => {
    const { streams, clock, open } = stand()
    const brief = open('camille', 30 * SECOND)
    const long = open('karim')
    for (let n = 0; n < 2; n++) {
      clock.advance(25 * SECOND)
      streams.beat()
    }
    assert.deepEqual([brief.beats, brief.ends], [[25 * SECOND], ['expired']])
    assert.deepEqual([long.beats, long.ends], [[25 * SECOND, 50 * SECOND], []])
  })

  it('follow nothing while nobody listens, and tell nobody who left', () => {
    const { hearers, run, open, change } = stand()
    assert.equal(hearers.size, 0)
    const one = open('camille')
    assert.equal(hearers.size, 1)
    change('ideas')
    one.leave?.()
    run(MINUTE)
    assert.deepEqual([one.told, hearers.size], [[], 0])
  })

  it('end when the server stops, and so do those that still come', () => {
    const { streams, open } = stand()
    const one = open('camille')
    streams.stop()
    assert.deepEqual([one.ends, open('karim').ends], [['stop'], ['stop']])
  })
})
