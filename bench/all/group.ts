import type { Benchmark, Options } from '../benchmark.ts'

/** Benchmarks that share what they measure on, in a process of their own. `size`: how much of it is done. */
export type Group = {
  readonly name: string
  readonly benchmarks: readonly Benchmark[]
  readonly size: Options
}

/** In the order of their first. @param asked what is done instead of the size that a benchmark has */
export function groupsOf(benchmarks: readonly Benchmark[], asked: Options = {}): readonly Group[] {
  const groups = Map.groupBy(benchmarks, ({ name, under = name }) => under)
  return [...groups].map(([name, all]) => {
    const size = all.find(each => each.size)?.size ?? {}
    return { name, benchmarks: all, size: { ...size, ...asked } }
  })
}

/** Those of `all`, or with `isLong` those that it leaves out. */
export const wholeOf = (benchmarks: readonly Benchmark[], isLong: boolean): readonly Benchmark[] =>
  benchmarks.filter(({ long = false }) => long === isLong)

/** The size as the words of a command line. */
export function flagsOf({ recipients, minutes, heap, postgres }: Options): readonly string[] {
  return [
    ...Object.entries({ recipients, minutes, heap }).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, String(value)],
    ),
    ...(postgres ? ['--postgres'] : []),
  ]
}
