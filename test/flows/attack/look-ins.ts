import { SAID } from '../../../src/kernel/personal-data/step-mean.ts'
import { type Dice, diceOf } from '../quarter/dice.ts'
import { type Guess, gainOf } from './guess.ts'
import { chanceOf, type LookInRule, NOW, ROUNDED, type RoundShown } from './look-ins-rule.ts'

/**
 * What an attacker knows of those who try something: how many, and nothing else (`carrier`); her own answer (`own`); those of
 * four accomplices, who answer at one end or not at all; of half; of all others.
 */
export const LOOKERS = ['carrier', 'own', 'four', 'half', 'all'] as const
export type Looker = (typeof LOOKERS)[number]
export const ASKED = ['answered', 'said'] as const
type Asked = (typeof ASKED)[number]

/** An answer of 1 to 5, 0 for none. */
type Step = number
export type LookInWorld = {
  readonly sizes: readonly number[]
  readonly trials: number
  readonly rounds: number
}
export type LookInLine = {
  readonly rule: string
  readonly looker: Looker
  readonly asked: Asked
  readonly points: number
  readonly give: number
  /** Of all guesses, those where nothing was left to guess. */
  readonly certain: number
  readonly n: number
}

const RATE = 0.6
/** How often each step is answered, the attacker knows it: content, divided, not content, nearly all of one mind. */
export const MOODS = [
  [0.05, 0.1, 0.2, 0.4, 0.25],
  [0.2, 0.2, 0.2, 0.2, 0.2],
  [0.3, 0.3, 0.2, 0.15, 0.05],
  [0.8, 0.12, 0.04, 0.02, 0.02],
] as const
type Mood = readonly number[]

/** One of these by its share, the last where they do not add up to one. */
function drawnBy<T>(shares: Iterable<readonly [T, number]>, dice: Dice): T | undefined {
  let left = dice.next()
  let drawn: T | undefined
  for (const [one, share] of shares) {
    drawn = one
    left -= share
    if (left < 0) break
  }
  return drawn
}

export const stepBy = (mood: Mood, dice: Dice): Step =>
  drawnBy(
    mood.map((share, at) => [at + 1, share] as const),
    dice,
  ) ?? 1

/** How likely it is that of `people` unknown ones so many answer with such a sum: `[answers][sum]`. */
function unknownOnes(people: number, mood: Mood): readonly (readonly number[])[] {
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

export const sumOf = (steps: readonly Step[]) => steps.reduce((sum, step) => sum + step, 0)

/** How likely what is seen is for each answer of the target, 0 to 5. */
export function weighRound(
  rule: LookInRule,
  seen: RoundShown,
  known: readonly Step[],
  trying: number,
  unknown: readonly (readonly number[])[],
): readonly number[] {
  const told = { answers: known.filter(step => step > 0).length, sum: sumOf(known) }
  return [0, 1, 2, 3, 4, 5].map(step => {
    let all = 0
    for (const [answers, sums] of unknown.entries())
      for (const [sum, chance] of sums.entries()) {
        if (chance === 0) continue
        const round = {
          answers: answers + told.answers + Number(step > 0),
          sum: sum + told.sum + step,
          trying,
        }
        all += chance * chanceOf(rule, seen, round)
      }
    return all
  })
}

function knownBy(looker: Looker, others: readonly Step[]): number {
  if (looker === 'carrier') return 0
  if (looker === 'own') return 1
  if (looker === 'four') return 4
  return looker === 'half' ? Math.floor(others.length / 2) : others.length
}

/** What was drawn for a round of the rule: as likely as the rule says. */
export function seenOf(rule: LookInRule, steps: readonly Step[], dice: Dice): RoundShown {
  const given = steps.filter(step => step > 0)
  const answers = drawnBy(rule.shown(given.length, steps.length), dice) ?? 0
  if (answers === 0) return { answers, said: 0 }
  const sum = sumOf(given)
  const said = drawnBy(
    SAID.map(each => [each, rule.said(each, sum, given.length)] as const),
    dice,
  )
  return { answers, said: said ?? 9 }
}

/** Four accomplices do as serves them: all at one end, or all not at all. */
function arranged(looker: Looker, others: readonly Step[], dice: Dice): readonly Step[] {
  if (looker !== 'four') return others
  const step = dice.one([0, 1, 5]) ?? 0
  return others.map((own, at) => (at < 4 ? step : own))
}

type Weighed = Guess & { readonly certain: boolean }

const LOW = [1, 2]
const HIGH = [4, 5]

/** One who is asked about: half of them answer, or answer low, whatever the others do. */
function targetOf(asked: Asked, mood: Mood, dice: Dice): Step {
  const first = dice.next() < 0.5
  if (asked === 'answered') return first ? stepBy(mood, dice) : 0
  const among = first ? LOW : HIGH
  const shares = among.map(step => mood[step - 1] ?? 0)
  return dice.next() * sumOf(shares) < (shares[0] ?? 0) ? (among[0] ?? 1) : (among[1] ?? 2)
}

/** The guess about one person after all rounds, in which they answer the same. */
function guessAbout(
  asked: Asked,
  target: Step,
  weights: readonly number[],
  mood: Mood,
  where: string,
): Weighed {
  const [none = 0, ...did] = weights
  if (asked === 'answered') {
    const answered = sumOf(did.map((each, at) => each * (mood[at] ?? 0)))
    return { did: answered, not: none, truth: target > 0, where, certain: answered === 0 || none === 0 }
  }
  const chanceOfOne = (steps: readonly number[]) =>
    sumOf(steps.map(step => (weights[step] ?? 0) * (mood[step - 1] ?? 0))) /
    sumOf(steps.map(step => mood[step - 1] ?? 0))
  const certain = none === 0 && did.filter(each => each > 0).length === 1
  return { did: chanceOfOne(LOW), not: chanceOfOne(HIGH), truth: target <= 2, where, certain }
}

type LookInTrial = {
  readonly rule: LookInRule
  readonly looker: Looker
  readonly asked: Asked
  readonly mood: Mood
  readonly size: number
  readonly rounds: number
  readonly where: string
}

function playTrial({ rule, looker, asked, mood, size, rounds, where }: LookInTrial, dice: Dice): Weighed {
  const target = targetOf(asked, mood, dice)
  const weights = [1, 1, 1, 1, 1, 1]
  for (let round = 0; round < rounds; round++) {
    const alone = Array.from({ length: size - 1 }, () => (dice.next() < RATE ? stepBy(mood, dice) : 0))
    const others = arranged(looker, alone, dice)
    const count = knownBy(looker, others)
    const seen = seenOf(rule, [target, ...others], dice)
    const unknown = unknownIn(others.length - count, mood)
    const chances = weighRound(rule, seen, others.slice(0, count), size, unknown)
    for (const [at, chance] of chances.entries()) weights[at] = (weights[at] ?? 1) * chance
  }
  return guessAbout(asked, target, weights, mood, where)
}

/** Plays trials by each rule against each attacker. `rounds`: how often who tries is asked in one trial. */
export function playLookIns(
  { sizes, trials, rounds }: LookInWorld,
  seed = 1,
  rules: readonly LookInRule[] = [ROUNDED, NOW],
): readonly LookInLine[] {
  const moods = MOODS.length
  const lines: LookInLine[] = []
  for (const rule of rules)
    for (const looker of LOOKERS)
      for (const asked of ASKED) {
        const dice = diceOf(seed)
        const guesses = Array.from({ length: trials }, (_, trial) => {
          const mood = MOODS[trial % moods] ?? MOODS[0]
          const size = sizes[Math.floor(trial / moods) % sizes.length] ?? 13
          return playTrial({ rule, looker, asked, mood, size, rounds, where: `${trial}` }, dice)
        })
        const { points, give, n } = gainOf(guesses)
        const certain = (100 * guesses.filter(each => each.certain).length) / n
        lines.push({ rule: rule.name, looker, asked, points, give, certain, n })
      }
  return lines
}

const kept = new Map<string, readonly (readonly number[])[]>()
/** The same for all rounds of as many people in the same mood. */
function unknownIn(people: number, mood: Mood): readonly (readonly number[])[] {
  const key = `${people} ${mood.join(' ')}`
  const found = kept.get(key) ?? unknownOnes(people, mood)
  kept.set(key, found)
  return found
}
