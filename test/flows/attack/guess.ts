import { type Likelihood, type Sight, weigh } from './chain.ts'
import type { Played } from './play.ts'
import type { Rule } from './rule.ts'
import { AXES, type Deed, RATE, SHARES, type Soul } from './world.ts'

/** What the attacker knows of the others in her Direction: of each what they did and when, of nine in ten, of nobody. */
export const ATTACKERS = ['all others', 'nine in ten', 'nobody'] as const
export type Attacker = (typeof ATTACKERS)[number]

export const QUESTIONS = ['took part', 'kept a commitment', 'voted', 'any of it'] as const
export type Question = (typeof QUESTIONS)[number]

/** One guess: how likely what is seen is if the target did it, and if not; what is true; whose figures it is made from. */
type Guess = { readonly did: number; readonly not: number; readonly truth: boolean; readonly where: string }
export type Guesses = ReadonlyMap<Question, readonly Guess[]>

/** Of one Direction, as one attacker knows it. */
type Group = {
  readonly targets: readonly Soul[]
  readonly known: readonly Soul[]
  readonly unknown: number
}

const FOLDS = 10
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function groupsOf(souls: readonly Soul[], attacker: Attacker): readonly Group[] {
  if (attacker === 'nobody') return [{ targets: souls, known: [], unknown: souls.length - 1 }]
  if (attacker === 'all others')
    return souls.map(target => ({
      targets: [target],
      known: souls.filter(soul => soul !== target),
      unknown: 0,
    }))
  return Array.from({ length: FOLDS }, (_, fold) => {
    const targets = souls.filter((_, at) => at % FOLDS === fold)
    const known = souls.filter((_, at) => at % FOLDS !== fold)
    return { targets, known, unknown: targets.length - 1 }
  }).filter(({ targets }) => targets.length > 0)
}

/** How many of `souls` had done it by the end of each day. */
function pathOf(souls: readonly Soul[], days: number, counts: (deed: Deed) => boolean): readonly number[] {
  const path: number[] = Array(days).fill(0)
  for (const { deed } of souls) if (deed && counts(deed)) path[deed.day] = (path[deed.day] ?? 0) + 1
  let sum = 0
  return path.map(more => {
    sum += more
    return sum
  })
}

const NORMAL = (off: number, spread: number) => Math.exp((-off * off) / (2 * spread)) / Math.sqrt(spread)

/** How likely an exact sum over everybody is, where only those known are known: the others as chance has them. */
function sumLikelihood(sum: number, known: number, others: number, rate: number): Likelihood {
  const [middle, spread] = [known + others * rate, Math.max(0.25, others * rate * (1 - rate))]
  return { never: NORMAL(sum - middle, spread), on: [NORMAL(sum - middle - 1, spread)] }
}

type View = {
  readonly played: Played
  readonly direction: string
  readonly people: number
  readonly group: Group
  readonly rule: Rule
}

function sightOf(
  { played, group, rule }: View,
  shown: readonly number[],
  of: (deed: Deed) => boolean,
  rate: number,
): Sight {
  return { rule, shown, known: pathOf(group.known, played.days, of), unknown: group.unknown, rate }
}

/** A Direction's turn-out is one look, beside the exact sum of all. */
function voteLikelihood(view: View): Likelihood {
  const { played, direction, group } = view
  const { ballot } = played.seen
  const votes = (deed: Deed) => deed.kind === 'vote'
  const known = pathOf(group.known, 1_000, votes).at(-1) ?? 0
  const others = played.souls.length - group.known.length - 1
  const sum = sumLikelihood(ballot.votes, known, others, SHARES.vote)
  const shown = ballot.turnouts.get(direction)
  if (shown === undefined) return sum
  const { never, on } = weigh({
    rule: view.rule,
    shown: [shown],
    known: [known],
    unknown: group.unknown,
    rate: SHARES.vote,
  })
  return { never: never * sum.never, on: [mean(on) * (sum.on[0] ?? 0)] }
}

/** How likely all that is seen is, by what the target may have done. */
function looks(view: View) {
  const { played, direction } = view
  const { participants, unshared } = played.seen
  const part = weigh(sightOf(view, participants.get(direction) ?? [], () => true, RATE))
  const axes = AXES.map(axis =>
    weigh(
      sightOf(
        view,
        unshared.get(`${direction} ${axis}`) ?? [],
        deed => deed.kind === 'commitment' && deed.axis === axis,
        SHARES.commitment / AXES.length,
      ),
    ),
  )
  const vote = voteLikelihood(view)
  return { part, axes, vote }
}

/** Of a commitment on some axis and day, the other axes as they are without it. */
function commitments({ part, axes }: ReturnType<typeof looks>, withPart: boolean): number {
  const days = axes[0]?.on.length ?? 0
  const chances = axes.flatMap((axis, at) => {
    const rest = axes.reduce((all, { never }, other) => (other === at ? all : all * never), 1)
    return Array.from(
      { length: days },
      (_, day) => rest * (axis.on[day] ?? 0) * (withPart ? (part.on[day] ?? 0) : 1),
    )
  })
  return mean(chances)
}

function weighed(view: View): Record<Question, Pick<Guess, 'did' | 'not'>> {
  const all = looks(view)
  const { part, axes, vote } = all
  const none = axes.reduce((product, { never }) => product * never, 1)
  const voted = vote.on[0] ?? 0
  const shares = Object.entries(SHARES).map(([, share]) => share / RATE)
  const [committing = 0, supporting = 0, voting = 0] = shares
  const did =
    committing * commitments(all, true) * vote.never +
    supporting * mean(part.on) * none * vote.never +
    voting * mean(part.on) * none * voted
  return {
    'took part': { did: mean(part.on), not: part.never },
    'kept a commitment': { did: commitments(all, false), not: none },
    voted: { did: voted, not: vote.never },
    'any of it': { did, not: part.never * none * vote.never },
  }
}

const TRUE: Readonly<Record<Question, (deed: Deed | undefined) => boolean>> = {
  'took part': deed => deed !== undefined,
  'kept a commitment': deed => deed?.kind === 'commitment',
  voted: deed => deed?.kind === 'vote',
  'any of it': deed => deed !== undefined,
}

/**
 * Every guess of one attacker about everybody. Half of those asked about did it: of who did nothing, as many as did.
 * `ruleOf`: what she knows of how a Direction of so many people is shown.
 */
export function guessesOf(played: Played, attacker: Attacker, ruleOf: (whole: number) => Rule): Guesses {
  const guesses = new Map<Question, Guess[]>(QUESTIONS.map(question => [question, []]))
  for (const [direction, souls] of Map.groupBy(played.souls, soul => soul.direction)) {
    for (const group of groupsOf(souls, attacker)) {
      const said = weighed({ played, direction, people: souls.length, group, rule: ruleOf(souls.length) })
      for (const question of QUESTIONS)
        for (const { deed } of group.targets) {
          const truth = TRUE[question](deed)
          if (truth || !deed)
            guesses.get(question)?.push({ ...said[question], truth, where: `${played.seed} ${direction}` })
        }
    }
  }
  return guesses
}

/**
 * Points of per cent above a coin's half, of one half who did and one half who did not; 95 % lie within `give`, taken over
 * Directions: guesses from the same figures are right or wrong together.
 */
export type Gain = { readonly points: number; readonly give: number; readonly n: number }

export function gainOf(guesses: readonly Guess[]): Gain {
  const right = ({ did, not, truth }: Guess) => (did === not ? 0.5 : Number(did > not === truth))
  const rateOf = (side: boolean) => mean(guesses.filter(({ truth }) => truth === side).map(right))
  const rates = { true: rateOf(true), false: rateOf(false) }
  const did = guesses.filter(({ truth }) => truth).length
  const off = new Map<string, number>()
  for (const guess of guesses) {
    const share = 0.5 / (guess.truth ? did : guesses.length - did)
    off.set(guess.where, (off.get(guess.where) ?? 0) + share * (right(guess) - rates[`${guess.truth}`]))
  }
  const spread = [...off.values()].reduce((sum, each) => sum + each * each, 0)
  return { points: 50 * (rates.true + rates.false) - 50, give: 196 * Math.sqrt(spread), n: guesses.length }
}
