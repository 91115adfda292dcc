import { MINUTE, SECOND } from '../../../../kernel/time/clock.ts'
import type { RoomView } from '../../../contract/room/room.ts'
import { failureOf } from '../../data/api/failure.ts'
import { mergeWall, NO_WALL, type WallIdeas } from '../../parts/room/wall-ideas.ts'
import { followStream } from './follow-stream.ts'
import type { RoomReader } from './reader.ts'
import type { ServerClock } from './server-clock.ts'
import { createAlarm, type Later } from './timers.ts'

/** `lostSince`: when the last reading was, once readings fail (ms). `over`: the right to read is gone. */
export type FollowedRoom = {
  readonly view?: RoomView
  readonly wall: WallIdeas
  readonly lostSince?: number
  readonly over?: true
}

/** How often the room is read while no stream says that something changed (ms). */
const EVERY = 5 * SECOND
/** The same while one does: nothing rests on it alone. */
const SELDOM = MINUTE
const LONGEST_WAIT = MINUTE
/** Changes that come closer are read together: calm on the screen, and soon enough (ms). */
const APART = 300
/** The code has turned on the server by then (ms). */
const TURNED = 400
/** A wall is read on at most so often at a time. */
const MOST_PAGES = 100

/** Until the next reading (ms), when `losses` have failed in a row. */
export function waitFor(losses: number, listening: boolean): number {
  if (losses > 0) return Math.min(LONGEST_WAIT, (EVERY / 2) * 2 ** (losses - 1))
  return listening ? SELDOM : EVERY
}

export type FollowParts = {
  readonly reader: RoomReader
  readonly clock: ServerClock
  readonly later: Later
  readonly chance: () => number
}

async function readWall(reader: RoomReader, known: WallIdeas): Promise<WallIdeas> {
  let wall = known
  for (let page = 0; page < MOST_PAGES; page++) {
    const read = await reader.wall(wall.revision)
    wall = mergeWall(wall, read)
    if (!read.more) break
  }
  return wall
}

/** A scene stands with what it shows: its wall is read with it. */
async function readRoom({ reader, clock }: FollowParts, { wall }: FollowedRoom): Promise<FollowedRoom> {
  const asked = clock.elapsed()
  const view = await reader.room()
  clock.learn(view.at, asked)
  return { view, wall: view.scene.kind === 'wall' ? await readWall(reader, wall) : wall }
}

/**
 * Follows a room until stopped: reads it again at each change, every few seconds where no stream can be had, and from the
 * start once the network is back. What stands on the screen stays there meanwhile.
 */
export function followRoom(parts: FollowParts) {
  const { clock } = parts
  const listeners = new Set<() => void>()
  const alarm = createAlarm(parts.later)
  let state: FollowedRoom = { wall: NO_WALL }
  let readAt = clock.now()
  let losses = 0
  let reading = false
  let missed = false
  let stopped = false

  const stream = followStream({ ...parts, changed: () => soon(), refused: failed })

  function tell(next: FollowedRoom): void {
    state = next
    for (const hear of [...listeners]) hear()
  }

  function failed(thrown: unknown): void {
    if (stopped) return
    if (failureOf(thrown).kind === 'session') {
      stop()
      tell({ wall: NO_WALL, over: true })
      return
    }
    losses++
    // One lost reading is no news.
    if (losses > 1 && state.lostSince === undefined) tell({ ...state, lostSince: readAt })
  }

  async function read(): Promise<void> {
    if (reading) {
      missed = true
      return
    }
    reading = true
    missed = false
    alarm.stop()
    try {
      const next = await readRoom(parts, state)
      losses = 0
      readAt = clock.now()
      if (!stopped) tell(next)
    } catch (thrown) {
      failed(thrown)
    }
    reading = false
    if (!stopped) plan()
  }

  function plan(): void {
    if (missed) {
      alarm.set(APART, () => void read())
      return
    }
    const usual = waitFor(losses, stream.listening())
    const { scene } = state.view ?? {}
    const turnsAt = scene?.kind === 'welcome' ? scene.checkIn?.turnsAt : undefined
    const turn = turnsAt === undefined ? usual : Math.max(SECOND, turnsAt - clock.now() + TURNED)
    alarm.set(losses > 0 ? usual : Math.min(usual, turn), () => void read())
  }

  function soon(): void {
    if (reading) missed = true
    else alarm.set(APART, () => void read())
  }

  function stop(): void {
    stopped = true
    alarm.stop()
    stream.stop()
  }

  void read()
  stream.begin()
  return {
    state: () => state,
    subscribe(hear: () => void) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    /** Tries again at once: the network is back, or somebody looks. */
    wake() {
      if (stopped) return
      stream.begin()
      void read()
    },
    stop,
  }
}

export type RoomFollower = ReturnType<typeof followRoom>
