import { setTimeout } from 'node:timers/promises'
import { open } from '../src/db/index.ts'
import type { Tx } from '../src/kernel/storage/tx.ts'
import { MINUTE, SECOND } from '../src/kernel/time/clock.ts'
import type { TeamsRecord } from '../test/support/connector/record.ts'
import { type Ground, KINDS, type Line, prepare } from '../test/support/sending/load.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import type { Person } from '../test/support/sign-in/cast.ts'
import { WORKSHOPS } from '../test/support/teams/index.ts'
import { type Benchmark, median, type Options, type Samples } from './benchmark.ts'
import { withFolder } from './process.ts'

/** People in the room, all of whom vote within a minute. */
const ROOM = 700
const WINDOW = MINUTE
/** People who tap in the same moment. */
const CROWD = 7
/** Every so many taps Teams repeats one, as it does when an answer is slow. */
const REPEATED = 20
/** For how long an answer is looked at: the minute in which somebody may read it. */
const LOOKED_AT = MINUTE
/** How often the card is to be edited while people vote, where it is: as one was for each vote. */
const EDITED = SECOND
const WHERE = { conversation: `${WORKSHOPS.id};messageid=1`, channel: WORKSHOPS.id }

/** `at`: when each was answered. */
type Taps = { readonly took: number[]; readonly at: number[]; unanswered: number }

/** One person's vote on the channel's card, and at times the same once more. */
async function vote(line: Line, ground: Ground, person: Person, turn: number, taps: Taps): Promise<void> {
  const act = KINDS.vote?.(ground, person.name, turn)
  if (!act) return
  const press = async () => {
    const from = performance.now()
    await line.presses(person, act.verb, act.data, WHERE)
    taps.took.push(performance.now() - from)
    taps.at.push(Date.now())
  }
  const presses = turn % REPEATED === 0 ? [press(), press()] : [press()]
  for (const { status } of await Promise.allSettled(presses)) if (status === 'rejected') taps.unanswered += 1
}

/** In little crowds at once, spread over the minute, whether or not those before are answered. */
async function voteAll(line: Line, ground: Ground, people: readonly Person[]): Promise<Taps> {
  const taps: Taps = { took: [], at: [], unanswered: 0 }
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

/** Moments from `since` on (ms) at which Teams had the channel's card edited. */
export function editsOf({ entries }: TeamsRecord, since: number): readonly number[] {
  return entries.flatMap(({ kind, takenAt = 0 }) => (kind === 'edit' && takenAt >= since ? [takenAt] : []))
}

/** For how long (ms) each answer stood: until the next edit of its message, or as long as one looks. */
function stoodFor({ at }: Taps, edits: readonly number[]): readonly number[] {
  return at.map(answered => {
    const wiped = edits.find(edit => edit >= answered)
    return Math.min(LOOKED_AT, (wiped ?? Number.POSITIVE_INFINITY) - answered)
  })
}

/** Has the card drawn again all the while, as a vote once did: with other words each time, or none is sent. Answers what ends it. */
function editAlong({ database }: Sending, ballot: string): () => void {
  const fact = { kind: 'ballots.changed', payload: { ballot }, mergeKey: `ballots:${ballot}` }
  let edition = 0
  const edit = (tx: Tx) => {
    edition += 1
    return open(tx)
      .updateTable('ballot')
      .set({ question: `Question, ${edition}` })
      .where('id', '=', ballot)
      .execute()
  }
  const draw = async (tx: Tx) => {
    await edit(tx)
    await database.note(tx, fact)
  }
  const timer = setInterval(() => void database.transact(draw), EDITED)
  return () => clearInterval(timer)
}

async function opened(folder: string, recipients: number) {
  const sending = await openSending({ recipients, weather: FAIR, folder, built: true })
  const { people, organiser } = sending
  const sender = await sending.start()
  const line = sending.lineTo(sender.endpoint)
  const [voter = organiser] = people
  const ground = await prepare(line, { organiser, voter })
  await sending.finished()
  return { sending, sender, line, ground }
}

/** The same crowd before a card that is edited while they vote. */
async function editedRoom(folder: string, recipients: number) {
  const { sending, sender, line, ground } = await opened(folder, recipients)
  const from = Date.now()
  const end = editAlong(sending, ground.ballot)
  const taps = await voteAll(line, ground, sending.people)
  await setTimeout(LOOKED_AT / 4)
  end()
  await sending.finished()
  await sender.stop()
  const edits = editsOf(await sending.teams.record(), from)
  await sending.close()
  return { edits: edits.length, stood: stoodFor(taps, edits) }
}

/** Seconds from when closing was answered until Teams has a card of the channel with all votes. */
export async function closing(
  { organiser, people, teams, finished }: Sending,
  line: Line,
  { ballot }: Ground,
) {
  await line.presses(organiser, 'ballots.close', { ballot })
  const from = Date.now()
  await finished()
  const words = new RegExp(`Participation\\s:\\s${people.length} votes`)
  const exact = (await teams.record()).entries.find(entry => entry.words && words.test(entry.words))
  return ((exact?.takenAt ?? Number.POSITIVE_INFINITY) - from) / SECOND
}

async function measure(folder: string, recipients: number): Promise<Samples> {
  const { sending, sender, line, ground } = await opened(folder, recipients)
  const from = Date.now()
  const taps = await voteAll(line, ground, sending.people)
  await setTimeout(LOOKED_AT)
  const edits = editsOf(await sending.teams.record(), from)
  const exact = await closing(sending, line, ground)
  await sender.stop()
  const { violations } = await sending.teams.record()
  const inChannel = violations.filter(({ conversation }) => conversation.startsWith(WORKSHOPS.id))
  await sending.close()
  const beside = await editedRoom(folder, recipients)
  const stood = stoodFor(taps, edits)
  const wiped = (each: readonly number[]) => each.filter(ms => ms < LOOKED_AT).length
  const sorted = taps.took.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  const more = {
    'taps answered': taps.took.length,
    'taps unanswered': taps.unanswered,
    'median ms': at(0.5),
    'p99 ms': at(0.99),
    'slowest ms': at(0.9999),
    'edits while they vote': edits.length,
    'answers wiped within a minute': wiped(stood),
    'closed card exact, s after closing': exact,
    'violations there': inChannel.length,
    'violations elsewhere': violations.length - inChannel.length,
    'edited along: edits': beside.edits,
    'edited along: answers wiped': wiped(beside.stood),
  }
  const seconds = (each: readonly number[]) => [median(each) / SECOND]
  return { values: seconds(stood), baselines: seconds(beside.stood), more }
}

export const burst: Benchmark = {
  name: 'burst',
  about: `${ROOM} people vote on one channel's card within a minute: seconds for which an answer stands, of 60 looked at; the same where the card is edited meanwhile`,
  unit: 's',
  aims: [
    { of: 'value', atLeast: LOOKED_AT / SECOND },
    { of: 'edits while they vote', atMost: 0 },
    { of: 'closed card exact, s after closing', atMost: 5 },
    { of: 'violations there', atMost: 0 },
  ],
  long: true,
  built: true,
  named: true,
  run: ({ recipients = ROOM }: Options) => withFolder(folder => measure(folder, recipients)),
}
