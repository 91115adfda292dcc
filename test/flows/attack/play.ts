import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fortnightOf } from '../../../src/features/figures/week.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { dayAfter, momentOf } from '../../../src/kernel/time/time-zone.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'
import { diceOf } from '../quarter/dice.ts'
import type { Seen } from './seen.ts'
import { methodWith, type Place, type Population, populate, type Soul } from './world.ts'

const ZONE = 'Europe/Paris'
/** A Monday. */
const FIRST = '2027-03-01'
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const LAB = { objectId: 'lab', name: 'Maëlle Rivière' }
const BOSS = { objectId: 'boss', name: 'Chef' } as const

type FiguresPage = { readonly participation: { readonly count: number } }
type Whole = FiguresPage & { readonly unshared: readonly { readonly axis: string; readonly count: number }[] }

export type Played = {
  readonly population: Population
  readonly souls: readonly Soul[]
  readonly days: number
  readonly places: readonly Place[]
  readonly seed: number
  readonly seen: Seen
  /** Mornings on which something was shown that was not shown the morning before, Mondays aside. */
  readonly moved: number
}

type Stage = Awaited<ReturnType<typeof setStage>>

/** Everybody says where they work; `who`: what their accounts are called. */
export async function settle(
  stage: Stage,
  places: readonly Place[],
  souls: readonly Soul[],
  who = 'agent',
): Promise<Actor[]> {
  const { people } = stage.app
  const actors: Actor[] = []
  for (const [n, { direction }] of souls.entries()) {
    const greeting = { objectId: `${who}-${n}`, name: `Agent ${n}`, tenant: TENANT, language: 'fr' } as const
    actors.push(await people.chooseDirection(await people.greet(greeting), direction))
  }
  const boss = await people.greet({ ...BOSS, tenant: TENANT, language: 'fr' })
  await people.assignRole(
    boss.id,
    'manager',
    places.map(({ id }) => id),
  )
  return actors
}

/** What stands from the first morning on: one idea that all may support, one ballot that asks everybody. */
export async function announce(stage: Stage, days: number) {
  const lab = await stage.app.people.greet({ ...LAB, tenant: TENANT, language: 'fr' })
  const call = callerOf(stage.app.routes, lab)
  const body = { nonce: randomIds.nonce(), axis: 'equipe', text: 'Relire à deux' }
  const idea = await call<{ id: string }>('post', '/ideas', { body })
  await stage.as(LAB).presses('ballots.open', {
    question: 'Que tester ?',
    ideas: '',
    options: 'Le calme\nLes vélos',
    date: dayAfter(FIRST, days - 2),
    time: '18:00',
    channel: CHANNEL,
    directions: '',
    nonce: randomIds.nonce(),
  })
  type Listed = { items: { id: string; options: { id: string }[] }[] }
  const [ballot] = (await call<Listed>('get', '/ballots')).items
  return { idea: idea.id, ballot: ballot?.id ?? '', option: ballot?.options[0]?.id ?? '' }
}

type Standing = Awaited<ReturnType<typeof announce>>

export async function act(
  stage: Stage,
  actor: Actor,
  { deed }: Soul,
  standing: Standing,
  days: number,
): Promise<void> {
  const call = callerOf(stage.app.routes, actor)
  if (deed?.kind === 'support')
    await call('put', '/ideas/:id/support', { params: { id: standing.idea }, body: { support: true } })
  if (deed?.kind === 'vote')
    await call('put', '/ballots/:id/vote', {
      params: { id: standing.ballot },
      body: { option: standing.option },
    })
  if (deed?.kind === 'commitment')
    await call('post', '/commitments', {
      body: {
        nonce: randomIds.nonce(),
        axis: deed.axis,
        text: 'Relire à deux',
        horizon: dayAfter(FIRST, days + 60),
        visibility: 'me',
      },
    })
}

/** Whether people of Directions are estimated anew on the morning after `day`. */
export const isReading = (day: number): boolean =>
  (day + 1) % 7 === 0 && fortnightOf(dayAfter(FIRST, day + 1)) !== fortnightOf(dayAfter(FIRST, day - 6))

/** Where the product stands in the place of Teams, at 5 h of the first day, with `places` for its Directions. */
export async function openStage(places: readonly Place[]) {
  const folder = await mkdtemp(join(tmpdir(), 'attack-'))
  const programmeFile = join(folder, 'method.yaml')
  await writeFile(programmeFile, methodWith(await readFile('programmes/occitanie.yaml', 'utf8'), places))
  const clock = fixedClock(momentOf(FIRST, '05:00', ZONE) ?? 0)
  const stage = await setStage({ clock, organisers: [LAB.objectId], programmeFile })
  await stage.as(LAB).installs('channel')
  const until = (day: number, time: string) =>
    clock.advance(Math.max(0, (momentOf(dayAfter(FIRST, day), time, ZONE) ?? 0) - clock.now()))
  /** The morning after `day`, when everything that was due is done. */
  async function morningAfter(day: number): Promise<void> {
    until(day + 1, '06:05')
    stage.app.delivery.wake()
    await stage.settle()
  }
  async function close(): Promise<void> {
    await stage.close()
    await rm(folder, { recursive: true })
  }
  return { stage, until, morningAfter, close }
}

type Size = { readonly population: Population; readonly days: number; readonly seed: number }

/** What the doors give somebody with a manager's rights, one morning. */
export async function readAll(stage: Stage, places: readonly Place[]) {
  const boss = await stage.app.people.greet({ ...BOSS, tenant: TENANT, language: 'fr' })
  const call = callerOf(stage.app.routes, boss)
  const participants: [string, number][] = []
  for (const { id } of places) {
    const page = await call<FiguresPage>('get', '/directions/:id/figures', { params: { id } })
    participants.push([id, page.participation.count])
  }
  const whole = await call<Whole>('get', '/figures')
  return { participants, all: whole.participation.count, unshared: whole.unshared }
}

/** Plays the days through the real use-cases, and reads every morning what the doors give somebody with a manager's rights. */
export async function playAttack({ population, days, seed }: Size): Promise<Played> {
  const places = population.placesOf(seed)
  const { stage, until, morningAfter, close } = await openStage(places)
  const souls = populate(diceOf(seed), places, population.shares, days - 2)
  const actors = await settle(stage, places, souls)
  const participants = new Map<string, number[]>(places.map(({ id }) => [id, []]))
  const allUnshared = new Map<string, number[]>()
  const all: number[] = []
  const [readings, allReadings]: [number[], number[]] = [[], []]
  let moved = 0
  until(0, '08:00')
  const standing = await announce(stage, days)
  let last = ''
  for (let day = 0; day < days; day++) {
    until(day, '09:00')
    for (const [n, soul] of souls.entries())
      if (soul.deed?.day === day) await act(stage, actors[n] as Actor, soul, standing, days)
    await morningAfter(day)
    const read = await readAll(stage, places)
    const monday = (day + 1) % 7 === 0
    if (!monday && last !== '' && JSON.stringify(read) !== last) moved++
    last = JSON.stringify(read)
    if (!monday) continue
    allReadings.push(day)
    all.push(read.all)
    if (isReading(day)) {
      readings.push(day)
      for (const [id, count] of read.participants) participants.get(id)?.push(count)
    }
    for (const { axis, count } of read.unshared)
      allUnshared.set(axis, [...(allUnshared.get(axis) ?? []), count])
  }
  const boss = await stage.app.people.greet({ ...BOSS, tenant: TENANT, language: 'fr' })
  const call = callerOf(stage.app.routes, boss)
  const params = { id: standing.ballot }
  const { votes } = await call<{ votes: number }>('get', '/ballots/:id', { params })
  type Turnouts = { items: { id: string; votes: number }[] }
  const { items } = await call<Turnouts>('get', '/ballots/:id/directions', { params })
  await close()
  const turnouts = new Map(items.map(each => [each.id, each.votes]))
  const shown = { participants, unshared: new Map(), all, allUnshared, votes, turnouts }
  const seen: Seen = { readings, allReadings, ...shown }
  return { population, souls, days, places, seed, seen, moved }
}
