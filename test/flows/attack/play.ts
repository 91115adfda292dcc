import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { dayAfter, momentOf } from '../../../src/kernel/time/time-zone.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'
import { diceOf } from '../quarter/dice.ts'
import { directionAt, methodWith, populate, type Soul } from './world.ts'

const ZONE = 'Europe/Paris'
/** A Monday. */
const FIRST = '2027-03-01'
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const LAB = { objectId: 'lab', name: 'Maëlle Rivière' }

type FiguresPage = {
  readonly participation: { readonly count: number }
  readonly unshared: readonly { readonly axis: string; readonly count: number }[]
  readonly weeks: readonly { readonly week: string; readonly count: number }[]
}
type Whole = {
  readonly participation: { readonly count: number }
  readonly unshared: readonly { readonly axis: string; readonly count: number }[]
}

/** What the manager read: by figure and Direction, what was shown the morning after each day. */
export type Seen = {
  readonly participants: ReadonlyMap<string, readonly number[]>
  /** By Direction and axis: `direction axis`. */
  readonly unshared: ReadonlyMap<string, readonly number[]>
  /** Of the ballot when it has ended: exactly in all, and by Direction; nothing where it is not said. */
  readonly ballot: { readonly votes: number; readonly turnouts: ReadonlyMap<string, number> }
  /** Days on which the whole programme said more than the sum of the Directions. */
  readonly beyond: number
}

export type Played = {
  readonly souls: readonly Soul[]
  readonly days: number
  readonly sizes: readonly number[]
  readonly seed: number
  readonly seen: Seen
}

type Stage = Awaited<ReturnType<typeof setStage>>

async function settle(stage: Stage, sizes: readonly number[], souls: readonly Soul[]): Promise<Actor[]> {
  const { people } = stage.app
  const actors: Actor[] = []
  for (const [n, { direction }] of souls.entries()) {
    const greeting = { objectId: `agent-${n}`, name: `Agent ${n}`, tenant: TENANT, language: 'fr' } as const
    actors.push(await people.chooseDirection(await people.greet(greeting), direction))
  }
  const boss = await people.greet({ objectId: 'boss', name: 'Chef', tenant: TENANT, language: 'fr' })
  await people.assignRole(
    boss.id,
    'manager',
    sizes.map((_, at) => directionAt(at)),
  )
  return actors
}

/** What stands from the first morning on: one idea that all may support, one ballot that asks everybody. */
async function announce(stage: Stage, days: number) {
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

async function act(
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

/** Plays the days through the real use-cases, and reads every morning what the doors give somebody with a manager's rights. */
export async function playAttack(size: {
  sizes: readonly number[]
  days: number
  seed: number
}): Promise<Played> {
  const { sizes, days, seed } = size
  const folder = await mkdtemp(join(tmpdir(), 'attack-'))
  const programmeFile = join(folder, 'method.yaml')
  await writeFile(programmeFile, methodWith(await readFile('programmes/occitanie.yaml', 'utf8'), sizes))
  const clock = fixedClock(momentOf(FIRST, '05:00', ZONE) ?? 0)
  const stage = await setStage({ clock, organisers: [LAB.objectId], programmeFile })
  await stage.as(LAB).installs('channel')
  const souls = populate(diceOf(seed), sizes, days - 2)
  const actors = await settle(stage, sizes, souls)
  const boss = await stage.app.people.greet({
    objectId: 'boss',
    name: 'Chef',
    tenant: TENANT,
    language: 'fr',
  })
  const call = callerOf(stage.app.routes, boss)
  const participants = new Map<string, number[]>()
  const unshared = new Map<string, number[]>()
  const keep = (into: Map<string, number[]>, key: string, value: number) =>
    into.set(key, [...(into.get(key) ?? []), value])
  const until = (day: string, time: string) =>
    clock.advance(Math.max(0, (momentOf(day, time, ZONE) ?? 0) - clock.now()))

  async function read(): Promise<number> {
    let took = 0
    for (const [at] of sizes.entries()) {
      const id = directionAt(at)
      const page = await call<FiguresPage>('get', '/directions/:id/figures', { params: { id } })
      keep(participants, id, page.participation.count)
      took += page.participation.count
      for (const { axis, count } of page.unshared) keep(unshared, `${id} ${axis}`, count)
    }
    return (await call<Whole>('get', '/figures')).participation.count - took
  }

  until(FIRST, '08:00')
  const standing = await announce(stage, days)
  let beyond = 0
  for (let day = 0; day < days; day++) {
    until(dayAfter(FIRST, day), '09:00')
    for (const [n, soul] of souls.entries())
      if (soul.deed?.day === day) await act(stage, actors[n] as Actor, soul, standing, days)
    until(dayAfter(FIRST, day + 1), '06:05')
    stage.app.delivery.wake()
    await stage.settle()
    if ((await read()) !== 0) beyond++
  }
  const params = { id: standing.ballot }
  const ballot = await call<{ votes: number }>('get', '/ballots/:id', { params })
  type Turnouts = { items: { id: string; votes: number }[] }
  const { items } = await call<Turnouts>('get', '/ballots/:id/directions', { params })
  await stage.close()
  await rm(folder, { recursive: true })
  const turnouts = new Map(items.map(({ id, votes }) => [id, votes]))
  const seen = { participants, unshared, ballot: { votes: ballot.votes, turnouts }, beyond }
  return { souls, days, sizes, seed, seen }
}
