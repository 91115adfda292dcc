import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { COUNTERS, GAUGES, TIMERS } from '../../src/kernel/monitoring/metric-names.ts'
import { createRegistry } from '../../src/metrics/registry.ts'
import { filesIn } from '../architecture/source.ts'

const PAGE = readFileSync('docs/operations.md', 'utf8')
const OURS: Readonly<Record<string, { readonly labels: object }>> = { ...COUNTERS, ...TIMERS, ...GAUGES }

const rule = z.strictObject({
  alert: z.string().regex(/^Faire[A-Z]\w+$/),
  expr: z.string().min(1),
  for: z
    .string()
    .regex(/^\d+[smh]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string().min(10).max(120) }),
})
const file = z.strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })) })

/** The first cells of the table under that heading. */
function firstCells(section: string): readonly string[] {
  const [, rest = ''] = PAGE.split(`\n## ${section}\n`)
  const [part = ''] = rest.split('\n## ')
  return [...part.matchAll(/^\| (`.*?)\s+\|/gm)].map(([, cell = '']) => cell)
}
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

describe('what is written about what is measured', () => {
  const { rules = [] } = file.parse(parse(readFileSync('docs/alerts.yaml', 'utf8'))).groups[0] ?? {}

  it('names each metric with its labels, and no other', () => {
    const told = firstCells('2. Metrics').flatMap(quoted)
    const ours = Object.entries(OURS).map(([name, { labels }]) => {
      const names = Object.keys(labels)
      return names.length > 0 ? `${name}{${names.join()}}` : name
    })
    assert.deepEqual(told.toSorted(), ours.toSorted())
    for (const [name] of PAGE.matchAll(/faire_[a-z_]+/g))
      assert.ok(name.replace(/_(sum|count|bucket)$/, '') in OURS, `${name} is measured nowhere`)
  })

  it('has a row for each alert, and for no other', () => {
    const told = firstCells('3. Alerts').flatMap(quoted)
    assert.deepEqual(
      told,
      rules.map(({ alert }) => alert),
    )
  })

  it('asks in alerts for what there is, under labels and values that there are', async () => {
    const defaults = new Set(
      [...(await createRegistry().text()).matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name),
    )
    for (const { alert, expr } of rules) {
      for (const [, name = '', , matchers = ''] of expr.matchAll(
        /\b((?:faire|nodejs|process)_\w+)(\{([^}]*)\})?/g,
      )) {
        const base = name.replace(/_bucket$/, '')
        assert.ok(base in OURS || defaults.has(name), `${alert} asks for ${name}`)
        const labels = (OURS[base]?.labels ?? {}) as Record<string, readonly string[] | 'ours'>
        for (const [, label = '', values = ''] of matchers.matchAll(/(\w+)[!=]~?"([^"]*)"/g)) {
          if (label === 'job') continue
          const known = labels[label]
          assert.ok(known, `${alert}: ${name} has no label ${label}`)
          if (known !== 'ours')
            for (const value of values.split('|')) assert.ok(known.includes(value), `${alert}: ${value}`)
        }
      }
    }
  })

  it('explains each reason for which a request is turned away, and no other', () => {
    assert.deepEqual(
      firstCells('6. Requests turned away').flatMap(quoted).slice(1).toSorted(),
      COUNTERS.faire_turned_away_total.labels.reason.toSorted(),
    )
  })

  it('explains lines that the log has', () => {
    const code = filesIn('src', /\.ts$/)
      .map(({ text }) => text)
      .join('\n')
    const lines = firstCells('4. Logs').flatMap(quoted)
    assert.ok(lines.length > 25)
    for (const line of lines) assert.ok(code.includes(`'${line}'`), `no line says « ${line} »`)
  })

  it('needs no value of a label that is none of Prometheus’ names', () => {
    for (const [name, { labels }] of Object.entries(OURS))
      for (const label of Object.keys(labels)) assert.match(`${name} ${label}`, /^faire_[a-z_]+ [a-z]+$/)
  })
})
