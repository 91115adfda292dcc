import type { Meter } from '../../kernel/monitoring/meter.ts'
import type { CounterLabels } from '../../kernel/monitoring/metric-names.ts'
import type { Trace, TraceSpan } from '../../kernel/monitoring/trace.ts'
import { monotonic } from '../../kernel/time/clock.ts'
import type { Handler, Request } from './restify.ts'

type Status = CounterLabels['faire_tab_calls_total']['status']

const CLASSES: readonly Status[] = ['2xx', '3xx', '4xx', '5xx']

export type InstrumentedCalls = {
  /** Steps around a route's handlers, with metrics and a span. `act`: method and path of the route. */
  readonly steps: (
    act: string,
    first: Handler,
    last: Handler,
  ) => { readonly first: Handler; readonly last: Handler }
  /** The same for one read of a batch. */
  readonly reading: <T extends { readonly status: number }>(act: string, work: () => Promise<T>) => Promise<T>
  /** Runs `work` in the request's trace. */
  readonly within: <T>(request: Request, work: () => T) => T
}

/** 503 apart: an outage of the database or of Microsoft's keys is no fault of ours. */
function statusOf(code: number): Status {
  return code === 503 ? '503' : (CLASSES[Math.floor(code / 100) - 2] ?? '5xx')
}

/** Metrics and a trace span for each request, from its first step to the end of its response. */
export function instrumentRoutes(meter: Meter, trace: Trace): InstrumentedCalls {
  const spans = new WeakMap<object, TraceSpan>()
  const within = <T>(request: Request, work: () => T): T => {
    const span = spans.get(request)
    return span ? span.within(work) : work()
  }

  function routeOf(act: string) {
    const [method = '', path = ''] = act.split(' ')
    return { 'http.request.method': method.toUpperCase(), 'http.route': `/api/v1${path}` }
  }

  function count(act: string, status: Status, from: number): void {
    meter.count('faire_tab_calls_total', { route: act, status })
    meter.time('faire_tab_call_seconds', monotonic.now() - from, { route: act })
  }

  function begin(act: string, ...[request, response]: Parameters<Handler>): void {
    const from = monotonic.now()
    const span = trace.begin(act, routeOf(act), request.headers)
    spans.set(request, span)
    response.once('close', () => {
      const { statusCode, writableFinished } = response
      const status = writableFinished ? statusOf(statusCode) : 'cut'
      count(act, status, from)
      const outcome = status === '5xx' ? 'fault' : status
      span.end({ outcome, 'http.response.status_code': statusCode })
    })
  }

  return {
    within,
    async reading(act, work) {
      if (!meter.isOn && !trace.isOn) return work()
      const from = monotonic.now()
      const answer = await trace.childSpan(act, routeOf(act), work)
      count(act, statusOf(answer.status), from)
      return answer
    },
    steps(act, first, last) {
      if (!meter.isOn && !trace.isOn) return { first, last }
      return {
        first: async (request, response) => {
          begin(act, request, response)
          await within(request, () => first(request, response))
        },
        last: async (request, response) => within(request, () => last(request, response)),
      }
    },
  }
}
