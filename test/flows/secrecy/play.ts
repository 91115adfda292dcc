import assert from 'node:assert/strict'
import { createLogger } from '../../../src/config/index.ts'
import { open } from '../../../src/db/index.ts'
import { type Choice, only } from '../../../src/features/ballots/choice.ts'
import type { BallotResult } from '../../../src/features/ballots/domain.ts'
import { noLimits } from '../../../src/kernel/limits.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots.ts'
import type { Engine } from '../../db/engines.ts'
import { ballot, usecasesOn } from '../../support/ballots.ts'
import { CAST, MAELLE, manyPeople, type Person } from '../../support/cast.ts'
import { WORKSHOPS } from '../../support/teams/index.ts'
import { lab } from '../../support/workshops.ts'
import { type Bot, createDatabase, startBot } from '../bot.ts'
import { diceOf } from '../quarter/dice.ts'
import type { Target } from './attacker.ts'
import { type Disk, diskOf, type Evidence } from './evidence.ts'

const VOTERS = manyPeople(40)
const OPTIONS = ['Les vélos', 'Le calme', 'Le café', 'La lumière']
export const SECRET = 'known to the operator, and to nobody who attacks'

export type Played = {
  readonly target: Target
  readonly secret: boolean
  /** Voter's id by id of what they chose last. */
  readonly truth: ReadonlyMap<string, string>
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
type Running = { readonly id: string; readonly options: BallotResult['options']; readonly secret: boolean }

async function cast({ bot, answers }: Ground, { id, options }: Running, voter: Person, option: number) {
  const choice: Choice = only(options[option]?.id ?? '')
  if (VOTERS.indexOf(voter) % 2 === 0) {
    const view = await bot.api(voter).put<BallotView>(`/ballots/${id}/vote`, { choice })
    answers.push(JSON.stringify(view))
    return
  }
  const { activities, deliver } = bot.teams
  const data = { ballot: id, choice: choice[0]?.option }
  const tap = activities.executed(voter, { conversation: WORKSHOPS.id, channel: WORKSHOPS.id }, 'the-card', {
    verb: 'ballots.vote',
    data,
  })
  // Teams repeats what it thinks unanswered.
  for (const { status, body } of await Promise.all([deliver(tap), deliver(tap)])) {
    assert.equal(status, 200)
    answers.push(JSON.stringify(body))
  }
}

/** Everybody votes in a random order; then some of them again, otherwise; a backup after each of both. */
async function run(ground: Ground, running: readonly Running[], seed: number) {
  const { bot, disk } = ground
  const dice = diceOf(seed)
  const votes = running.map(() => new Map<Person, number>())
  const taps = running.flatMap((_, at) => VOTERS.map(voter => ({ at, voter })))
  const backups: Evidence[] = []
  for (const part of [taps.toSorted(() => dice.next() - 0.5), taps.filter(() => dice.next() < 0.25)]) {
    for (const { at, voter } of part) {
      const [ballot, votesOf] = [running[at], votes[at]]
      const option = dice.under(10) < 4 ? 0 : dice.under(OPTIONS.length)
      if (ballot) await cast(ground, ballot, voter, option)
      votesOf?.set(voter, option)
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

/** Three secret ballots and an open one among 40 people, from the first vote until the disk is cleared. */
export async function play(engine: Engine, seed: number): Promise<Story> {
  const { url, drop } = await createDatabase(engine)
  const lines: string[] = []
  const log = createLogger('trace', { write: line => void lines.push(line) })
  const bot = await startBot(url, {
    people: [...CAST, ...VOTERS],
    limits: noLimits,
    log,
    ballotSecrets: [SECRET],
  })
  try {
    await bot.seat([MAELLE, ...VOTERS])
    const ground = { bot, disk: diskOf(url), answers: [] as string[] }
    const desk = usecasesOn(bot.app.database, bot.clock, { ballotSecrets: [SECRET] })
    const running: Running[] = []
    for (const secret of [true, true, true, false]) {
      const typed = ballot(bot.clock.now(), { secret, ideas: [], lines: OPTIONS.join('\n') })
      running.push({ ...(await desk.open(lab, typed, [])), secret })
    }
    const { votes, before } = await run(ground, running, seed)
    for (const { id } of running) await desk.close(lab, id)
    await bot.settle()
    const known = await bot.app.database.read(tx => open(tx).selectFrom('person').selectAll().execute())
    const played = await Promise.all(
      running.map(async ({ id, options, secret }, at) => {
        const personOf = (voter: Person) => known.find(({ object_id }) => object_id === voter.objectId)
        const truth = new Map(
          [...(votes[at] ?? [])].map(([voter, option]) => [
            personOf(voter)?.id ?? '',
            options[option]?.id ?? '',
          ]),
        )
        const chosen = (option: string) => [...truth.values()].filter(each => each === option).length
        const voters = VOTERS.map(voter => ({ ...voter, id: personOf(voter)?.id ?? '' }))
        const target = {
          ballot: id,
          voters,
          options: options.map(option => ({ id: option.id, title: option.title, chosen: chosen(option.id) })),
        }
        return { target, secret, truth, shown: await desk.show(lab, id) }
      }),
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
