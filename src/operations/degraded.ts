import { cached } from '../db/index.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { GaugeLabels } from '../kernel/monitoring/metric-names.ts'

/** A warning for the operator, while everything is served. */
type Degraded = GaugeLabels['faire_degraded']['reason']

type Source = () => Promise<readonly Degraded[]>

/** Collects the warnings; a source that fails has none. Never rejects. */
export function watchDegraded(sources: readonly Source[], meter: Meter): Source {
  async function degraded(): Promise<readonly Degraded[]> {
    const found = await Promise.all(sources.map(source => source().catch((): readonly Degraded[] => [])))
    return found.flat()
  }
  const reasons = async () => (await degraded()).map(reason => ({ labels: { reason }, value: 1 }))
  meter.gauge('faire_degraded', cached(reasons, []))
  return degraded
}
