import type { Meter } from './meter.ts'
import type { Trace } from './trace.ts'

/** What operators see the product by: numbers, and what one request led to. */
export type Instruments = { readonly meter: Meter; readonly trace: Trace }
