import { noMeter } from '../kernel/monitoring/meter.ts'
import type { Metrics } from './index.ts'

/** Loads prom-client only if a port is set; without one nothing is measured. */
export async function loadMetrics(port: number | undefined): Promise<Metrics> {
  if (port === undefined) return { meter: noMeter, listen: async () => ({ port: 0, close: async () => {} }) }
  const { createMetrics } = await import('./index.ts')
  return createMetrics(port)
}
