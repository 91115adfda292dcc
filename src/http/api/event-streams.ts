import type { ChangeTopic } from '../../kernel/storage/change-topic.ts'
import { type Clock, SECOND } from '../../kernel/time/clock.ts'
import type { Events } from '../../tabs/contract/events.ts'

/** The open stream of one page. */
export type Stream = {
  /** Key of the person's limit, which an erasure keeps: it does not end their open streams. */
  readonly person: string
  /** Expiry of the token (ms). */
  readonly expiresAt: number
  readonly tell: (topics: readonly ChangeTopic[]) => void
  /** Heartbeat. */
  readonly beat: () => void
  readonly end: (why: Events['end']['why']) => void
}

export type Streams = {
  /** @returns the function to call once the page is gone; undefined while there are too many streams */
  readonly add: (stream: Stream) => (() => void) | undefined
  /** Number of open streams. */
  readonly count: () => number
  /** Sends heartbeats; ends streams whose token expired. */
  readonly beat: () => void
  /** Ends all streams, and refuses new ones. */
  readonly stop: () => void
}

export type StreamParts = {
  /** Subscribes to changes. @returns the function that unsubscribes */
  readonly subscribe: (hear: (topics: readonly ChangeTopic[]) => void) => () => void
  readonly clock: Clock
  /** Random number in [0, 1). */
  readonly chance: () => number
  /** Timer: runs `work` after so many ms, unless the returned function is called. */
  readonly after: (ms: number, work: () => void) => () => void
  readonly most?: { readonly each: number; readonly all: number }
}

/** Limits of open streams: of one person (several windows), and of all: each holds a connection. */
const MOST = { each: 6, all: 3_000 }
/** Throttle added by each open stream (ms): at most fifty pages a second reload. */
const SHARE = SECOND / 50
const LEAST = SECOND
/** How long before its stream opened a page may have read its data, at most (ms): such changes are sent to it. */
const RECENT = 15 * SECOND

type Open = Stream & { readonly pending: Set<ChangeTopic>; last: number; cancel?: (() => void) | undefined }

/**
 * Server-sent change events, merged and throttled for each page: at once while few are connected; with many, at most
 * once in an interval that grows with their number, each at a random time of its own.
 */
export function createStreams(parts: StreamParts): Streams {
  const { subscribe, clock, chance, after, most = MOST } = parts
  // In order of connection.
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

  function schedule(stream: Open, topics: readonly ChangeTopic[]): void {
    for (const topic of topics) stream.pending.add(topic)
    if (stream.pending.size === 0 || stream.cancel) return
    const spread = streams.size * SHARE
    const now = clock.now()
    const due = Math.max(now + chance() * spread, stream.last + Math.max(LEAST, spread))
    stream.cancel = after(due - now, () => tell(stream))
  }

  function hear(topics: readonly ChangeTopic[]): void {
    for (const topic of topics) changedAt.set(topic, clock.now())
    for (const stream of streams) schedule(stream, topics)
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
      leave ??= subscribe(hear)
      const since = clock.now() - RECENT
      schedule(
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
