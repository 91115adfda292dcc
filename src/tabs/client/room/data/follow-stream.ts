import { MINUTE, SECOND } from '../../../../kernel/time/clock.ts'
import { Failure } from '../../data/api/failure.ts'
import type { StreamEnd } from '../../data/stream/events.ts'
import type { RoomReader } from './reader.ts'
import type { ServerClock } from './server-clock.ts'
import { createAlarm, type Later } from './timers.ts'

/** It gives a sign of life every 25 s: one that says nothing for so long is lost (ms). */
const SILENCE = MINUTE
const LONGEST_WAIT = 30 * SECOND

type StreamParts = {
  readonly reader: RoomReader
  readonly clock: ServerClock
  readonly later: Later
  readonly chance: () => number
  /** Something changed, or may have while nobody listened. */
  readonly changed: () => void
  /** It was not let in. */
  readonly refused: (thrown: Failure) => void
}

/** Up to what time (ms) to wait before it listens again. */
function waitAfter(ended: StreamEnd, losses: number): number {
  if (ended === 'expired' || ended === 'stop') return SECOND
  return Math.min(LONGEST_WAIT, SECOND * 2 ** losses)
}

/** Listens for changes, again and again, each time a little later while it fails. */
export function followStream({ reader, clock, later, chance, changed, refused }: StreamParts) {
  const next = createAlarm(later)
  const silence = createAlarm(later)
  let open: AbortController | undefined
  let listens = false
  let losses = 0
  let stopped = false

  function heard(mine: AbortController): void {
    silence.set(SILENCE, () => mine.abort())
  }

  function listen(mine: AbortController): Promise<StreamEnd> {
    heard(mine)
    const ears = {
      opened() {
        listens = true
        changed()
      },
      lives() {
        losses = 0
        heard(mine)
      },
      changed,
    }
    return reader.listen(ears, mine.signal)
  }

  async function attempt(): Promise<void> {
    const mine = new AbortController()
    open = mine
    const began = clock.elapsed()
    const ended = await listen(mine).catch((thrown: unknown): StreamEnd => {
      if (thrown instanceof Failure && thrown.kind === 'session') refused(thrown)
      return 'lost'
    })
    silence.stop()
    open = undefined
    listens = false
    if (stopped) return
    // What changed since it was lost is read at once, then at intervals.
    if (clock.elapsed() - began > SECOND) changed()
    const most = waitAfter(ended, losses)
    losses++
    next.set(most * (0.5 + chance() / 2), begin)
  }

  function begin(): void {
    if (stopped || open) return
    next.stop()
    void attempt()
  }

  return {
    listening: () => listens,
    begin,
    stop() {
      stopped = true
      next.stop()
      silence.stop()
      open?.abort()
    },
  }
}
