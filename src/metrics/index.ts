/**
 * Prometheus metrics for the operator. prom-client stays here; the others know kernel's `Meter`. No person,
 * Direction, tenant or object is a label.
 */
import type { Meter } from '../kernel/monitoring/meter.ts'
import { type Listener, listen } from './listener.ts'
import { createRegistry } from './registry.ts'

export type Metrics = {
  readonly meter: Meter
  readonly listen: () => Promise<Listener>
}

/** `port`: on loopback; 0 takes a free one. */
export function createMetrics(port: number): Metrics {
  const { meter, ...page } = createRegistry()
  return { meter, listen: () => listen(port, page) }
}
