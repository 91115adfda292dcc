import { drawnFrom } from '../../../src/kernel/crypto/keyed-random.ts'
import type { Rule } from './rule.ts'
import type { Seen, Sighted } from './seen.ts'
import { AXES, type Deed, type Place, type Soul } from './world.ts'

// The rule that the product had before, kept to be measured beside the one it has: arithmetic on the same people. People
// counted where they are now, every day; 10, 30, 60, 100… from a threshold on that is drawn once, « moins de 30 » below.

export const shownAfter = (moves: number): number => 5 * moves * (moves + 1)
type Draw = (move: number) => number

export function heldBefore(value: number, whole: number, draw: Draw): number {
  const from = (move: number) => shownAfter(move) + Math.floor(draw(move) * 10 * (move + 1))
  let moves = 0
  while (shownAfter(moves + 1) <= whole - 9 && value >= from(moves + 1)) moves++
  return shownAfter(moves)
}

/** 10, 30, 60, 100…: each from a count on that was drawn once, all those before the next one as likely. */
export function ruleBefore(whole: number): Rule {
  const levelOf = (shown: number) => Math.round((Math.sqrt(1 + (4 * shown) / 5) - 1) / 2)
  let last = 0
  while (shownAfter(last + 1) <= whole - 9) last++
  const below = (count: number, level: number) =>
    Math.min(1, Math.max(0, (count - shownAfter(level) + 1) / (10 * (level + 1))))
  return { last, levelOf, between: (level, from, to) => below(to, level) - below(from, level) }
}

function slackOf(shown: number, whole: number): number {
  const next = shownAfter(ruleBefore(whole).levelOf(shown) + 1)
  const moves = ruleBefore(whole).levelOf(shown)
  const top = next > whole - 9 ? whole : Math.min(whole, next + 10 * (moves + 2) - 2)
  return Math.max(0, top - shown)
}

/** Whether turn-outs by Direction stood beside their exact sum. */
function stood(cells: readonly Sighted[], sum: number): boolean {
  const slacks = cells.map(({ shown, people }) => slackOf(shown, people))
  const all = slacks.reduce((one, other) => one + other, 0)
  const above = sum - cells.reduce((one, { shown }) => one + shown, 0)
  return (
    above >= 0 &&
    slacks.every(slack => {
      const least = above > all ? 0 : Math.max(0, above - (all - slack))
      return Math.min(slack, above) - least >= Math.min(4, slack)
    })
  )
}

/** How many had done it by the end of each day. */
export function pathOf(souls: readonly Soul[], days: number, counts: (deed: Deed) => boolean): number[] {
  const path: number[] = Array(days).fill(0)
  for (const { deed } of souls) if (deed && counts(deed)) path[deed.day] = (path[deed.day] ?? 0) + 1
  let sum = 0
  return path.map(more => {
    sum += more
    return sum
  })
}

/** What the product would have shown before, every morning, of the same people. */
export function seenBefore(
  souls: readonly Soul[],
  places: readonly Place[],
  days: number,
  seed: number,
): Seen {
  const drawn = drawnFrom(`before ${seed}`)
  const groups = Map.groupBy(souls, ({ direction }) => direction)
  const shownOf = ({ id, people }: Place, name: string, counts: (deed: Deed) => boolean) =>
    pathOf(groups.get(id) ?? [], days, counts).map(count =>
      heldBefore(count, people, move => drawn(`${name} ${id} ${move}`)),
    )
  const isVote = ({ kind }: Deed) => kind === 'vote'
  const participants = new Map(places.map(place => [place.id, shownOf(place, 'participants', () => true)]))
  const unshared = new Map(
    places.flatMap(place =>
      AXES.map(
        axis =>
          [
            `${place.id} ${axis}`,
            shownOf(place, axis, deed => deed.kind === 'commitment' && deed.axis === axis),
          ] as const,
      ),
    ),
  )
  const cells = places.map(place => ({ ...place, shown: shownOf(place, 'voted', isVote).at(-1) ?? 0 }))
  const votes = souls.filter(({ deed }) => deed && isVote(deed)).length
  const turnouts = new Map(stood(cells, votes) ? cells.map(({ id, shown }) => [id, shown]) : [])
  const readings = Array.from({ length: days }, (_, day) => day)
  const none = { all: [], allUnshared: new Map(), allReadings: [] }
  return { readings, participants, unshared, ...none, votes, turnouts }
}
