import type { ChangeTopic } from '../../kernel/storage/change-topic.ts'
import { type Clock, SECOND } from '../../kernel/time/clock.ts'
import type { Events } from '../../tabs/contract/events.ts'

/** One page that listens. */
export type Stream = {
  /** Who listens, by a name that an erasure leaves them: it does not end what they opened before. */
  readonly person: string
  /** When its token ends (ms). */
  readonly expiresAt: number
  readonly tell: (topics: readonly ChangeTopic[]) => void
  /** A sign of life. */
  readonly beat: () => void
  readonly end: (why: Events['end']['why']) => void
}

export type Streams = {
  /** @returns what to call once the page is gone; undefined while too many listen */
  readonly add: (stream: Stream) => (() => void) | undefined
  /** How many listen. */
  readonly count: () => number
  /** Signs of life for those that listen; those whose token ended go. */
  readonly beat: () => void
  /** Ends all, and those that still come. */
  readonly stop: () => void
}

export type StreamParts = {
  /** Calls back with what changed, until what it returns is called. */
  readonly follow: (hear: (topics: readonly ChangeTopic[]) => void) => () => void
  readonly clock: Clock
  /** From 0 to 1, 1 excluded. */
  readonly chance: () => number
  /** Runs `work` after so many ms, unless what it returns is called. */
  readonly after: (ms: number, work: () => void) => () => void
  readonly most?: { readonly each: number; readonly all: number }
}

/** Streams of one person, as of several windows, and of all: each holds a connection. */
const MOST = { each: 6, all: 3_000 }
/** What each open stream adds to the time between two events of one (ms): at most fifty pages a second read again. */
const SHARE = SECOND / 50
const LEAST = SECOND
/** A page read what it shows that long before its stream was there, at most (ms). */
const RECENT = 15 * SECOND

type Open = Stream & { readonly pending: Set<ChangeTopic>; last: number; cancel?: (() => void) | undefined }

/**
 * Tells each page what changed, merged and in its own time: at once while few listen; while many do, at most once in a
 * time that grows with their number, each at a moment of its own.
 */
export function createStreams(parts: StreamParts): Streams {
  const { follow, clock, chance, after, most = MOST } = parts
  // In the order they came.
  const streams = new Set<Open>()
  const changedAt = new Map<ChangeTopic, number>()
  let leave: (() => void) | undefined
  let stopped = false

  function tell(stream: Open): void {
    stream.cancel = undefined
    stream.last = clock.now()
    const topics = [...stream.pending]
    stream.pending.clear()
    stream.tell(topics)
  }

  function owe(stream: Open, topics: readonly ChangeTopic[]): void {
    for (const topic of topics) stream.pending.add(topic)
    if (stream.pending.size === 0 || stream.cancel) return
    const spread = streams.size * SHARE
    const now = clock.now()
    const due = Math.max(now + chance() * spread, stream.last + Math.max(LEAST, spread))
    stream.cancel = after(due - now, () => tell(stream))
  }

  function hear(topics: readonly ChangeTopic[]): void {
    for (const topic of topics) changedAt.set(topic, clock.now())
    for (const stream of streams) owe(stream, topics)
  }

  function remove(stream: Open): void {
    stream.cancel?.()
    streams.delete(stream)
    if (streams.size > 0) return
    leave?.()
    leave = undefined
  }

  function end(stream: Open, why: Events['end']['why']): void {
    remove(stream)
    stream.end(why)
  }

  return {
    add(given) {
      const own = [...streams].filter(({ person }) => person === given.person)
      const [oldest] = own
      if (oldest && own.length >= most.each) end(oldest, 'many')
      if (streams.size >= most.all) return undefined
      const stream: Open = { ...given, pending: new Set(), last: Number.NEGATIVE_INFINITY }
      if (stopped) {
        stream.end('stop')
        return () => {}
      }
      streams.add(stream)
      leave ??= follow(hear)
      const since = clock.now() - RECENT
      owe(
        stream,
        [...changedAt].filter(([, at]) => at > since).map(([topic]) => topic),
      )
      return () => remove(stream)
    },
    count: () => streams.size,
    beat() {
      const now = clock.now()
      for (const stream of streams) {
        if (stream.expiresAt <= now) end(stream, 'expired')
        else stream.beat()
      }
    },
    stop() {
      stopped = true
      for (const stream of streams) end(stream, 'stop')
    },
  }
}
