import { setTimeout } from 'node:timers/promises'
import { SECOND } from '../src/kernel/clock.ts'
import { type Ground, KINDS, type Line, prepare } from '../test/flows/load.ts'
import type { Person } from '../test/support/cast.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import { WORKSHOPS } from '../test/support/teams/index.ts'
import type { TeamsRecord } from '../test/support/teams/record.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { withFolder } from './process.ts'

/** People in the room, all of whom vote within a minute. */
const ROOM = 700
const WINDOW = 60 * SECOND
/** People who tap in the same moment. */
const CROWD = 7
/** Every so many taps Teams repeats one, as it does when an answer is slow. */
const REPEATED = 20
/** Seconds after the last vote within which the channel's card is to be exact. */
const AIM = 5
const WHERE = { conversation: `${WORKSHOPS.id};messageid=1`, channel: WORKSHOPS.id }

type Taps = { readonly took: number[]; unanswered: number; lastAt: number }

/** One person's vote on the channel's card, and at times the same once more. */
async function vote(line: Line, ground: Ground, person: Person, turn: number, taps: Taps): Promise<void> {
  const act = KINDS.vote?.(ground, person.name, turn)
  if (!act) return
  const press = async () => {
    const from = performance.now()
    await line.presses(person, act.verb, act.data, WHERE)
    taps.took.push(performance.now() - from)
    taps.lastAt = Date.now()
  }
  const presses = turn % REPEATED === 0 ? [press(), press()] : [press()]
  for (const { status } of await Promise.allSettled(presses)) if (status === 'rejected') taps.unanswered += 1
}

/** In little crowds at once, spread over the minute, whether or not those before are answered. */
async function voteAll(line: Line, ground: Ground, people: readonly Person[]): Promise<Taps> {
  const taps: Taps = { took: [], unanswered: 0, lastAt: 0 }
  const from = Date.now()
  const gap = WINDOW / people.length
  const votes: Promise<void>[] = []
  for (const [turn, person] of people.entries()) {
    const crowd = Math.floor(turn / CROWD) * CROWD
    await setTimeout(Math.max(0, from + crowd * gap - Date.now()))
    votes.push(vote(line, ground, person, turn, taps))
  }
  await Promise.all(votes)
  return taps
}

/** When Teams had a card of the channel that says this. */
function saidAt({ entries }: TeamsRecord, words: RegExp): number {
  const first = entries.find(entry => entry.words !== undefined && words.test(entry.words))
  return first?.takenAt ?? Number.POSITIVE_INFINITY
}

async function measure(sending: Sending): Promise<Samples> {
  const { people, teams, organiser } = sending
  const sender = await sending.start()
  const line = sending.lineTo(sender.endpoint)
  const [voter = organiser] = people
  const ground = await prepare(line, { organiser, voter })
  await sending.finished()
  const { took, unanswered, lastAt } = await voteAll(line, ground, people)
  await sending.finished()
  await sender.stop()
  const record = await teams.record()
  const late = (saidAt(record, new RegExp(`^${people.length} votes`, 'm')) - lastAt) / SECOND
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  const more = {
    'taps answered': took.length,
    'taps unanswered': unanswered,
    'median ms': at(0.5),
    'p99 ms': at(0.99),
    'slowest ms': at(0.9999),
    edits: record.entries.filter(({ kind }) => kind === 'edit').length,
    violations: record.violations.length,
  }
  return { values: [late], baselines: [AIM], more }
}

export const burst: Benchmark = {
  name: 'burst',
  about: `${ROOM} people vote on one channel's card within a minute: seconds until it is exact; the ${AIM} s wanted`,
  unit: 's',
  aim: AIM,
  built: true,
  named: true,
  run: ({ recipients = ROOM }: Options) =>
    withFolder(async folder => {
      const sending = await openSending({ recipients, weather: FAIR, folder, built: true })
      return measure(sending).finally(sending.close)
    }),
}
