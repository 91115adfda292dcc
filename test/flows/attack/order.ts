import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import { breadthOf } from '../../../src/features/ideas/ranking/domain.ts'
import { rankingStore } from '../../../src/features/ideas/ranking/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { dayAfter, momentOf } from '../../../src/kernel/time/time-zone.ts'
import type { InitiativeView } from '../../../src/tabs/contract/initiatives/initiatives.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { setStage } from '../../support/product/stage.ts'
import { type Dice, diceOf } from '../quarter/dice.ts'
import { wilson } from './trial.ts'
import { methodWith, placesOf, SIZES } from './world.ts'

/** `initiatives` in the gallery; the nine act on each, one a day, by a coin. */
export type Ordering = { readonly initiatives: number; readonly seed: number }

const ZONE = 'Europe/Paris'
/** A Monday. */
const FIRST = '2027-03-01'
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const TARGETS = 9
const SMALL = SIZES.indexOf(TARGETS)
const PLACES = placesOf(SIZES, 0)
const directionAt = (at: number) => PLACES[at]?.id ?? ''
/** What the order may tell at most, in points over a coin. */
export const AIM = 2
/** People of each other Direction who support something, and how many an initiative has of them, at most. */
const EACH = 6
const MOST = 120

/** What the page shows; what it would show if each step could be told; and if nothing were held back. */
const ORDERS = ['across', 'steps', 'exact'] as const
export type SeenOrder = (typeof ORDERS)[number]

/** Of those who supported something and of those who did not, how many were seen to. */
export type Sightings = {
  readonly did: number
  readonly told: number
  readonly not: number
  readonly wrong: number
}

export type OrderPlayed = {
  readonly seen: Readonly<Record<SeenOrder, Sightings>>
  /** Pairs of initiatives on different steps, as the exact order has them and the other way round; and on the same. */
  readonly pairs: { readonly right: number; readonly wrong: number; readonly tied: number }
}

type Stage = Awaited<ReturnType<typeof setStage>>

async function greeted(stage: Stage, name: string, at: number): Promise<Actor> {
  const { people } = stage.app
  const who = await people.greet({ objectId: name, name, tenant: TENANT, language: 'fr' })
  return people.chooseDirection(who, directionAt(at))
}

/** Each was retained and is carried, and has some supporters anywhere but among the nine. */
async function begin(stage: Stage, dice: Dice, count: number): Promise<readonly string[]> {
  const author = callerOf(stage.app.routes, await greeted(stage, 'author', SIZES.length - 1))
  const others: Actor[] = []
  for (const at of SIZES.keys())
    if (at !== SMALL) for (let n = 0; n < EACH; n++) others.push(await greeted(stage, `other-${at}-${n}`, at))
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const body = { nonce: randomIds.nonce(), axis: 'equipe', text: `Une idée, la ${n}` }
    const { id } = await author<{ id: string }>('post', '/ideas', { body })
    await stage.app.database.transact(tx => ideaStore(tx).setState(id, 'retained'))
    await author('post', '/initiatives', { body: { nonce: randomIds.nonce(), idea: id } })
    const wanted = dice.under(MOST)
    for (const other of others) if (dice.under(others.length) < wanted) await support(stage, other, id)
    ids.push(id)
  }
  return ids
}

const support = (stage: Stage, who: Actor, id: string) =>
  callerOf(stage.app.routes, who)('put', '/ideas/:id/support', { params: { id }, body: { support: true } })

/** The whole gallery as somebody of that small Direction reads it. */
async function gallerySeen(stage: Stage, reader: Actor): Promise<readonly string[]> {
  const call = callerOf(stage.app.routes, reader)
  const ids: string[] = []
  let after: string | undefined
  do {
    const query = { sort: 'across', ...(after !== undefined && { after }) }
    const page = await call<Page<InitiativeView>>('get', '/initiatives', { query })
    ids.push(...page.items.map(({ id }) => id))
    after = page.next
  } while (after !== undefined)
  return ids
}

async function stepsOf(stage: Stage, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = await stage.app.database.read(tx => rankingStore(tx).page(ids.length, ''))
  return new Map(found.map(({ id, step }) => [id, step]))
}

/** Each Direction by itself, small ones too, and no steps. */
async function exactOrder(stage: Stage, ids: readonly string[]): Promise<readonly string[]> {
  const groups = SIZES.map((headcount, at) => ({ directions: [directionAt(at)], headcount, isHeld: false }))
  const supporters = await stage.app.database.read(tx => rankingStore(tx).supporters(ids))
  const breadth = (id: string) =>
    breadthOf(
      groups,
      SIZES.map((_, at) => supporters.get(id)?.get(directionAt(at)) ?? 0),
    )
  const found = new Map(ids.map(id => [id, breadth(id)]))
  return ids.toSorted((a, b) => (found.get(b) ?? 0) - (found.get(a) ?? 0) || (a < b ? 1 : -1))
}

/**
 * Initiatives that overtook another one. Nothing but one person's supports happened in between, and none was withdrawn: who
 * sees one go ahead is certain, and of the others there is nothing better to say than no.
 */
function overtaking(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const was = new Map(before.map((id, at) => [id, at]))
  const found = new Set<string>()
  let nearest = Number.POSITIVE_INFINITY
  for (const id of after.toReversed()) {
    const at = was.get(id) ?? 0
    if (at > nearest) found.add(id)
    nearest = Math.min(nearest, at)
  }
  return found
}

type Morning = {
  readonly across: readonly string[]
  readonly steps: ReadonlyMap<string, number>
  readonly exact: readonly string[]
}

/** How far the steps are from the order that they stand for. */
function pairsOf({ exact, steps }: Morning): OrderPlayed['pairs'] {
  const found = exact.map(id => steps.get(id) ?? 0)
  const count = (is: (ahead: number, behind: number) => boolean) =>
    found.reduce((sum, one, at) => sum + found.slice(at + 1).filter(other => is(one, other)).length, 0)
  return {
    right: count((ahead, behind) => ahead > behind),
    wrong: count((ahead, behind) => ahead < behind),
    tied: count((ahead, behind) => ahead === behind),
  }
}

const NOTHING: Sightings = { did: 0, told: 0, not: 0, wrong: 0 }

function added(
  { did, told, not, wrong }: Sightings,
  ids: readonly string[],
  acted: ReadonlySet<string>,
  ahead: ReadonlySet<string>,
): Sightings {
  const seen = ids.filter(id => ahead.has(id))
  return {
    did: did + acted.size,
    told: told + seen.filter(id => acted.has(id)).length,
    not: not + ids.length - acted.size,
    wrong: wrong + seen.filter(id => !acted.has(id)).length,
  }
}

/**
 * Nine people of one Direction, each on a day of their own, support each initiative or not, by a coin. Who reads the order the
 * morning before and the morning after knows what all others did, and that nobody else did anything that day.
 */
export async function playOrder({ initiatives, seed }: Ordering): Promise<OrderPlayed> {
  const dice = diceOf(seed)
  const folder = await mkdtemp(join(tmpdir(), 'attack-'))
  const programmeFile = join(folder, 'method.yaml')
  await writeFile(programmeFile, methodWith(await readFile('programmes/occitanie.yaml', 'utf8'), PLACES))
  const clock = fixedClock(momentOf(FIRST, '07:00', ZONE) ?? 0)
  const stage = await setStage({ clock, programmeFile })
  const ids = await begin(stage, dice, initiatives)
  const nine: Actor[] = []
  for (let n = 0; n < TARGETS; n++) nine.push(await greeted(stage, `one-of-nine-${n}`, SMALL))
  const [reader] = nine
  if (!reader) throw new Error('nobody reads')
  const morning = async (day: number): Promise<Morning> => {
    clock.advance(Math.max(0, (momentOf(dayAfter(FIRST, day), '06:05', ZONE) ?? 0) - clock.now()))
    stage.app.delivery.wake()
    await stage.settle()
    return {
      across: await gallerySeen(stage, reader),
      steps: await stepsOf(stage, ids),
      exact: await exactOrder(stage, ids),
    }
  }
  const seen: Record<SeenOrder, Sightings> = { across: NOTHING, steps: NOTHING, exact: NOTHING }
  let before = await morning(1)
  for (const [day, target] of nine.entries()) {
    const did = new Set(ids.filter(() => dice.next() < 0.5))
    for (const id of did) await support(stage, target, id)
    const after = await morning(day + 2)
    const ahead: Record<SeenOrder, ReadonlySet<string>> = {
      across: overtaking(before.across, after.across),
      steps: new Set(ids.filter(id => before.steps.get(id) !== after.steps.get(id))),
      exact: overtaking(before.exact, after.exact),
    }
    for (const order of ORDERS) seen[order] = added(seen[order], ids, did, ahead[order])
    before = after
  }
  await stage.close()
  await rm(folder, { recursive: true })
  return { seen, pairs: pairsOf(before) }
}

/** Points above a coin, of one half who did and one half who did not, with their 95 % interval. */
export function pointsOf({ did, told, not, wrong }: Sightings) {
  const [from, to] = wilson(told, did)
  const lost = wrong / Math.max(1, not)
  return { points: 50 * (told / did - lost), from: 50 * (from - lost), to: 50 * (to - lost) }
}

/** A line for each order, and how true the steps are. */
export function orderLines({ seen, pairs }: OrderPlayed): readonly string[] {
  const names = {
    across: 'of the gallery',
    steps: 'if each step could be told',
    exact: 'if nothing were held back',
  }
  const lines = ORDERS.map(order => {
    const { points, from, to } = pointsOf(seen[order])
    const [gain, least, most] = [points, from, to].map(value => value.toFixed(1))
    const { told, did } = seen[order]
    return `${names[order].padEnd(28)} +${gain}, 95 %: ${least} to ${most} (${told} of ${did} seen)`
  })
  const all = pairs.right + pairs.wrong + pairs.tied
  const percent = (part: number) => `${((100 * part) / all).toFixed(1)} %`
  return [
    ...lines,
    `Of two initiatives the one more widely supported is ahead by its step in ${percent(pairs.right)}, behind in ${percent(pairs.wrong)}, on the same in ${percent(pairs.tied)}`,
  ]
}
