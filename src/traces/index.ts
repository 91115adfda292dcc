/**
 * Distributed tracing. OpenTelemetry's API stays here; the collector is the operator's: an SDK registered before this
 * program is loaded. Without one, no span is made and it costs nothing.
 */
import {
  type Attributes,
  type Context,
  context,
  type Span as OpenSpan,
  ProxyTracerProvider,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import {
  type Carrier,
  noTrace,
  type SpanAttributes,
  type Trace,
  type TraceSpan,
} from '../kernel/monitoring/trace.ts'

const NAME = 'faire-administration'
/** Prefix of our attributes, as OpenTelemetry recommends. */
const OURS = 'faire.'

function attributesOf(known: SpanAttributes): Attributes {
  return Object.fromEntries(
    Object.entries(known).map(([name, value]) => [name.includes('.') ? name : OURS + name, value]),
  )
}

function say(span: OpenSpan, known: SpanAttributes): void {
  span.setAttributes(attributesOf(known))
  if (known.outcome === 'fault') span.setStatus({ code: SpanStatusCode.ERROR })
}

/** Only the error's kind is recorded: a message may quote what somebody wrote. */
function fail(span: OpenSpan, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error
  span.setAttribute('error.type', kind)
  // A refusal is no error.
  if (kind !== 'Refusal') span.setStatus({ code: SpanStatusCode.ERROR })
}

function follow(tracer: Tracer): Trace {
  const open = (name: string, known: SpanAttributes, from: Context, kind = SpanKind.INTERNAL) => {
    const span = tracer.startSpan(name, { kind, attributes: attributesOf(known) }, from)
    return { span, inside: trace.setSpan(from, span) }
  }

  function begin(name: string, known: SpanAttributes, carrier?: Carrier): TraceSpan {
    const from = carrier ? propagation.extract(context.active(), carrier) : context.active()
    const { span, inside } = open(name, known, from, carrier && SpanKind.SERVER)
    return {
      within: work => context.with(inside, work),
      end(more = {}) {
        say(span, more)
        span.end()
      },
    }
  }

  async function run<T>(name: string, known: SpanAttributes, work: () => Promise<T>): Promise<T> {
    const { span, inside } = open(name, known, context.active())
    try {
      return await context.with(inside, work)
    } catch (error) {
      fail(span, error)
      throw error
    } finally {
      span.end()
    }
  }

  return {
    isOn: true,
    begin,
    span: run,
    childSpan: (name, known, work) => (trace.getActiveSpan() ? run(name, known, work) : work()),
    detached: work => context.with(ROOT_CONTEXT, work),
    annotate(known) {
      const span = trace.getActiveSpan()
      if (span) say(span, known)
    },
    id: () => trace.getActiveSpan()?.spanContext().traceId,
  }
}

/** Call it once: an SDK registered later is not seen. */
export function createTrace(): Trace {
  const provider = trace.getTracerProvider()
  const isOn = !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(NAME) !== undefined
  return isOn ? follow(trace.getTracer(NAME)) : noTrace
}
