import type { Actor } from '../../../src/kernel/access/actor.ts'
import { drawnFrom } from '../../../src/kernel/crypto/keyed-random.ts'
import { callerOf } from '../../support/product/routes.ts'
import { diceOf } from '../quarter/dice.ts'
import { heldBefore, pathOf } from './before.ts'
import { weigh } from './chain.ts'
import type { Guess } from './guess.ts'
import { act, announce, isReading, openStage, readAll, settle } from './play.ts'
import { coarseRule } from './rule.ts'
import { type Deed, type Place, placesOf, populate, QUIET, rateOf, SIZES, type Soul } from './world.ts'

// Thirty who go from Direction to Direction together, to find at which count a figure moves; then one in ten of those who
// work there leaves, and they want to know who of them had taken part.

const TEAM = 30
const LEAVERS = 10
/** Of other accomplices each: more of them than people would drown whatever is there to be seen. */
const FEWEST = 19
const MOST = 10_000

const sizesUpTo = (most: number) => SIZES.filter(people => people >= FEWEST && people <= most)
const leaves = (at: number) => at % LEAVERS === 0

type Part = { readonly place: Place; readonly people: readonly Soul[]; readonly team: readonly Soul[] }

/** Accomplices enter one after the other, and do their first thing the day after: the day on which they count. */
function partsOf(places: readonly Place[], souls: readonly Soul[], days: number): readonly Part[] {
  const groups = Map.groupBy(souls, ({ direction }) => direction)
  const last = Math.floor((2 * days) / 3)
  return places.map(place => {
    const team = Array.from({ length: TEAM }, (_, at): Soul => {
      const day = 3 + Math.floor((at * last) / TEAM)
      return { direction: place.id, deed: { kind: 'support', axis: 'equipe', day } }
    })
    return { place, people: groups.get(place.id) ?? [], team }
  })
}

const any = (_: Deed) => true

/** What was guessed, and what each Direction showed, reading by reading. */
type MovingPlay = { readonly guesses: readonly Guess[]; readonly shown: readonly (readonly number[])[] }

/** Plays it on the product; a guess on everybody who was there, those who left among them: all were counted where they were. */
export async function playMoving(size: {
  readonly days: number
  readonly seed: number
  readonly most?: number
}): Promise<MovingPlay> {
  const { days, seed, most = MOST } = size
  const places = placesOf(sizesUpTo(most), 100 + seed)
  const home: Place = { id: `home-${seed}`, people: 2_000 }
  const { stage, until, morningAfter, close } = await openStage([...places, home])
  // Whoever leaves did what they did before: the last sixth of the quarter is for leaving.
  const leaving = Math.floor((5 * days) / 6)
  const souls = populate(diceOf(seed), places, QUIET.shares, leaving)
  const parts = partsOf(places, souls, days)
  const actors = await settle(stage, places, souls)
  const team = parts.flatMap(part => part.team)
  const mates: Actor[] = await settle(
    stage,
    places,
    team.map(mate => ({ ...mate, direction: home.id })),
    'mate',
  )
  const go = async (actor: Actor, direction: string) =>
    void (await callerOf(stage.app.routes, actor)('put', '/me', { body: { direction } }))
  const shown = new Map<string, number[]>(places.map(({ id }) => [id, []]))
  const readings: number[] = []
  until(0, '08:00')
  const standing = await announce(stage, days)
  for (let day = 0; day < days; day++) {
    until(day, '09:00')
    for (const [n, mate] of team.entries()) {
      const actor = mates[n] as Actor
      if (mate.deed?.day === day + 1) await go(actor, mate.direction)
      if (mate.deed?.day === day) {
        await act(stage, actor, { direction: mate.direction, deed: { ...mate.deed } }, standing, days)
        await go(actor, home.id)
      }
    }
    for (const [n, soul] of souls.entries()) {
      if (soul.deed?.day === day) await act(stage, actors[n] as Actor, soul, standing, days)
      if (day === leaving && leaves(n)) await go(actors[n] as Actor, home.id)
    }
    await morningAfter(day)
    if (!isReading(day)) continue
    readings.push(day)
    const read = await readAll(stage, places)
    for (const [id, count] of read.participants) shown.get(id)?.push(count)
  }
  await close()
  const guesses = parts.flatMap(({ place, people, team: accomplices }) => {
    const path = pathOf(accomplices, days, any)
    const { never, on } = weigh({
      rule: coarseRule(place.people),
      shown: shown.get(place.id) ?? [],
      known: readings.map(day => path[day] ?? 0),
      unknown: people.length - 1,
      rate: rateOf(QUIET.shares),
    })
    const did = on.reduce((sum, chance) => sum + chance, 0) / on.length
    return people.map(({ deed }) => ({
      did,
      not: never,
      truth: deed !== undefined,
      where: `${seed} ${place.id}`,
    }))
  })
  return { guesses, shown: [...shown.values()] }
}

/**
 * The same against the figures that were before, on those who leave: accomplices enter one a morning until the figure moves.
 * From then on it falls on the morning after somebody left who was counted, and one accomplice more sets it up again.
 */
export function guessMovingBefore(seed: number, most = MOST): readonly Guess[] {
  const places = placesOf(sizesUpTo(most), 100 + seed)
  const groups = Map.groupBy(populate(diceOf(seed), places, QUIET.shares, 1), ({ direction }) => direction)
  const drawn = drawnFrom(`before ${seed}`)
  return places.flatMap(({ id, people }) => {
    const all = groups.get(id) ?? []
    let count = all.filter(({ deed }) => deed).length
    let left = TEAM
    const shown = () => heldBefore(count, people, move => drawn(`participants ${id} ${move}`))
    const enter = () => {
      const before = shown()
      while (left > 0 && shown() === before) {
        count++
        left--
      }
      return shown() > before
    }
    let found = enter()
    return all
      .filter((_, at) => leaves(at))
      .map(({ deed }) => {
        const guess = { truth: deed !== undefined, where: `${seed} ${id}` }
        if (!found) return { ...guess, did: 1, not: 1 }
        const before = shown()
        if (deed) count--
        const fell = shown() < before
        if (fell) found = enter()
        return { ...guess, did: Number(fell), not: Number(!fell) }
      })
  })
}
