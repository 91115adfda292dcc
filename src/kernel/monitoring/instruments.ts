import type { Meter } from './meter.ts'
import type { Trace } from './trace.ts'

/** Observability of the product: metrics and traces. */
export type Instruments = { readonly meter: Meter; readonly trace: Trace }
