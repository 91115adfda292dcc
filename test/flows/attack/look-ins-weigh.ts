import { keptNoises, type LookInRule, type RoundShown } from './look-ins-rule.ts'

/** How often somebody answers, as everybody knows. */
export const RATE = 0.6
/** How often each step is answered, from 1 on, as everybody knows. */
export type Mood = readonly number[]
/** An answer of 1 to 5, 0 for none. */
export type Step = number
export const ANSWERS: readonly Step[] = [0, 1, 2, 3, 4, 5]

/** What is seen of a round by who knows what some answered, and no more of `unknown` others. */
type Sight = {
  readonly seen: RoundShown
  readonly known: readonly Step[]
  readonly unknown: number
  readonly mood: Mood
}

export const sumOf = (steps: readonly Step[]) => steps.reduce((sum, step) => sum + step, 0)

function remembered<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (key, make) => {
    const found = kept.get(key) ?? make()
    kept.set(key, found)
    return found
  }
}

type Table = readonly (readonly number[])[]

/** How likely it is that of `people` unknown ones so many answer with such a sum: `[answers][sum]`. */
function unknownOnes(people: number, mood: Mood): Table {
  let table: number[][] = [[1]]
  for (let person = 0; person < people; person++) {
    const next = Array.from({ length: table.length + 1 }, () => Array<number>(5 * (person + 1) + 1).fill(0))
    for (const [answers, sums] of table.entries())
      for (const [sum, chance] of sums.entries()) {
        if (chance === 0) continue
        const [none, some] = [next[answers], next[answers + 1]]
        if (none) none[sum] = (none[sum] ?? 0) + chance * (1 - RATE)
        for (const [at, share] of mood.entries())
          if (some) some[sum + at + 1] = (some[sum + at + 1] ?? 0) + chance * RATE * share
      }
    table = next
  }
  return table
}

/** How likely what is seen is where the target and those whom one knows make `own`, the kept noise among them. */
function chance(
  rule: LookInRule,
  { seen, known, unknown }: Sight,
  own: { readonly answers: number; readonly sum: number },
  others: Table,
): number {
  let all = 0
  for (const [count, sums] of others.entries()) {
    const answers = count + own.answers
    const shown = rule.shown(answers, unknown + known.length + 1).get(seen.answers) ?? 0
    if (shown === 0) continue
    for (const [sum, share] of sums.entries())
      if (share > 0)
        all += share * shown * (seen.answers === 0 ? 1 : rule.said(seen.said, sum + own.sum, answers))
  }
  return all
}

const tables = remembered<Table>()
const weights = remembered<Table>()

/** How likely what is seen is: for each noise that may have been kept, for each answer of the target, 0 to 5. */
export function weighRound(rule: LookInRule, sight: Sight): Table {
  const { seen, known, unknown, mood } = sight
  const told = { answers: known.filter(step => step > 0).length, sum: sumOf(known) }
  const where = `${unknown} ${mood.join(' ')}`
  const key = [rule.name, where, known.length, told.answers, told.sum, seen.answers, seen.said].join(' ')
  return weights(key, () => {
    const others = tables(where, () => unknownOnes(unknown, mood))
    return keptNoises(rule).map(noise =>
      ANSWERS.map(step => {
        const own = { answers: told.answers + Number(step > 0), sum: told.sum + step + noise }
        return chance(rule, sight, own, others)
      }),
    )
  })
}
