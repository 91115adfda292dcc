import { z } from 'zod'
import { COUNTERS } from '../../kernel/monitoring/metric-names.ts'

/** Values of a server's metrics page (Prometheus' text format), by name and labels as written there. */
export type MetricValues = ReadonlyMap<string, number>

const SLOW = ['2.5', '5', '10'] as const
const version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[a-z0-9.]{1,20})?$/)
const engine = z.enum(['sqlite', 'postgres'])

/** What a server measured since it started; of several instances, together. */
export type Measured = {
  readonly hours: number
  readonly version: string
  readonly engine: 'sqlite' | 'postgres' | 'unknown'
  /** Presses and searches answered; how many took longer than so many seconds, from when the server had read them. */
  readonly invokes: Slow
  readonly posts: Slow
  readonly edits: Slow
  readonly counts: Readonly<Record<string, number>>
}
type Slow = { readonly all: number; readonly over: Readonly<Record<string, number>> }

/** Counters that say how Teams took what it was given, with the labels that tell. */
const TOLD = [
  'faire_answers_total',
  'faire_sends_total',
  'faire_throttled_total',
  'faire_turned_away_total',
] as const

/** Reads a page; a line that is none of ours is passed over. */
export function readMetrics(text: string): MetricValues {
  const values = new Map<string, number>()
  for (const line of text.split('\n')) {
    const end = line.lastIndexOf(' ')
    const [name, value] = [line.slice(0, end), Number(line.slice(end + 1))]
    if (/^(?:faire|process_start_time)_/.test(name) && Number.isFinite(value)) values.set(name, value)
  }
  return values
}

const sumOf = (pages: readonly MetricValues[], name: string) =>
  pages.reduce((sum, page) => sum + (page.get(name) ?? 0), 0)

function slowOf(pages: readonly MetricValues[], timer: string, label: string): Slow {
  const within = (seconds: string) => {
    const [one, other] = [
      `${timer}_bucket{le="${seconds}",${label}}`,
      `${timer}_bucket{${label},le="${seconds}"}`,
    ]
    return sumOf(pages, one) + sumOf(pages, other)
  }
  const all = sumOf(pages, `${timer}_count{${label}}`)
  return { all, over: Object.fromEntries(SLOW.map(seconds => [`${seconds} s`, all - within(seconds)])) }
}

/** Every way of a counter that happened, by values that this version lists and no other. */
function countsOf(pages: readonly MetricValues[]): Readonly<Record<string, number>> {
  const names = TOLD.flatMap(counter => {
    let ways = ['']
    for (const [label, values] of Object.entries(
      COUNTERS[counter].labels as Record<string, readonly string[]>,
    ))
      ways = ways.flatMap(way => values.map(value => `${way === '' ? '' : `${way},`}${label}="${value}"`))
    return ways.map(way => (way === '' ? counter : `${counter}{${way}}`))
  })
  return Object.fromEntries(names.map(name => [name, sumOf(pages, name)]).filter(([, count]) => count !== 0))
}

/** The label of `faire_build_info`, where it is of a shape that says nothing else. */
function labelOf<T>(page: MetricValues, label: string, of: z.ZodType<T>): T | undefined {
  const name = [...page.keys()].find(each => each.startsWith('faire_build_info{')) ?? ''
  const [, value = ''] = name.split(`${label}="`)
  return of.safeParse(value.split('"')[0]).data
}

/** `now`: seconds since 1970. Undefined where no page is of this app. */
export function measuredIn(pages: readonly MetricValues[], now: number): Measured | undefined {
  const [first] = pages
  const built = first && labelOf(first, 'version', version)
  if (!first || built === undefined) return undefined
  const started = Math.min(...pages.map(page => page.get('process_start_time_seconds') ?? now))
  return {
    hours: Math.max(0, Math.round((now - started) / 360) / 10),
    version: built,
    engine: labelOf(first, 'engine', engine) ?? 'unknown',
    invokes: slowOf(pages, 'faire_turn_seconds', 'kind="invoke"'),
    posts: slowOf(pages, 'faire_send_seconds', 'what="post"'),
    edits: slowOf(pages, 'faire_send_seconds', 'what="edit"'),
    counts: countsOf(pages),
  }
}
