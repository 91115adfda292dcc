import type { ChangeTopic } from '../../kernel/storage/change-topic.ts'
import { type Clock, SECOND } from '../../kernel/time/clock.ts'
import type { Events } from '../../tabs/contract/events.ts'

/** The open stream of one page. */
export type Stream = {
  /**
   * Whose limit it counts for: a screen's id, or the key of a person's limit, which an erasure keeps: it does not end
   * their open streams.
   */
  readonly holder: string
  /** Expiry of the token or key (ms). */
  readonly expiresAt: number
  /** A workshop whose remote or screen the page is: told at once, where not too many of it are. */
  readonly room?: string | undefined
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
  readonly holders: () => ReadonlySet<string>
  /** Ends all streams of one holder. */
  readonly endOf: (holder: string, why: Events['end']['why']) => void
  /** Ends streams whose token expired. */
  readonly expire: () => void
  /** The same, and sends heartbeats to the others. */
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
  readonly most?: MostStreams | undefined
}

/**
 * Limits of open streams: of one holder (several windows), and of all, as each holds a connection; and how many pages
 * of one room are told at once.
 */
export type MostStreams = { readonly each: number; readonly all: number; readonly room?: number }

const MOST: MostStreams = { each: 6, all: 3_000 }
const MOST_OF_ROOM = 5
/** Throttle added by each open stream (ms): at most fifty pages a second reload. */
const SHARE = SECOND / 50
const LEAST = SECOND
/** Least time between two tells of a page that is told at once (ms). */
const AT_ONCE = SECOND / 4
/** How long before its stream opened a page may have read its data, at most (ms): such changes are sent to it. */
const RECENT = 15 * SECOND

type Open = Stream & {
  readonly atOnce: boolean
  readonly pending: Set<ChangeTopic>
  last: number
  cancel?: (() => void) | undefined
}

/**
 * Server-sent change events, merged and throttled for each page: at once while few are connected; with many, at most
 * once in an interval that grows with their number, each at a random time of its own. A room's screen and remote never
 * wait for the number of phones.
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
    const spread = stream.atOnce ? 0 : streams.size * SHARE
    const least = stream.atOnce ? AT_ONCE : Math.max(LEAST, spread)
    const now = clock.now()
    const due = Math.max(now + chance() * spread, stream.last + least)
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

  function expire(): void {
    const now = clock.now()
    for (const stream of streams) if (stream.expiresAt <= now) end(stream, 'expired')
  }

  function isAtOnce({ room }: Stream): boolean {
    if (room === undefined) return false
    const ofRoom = [...streams].filter(other => other.atOnce && other.room === room)
    return ofRoom.length < (most.room ?? MOST_OF_ROOM)
  }

  return {
    add(given) {
      const own = [...streams].filter(({ holder }) => holder === given.holder)
      const [oldest] = own
      if (oldest && own.length >= most.each) end(oldest, 'many')
      if (streams.size >= most.all) return undefined
      const atOnce = isAtOnce(given)
      const stream: Open = { ...given, atOnce, pending: new Set(), last: Number.NEGATIVE_INFINITY }
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
    holders: () => new Set([...streams].map(({ holder }) => holder)),
    endOf(holder, why) {
      for (const stream of streams) if (stream.holder === holder) end(stream, why)
    },
    expire,
    beat() {
      expire()
      for (const stream of streams) stream.beat()
    },
    stop() {
      stopped = true
      for (const stream of streams) end(stream, 'stop')
    },
  }
}
