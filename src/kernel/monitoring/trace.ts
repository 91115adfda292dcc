/** What is said of a part of a trace: codes and numbers, never a text, a name or anybody's id. */
export type Known = Readonly<Record<string, string | number>>

/** One thing that is under way. */
export type TraceSpan = {
  /** Whatever begins in `work` is a part of it. */
  readonly within: <T>(work: () => T) => T
  readonly end: (known?: Known) => void
}

/** Callers' headers, in which a trace may come to us. */
export type Carrier = Readonly<Record<string, string | readonly string[] | undefined>>

/** Follows what was asked through all that it causes, for whoever runs the product. */
export type Trace = {
  /** False where nobody follows. */
  readonly isOn: boolean
  /** Goes on with the trace that `carrier` names, or with the one under way. */
  readonly begin: (name: string, known: Known, carrier?: Carrier) => TraceSpan
  /** Runs `work` as one thing of its own. What it rejects with is told by its kind alone. */
  readonly span: <T>(name: string, known: Known, work: () => Promise<T>) => Promise<T>
  /** The same where a trace is under way; else nothing is followed. */
  readonly part: <T>(name: string, known: Known, work: () => Promise<T>) => Promise<T>
  /** Runs what others wait for too, and what goes on after: of no trace. */
  readonly apart: <T>(work: () => T) => T
  /** Says more of the thing under way. */
  readonly tell: (known: Known) => void
  /** The trace under way, as 32 hexadecimal digits. */
  readonly id: () => string | undefined
}

const nothing: TraceSpan = { within: work => work(), end: () => {} }

export const noTrace: Trace = {
  isOn: false,
  begin: () => nothing,
  span: (_name, _known, work) => work(),
  part: (_name, _known, work) => work(),
  apart: work => work(),
  tell: () => {},
  id: () => undefined,
}
