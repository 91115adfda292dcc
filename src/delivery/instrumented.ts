import type { Meter } from '../kernel/monitoring/meter.ts'
import type { CounterLabels } from '../kernel/monitoring/metric-names.ts'
import type { Trace } from '../kernel/monitoring/trace.ts'
import { monotonic } from '../kernel/time/clock.ts'
import { failureClassOf, faultOf } from './failure-class.ts'
import type { SendParts } from './post-sending.ts'

type Calls = Pick<SendParts, 'post' | 'update'>
type What = CounterLabels['faire_sends_total']['what']
type Ended = CounterLabels['faire_sends_total']['outcome']

/** Outcome of a failed call. A doubtful edit is simply repeated. */
function outcomeOf(what: What, error: unknown): Ended {
  const verdict = failureClassOf(error)
  if (verdict === 'doubtful') return what === 'post' ? 'unknown' : 'late'
  return verdict === 'again' ? 'late' : verdict
}

/** Wraps the calls to Teams with metrics and a trace span each: outcome and duration. */
export function instrumentSends({ post, update }: Calls, meter: Meter, trace: Trace): Calls {
  async function measured<T>(what: What, call: () => Promise<T>): Promise<T> {
    const from = monotonic.now()
    let outcome: Ended = 'sent'
    try {
      return await call()
    } catch (error) {
      outcome = outcomeOf(what, error)
      if (faultOf(error).status === 429) meter.count('faire_throttled_total', {})
      throw error
    } finally {
      meter.time('faire_send_seconds', monotonic.now() - from, { what })
      meter.count('faire_sends_total', { what, outcome })
      trace.annotate({ outcome })
    }
  }
  const part = <T>(what: What, call: () => Promise<T>) =>
    trace.childSpan('send', { what }, () => measured(what, call))
  return {
    post: (...given) => part('post', () => post(...given)),
    update: (...given) => part('edit', () => update(...given)),
  }
}
