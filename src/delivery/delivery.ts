import type { Queue, TakenFact } from '../db/index.ts'
import { HOUR, SECOND } from '../kernel/clock.ts'
import type { Logger } from '../kernel/logger.ts'
import { createDeliver, type DeliverParts, type Outcome } from './deliver.ts'
import { systemTimer, type Timer } from './timer.ts'
import { faultOf } from './verdict.ts'

/** Facts of another process wake nobody here: the queue is looked at this often anyway. */
const LOOK = 10 * SECOND
/** Due, yet not ours to take: another process was faster, or will be. */
const NOT_OURS = 100
const AFTER_FAULT = 5 * SECOND
const SWEEP = HOUR

export type DeliveryParts = DeliverParts & {
  readonly queue: Queue
  readonly log: Logger
  readonly timer?: Timer
}

export type Delivery = {
  readonly start: () => void
  /** A fact was noted: looks at the queue now. */
  readonly wake: () => void
  /** Resolves once the fact in hand is through. */
  readonly stop: () => Promise<void>
  /** Resolves once nothing that is due is left. For tests. */
  readonly idle: () => Promise<void>
}

/** Delivers due facts one after another. One that fails goes to a later moment and lets the others pass. */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { queue, clock, log, timer = systemTimer } = parts
  const { deliver, forget } = createDeliver(parts)
  let running = false
  let pass: Promise<void> | undefined
  let again = false
  let cancel = () => {}
  let sweptAt = Number.NEGATIVE_INFINITY

  async function settle(taken: TakenFact, outcome: Outcome): Promise<void> {
    const { id, attempts, fact } = taken
    if (outcome.kind === 'done') return queue.finish(id)
    // Waiting for its turn is no attempt.
    if (outcome.kind === 'pace') return queue.putBack(taken, outcome.until, attempts - 1)
    const { status, code } = faultOf(outcome.error)
    const fields = {
      fact: id,
      kind: fact.kind,
      attempts,
      status,
      code,
      ...(!status && { err: outcome.error }),
    }
    if (outcome.kind === 'retry') {
      log.warn(fields, 'a fact will be delivered later')
      return queue.putBack(taken, outcome.until, attempts)
    }
    log.error(fields, 'a fact is given up')
    return queue.bury(id)
  }

  async function drain(): Promise<void> {
    while (running) {
      const taken = await queue.take()
      if (!taken) return
      await settle(taken, await deliver(taken))
    }
  }

  async function sweep(): Promise<void> {
    if (clock.now() < sweptAt + SWEEP) return
    sweptAt = clock.now()
    forget()
    await queue.sweep()
  }

  /** One look at the queue; answers in how many milliseconds to look again. Never rejects. */
  async function look(): Promise<number> {
    try {
      await drain()
      await sweep()
      const next = await queue.nextDue()
      return next === undefined ? LOOK : Math.min(LOOK, Math.max(NOT_OURS, next - clock.now()))
    } catch (err) {
      log.error({ err }, 'the queue cannot be read')
      return AFTER_FAULT
    }
  }

  async function run(): Promise<void> {
    do {
      again = false
      const wait = await look()
      cancel()
      if (running) cancel = timer(wait, wake)
    } while (again && running)
    pass = undefined
  }

  function wake(): void {
    if (!running) return
    again = true
    pass ??= run()
  }

  return {
    start() {
      running = true
      wake()
    },
    wake,
    async stop() {
      running = false
      await pass
      cancel()
    },
    async idle() {
      while (running) {
        await pass
        if (((await queue.nextDue()) ?? Number.POSITIVE_INFINITY) > clock.now()) return
        wake()
      }
    },
  }
}
