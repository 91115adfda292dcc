import { deepEqual, equal, ok } from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { Failure } from '../../src/tabs/client/data/api/failure.ts'
import type { StreamEnd } from '../../src/tabs/client/data/stream/events.ts'
import { followRoom, waitFor } from '../../src/tabs/client/room/data/follow.ts'
import type { RoomEars, RoomReader } from '../../src/tabs/client/room/data/reader.ts'
import { createServerClock } from '../../src/tabs/client/room/data/server-clock.ts'
import type { RoomView, SceneView } from '../../src/tabs/contract/room/room.ts'
import type { WallView } from '../../src/tabs/contract/room/wall.ts'

const START = 1_000_000

/** A room on a server of its own, and a clock that runs only when told to. */
function setRoom() {
  let now = START
  const waiting = new Set<{ at: number; run: () => void }>()
  const server = {
    scene: { kind: 'question', text: 'Une' } as SceneView,
    wall: { revision: '1', whole: true, ideas: [], gone: [] } as WallView,
    away: false,
    revoked: false,
    streams: true,
    reads: 0,
    asked: [] as (string | undefined)[],
    ears: undefined as RoomEars | undefined,
    end: (_: StreamEnd) => {},
  }
  function check(): void {
    if (server.away) throw new Failure('offline')
    if (server.revoked) throw new Failure('session')
  }
  const reader: RoomReader = {
    async room(): Promise<RoomView> {
      server.reads++
      check()
      return {
        version: 1,
        at: now,
        programme: { language: 'fr', zone: 'Europe/Paris', axes: [] },
        workshop: { id: 'w', title: 't', startsAt: 0, endsAt: 1, axes: [] },
        scene: server.scene,
        present: exact('present', 1),
        join: { url: 'u' },
      }
    },
    async wall(after) {
      server.asked.push(after)
      check()
      return server.wall
    },
    async listen(ears, signal) {
      check()
      if (!server.streams) throw new Failure('fault')
      server.ears = ears
      ears.opened()
      return new Promise(resolve => {
        server.end = resolve
        signal.addEventListener('abort', () => resolve('lost'))
      })
    },
  }
  const clock = createServerClock({ now: () => now })
  const later = (wait: number, run: () => void) => {
    const one = { at: now + wait, run }
    waiting.add(one)
    return () => void waiting.delete(one)
  }
  /** Lets all that was begun come to where it waits. */
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  const follower = followRoom({ reader, clock, later, chance: () => 0.5 })
  return {
    server,
    follower,
    settle,
    scene: () => follower.state().view?.scene,
    async pass(ms: number) {
      const until = now + ms
      await settle()
      for (;;) {
        const next = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting.delete(next)
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = until
    },
  }
}

describe('a screen that follows its room', () => {
  it('shows a change within half a second of hearing of it', async () => {
    const at = setRoom()
    await at.pass(SECOND)
    deepEqual(at.scene(), { kind: 'question', text: 'Une' })
    at.server.scene = { kind: 'question', text: 'Deux' }
    at.server.ears?.changed(['programme'])
    await at.pass(SECOND / 2)
    deepEqual(at.scene(), { kind: 'question', text: 'Deux' })
    at.follower.stop()
  })

  it('reads once for many changes at a time', async () => {
    const at = setRoom()
    await at.pass(2 * SECOND)
    const before = at.server.reads
    for (let change = 0; change < 50; change++) at.server.ears?.changed(['ideas'])
    await at.pass(SECOND)
    ok(at.server.reads - before <= 2)
    at.follower.stop()
  })

  it('reads every five seconds where no stream can be had', async () => {
    const at = setRoom()
    at.server.streams = false
    at.follower.stop()
    const other = setRoom()
    other.server.streams = false
    other.server.end('lost')
    await other.pass(MINUTE)
    const before = other.server.reads
    await other.pass(MINUTE)
    ok(other.server.reads - before >= 11)
    other.follower.stop()
  })

  it('keeps its scene while the network is away, says since when, and is back by itself', async () => {
    const at = setRoom()
    await at.pass(10 * SECOND)
    at.server.away = true
    at.server.end('lost')
    await at.pass(10 * MINUTE)
    deepEqual(at.scene(), { kind: 'question', text: 'Une' })
    const since = at.follower.state().lostSince ?? 0
    ok(since >= START && since <= START + 11 * SECOND)
    at.server.away = false
    at.server.scene = { kind: 'pause' }
    await at.pass(MINUTE)
    deepEqual([at.scene(), at.follower.state().lostSince], [{ kind: 'pause' }, undefined])
    at.follower.stop()
  })

  it('asks a server that is away for a night about once a minute', async () => {
    const at = setRoom()
    await at.pass(10 * SECOND)
    at.server.away = true
    at.server.end('lost')
    await at.pass(10 * MINUTE)
    const before = at.server.reads
    await at.pass(8 * 60 * MINUTE)
    ok(at.server.reads - before <= 2 * 8 * 60)
    at.server.away = false
    at.follower.wake()
    await at.pass(0)
    equal(at.follower.state().lostSince, undefined)
    at.follower.stop()
  })

  it('takes a stream that says nothing for a minute for lost, and reads what it missed', async () => {
    const at = setRoom()
    await at.pass(SECOND)
    const deaf = at.server.ears
    at.server.scene = { kind: 'pause' }
    await at.pass(2 * MINUTE)
    ok(at.server.ears !== deaf)
    deepEqual(at.scene(), { kind: 'pause' })
    at.follower.stop()
  })

  it('shows nothing more once its key is gone', async () => {
    const at = setRoom()
    await at.pass(SECOND)
    at.server.revoked = true
    at.server.ears?.changed(['ideas'])
    await at.pass(SECOND)
    const { view, over } = at.follower.state()
    deepEqual([view, over], [undefined, true])
    const before = at.server.reads
    await at.pass(10 * MINUTE)
    equal(at.server.reads, before)
  })

  it('reads a wall with its scene, from where it was left, and shows neither without the other', async () => {
    const at = setRoom()
    await at.pass(SECOND)
    at.server.scene = { kind: 'wall', frozen: false, reviewed: false }
    at.server.wall = {
      revision: '7',
      whole: true,
      ideas: [{ id: 'a', text: 'A', at: 1, supports: exact('supports', 0) }],
      gone: [],
    }
    at.server.ears?.changed(['ideas'])
    await at.pass(SECOND)
    deepEqual([at.scene()?.kind, [...at.follower.state().wall.ideas.keys()]], ['wall', ['a']])
    at.server.wall = { revision: '8', whole: false, ideas: [], gone: ['a'] }
    at.server.ears?.changed(['ideas'])
    await at.pass(SECOND)
    deepEqual([...at.follower.state().wall.ideas.keys()], [])
    deepEqual(at.server.asked.slice(-2), [undefined, '7'])
    at.follower.stop()
  })

  it('reads again when the code that checks in turns', async () => {
    const at = setRoom()
    at.server.scene = { kind: 'welcome', checkIn: { url: 'u', letters: 'ABCDEF', turnsAt: START + 20_000 } }
    await at.pass(10 * SECOND)
    const before = at.server.reads
    at.server.scene = { kind: 'welcome', checkIn: { url: 'u', letters: 'GHIJKL', turnsAt: START + 99_000 } }
    await at.pass(11 * SECOND)
    equal(at.server.reads - before, 1)
    ok(JSON.stringify(at.scene()).includes('GHIJKL'))
    at.follower.stop()
  })
})

describe('how long a screen waits until it reads again', () => {
  it('is a minute while it listens, five seconds while it does not, longer each time that nobody answers', () => {
    deepEqual([waitFor(0, true), waitFor(0, false)], [MINUTE, 5 * SECOND])
    deepEqual(
      [1, 2, 3, 9].map(losses => waitFor(losses, true)),
      [2_500, 5_000, 10_000, MINUTE],
    )
  })
})
