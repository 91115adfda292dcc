import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter } from '../kernel/monitoring/meter.ts'
import { COUNTERS, GAUGES, TIMERS } from '../kernel/monitoring/metric-names.ts'
import { SECOND } from '../kernel/time/clock.ts'

type Labels = Readonly<Record<string, string>>
type Measured = { readonly labels: Readonly<Record<string, readonly string[] | 'ours'>> }

/** Drops unlisted label values: each would add a series for as long as the process runs. */
function bounded({ labels }: Measured, given: Labels): Record<string, string> {
  const kept = Object.entries(given).map(([name, value]) => {
    const values = labels[name]
    return [name, values === 'ours' || values?.includes(value) ? value : 'other']
  })
  return Object.fromEntries(kept)
}

/** All combinations of listed label values; none where the server names the values. */
function waysOf({ labels }: Measured): Record<string, string>[] {
  let ways: Record<string, string>[] = [{}]
  for (const [name, values] of Object.entries(labels)) {
    if (values === 'ours') return []
    ways = ways.flatMap(way => values.map(value => ({ ...way, [name]: value })))
  }
  return ways
}

function namesOf({ labels }: Measured): string[] {
  return Object.keys(labels)
}

function build<Measure, Built>(
  catalogue: Readonly<Record<string, Measure>>,
  make: (name: string, measure: Measure) => Built,
): ReadonlyMap<string, Built> {
  return new Map(Object.entries(catalogue).map(([name, measure]) => [name, make(name, measure)]))
}

/** The registry of this process; not prom-client's global one, which would be shared. */
export function createRegistry() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const counters = build(COUNTERS, (name, measure) => {
    const counter = new Counter({ name, help: measure.help, labelNames: namesOf(measure), registers })
    // Series begin at 0: Prometheus sees no increase in a counter that appears with 1.
    for (const way of waysOf(measure)) counter.inc(way, 0)
    return (labels: Labels) => counter.inc(bounded(measure, labels))
  })
  const timers = build(TIMERS, (name, measure) => {
    const { help, buckets } = measure
    const timer = new Histogram({
      name,
      help,
      labelNames: namesOf(measure),
      buckets: [...buckets],
      registers,
    })
    return (ms: number, labels: Labels) => timer.observe(bounded(measure, labels), ms / SECOND)
  })
  const meter: Meter = {
    isOn: true,
    count: (name, labels) => counters.get(name)?.(labels),
    time: (name, ms, labels) => timers.get(name)?.(ms, labels),
    gauge(name, read) {
      const measure = GAUGES[name]
      new Gauge({
        name,
        help: measure.help,
        labelNames: namesOf(measure),
        registers,
        async collect() {
          const levels = await read()
          this.reset()
          for (const { labels, value } of levels) this.set(bounded(measure, labels), value)
        },
      })
    },
  }
  return { meter, text: () => registry.metrics(), type: registry.contentType }
}
