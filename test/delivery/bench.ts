import type { Database } from '../../src/db/index.ts'
import {
  type CardPost,
  createDelivery,
  type Delivery,
  type DeliveryResult,
} from '../../src/delivery/index.ts'
import { type Logger, silentLogger } from '../../src/kernel/monitoring/logger.ts'
import type { Fact } from '../../src/kernel/storage/outbox.ts'
import { type Engine, fixedClock, freshDatabase } from '../support/database/engines.ts'

/** What left for Teams: when, after how long, and what it said. */
export type Call = {
  readonly at: number
  readonly what: 'post' | 'update'
  readonly to: string
  readonly said: string
}

/** Timers that run when the clock is moved, at the moment they were set for. */
function steppingTimer(clock: ReturnType<typeof fixedClock>) {
  const waiting = new Set<{ at: number; run: () => void }>()
  return {
    timer: (ms: number, run: () => void) => {
      const entry = { at: clock.now() + ms, run }
      waiting.add(entry)
      return () => void waiting.delete(entry)
    },
    next: () => [...waiting].sort((a, b) => a.at - b.at)[0],
    fire: (entry: { at: number; run: () => void }) => {
      waiting.delete(entry)
      entry.run()
    },
  }
}

/**
 * Teams' side, recorded. `fails` holds what the next calls throw, in order; undefined lets one through.
 * `asked` resolves with the first call; none is answered before `answer` is. Of how a post ended nobody hears before
 * `heard` resolves.
 */
function recordTeams(now: () => number) {
  const calls: Call[] = []
  const fails: unknown[] = []
  const asked = Promise.withResolvers<void>()
  const teams = { calls, fails, answer: Promise.resolve(), asked: asked.promise, heard: Promise.resolve() }
  const record = async (what: Call['what'], to: string, said: string) => {
    calls.push({ at: now(), what, to, said })
    asked.resolve()
    await teams.answer
    const failure = fails.shift()
    if (failure !== undefined) throw failure
  }
  return Object.assign(teams, {
    post: async (to: string, { summary }: { summary: string }) => {
      await record('post', to, summary)
      return `message-${calls.length}`
    },
    update: (_address: string, id: string, { summary }: { summary: string }) => record('update', id, summary),
  })
}

/** A delivery over a real database. A fact's kind is what its card says, its payload where and under which key. */
export function deliveryBench(engine: Engine) {
  const clock = fixedClock()
  const started = clock.now()
  const fresh = freshDatabase(engine, { clock })
  const log: { message: string; fields: object }[] = []
  /** What was told of how posts ended. */
  const ended: DeliveryResult[] = []
  const keep = (fields: object, message: string) => void log.push({ fields, message })
  const logger: Logger = { ...silentLogger, warn: keep, error: keep }
  let standing: ReturnType<typeof begin>

  function begin(db: Database) {
    const teams = recordTeams(() => clock.now() - started)
    const stepping = steppingTimer(clock)
    let drawn = 0
    const { queue, posts, lease } = db
    // Whoever begins sends at once: a test that waits to see another die is in sender.spec.
    const alone = { lease, alone: true, rates: { perSecond: Number.POSITIVE_INFINITY, reserve: 5 } }
    const times = { clock, monotonic: clock, timer: stepping.timer, chance: () => 0.5 }
    const parts = { queue, posts, log: logger, ...alone, ...times }
    const expand = async (fact: Fact): Promise<CardPost[]> => {
      drawn++
      return outgoingsOf(fact)
    }
    const answered = async (end: DeliveryResult) => {
      await teams.heard
      ended.push(end)
    }
    const { post, update } = teams
    const delivery: Delivery = createDelivery({ ...parts, expand, post, update, answered })
    return { teams, stepping, delivery, drawn: () => drawn }
  }

  let outgoingsOf: (fact: Fact) => CardPost[]
  beforeEach(() => {
    outgoingsOf = ({ kind, payload }) => [
      { to: String(payload.to), key: String(payload.key), card: {}, summary: kind },
    ]
    clock.advance(started - clock.now())
    log.length = 0
    ended.length = 0
    standing = begin(fresh.db)
    fresh.db.onFact(() => standing.delivery.wake())
    standing.delivery.start()
  })
  afterEach(() => standing.delivery.stop())

  const bench = {
    clock,
    log,
    ended,
    get db() {
      return fresh.db
    },
    get teams() {
      return standing.teams
    },
    get drawn() {
      return standing.drawn()
    },
    draws: (draw: (fact: Fact) => CardPost[]) => {
      outgoingsOf = draw
    },
    said: () => standing.teams.calls.map(call => call.said),
    note: (said: string, key: string, more: Partial<Fact> & { to?: string } = {}) => {
      const { to = 'channel', ...rest } = more
      return fresh.db.transact(tx => fresh.db.note(tx, { kind: said, payload: { to, key }, ...rest }))
    },
    idle: () => standing.delivery.idle(),
    /** Moves the clock, stopping at each timer on the way. */
    pass: async (ms: number) => {
      const end = clock.now() + ms
      await standing.delivery.idle()
      for (let next = standing.stepping.next(); next && next.at <= end; next = standing.stepping.next()) {
        clock.advance(Math.max(0, next.at - clock.now()))
        standing.stepping.fire(next)
        await standing.delivery.idle()
      }
      clock.advance(end - clock.now())
    },
    /** Resolves once the post under `key` is in `state`; in any but « sending » when that is not given. */
    untilWritten: async (key: string, state?: string) => {
      const isThere = (now: string | undefined) =>
        state ? now === state : now !== undefined && now !== 'sending'
      while (!isThere((await fresh.db.posts.find(key))?.state)) await new Promise(setImmediate)
    },
    /** Moves the clock from timer to timer until `done`, whatever is under way. */
    passUntil: async (done: Promise<void>) => {
      let over = false
      const watched = done.finally(() => {
        over = true
      })
      while (!over) {
        const next = standing.stepping.next()
        if (next) {
          clock.advance(Math.max(0, next.at - clock.now()))
          standing.stepping.fire(next)
        }
        await new Promise(setImmediate)
      }
      await watched
    },
    stop: () => standing.delivery.stop(),
    /** Another process begins to send while this one still runs; resolves once this one has ended too. */
    leave: async () => {
      const { delivery } = standing
      standing = begin(fresh.db)
      standing.delivery.start()
      await standing.delivery.idle()
      await delivery.stop()
    },
    /** A new process on the same database: nothing remembered. */
    restart: () => {
      standing = begin(fresh.db)
      standing.delivery.start()
    },
  }
  return bench
}
