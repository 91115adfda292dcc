import { type Benchmark, type Options, type Result, resultOf } from './benchmark.ts'
import bounds from './bounds.json' with { type: 'json' }

/** `ratio`: what was recorded; `margin`: how many times worse than that it may be; `worse`: which way that is. */
export type Bound = { readonly ratio: number; readonly worse: string; readonly margin: number }

/** Other work on the machine makes a try bad; code makes all of them bad. */
const TRIES = 3

const boundOf = (name: string): Bound => {
  const bound = (bounds as Readonly<Record<string, Bound>>)[name]
  if (!bound) throw new Error(`bench/bounds.json says nothing of ${name}`)
  return bound
}

/** The worst ratio that passes. */
export function limitOf({ ratio, worse, margin }: Bound): number {
  return Number((worse === 'higher' ? ratio * margin : ratio / margin).toPrecision(3))
}

export function holds(bound: Bound, ratio: number): boolean {
  return bound.worse === 'higher' ? ratio <= limitOf(bound) : ratio >= limitOf(bound)
}

type Told = (result: Result, attempt: number) => void

/** The short form, again where its ratio is worse than its bound. @returns a sentence when no try was good enough */
export async function guarded(
  benchmark: Benchmark,
  options: Options,
  told: Told,
  bound = boundOf(benchmark.name),
): Promise<string | undefined> {
  const ratios: number[] = []
  while (benchmark.quick && ratios.length < TRIES) {
    const result = resultOf(benchmark, await benchmark.quick(options))
    told(result, ratios.push(result.ratio))
    if (holds(bound, result.ratio)) return undefined
  }
  const [side, limit] = [bound.worse === 'higher' ? 'at most' : 'at least', limitOf(bound)]
  return `${benchmark.name} is slower or larger than it was: ratio ${ratios.join(', ')}, ${side} ${limit} wanted (bench/bounds.json)`
}
