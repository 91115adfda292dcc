/** Attributes of a span: codes and numbers, never a text, a name or anybody's id. */
export type SpanAttributes = Readonly<Record<string, string | number>>

/** A span that has begun. */
export type TraceSpan = {
  /** Makes the span the parent of what `work` begins. */
  readonly within: <T>(work: () => T) => T
  readonly end: (known?: SpanAttributes) => void
}

/** Request headers that may carry a trace context. */
export type Carrier = Readonly<Record<string, string | readonly string[] | undefined>>

/** Distributed tracing, for the operator. */
export type Trace = {
  /** False where tracing is off. */
  readonly isOn: boolean
  /** Begins a span, in the trace that `carrier` names or else in the current one. */
  readonly begin: (name: string, known: SpanAttributes, carrier?: Carrier) => TraceSpan
  /** Runs `work` in a span of its own. Of an error only the kind is recorded. */
  readonly span: <T>(name: string, known: SpanAttributes, work: () => Promise<T>) => Promise<T>
  /** The same within a current trace; without one no span is made. */
  readonly childSpan: <T>(name: string, known: SpanAttributes, work: () => Promise<T>) => Promise<T>
  /** Runs shared or background work outside any trace. */
  readonly detached: <T>(work: () => T) => T
  /** Adds attributes to the current span. */
  readonly annotate: (known: SpanAttributes) => void
  /** Id of the current trace, 32 hexadecimal digits. */
  readonly id: () => string | undefined
}

const nothing: TraceSpan = { within: work => work(), end: () => {} }

export const noTrace: Trace = {
  isOn: false,
  begin: () => nothing,
  span: (_name, _known, work) => work(),
  childSpan: (_name, _known, work) => work(),
  detached: work => work(),
  annotate: () => {},
  id: () => undefined,
}
