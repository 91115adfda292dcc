import { type Dice, diceOf } from '../../quarter/dice.ts'

export type Rate = {
  readonly n: number
  readonly hits: number
  /** Hits that somebody has on average who knows the sums alone. */
  readonly expected: number
  /** In 95 of 100 cases they have from and to so many; in one of 10,000 more than `most`. */
  readonly from: number
  readonly to: number
  readonly most: number
}

const ROUNDS = 20_000

/** In any order, each as likely. */
function shuffled<T>(all: readonly T[], dice: Dice): T[] {
  const dealt = [...all]
  for (let last = dealt.length - 1; last > 0; last--) {
    const other = dice.under(last + 1)
    const [one, two] = [dealt[last] as T, dealt[other] as T]
    dealt[last] = two
    dealt[other] = one
  }
  return dealt
}

type Guess = { readonly group: string; readonly said: string; readonly true: string }

/** Holds guesses against chance: the true choices of each ballot dealt out anew among those guessed at. */
export function rateOf(guesses: readonly Guess[], seed: number): Rate {
  const dice = diceOf(seed)
  const groups = [...Map.groupBy(guesses, ({ group }) => group).values()]
  const hits = guesses.filter(guess => guess.said === guess.true).length
  const dealt = Array.from({ length: ROUNDS }, () =>
    groups.reduce((sum, group) => {
      const truths = shuffled(
        group.map(guess => guess.true),
        dice,
      )
      return sum + group.filter(({ said }, at) => said === truths[at]).length
    }, 0),
  ).sort((a, b) => a - b)
  const at = (share: number) => dealt[Math.min(ROUNDS - 1, Math.floor(share * ROUNDS))] ?? 0
  const expected = dealt.reduce((sum, each) => sum + each, 0) / ROUNDS
  return { n: guesses.length, hits, expected, from: at(0.025), to: at(0.975), most: at(0.9999) }
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

export function rateText({ n, hits, expected, from, to, most }: Rate): string {
  if (n === 0) return 'no guess at all'
  const interval = `[${percent(from, n)} – ${percent(to, n)}]`
  return `${hits} of ${n} (${percent(hits, n)}); chance ${percent(expected, n)}, 95 % ${interval}, fails beyond ${percent(most, n)}`
}
