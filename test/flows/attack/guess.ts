import { pathOf } from './before.ts'
import { type Likelihood, weigh } from './chain.ts'
import { type Attacker, GROUPS, type Known } from './known.ts'
import type { Rule, RuleOf } from './rule.ts'
import type { Seen } from './seen.ts'
import { AXES, type Deed, type DeedKind, type Place, type Population, rateOf, type Soul } from './world.ts'

export const QUESTIONS = ['took part', 'kept a commitment', 'voted'] as const
export type Question = (typeof QUESTIONS)[number]

/** One guess: how likely what is seen is if the target did it, and if not; what is true; whose figures it is made from. */
export type Guess = {
  readonly did: number
  readonly not: number
  readonly truth: boolean
  readonly where: string
}
export type Guesses = ReadonlyMap<Question, readonly Guess[]>

/** One method: what was seen by it of people who lived a quarter, and how it is known to work. */
export type Case = {
  readonly population: Population
  readonly souls: readonly Soul[]
  readonly places: readonly Place[]
  readonly days: number
  readonly seed: number
  readonly seen: Seen
  readonly ofDirection: RuleOf
  readonly ofProgramme: RuleOf
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

type Counts = (deed: Deed) => boolean
const any: Counts = () => true
const isVote: Counts = ({ kind }) => kind === 'vote'
const keeps =
  (axis: string): Counts =>
  deed =>
    deed.kind === 'commitment' && deed.axis === axis

/** One series of figures, and which deeds move it. */
type Series = {
  readonly name: string
  readonly counts: Counts
  readonly rate: number
  readonly shown: readonly number[]
  readonly readings: readonly number[]
  readonly rule: Rule
}

/** How likely what is seen is: if the target did nothing, and if they did each thing. */
type Looks = { readonly nothing: number; readonly did: Readonly<Record<DeedKind, number>> }

/** What was weighed already of the same people: every Direction's targets look upon the same programme. */
const weighedBefore = new WeakMap<Known, Map<string, Likelihood>>()

/** Of an act on each day what is so for the reading that counts it first; after the last one nothing would be seen. */
function byDay(days: number, readings: readonly number[], on: readonly number[], never: number) {
  return Array.from({ length: days }, (_, day) => on[readings.findIndex(reading => reading >= day)] ?? never)
}

function likelihood({ days }: Case, series: Series, known: Known): Likelihood {
  const { name, counts, rate, shown, readings, rule } = series
  const kept = weighedBefore.get(known) ?? new Map<string, Likelihood>()
  weighedBefore.set(known, kept)
  const found = kept.get(name)
  if (found) return found
  const path = pathOf(known.souls, days, counts)
  const at = readings.map(day => path[day] ?? 0)
  const { never, on } = weigh({ rule, shown, known: at, unknown: known.unknown, rate })
  const made = { never, on: byDay(days, readings, on, never) }
  kept.set(name, made)
  return made
}

const NORMAL = (off: number, spread: number) => Math.exp((-off * off) / (2 * spread)) / Math.sqrt(spread)

/** A Direction's turn-out is one look, beside the exact sum of all. */
function voteLook(
  each: Case,
  direction: Place,
  near: Known,
  far: Known | undefined,
): { readonly nothing: number; readonly did: number } {
  const { seen, population, days, ofDirection } = each
  const rate = population.shares.vote
  const votesOf = (souls: readonly Soul[]) => pathOf(souls, days, isVote).at(-1) ?? 0
  const unknown = far?.unknown ?? each.souls.length - 1
  const middle = votesOf(far?.souls ?? []) + unknown * rate
  const spread = Math.max(0.25, unknown * rate * (1 - rate))
  const sum = (own: number) => NORMAL(seen.votes - middle - own, spread)
  const shown = seen.turnouts.get(direction.id)
  if (shown === undefined) return { nothing: sum(0), did: sum(1) }
  const rule = ofDirection(direction.people)
  const { never, on } = weigh({
    rule,
    shown: [shown],
    known: [votesOf(near.souls)],
    unknown: near.unknown,
    rate,
  })
  return { nothing: never * sum(0), did: mean(on) * sum(1) }
}

const product = (one: readonly number[], other: readonly number[]) =>
  one.map((chance, at) => chance * (other[at] ?? 1))

type Views = {
  readonly took: readonly Likelihood[]
  readonly kept: readonly (readonly Likelihood[])[]
  readonly vote: ReturnType<typeof voteLook>
}

function viewsOf(each: Case, direction: Place, near: Known, far: Known | undefined): Views {
  const { seen, population, ofDirection, ofProgramme, souls } = each
  const rate = rateOf(population.shares)
  const keeping = population.shares.commitment / AXES.length
  const rules = { near: ofDirection(direction.people), far: ofProgramme(souls.length) }
  const readings = { near: seen.readings, far: seen.allReadings }
  const look = (series: Omit<Series, 'rule' | 'readings'>, of: 'near' | 'far') => {
    const known = of === 'near' ? near : far
    if (!known || series.shown.length === 0) return []
    const whole = { ...series, name: `${of} ${series.name}`, rule: rules[of], readings: readings[of] }
    return [likelihood(each, whole, known)]
  }
  const took = (shown: readonly number[] = []) => ({ name: 'took part', counts: any, rate, shown })
  const kept = (axis: string, shown: readonly number[] = []) => ({
    name: axis,
    counts: keeps(axis),
    rate: keeping,
    shown,
  })
  return {
    took: [...look(took(seen.participants.get(direction.id)), 'near'), ...look(took(seen.all), 'far')],
    kept: AXES.map(axis => [
      ...look(kept(axis, seen.unshared.get(`${direction.id} ${axis}`)), 'near'),
      ...look(kept(axis, seen.allUnshared.get(axis)), 'far'),
    ]),
    vote: voteLook(each, direction, near, far),
  }
}

/** All series together, by what the target may have done; deeds on each reading's days are as likely. */
function weighed({ took, kept, vote }: Views): Looks {
  const never = (all: readonly Likelihood[]) => all.reduce((chance, each) => chance * each.never, 1)
  const length = took[0]?.on.length ?? 1
  const on = (all: readonly Likelihood[]) =>
    all.reduce<readonly number[]>((chances, each) => product(chances, each.on), Array(length).fill(1))
  const [tookNever, tookOn] = [never(took), on(took)]
  const none = kept.reduce((chance, each) => chance * never(each), 1)
  const commitment = mean(
    kept.map((each, at) => {
      const others = kept.reduce((chance, other, index) => (index === at ? chance : chance * never(other)), 1)
      return others * mean(product(tookOn, on(each)))
    }),
  )
  return {
    nothing: tookNever * none * vote.nothing,
    did: {
      commitment: commitment * vote.nothing,
      support: mean(tookOn) * none * vote.nothing,
      vote: mean(tookOn) * none * vote.did,
    },
  }
}

const DONE: Readonly<Record<Question, (deed: Deed | undefined) => boolean>> = {
  'took part': deed => deed !== undefined,
  'kept a commitment': deed => deed?.kind === 'commitment',
  voted: deed => deed?.kind === 'vote',
}

function didOf({ did }: Looks, question: Question, { shares }: Population): number {
  if (question === 'kept a commitment') return did.commitment
  if (question === 'voted') return did.vote
  const { commitment, support, vote } = shares
  const all = commitment * did.commitment + support * did.support + vote * did.vote
  return all / rateOf(shares)
}

/** Every guess of one attacker about everybody: half of those asked about did it. */
export function guessesOf(each: Case, attacker: Attacker): Guesses {
  const guesses = new Map<Question, Guess[]>(QUESTIONS.map(question => [question, []]))
  const groupsOf = GROUPS[attacker](each.souls)
  const groups = Map.groupBy(each.souls, soul => soul.direction)
  for (const direction of each.places) {
    for (const { targets, near, far } of groupsOf(groups.get(direction.id) ?? [])) {
      const said = weighed(viewsOf(each, direction, near, far))
      for (const question of QUESTIONS)
        for (const { deed } of targets) {
          const truth = DONE[question](deed)
          const guess = { did: didOf(said, question, each.population), not: said.nothing, truth }
          if (truth || !deed) guesses.get(question)?.push({ ...guess, where: `${each.seed} ${direction.id}` })
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
  const rate = (side: boolean) => mean(guesses.filter(({ truth }) => truth === side).map(right))
  const rates = { true: rate(true), false: rate(false) }
  const did = guesses.filter(({ truth }) => truth).length
  const off = new Map<string, number>()
  for (const guess of guesses) {
    const share = 0.5 / (guess.truth ? did : guesses.length - did)
    off.set(guess.where, (off.get(guess.where) ?? 0) + share * (right(guess) - rates[`${guess.truth}`]))
  }
  const spread = [...off.values()].reduce((sum, each) => sum + each * each, 0)
  return { points: 50 * (rates.true + rates.false) - 50, give: 196 * Math.sqrt(spread), n: guesses.length }
}
