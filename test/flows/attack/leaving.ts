import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { World } from '../../support/product/world.ts'
import { type Person, person } from '../../support/sign-in/cast.ts'
import { type Dice, diceOf } from '../quarter/dice.ts'
import { ATTACKER, asked, exported, openSuspects, support, suspectAt, write } from './suspects.ts'
import type { Trial } from './trial.ts'

/** `suspects` in all, of whom the attacker knows that `group` belong together: of those ideas she asks whose they are. */
export type Leaving = { readonly suspects: number; readonly group: number; readonly seed: number }

const FRIEND = person('L’ami', { direction: 'lycees' })
/** Ideas without a name of each suspect. */
const EACH = 2
const ATTACKS = {
  changed: 'takes what changes at an erasure for whose author is erased',
  same: 'takes what does not change for it',
  order: 'takes what goes in the order of the erasures for theirs',
  near: 'takes two that go within the shortest time for one author’s',
} as const

type Group = { readonly people: readonly Person[]; readonly ideas: ReadonlyMap<string, Person> }

/** Everybody says one thing under their name and two without, at some moment, and supports something of the others'. */
async function begin(world: World, dice: Dice, { suspects, group }: Leaving): Promise<readonly Group[]> {
  const groups = Array.from({ length: Math.floor(suspects / group) }, (_, at) => {
    const people = Array.from({ length: group }, (_, n) => suspectAt(at * group + n))
    return { people, ideas: new Map<string, Person>() }
  })
  for (const { people, ideas } of groups) {
    const turns = people
      .flatMap(who => Array.from({ length: EACH + 1 }, (_, n) => ({ who, n, at: dice.next() })))
      .sort((a, b) => a.at - b.at)
    for (const { who, n } of turns) {
      world.clock.advance(Math.ceil(dice.next() * MINUTE))
      const idea = await write(world, who, `Une idée, la ${ideas.size + n}`, n > 0)
      if (n > 0) ideas.set(idea, who)
      if (dice.next() < 0.5) await support(world, FRIEND, idea)
    }
    for (const who of people) {
      const others = dice.one([...ideas].filter(([, author]) => author !== who))
      if (others) await support(world, who, others[0])
    }
  }
  await world.pass(HOUR)
  return groups
}

/** All that is told of each idea of the group: its pages, and its line in the file of all. */
async function sightOf(world: World, { ideas }: Group): Promise<ReadonlyMap<string, string>> {
  const lines = await exported(world)
  const sights = new Map<string, string>()
  for (const idea of ideas.keys()) {
    const pages = [
      await asked(world, ATTACKER, 'GET', `/ideas/${idea}`),
      await asked(world, ATTACKER, 'GET', `/ideas/${idea}/thread`),
      await asked(world, ATTACKER, 'GET', `/ideas/${idea}/comments`),
    ]
    sights.set(idea, JSON.stringify([pages, lines.get(idea)]))
  }
  return sights
}

const erase = (world: World, who: Person, ideas: 'unname' | 'withdraw') =>
  world.api(who).post('/me/data/erase', { ideas, sure: true })

/** One after the other is erased and leaves their ideas: who looks before and after guesses which they wrote. */
export async function playStaying(size: Leaving): Promise<readonly Trial[]> {
  const dice = diceOf(size.seed)
  const world = await openSuspects([
    FRIEND,
    ...Array.from({ length: size.suspects }, (_, at) => suspectAt(at)),
  ])
  const groups = await begin(world, dice, size)
  const trials: Trial[] = []
  for (const group of groups)
    for (const who of group.people) {
      const before = await sightOf(world, group)
      await erase(world, who, 'unname')
      await world.pass(15 * MINUTE)
      const after = await sightOf(world, group)
      const all = [...group.ideas.keys()]
      const changed = all.filter(idea => before.get(idea) !== after.get(idea))
      const same = all.filter(idea => !changed.includes(idea))
      const guess = (attack: string, among: readonly string[]) => {
        const idea = dice.one(among.length > 0 ? among : all)
        const told = changed.some(each => group.ideas.get(each) === who)
        trials.push({ attack, hit: group.ideas.get(idea ?? '') === who, chance: EACH / all.length, told })
      }
      guess(ATTACKS.changed, changed)
      guess(ATTACKS.same, same)
    }
  await world.close()
  return trials
}

/** When (ms) each idea was first seen to be there no more, by who reads the whole. */
function watchOver(world: World, groups: readonly Group[]) {
  const left = new Map<string, number>()
  const all = groups.flatMap(({ ideas }) => [...ideas.keys()])
  return {
    left,
    someStay: () => left.size < all.length,
    async look(): Promise<void> {
      const there = await exported(world)
      for (const idea of all) if (!there.has(idea) && !left.has(idea)) left.set(idea, world.clock.now())
    },
  }
}

function guessesOf(
  dice: Dice,
  { people, ideas }: Group,
  left: ReadonlyMap<string, number>,
): readonly Trial[] {
  const at = (idea: string) => left.get(idea) ?? Number.POSITIVE_INFINITY
  const order = [...ideas.keys()]
    .map(idea => ({ idea, luck: dice.next() }))
    .sort((a, b) => at(a.idea) - at(b.idea) || a.luck - b.luck)
  return people.flatMap((who, rank) => {
    const taken = order[rank * EACH]?.idea ?? ''
    const [own = ''] = [...ideas].find(([, author]) => author === who) ?? []
    const others = order.filter(({ idea }) => idea !== own)
    const nearest = others.toSorted(
      (a, b) => Math.abs(at(a.idea) - at(own)) - Math.abs(at(b.idea) - at(own)) || a.luck - b.luck,
    )[0]
    return [
      { attack: ATTACKS.order, hit: ideas.get(taken) === who, chance: 1 / people.length },
      {
        attack: ATTACKS.near,
        hit: ideas.get(nearest?.idea ?? '') === who,
        chance: (EACH - 1) / others.length,
      },
    ]
  })
}

/** All are erased within a day and have their ideas withdrawn; who reads the whole every hour guesses by what goes when. */
export async function playWithdrawing(size: Leaving): Promise<readonly Trial[]> {
  const dice = diceOf(size.seed)
  const world = await openSuspects([
    FRIEND,
    ...Array.from({ length: size.suspects }, (_, at) => suspectAt(at)),
  ])
  const groups = await begin(world, dice, size)
  const { left, look, someStay } = watchOver(world, groups)
  for (const who of groups.flatMap(({ people }) => people)) {
    await erase(world, who, 'withdraw')
    await look()
    await world.pass(Math.ceil((dice.next() * DAY) / size.suspects))
  }
  for (let hours = (31 * DAY) / HOUR; hours > 0 && someStay(); hours--) {
    await world.pass(HOUR)
    await look()
  }
  await world.close()
  return groups.flatMap(group => guessesOf(dice, group, left))
}
