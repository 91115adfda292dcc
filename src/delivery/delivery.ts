import type { FactQueue, TakenFact } from '../db/index.ts'
import { chance } from '../kernel/crypto/random.ts'
import { type Meter, noMeter } from '../kernel/monitoring/meter.ts'
import { noTrace, type Trace, type TraceSpan } from '../kernel/monitoring/trace.ts'
import { type Clock, HOUR, monotonic, SECOND } from '../kernel/time/clock.ts'
import { createFactDelivery, type DeliverParts } from './fact-delivery.ts'
import { faultOf } from './failure-class.ts'
import { instrumentSends } from './instrumented.ts'
import type { DeliveryResult, FactOutcome } from './outgoing.ts'
import { AFTER_FAULT, createRetriedWrites } from './retried-writes.ts'
import { createSenderLease, type SenderParts } from './sender-lease.ts'
import { createTenantRate, type Rates } from './tenant-rate.ts'
import { systemTimer, type Timer } from './timer.ts'

/** Polling interval: facts enqueued by another process wake nobody here. */
const LOOK = { alone: 10 * SECOND, among: SECOND }
const SWEEP = HOUR
/** Concurrency: at 37 calls a second, what is sent in a second and three quarters. */
const MOST_IN_HAND = 64
/** Grace period at shutdown for answers of Teams: the next sender treats unanswered calls as doubtful. */
const LAST_WORDS = 3 * SECOND

export type DeliveryParts = Omit<DeliverParts, 'chance'> &
  Pick<SenderParts, 'lease' | 'alone' | 'heartbeat'> & {
    readonly queue: FactQueue
    readonly rates: Rates
    readonly timer?: Timer
    readonly monotonic?: Clock
    /** From 0 to 1. */
    readonly chance?: () => number
    readonly meter?: Meter
    readonly trace?: Trace
  }

export type Delivery = {
  readonly start: () => void
  /** Polls the queue now: a fact was enqueued. */
  readonly wake: () => void
  /** Counts a call to Teams that was made elsewhere. */
  readonly countCall: () => void
  /** Resolves when a call that answers nobody may be made, within the tenant's rate. */
  readonly waitTurn: () => Promise<void>
  /** Graceful shutdown: resolves once calls in flight are done or timed out, and releases the lease. */
  readonly stop: () => Promise<void>
  /** Resolves once nothing due is left. For tests. */
  readonly idle: () => Promise<void>
}

/** Delivers due facts, many at once. One that fails is retried later and does not block the others. */
export function createDelivery(given: DeliveryParts): Delivery {
  const { meter = noMeter, trace = noTrace } = given
  const parts = { timer: systemTimer, monotonic, chance, ...given, ...instrumentSends(given, meter, trace) }
  const { queue, posts, clock, log, timer, answered, rates, alone } = parts
  const budget = createTenantRate(rates, parts.monotonic, timer)
  const persist = createRetriedWrites({ timer, log, isRunning: () => running })
  const sender = createSenderLease(parts)
  meter.gauge('faire_sender', () => [{ labels: {}, value: sender.sends() ? 1 : 0 }])
  const { begin, forget, forgetSent } = createFactDelivery({ ...parts, budget, persist })
  const inHand = new Set<Promise<void>>()
  let running = false
  let pass: Promise<void> | undefined
  let again = false
  let cancel = () => {}
  let sweptAt = Number.NEGATIVE_INFINITY
  let recovered: number | undefined

  async function settle(taken: TakenFact, outcome: FactOutcome): Promise<void> {
    const { id, attempts, fact } = taken
    if (outcome.kind === 'done') return queue.finish(id)
    // The new holder of the lease has reclaimed it.
    if (outcome.kind === 'lost') return sender.lost()
    // Rate limiting is no attempt.
    if (outcome.kind === 'pace') return queue.requeue(taken, outcome.until, attempts - 1)
    const { status, code } = faultOf(outcome.error)
    const known = { fact: id, kind: fact.kind, attempts, status, code }
    const fields = { ...known, ...(!status && { err: outcome.error }) }
    if (outcome.kind === 'retry') {
      log.warn(fields, 'a fact will be delivered later')
      return queue.requeue(taken, outcome.until, attempts)
    }
    log.error(fields, 'a fact is given up')
    return queue.deadLetter(id)
  }

  function track(taken: TakenFact, ended: Promise<FactOutcome>, followed: TraceSpan): void {
    const settled = ended
      .then(async outcome => {
        await persist(() => settle(taken, outcome))
        meter.count('faire_facts_total', { outcome: outcome.kind })
        followed.end({ outcome: outcome.kind })
        // The retry may fall due before the next poll.
        if (outcome.kind !== 'done') wake()
      })
      .catch(err => log.error({ err }, 'a fact is left to the next sender'))
      .finally(() => inHand.delete(settled))
    inHand.add(settled)
  }

  async function drain(epoch: number): Promise<void> {
    while (running) {
      while (inHand.size >= MOST_IN_HAND) await Promise.race(inHand)
      // Not rendered long before it can be sent.
      await budget.free()
      const taken = running ? await queue.take(epoch) : undefined
      if (!taken) return
      // Delivery was stopped while this waited for the database.
      if (!running) return queue.requeue(taken, clock.now(), taken.attempts - 1)
      const followed = trace.begin('fact', { kind: taken.fact.kind, attempts: taken.attempts })
      const rest = await followed.within(() => begin(taken, epoch))
      followed.within(() => track(taken, rest(), followed))
      if ((await sender.acquire()) !== epoch) return
      // SQLite answers within the same turn of the event loop: without a pause, nothing sent would reach the network.
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  /** Recovery: the earlier sender's unanswered posts are doubtful; facts it had taken are requeued. */
  async function recover(epoch: number): Promise<void> {
    if (recovered === epoch) return
    await Promise.all(inHand)
    forgetSent()
    for (let left = await posts.left(); left.length > 0; left = await posts.left()) {
      for (const { key, address, posted_at } of left) {
        const end: DeliveryResult = { to: address, key, at: posted_at, unknown: true }
        // Notified before it is recorded: a crash in between notifies again.
        await answered?.(end)
        await posts.end(key, 'unknown', 'SenderDied')
        log.warn({}, 'nobody knows whether Teams took a post')
      }
    }
    while ((await queue.reclaim()) > 0);
    recovered = epoch
  }

  async function sweep(): Promise<void> {
    // A jump of the clock backwards counts too.
    if (Math.abs(clock.now() - sweptAt) < SWEEP) return
    sweptAt = clock.now()
    forget()
    await queue.sweep()
  }

  /** One poll of the queue; answers in how many milliseconds to poll again. Never rejects. */
  async function look(): Promise<number> {
    const often = alone ? LOOK.alone : LOOK.among
    try {
      const epoch = await sender.acquire()
      if (epoch === undefined) return often
      await recover(epoch)
      await drain(epoch)
      await sweep()
      const next = await queue.nextDue()
      return next === undefined ? often : Math.min(often, Math.max(0, next - clock.now()))
    } catch (err) {
      log.error({ err }, 'the queue cannot be read')
      return AFTER_FAULT
    }
  }

  async function run(): Promise<void> {
    let wait = 0
    cancel()
    do {
      again = false
      wait = await look()
    } while (again && running)
    // Once no poll follows: a timer shorter than a poll would ask for the next one, for ever.
    if (running) cancel = timer(wait, wake)
    pass = undefined
  }

  function wake(): void {
    if (!running) return
    again = true
    // Outside the trace of the request that enqueued the fact, which does not wait for its delivery.
    pass ??= trace.detached(run)
  }

  return {
    start() {
      running = true
      wake()
    },
    wake,
    countCall: budget.countCall,
    waitTurn: budget.waitTurn,
    async stop() {
      running = false
      await pass
      cancel()
      let enough = () => {}
      const late = new Promise<void>(resolve => {
        enough = timer(LAST_WORDS, resolve)
      })
      await Promise.race([Promise.all(inHand), late])
      enough()
      await sender.leave()
    },
    async idle() {
      while (running) {
        await pass
        await Promise.all(inHand)
        if (inHand.size > 0 || pass) continue
        if ((await sender.acquire()) === undefined) return
        if (((await queue.nextDue()) ?? Number.POSITIVE_INFINITY) > clock.now()) return
        wake()
      }
    },
  }
}
