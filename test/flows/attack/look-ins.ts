import { laplace, SAID } from '../../../src/kernel/personal-data/step-mean.ts'
import { type Dice, diceOf } from '../quarter/dice.ts'
import { type Guess, gainOf } from './guess.ts'
import { ALONE, type LookInRule, NOW, ROUNDED, type RoundShown, WIDE } from './look-ins-rule.ts'
import { ANSWERS, type Mood, RATE, type Step, sumOf, weighRound } from './look-ins-weigh.ts'

/**
 * What an attacker knows of those who try something: how many, and nothing else (`carrier`); her own answer (`own`); those of
 * four accomplices, who answer at one end or not at all; of half; of all others.
 */
export const LOOKERS = ['carrier', 'own', 'four', 'half', 'all'] as const
export type Looker = (typeof LOOKERS)[number]
export const ASKED = ['answered', 'said'] as const
export type Asked = (typeof ASKED)[number]
/** How somebody answers in several rounds: the same step each time, or now and then the one beside it. */
export type Pace = 'steady' | 'slow'

export type LookInWorld = {
  readonly sizes: readonly number[]
  readonly trials: number
  readonly rounds: number
  /** `steady` if not said. */
  readonly pace?: Pace
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

/** How often each step is answered: content, divided, not content, nearly all of one mind. */
export const MOODS = [
  [0.05, 0.1, 0.2, 0.4, 0.25],
  [0.2, 0.2, 0.2, 0.2, 0.2],
  [0.3, 0.3, 0.2, 0.15, 0.05],
  [0.8, 0.12, 0.04, 0.02, 0.02],
] as const

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

function knownBy(looker: Looker, others: readonly Step[]): number {
  if (looker === 'carrier') return 0
  if (looker === 'own') return 1
  if (looker === 'four') return 4
  return looker === 'half' ? Math.floor(others.length / 2) : others.length
}

const FINE = 2 ** 30
/** What is kept for a question, as the rule draws it. */
export const noiseOf = ({ kept }: LookInRule, dice: Dice): number =>
  kept * laplace((dice.under(FINE) + 0.5) / FINE)

/** What was drawn for a round of the rule: as likely as the rule says. `noise`: what was kept for the question. */
export function seenOf(rule: LookInRule, steps: readonly Step[], noise: number, dice: Dice): RoundShown {
  const given = steps.filter(step => step > 0)
  const answers = drawnBy(rule.shown(given.length, steps.length), dice) ?? 0
  if (answers === 0) return { answers, said: 0 }
  const sum = sumOf(given) + noise
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

const among = (steps: readonly Step[], mood: Mood) => {
  const shares = steps.map(step => [step, mood[step - 1] ?? 0] as const)
  const all = sumOf(shares.map(([, share]) => share))
  return shares.map(([step, share]) => [step, share / all] as const)
}

/** One who is asked about: half of them answer, or answer low, whatever the others do. */
function targetOf(asked: Asked, mood: Mood, dice: Dice): Step {
  const first = dice.next() < 0.5
  if (asked === 'answered') return first ? stepBy(mood, dice) : 0
  return drawnBy(among(first ? LOW : HIGH, mood), dice) ?? 1
}

/** How often one who is slow answers the step beside. */
const TURNS = 1 / 3
/** The other step of the same side; of 3 and of no answer there is none. */
const BESIDE: readonly Step[] = [0, 2, 1, 3, 5, 4]

/** What may be behind all that was seen, before what is asked: for each noise that may have been kept, for each answer. */
type Beliefs = readonly (readonly number[])[]

const turned = (beliefs: Beliefs): Beliefs =>
  beliefs.map(row =>
    row.map((chance, step) => (1 - TURNS) * chance + TURNS * (row[BESIDE[step] ?? step] ?? chance)),
  )

const begun = (asked: Asked, mood: Mood): readonly number[] => {
  const shares = new Map(
    asked === 'answered' ? among([1, 2, 3, 4, 5], mood) : [...among(LOW, mood), ...among(HIGH, mood)],
  )
  return ANSWERS.map(step => shares.get(step) ?? (asked === 'answered' && step === 0 ? 1 : 0))
}

/** The guess about one person after all rounds. */
function guessAbout(asked: Asked, target: Step, beliefs: Beliefs, where: string): Weighed {
  const chances = ANSWERS.map(step => sumOf(beliefs.map(row => row[step] ?? 0)))
  const of = (steps: readonly Step[]) => sumOf(steps.map(step => chances[step] ?? 0))
  if (asked === 'answered') {
    const [none, answered] = [of([0]), of([1, 2, 3, 4, 5])]
    return { did: answered, not: none, truth: target > 0, where, certain: answered === 0 || none === 0 }
  }
  const certain = chances.filter(chance => chance > 0).length === 1
  return { did: of(LOW), not: of(HIGH), truth: target <= 2, where, certain }
}

type LookInTrial = {
  readonly rule: LookInRule
  readonly looker: Looker
  readonly asked: Asked
  readonly mood: Mood
  readonly size: number
  readonly rounds: number
  readonly pace: Pace
  readonly where: string
}

function playTrial(
  { rule, looker, asked, mood, size, rounds, pace, where }: LookInTrial,
  dice: Dice,
): Weighed {
  let target = targetOf(asked, mood, dice)
  let beliefs: Beliefs = []
  const noise = noiseOf(rule, dice)
  for (let round = 0; round < rounds; round++) {
    if (round > 0 && pace === 'slow') {
      beliefs = turned(beliefs)
      if (dice.next() < TURNS) target = BESIDE[target] ?? target
    }
    const alone = Array.from({ length: size - 1 }, () => (dice.next() < RATE ? stepBy(mood, dice) : 0))
    const others = arranged(looker, alone, dice)
    const count = knownBy(looker, others)
    const seen = seenOf(rule, [target, ...others], noise, dice)
    const sight = { seen, known: others.slice(0, count), unknown: others.length - count, mood }
    const first = begun(asked, mood)
    beliefs = weighRound(rule, sight).map((row, at) =>
      row.map((chance, step) => chance * (beliefs[at]?.[step] ?? first[step] ?? 0)),
    )
  }
  return guessAbout(asked, target, beliefs, where)
}

type Players = {
  readonly rules?: readonly LookInRule[]
  readonly lookers?: readonly Looker[]
  readonly asked?: readonly Asked[]
}

/** Plays trials by each rule against each attacker. `rounds`: how often who tries is asked in one trial. */
export function playLookIns(
  { sizes, trials, rounds, pace = 'steady' }: LookInWorld,
  seed = 1,
  { rules = [ROUNDED, NOW], lookers = LOOKERS, asked: questions = ASKED }: Players = {},
): readonly LookInLine[] {
  const moods = MOODS.length
  const lines: LookInLine[] = []
  for (const rule of rules)
    for (const looker of lookers)
      for (const asked of questions) {
        const dice = diceOf(seed)
        const guesses = Array.from({ length: trials }, (_, trial) => {
          const mood = MOODS[trial % moods] ?? MOODS[0]
          const size = sizes[Math.floor(trial / moods) % sizes.length] ?? 13
          return playTrial({ rule, looker, asked, mood, size, rounds, pace, where: `${trial}` }, dice)
        })
        const { points, give, n } = gainOf(guesses)
        const certain = (100 * guesses.filter(each => each.certain).length) / n
        lines.push({ rule: rule.name, looker, asked, points, give, certain, n })
      }
  return lines
}

/** Six rounds of one trial, of somebody who answers each time, never far from what they answered before, or never. */
export function playSeries(
  trials: number,
  pace: Pace,
  { rules = [ALONE, WIDE, NOW], lookers = ['carrier', 'four'], asked }: Players = {},
  seed = 1,
): readonly LookInLine[] {
  const questions = asked ?? (pace === 'slow' ? (['said'] as const) : ASKED)
  const world = { sizes: [13, 20, 40], trials, rounds: 6, pace }
  return playLookIns(world, seed, { rules, lookers, asked: questions })
}
