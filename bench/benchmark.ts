/** One thing measured, each time beside its baseline, in the unit's own numbers. */
export type Benchmark = {
  readonly name: string
  /** What is measured, and against what: for `--help`. */
  readonly about: string
  readonly unit: 's' | 'ms' | 'µs' | 'MB' | 'kB' | 'votes/s' | 'cards/s' | 'messages/s' | 'registrations/s'
  /** What the project wants to reach, in the same unit. */
  readonly aim?: number
  /** Whether it measures the production build. */
  readonly built?: boolean
  /** Left out unless it is named: it takes minutes. */
  readonly named?: boolean
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

export function resultOf({ name, unit, aim }: Benchmark, { values, baselines, more }: Samples): Result {
  const [value, baseline] = [median(values), median(baselines)]
  return {
    name,
    value: shown(value),
    unit,
    baseline: shown(baseline),
    ratio: shown(value / baseline),
    n: values.length,
    low: shown(Math.min(...values)),
    high: shown(Math.max(...values)),
    ...(aim !== undefined && { aim }),
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
