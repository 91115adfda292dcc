import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { CounterLabels, TimerLabels } from '../../src/kernel/monitoring/metric-names.ts'
import { COUNTERS, TIMERS } from '../../src/kernel/monitoring/metric-names.ts'
import { createRegistry } from '../../src/metrics/registry.ts'

const seriesOf = (text: string) =>
  text
    .split('\n')
    .filter(line => line.startsWith('faire_'))
    .map(line => line.slice(0, line.lastIndexOf(' ')))

/** What a slip of ours might hand over: whatever somebody sent. */
const slip = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('ok', '__proto__', 'toString', '"} 1\nx'),
)

describe('the registry', () => {
  it('makes at most one more series of a label, whatever values it is handed', async () => {
    const values = fc.array(slip, { minLength: 1, maxLength: 50 })
    const bounded = Object.entries({ ...COUNTERS, ...TIMERS }).filter(
      ([, { labels }]) => Object.keys(labels).length > 0 && !Object.values(labels).includes('ours'),
    )
    await fc.assert(
      fc.asyncProperty(values, fc.constantFrom(...bounded), async (sent, [name, { labels }]) => {
        const { meter, text } = createRegistry()
        const hand = (value: string) => {
          const given = Object.fromEntries(Object.keys(labels).map(label => [label, value])) as never
          if (name.endsWith('_total')) meter.count(name as keyof CounterLabels, given)
          else meter.time(name as keyof TimerLabels, 1, given)
        }
        for (const value of sent) hand(value)
        const known = new Set(['other', ...Object.values(labels).flat()])
        for (const series of seriesOf(await text()).filter(each => each.startsWith(name)))
          for (const [, label = '', value = ''] of series.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g))
            if (label in labels) assert.ok(known.has(value), series)
      }),
      { numRuns: 60 },
    )
  })

  it('has a counter at 0 before anything happens: from 0 to 1 is a rise', async () => {
    const series = seriesOf(await createRegistry().text())
    assert.ok(series.includes('faire_turns_total{kind="typed",outcome="fault"}'))
  })

  it('times in seconds', async () => {
    const { meter, text } = createRegistry()
    meter.time('faire_send_seconds', 250, { what: 'post' })
    assert.match(await text(), /^faire_send_seconds_sum\{what="post"\} 0\.25$/m)
  })

  it('reads a gauge each time that somebody looks, and forgets what it was', async () => {
    const { meter, text } = createRegistry()
    let reason: 'disk-full' | undefined = 'disk-full'
    meter.gauge('faire_database_trouble', () => (reason ? [{ labels: { reason }, value: 1 }] : []))
    assert.match(await text(), /^faire_database_trouble\{reason="disk-full"\} 1$/m)
    reason = undefined
    assert.doesNotMatch(await text(), /^faire_database_trouble\{/m)
  })
})
