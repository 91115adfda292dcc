import { noMeter } from '../kernel/monitoring/meter.ts'
import type { Metrics } from './index.ts'

/** Where nobody asked for a port, nothing is loaded, measured or listened to. */
export async function loadMetrics(port: number | undefined): Promise<Metrics> {
  if (port === undefined) return { meter: noMeter, listen: async () => ({ port: 0, close: async () => {} }) }
  const { createMetrics } = await import('./index.ts')
  return createMetrics(port)
}
