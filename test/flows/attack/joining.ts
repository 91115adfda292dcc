import { SECOND } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { World } from '../../support/product/world.ts'
import { type Person, person } from '../../support/sign-in/cast.ts'
import { type Dice, diceOf } from '../quarter/dice.ts'
import { ATTACKER, allOf, asked, openSuspects, support, suspectAt, write } from './suspects.ts'
import { oddest, type Trial } from './trial.ts'

export type Joining = { readonly suspects: number; readonly rounds: number; readonly seed: number }

const COLLEAGUE = person('Le collègue', { direction: 'lycees' })
/** Supports what he reads. */
const FRIEND = person('L’ami', { direction: 'lycees' })
const ATTACKS = {
  tab: 'joins it with each suspect’s idea, in the tab',
  chat: 'joins it with each suspect’s idea, in the chat',
  colleague: 'asks for it beside each suspect’s idea, as a colleague',
  time: 'takes the time that joining it takes',
} as const

type Round = {
  readonly truth: Person
  /** The idea that shows no name, the colleague's, and what each suspect wrote under their name. */
  readonly unnamed: string
  readonly other: string
  readonly named: ReadonlyMap<Person, string>
}

/** One idea of each, and one more by whoever the dice say, which some read and support. */
async function begin(world: World, dice: Dice, suspects: readonly Person[], round: number): Promise<Round> {
  const truth = dice.one(suspects)
  const reader = dice.one(suspects)
  if (!truth || !reader) throw new Error('nobody to suspect')
  const unnamed = await write(world, truth, `Sans nom ${round}`, true)
  const other = await write(world, COLLEAGUE, `Voisine ${round}`, false)
  const named = new Map<Person, string>()
  for (const who of suspects) {
    const idea = await write(world, who, `Nommée ${round}`, false)
    named.set(who, idea)
    await support(world, FRIEND, idea)
  }
  await support(world, FRIEND, unnamed)
  if (reader !== truth) await support(world, reader, unnamed)
  return { truth, unnamed, other, named }
}

/** The same words whoever is suspected, and whenever it is. */
function alike(seen: unknown, who: Person, { named, unnamed }: Round): string {
  return JSON.stringify(seen)
    .replaceAll(named.get(who) ?? '?', 'NAMED')
    .replaceAll(unnamed, 'UNNAMED')
    .replaceAll(who.name, 'SUSPECT')
    .replace(/\b\d{13}\b/g, 'AT')
}

/** What tells of an idea; of its thread what came last: the tries before stand there as well. */
async function pageOf(world: World, idea: string): Promise<unknown> {
  const last = (await allOf(world, ATTACKER, `/ideas/${idea}/thread`)).at(-1)
  return [
    await asked(world, ATTACKER, 'GET', `/ideas/${idea}`),
    await asked(world, ATTACKER, 'GET', `/ideas/${idea}/joined`),
    await asked(world, ATTACKER, 'GET', `/ideas/${idea}/comments`),
    { ...last, number: 0 },
  ]
}

async function looksOf(world: World, round: Round, who: Person): Promise<unknown> {
  const { items } = await world.api(ATTACKER).get<Page<object>>('/audit')
  return [
    await pageOf(world, round.named.get(who) ?? ''),
    await pageOf(world, round.unnamed),
    items.slice(0, 1),
  ]
}

/** Tries a suspect both ways round and takes apart again; answers what was seen, and how long it took (ms). */
async function tryOne(world: World, round: Round, who: Person): Promise<readonly [string, number]> {
  const named = round.named.get(who) ?? ''
  const seen: unknown[] = []
  let took = 0
  for (const [from, into] of [
    [round.unnamed, named],
    [named, round.unnamed],
  ]) {
    const began = performance.now()
    world.clock.advance(SECOND)
    seen.push(await asked(world, ATTACKER, 'POST', `/ideas/${from}/merge`, { into }))
    took += performance.now() - began
    seen.push(await looksOf(world, round, who))
    world.clock.advance(SECOND)
    seen.push(await asked(world, ATTACKER, 'POST', `/ideas/${from}/merge/undo`, {}))
    seen.push(await looksOf(world, round, who))
  }
  return [alike(seen, who, round), took]
}

/** The colleague's idea has the suspect's behind it when he asks. */
async function askBeside(world: World, round: Round, who: Person): Promise<string> {
  const named = round.named.get(who) ?? ''
  world.clock.advance(SECOND)
  await asked(world, ATTACKER, 'POST', `/ideas/${named}/merge`, { into: round.other })
  const answer = await asked(world, COLLEAGUE, 'POST', `/ideas/${round.other}/merge`, { into: round.unnamed })
  const proposals = await asked(world, COLLEAGUE, 'GET', '/merges')
  await asked(world, ATTACKER, 'POST', `/ideas/${named}/merge/undo`, {})
  return alike([answer, proposals], who, round)
}

/** What the bot answers in a conversation, where nothing else tells of it. */
async function pressOne(world: World, round: Round, who: Person): Promise<string> {
  const named = round.named.get(who) ?? ''
  const seen: unknown[] = []
  for (const [verb, data] of [
    ['ideas.merge', { idea: round.unnamed, into: named }],
    ['ideas.undo-merge', { idea: round.unnamed }],
    ['ideas.merge', { idea: named, into: round.unnamed }],
    ['ideas.undo-merge', { idea: named }],
  ] as const) {
    world.clock.advance(SECOND)
    seen.push(await pressed(world, verb, data))
  }
  return alike(seen, who, round)
}

let presses = 0
function pressed(world: World, verb: string, data: Record<string, string>): Promise<unknown> {
  const { objectId, name, tenant } = ATTACKER
  const place = { key: `chat-${objectId}`, kind: 'personal', address: `chat-${objectId}` } as const
  const from = { tenant, objectId, name }
  return world.app.router.answer({
    kind: 'pressed',
    verb,
    data,
    id: `press-${++presses}`,
    from,
    locale: 'fr-FR',
    place,
  })
}

function furthest(dice: Dice, took: ReadonlyMap<Person, number>): Person | undefined {
  const sorted = [...took.values()].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  const off = (who: Person) => Math.abs((took.get(who) ?? 0) - middle)
  const most = Math.max(...[...took.keys()].map(off))
  return dice.one([...took.keys()].filter(who => off(who) === most))
}

/**
 * An organiser, and a colleague with her, try every suspect's named idea against one that shows no name, and guess who
 * wrote it by whatever differs: what is answered, what is read after, the sums, the journal, the time.
 */
export async function playJoining({ suspects: count, rounds, seed }: Joining): Promise<readonly Trial[]> {
  const dice = diceOf(seed)
  const suspects = Array.from({ length: count }, (_, at) => suspectAt(at))
  const world = await openSuspects([COLLEAGUE, FRIEND, ...suspects])
  const trials: Trial[] = []
  for (let n = 0; n < rounds; n++) {
    const round = await begin(world, dice, suspects, n)
    const guess = (attack: string, who: Person | undefined, seen?: ReadonlyMap<Person, string>) => {
      const told = seen && new Set(seen.values()).size > 1
      trials.push({
        attack,
        hit: who === round.truth,
        chance: 1 / count,
        ...(told !== undefined && { told }),
      })
    }
    const sights = { tab: new Map(), chat: new Map(), colleague: new Map() } as Record<
      'tab' | 'chat' | 'colleague',
      Map<Person, string>
    >
    const took = new Map<Person, number>()
    for (const who of suspects) {
      const [seen, ms] = await tryOne(world, round, who)
      sights.tab.set(who, seen)
      took.set(who, ms)
      sights.chat.set(who, await pressOne(world, round, who))
      sights.colleague.set(who, await askBeside(world, round, who))
    }
    for (const door of ['tab', 'chat', 'colleague'] as const)
      guess(ATTACKS[door], oddest(dice, sights[door]), sights[door])
    guess(ATTACKS.time, furthest(dice, took))
  }
  await world.close()
  return trials
}
