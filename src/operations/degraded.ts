import { cached } from '../db/index.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { GaugeLabels } from '../kernel/monitoring/metric-names.ts'

/** What an operator should look after, though all are served. */
type Degraded = GaugeLabels['faire_degraded']['reason']

type Source = () => Promise<readonly Degraded[]>

/** All that an operator should look after; of what cannot be told nothing is said. Never rejects. */
export function watchDegraded(sources: readonly Source[], meter: Meter): Source {
  async function degraded(): Promise<readonly Degraded[]> {
    const found = await Promise.all(sources.map(source => source().catch((): readonly Degraded[] => [])))
    return found.flat()
  }
  const reasons = async () => (await degraded()).map(reason => ({ labels: { reason }, value: 1 }))
  meter.gauge('faire_degraded', cached(reasons, []))
  return degraded
}
