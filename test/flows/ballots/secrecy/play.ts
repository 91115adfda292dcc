import assert from 'node:assert/strict'
import { createLogger } from '../../../../src/config/index.ts'
import { open } from '../../../../src/db/index.ts'
import { only, pointsOn, type VoteChoice } from '../../../../src/features/ballots/ballot/choice.ts'
import type { BallotResult } from '../../../../src/features/ballots/ballot/domain.ts'
import { noLimits } from '../../../../src/kernel/requests/limits.ts'
import { DAY, MINUTE } from '../../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../../src/tabs/contract/ballots/ballots.ts'
import type { Engine } from '../../../support/database/engines.ts'
import { ballot, usecasesOn } from '../../../support/features/ballots.ts'
import { type Bot, createDatabase, startBot } from '../../../support/product/bot.ts'
import { CAST, MAELLE, manyPeople, type Person } from '../../../support/sign-in/cast.ts'
import { WORKSHOPS } from '../../../support/teams/index.ts'
import { lab } from '../../../support/workshops/workshops.ts'
import { type Dice, diceOf } from '../../quarter/dice.ts'
import { openBallot } from '../steps.ts'
import type { Target } from './attacker.ts'
import { type Disk, diskOf, type Evidence } from './evidence.ts'

const VOTERS = manyPeople(40)
const OPTIONS = ['Les vélos', 'Le calme', 'Le café', 'La lumière']
export const SECRET = 'known to the operator, and to nobody who attacks'

/** What somebody thinks of the options: the one they like best, and one besides. */
type Wish = { readonly best: number; readonly other: number }

export type Played = {
  readonly target: Target
  readonly secret: boolean
  /** Voter's id by id of what they chose last. */
  readonly truth: ReadonlyMap<string, string>
  /** What their last choices add up to, by option. */
  readonly sums: readonly number[]
  readonly shown: BallotResult
}

export type Story = {
  readonly played: readonly Played[]
  /** Backups taken while they ran. */
  readonly before: Evidence
  /** All that is there once they are closed: rows, files, what was logged. */
  readonly after: Evidence
  /** The database alone, without journals that the engine keeps for itself. */
  readonly disk: Evidence['bytes']
  readonly answers: readonly string[]
}

type Ground = { readonly bot: Bot; readonly disk: Disk; readonly answers: string[] }
type Running = Pick<BallotResult, 'id' | 'options' | 'secret' | 'kind'>

function wishOf(dice: Dice): Wish {
  const best = dice.under(10) < 4 ? 0 : dice.under(OPTIONS.length)
  return { best, other: (best + 1 + dice.under(OPTIONS.length - 1)) % OPTIONS.length }
}

/** Three points of five on the best, where points are shared out. */
function choiceOf({ options, kind }: Running, { best, other }: Wish): VoteChoice {
  const [first = '', second = ''] = [options[best]?.id, options[other]?.id]
  if (kind === 'single') return only(first)
  return [
    { option: first, points: 3 },
    { option: second, points: 2 },
  ]
}

/** What a card sends. */
function inputsOf({ kind }: Running, choice: VoteChoice): object {
  if (kind === 'single') return { choice: choice[0]?.option }
  return Object.fromEntries(choice.map(({ option, points }) => [`points.${option}`, String(points)]))
}

async function cast({ bot, answers }: Ground, running: Running, voter: Person, choice: VoteChoice) {
  if (VOTERS.indexOf(voter) % 2 === 0) {
    const view = await bot.api(voter).put<BallotView>(`/ballots/${running.id}/vote`, { choice })
    answers.push(JSON.stringify(view))
    return
  }
  const { activities, deliver } = bot.teams
  const place = { conversation: WORKSHOPS.id, channel: WORKSHOPS.id }
  const data = { ballot: running.id, ...inputsOf(running, choice) }
  const tap = activities.executed(voter, place, 'the-card', { verb: 'ballots.vote', data })
  // Teams repeats what it thinks unanswered.
  for (const { status, body } of await Promise.all([deliver(tap), deliver(tap)])) {
    assert.equal(status, 200)
    const answer = JSON.stringify(body)
    if (running.secret) assert.match(answer, /Votre vote est scellé/)
    answers.push(answer)
  }
}

/** Everybody votes in a random order; then some of them again, otherwise; a backup after each of both. */
async function run(ground: Ground, running: readonly Running[], seed: number) {
  const { bot, disk } = ground
  const dice = diceOf(seed)
  const votes = running.map(() => new Map<Person, Wish>())
  const taps = running.flatMap((_, at) => VOTERS.map(voter => ({ at, voter })))
  const backups: Evidence[] = []
  for (const part of [taps.toSorted(() => dice.next() - 0.5), taps.filter(() => dice.next() < 0.25)]) {
    for (const { at, voter } of part) {
      const [ballot, votesOf] = [running[at], votes[at]]
      const wish = wishOf(dice)
      if (ballot) await cast(ground, ballot, voter, choiceOf(ballot, wish))
      votesOf?.set(voter, wish)
      bot.clock.advance(1_000)
    }
    await bot.settle()
    backups.push(await disk.backup(`backup${backups.length}`))
  }
  const before = {
    snapshots: backups.flatMap(({ snapshots }) => snapshots),
    bytes: backups.flatMap(({ bytes }) => bytes),
  }
  return { votes, before }
}

/** Two secret ballots and an open one from the form, and a secret one with points. */
async function openAll({ bot }: Ground): Promise<readonly Running[]> {
  const desk = usecasesOn(bot.app.database, bot.clock, { ballotSecrets: [SECRET] })
  const running: Running[] = []
  for (const [at, secret] of ['on', 'on', 'off'].entries()) {
    const typed = { question: `Laquelle, ${at} ?`, options: OPTIONS.join('\n'), secret }
    const { post } = await openBallot(bot, typed)
    const [, id = ''] = /"ballot":"(\w+)"/.exec(JSON.stringify(post.card)) ?? []
    running.push(await desk.show(lab, id))
  }
  const points = { kind: 'dots', most: 5, perOption: 3, secret: true } as const
  const typed = ballot(bot.clock.now(), { ...points, ideas: [], lines: OPTIONS.join('\n') })
  return [...running, await desk.open(lab, typed, [])]
}

/** What is true of a ballot once it has ended, and what the attacker knows of it. */
async function playedOf(
  { bot }: Ground,
  running: Running,
  wishes: ReadonlyMap<Person, Wish>,
): Promise<Played> {
  const { options, id, secret } = running
  const known = await bot.app.database.read(tx => open(tx).selectFrom('person').selectAll().execute())
  const idOf = (voter: Person) => known.find(({ object_id }) => object_id === voter.objectId)?.id ?? ''
  const truth = new Map([...wishes].map(([voter, { best }]) => [idOf(voter), options[best]?.id ?? '']))
  const chosen = (option: string) => [...truth.values()].filter(each => each === option).length
  const choices = [...wishes.values()].map(wish => choiceOf(running, wish))
  return {
    target: {
      ballot: id,
      voters: VOTERS.map(voter => ({ ...voter, id: idOf(voter) })),
      options: options.map(option => ({ id: option.id, title: option.title, chosen: chosen(option.id) })),
    },
    secret,
    truth,
    sums: options.map(option => choices.reduce((sum, choice) => sum + pointsOn(choice, option.id), 0)),
    shown: await usecasesOn(bot.app.database, bot.clock).show(lab, id),
  }
}

/** Three secret ballots and an open one among 40 people, from the first vote until the disk is cleared. */
export async function play(engine: Engine, seed: number): Promise<Story> {
  const { url, drop } = await createDatabase(engine, engine.begin)
  const lines: string[] = []
  const log = createLogger('trace', { write: line => void lines.push(line) })
  const people = [...CAST, ...VOTERS]
  const bot = await startBot(url, { people, limits: noLimits, log, ballotSecrets: [SECRET] })
  try {
    await bot.seat([MAELLE, ...VOTERS])
    const ground = { bot, disk: diskOf(url), answers: [] as string[] }
    const running = await openAll(ground)
    const { votes, before } = await run(ground, running, seed)
    // By hand for the first, by the clock for the others.
    await usecasesOn(bot.app.database, bot.clock, { ballotSecrets: [SECRET] }).close(
      lab,
      running[0]?.id ?? '',
    )
    await bot.later(15 * DAY)
    await bot.later(10 * MINUTE)
    const played = await Promise.all(
      running.map((each, at) => playedOf(ground, each, votes[at] ?? new Map())),
    )
    const told = { name: 'log', bytes: Buffer.from(lines.join('\n')) }
    return {
      played,
      before,
      after: {
        snapshots: [await ground.disk.snapshot('after')],
        bytes: [...(await ground.disk.bytes(true)), told],
      },
      disk: await ground.disk.bytes(false),
      answers: ground.answers,
    }
  } finally {
    await bot.close().finally(drop)
  }
}
