import { type Aim, judge, type Verdict } from './aims.ts'

/** One thing measured, each time beside its baseline, in the unit's own numbers. */
export type Benchmark = {
  readonly name: string
  /** What is measured; and against what: for `--help` and the table of `all`. */
  readonly about: string
  readonly unit: 's' | 'ms' | 'µs' | 'MB' | 'kB' | 'votes/s' | 'cards/s' | 'messages/s' | 'registrations/s'
  /** What the project wants of the value, in the same unit: at least that of what is counted by the second, else at most. */
  readonly aim?: number
  /** What it wants besides: of the ratio, or of something counted on the way. */
  readonly aims?: readonly Aim[]
  /** Whether it measures the production build. */
  readonly built?: boolean
  /** Left out unless it is named: it takes minutes. */
  readonly named?: boolean
  /** Left out of `all`, which says so: `all --long` is these alone. */
  readonly long?: boolean
  /** How much of it `all` does, where the whole takes too long. */
  readonly size?: Options
  /** It is measured by this name too, with its like. */
  readonly under?: string
  readonly run: (options: Options) => Promise<Samples>
  /** A short form, for `--quick`: its ratio is held against bench/bounds.json. Seconds, not minutes. */
  readonly quick?: (options: Options) => Promise<Samples>
}

/**
 * `recipients`: how many people are told, where people are. `postgres`: on PostgreSQL, where either engine can be.
 * `minutes`: for how long, where that is asked. `heap`: V8's limit for what lives long, in MB, where memory is asked.
 */
export type Options = {
  readonly recipients?: number
  readonly postgres?: boolean
  readonly minutes?: number
  readonly heap?: number
}

/** One number of each a run, or a baseline that is one fixed number; `more` was counted on the way. */
export type Samples = {
  readonly values: readonly number[]
  readonly baselines: readonly number[]
  readonly more?: Readonly<Record<string, number>>
}

/** One line of `--json`. `low` and `high` are the extremes of the `n` runs, `value` and `baseline` their medians. */
export type Result = {
  readonly name: string
  readonly value: number
  readonly unit: Benchmark['unit']
  readonly baseline: number
  readonly ratio: number
  readonly n: number
  readonly low: number
  readonly high: number
  readonly aim?: number
  readonly aims?: readonly Verdict[]
  readonly more?: Samples['more']
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Three figures that count: more would be noise. */
const shown = (value: number) => Number(value.toPrecision(3))

/** All that is wanted of a benchmark, the value first. */
export function aimsOf({ unit, aim, aims = [] }: Benchmark): readonly Aim[] {
  if (aim === undefined) return aims
  const ofValue: Aim = unit.endsWith('/s') ? { of: 'value', atLeast: aim } : { of: 'value', atMost: aim }
  return [ofValue, ...aims]
}

export function resultOf(benchmark: Benchmark, { values, baselines, more }: Samples): Result {
  const { name, unit, aim } = benchmark
  const [value, baseline] = [median(values), median(baselines)]
  const ratio = shown(value / baseline)
  const verdicts = judge(aimsOf(benchmark), { ...more, value: shown(value), ratio })
  return {
    name,
    value: shown(value),
    unit,
    baseline: shown(baseline),
    ratio,
    n: values.length,
    low: shown(Math.min(...values)),
    high: shown(Math.max(...values)),
    ...(aim !== undefined && { aim }),
    ...(verdicts.length > 0 && { aims: verdicts }),
    ...(more && { more }),
  }
}

/** Measures both `n` times in turn, so that what else the machine does weighs on both alike. */
export async function inTurn(
  n: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Samples> {
  const values: number[] = []
  const baselines: number[] = []
  for (let run = 0; run < n; run++) {
    baselines.push(await baseline())
    values.push(await ours())
  }
  return { values, baselines }
}
