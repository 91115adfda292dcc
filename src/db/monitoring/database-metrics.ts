import type { Meter } from '../../kernel/monitoring/meter.ts'
import type { GaugeLabels } from '../../kernel/monitoring/metric-names.ts'
import { type Clock, SECOND } from '../../kernel/time/clock.ts'
import type { Connections } from '../engines/postgres.ts'
import type { Backlog, FactQueue } from '../outbox/queue.ts'
import { cached } from './cached.ts'
import type { HealthIssue } from './health.ts'

type Parts = {
  readonly connections: Connections | undefined
  readonly queue: Pick<FactQueue, 'backlog'>
  readonly healthIssue: () => Promise<HealthIssue | undefined>
  readonly clock: Clock
}

type DatabaseState = { readonly healthIssue: HealthIssue | undefined; readonly backlog: Backlog }

const NOTHING: Backlog = { due: 0 }

/** Gauges of the database's health, its connections and the outbox backlog, read at each scrape. */
export function exposeDatabaseMetrics(meter: Meter, { connections, queue, healthIssue, clock }: Parts): void {
  if (!meter.isOn) return

  async function look(): Promise<DatabaseState> {
    const found = await healthIssue()
    if (found) return { healthIssue: found, backlog: NOTHING }
    const backlog = await queue.backlog().catch(() => undefined)
    return { healthIssue: backlog ? undefined : 'unreachable', backlog: backlog ?? NOTHING }
  }
  const state = cached<DatabaseState>(look, { healthIssue: 'unreachable', backlog: NOTHING })

  meter.gauge('faire_database_up', async () => [
    { labels: {}, value: (await state()).healthIssue === undefined ? 1 : 0 },
  ])
  meter.gauge('faire_database_trouble', async () => {
    const { healthIssue: reason } = await state()
    return reason ? [{ labels: { reason }, value: 1 }] : []
  })
  meter.gauge('faire_outbox_due_facts', async () => [{ labels: {}, value: (await state()).backlog.due }])
  meter.gauge('faire_outbox_oldest_due_seconds', async () => {
    const { oldest } = (await state()).backlog
    return [{ labels: {}, value: oldest === undefined ? 0 : Math.max(0, clock.now() - oldest) / SECOND }]
  })
  meter.gauge('faire_database_connections', () =>
    connections
      ? Object.entries(connections()).map(([state, value]) => ({
          labels: { state: state as GaugeLabels['faire_database_connections']['state'] },
          value,
        }))
      : [],
  )
}
