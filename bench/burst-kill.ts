import { setTimeout } from 'node:timers/promises'
import { open } from '../src/db/index.ts'
import { SECOND } from '../src/kernel/time/clock.ts'
import type { BallotView } from '../src/tabs/contract/ballots/ballots.ts'
import { listen } from '../test/support/product/events.ts'
import { type Ground, KINDS, type Line, prepare } from '../test/support/sending/load.ts'
import { idOf } from '../test/support/sending/recipients.ts'
import { openSending, type Sending } from '../test/support/sending/sending.ts'
import { apiAs } from '../test/support/sign-in/api.ts'
import type { Person } from '../test/support/sign-in/cast.ts'
import { chatId } from '../test/support/teams/chats.ts'
import { median } from './benchmark.ts'
import { closing, editsOf } from './burst.ts'

const WINDOW = 60 * SECOND
/** People who tap in the same moment, on either instance. */
const CROWD = 7
/** After how long somebody who had no answer taps again, and how often before they are missed (ms). */
const AGAIN = 500
const PATIENCE = 40
/** Every so many people tap twice. */
const TWICE = 20
/** Pages that listen at each instance. */
const PAGES = 10
/** Within which the closed card is exact (seconds). */
const MOST_LATE = 5
/** As a page waits before it comes back (src/tabs/client/data/stream/live.ts), at most and at least (ms). */
const WAITS = [500, 1_000] as const

type Taps = {
  readonly choices: Map<string, string>
  readonly took: number[]
  unanswered: number
  again: number
}

/** One person's vote through whichever line answers, the other one after each that does not. */
async function vote(
  lines: readonly Line[],
  ground: Ground,
  person: Person,
  turn: number,
  taps: Taps,
): Promise<void> {
  const act = KINDS.vote?.(ground, person.name, turn)
  if (!act) return
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const from = performance.now()
    try {
      await lines[(turn + attempt) % lines.length]?.presses(person, act.verb, act.data, {
        conversation: chatId(person),
      })
      taps.took.push(performance.now() - from)
      taps.choices.set(idOf(person), act.what)
      if (attempt > 0) taps.again += 1
      return
    } catch {
      taps.unanswered += 1
      await setTimeout(AGAIN)
    }
  }
}

/** A page that listens at one instance, and at the other once that one is gone. `share`: how long it waits, of the longest. */
async function watch(
  sending: Sending,
  origins: readonly [string, string],
  who: Person,
  ballot: string,
  share: number,
) {
  const [here, there] = origins
  const token = await sending.signIn.tabToken(who)
  const first = await listen(here, token)
  let leave = first.leave
  const seen = Promise.withResolvers<{ readonly at: number; readonly votes: number }>()
  const told = Promise.withResolvers<number>()
  void first.all().then(async () => {
    const [least, most] = WAITS
    await setTimeout(least + (most - least) * share)
    const second = await listen(there, token)
    leave = second.leave
    const view = await apiAs(there, sending.signIn, who).get<BallotView>(`/ballots/${ballot}`)
    seen.resolve({ at: performance.now(), votes: Number(view.votes) })
    await second.next('changed')
    told.resolve(performance.now())
  })
  return { seen: seen.promise, told: told.promise, leave: () => leave() }
}

/** What stands, beside what was acknowledged. */
async function standing({ database }: Sending, { choices }: Taps) {
  return database.read(async tx => {
    const db = open(tx)
    const roll = await db.selectFrom('vote').select('person_id').execute()
    const chosen = await db.selectFrom('vote_choice').select(['person_id', 'option_id']).execute()
    const ballot = await db.selectFrom('ballot').select('votes').executeTakeFirstOrThrow()
    const options = await db.selectFrom('ballot_option').select(['id', 'votes']).execute()
    const byPerson = new Map(chosen.map(({ person_id, option_id }) => [person_id, option_id]))
    const lost = [...choices].filter(([person, choice]) => byPerson.get(person) !== choice).length
    const counted = options.every(
      ({ id, votes }) => Number(votes) === chosen.filter(({ option_id }) => option_id === id).length,
    )
    const people = new Set(roll.map(({ person_id }) => person_id)).size
    return {
      votes: roll.length,
      lost,
      twice: roll.length - people + chosen.length - byPerson.size,
      total: Number(ballot.votes),
      counted,
    }
  })
}

type Print = (...columns: readonly (string | number)[]) => void

/**
 * Two instances on one PostgreSQL; `recipients` people vote on both within a minute, and one is ended with `kill -9` in the
 * middle. Answers whether every vote that was answered stands as it was cast, once, open pages see on within 2 s, the channel's card is left alone until it closes, and is then exact within 5 s.
 */
export async function killInBurst(
  recipients: number,
  folder: string,
  url: string,
  print: Print,
): Promise<boolean> {
  const sending = await openSending({ recipients, folder, instances: 2, url, built: true })
  const { organiser, people, signIn } = sending
  const [one, two] = [await sending.start(), await sending.start(1)]
  const lines = [sending.lineTo(one.endpoint), sending.lineTo(two.endpoint)]
  const [line] = lines
  if (!line) throw new Error('there is no instance')
  const ground = await prepare(line, { organiser, voter: organiser })
  await sending.finished()
  const taps: Taps = { choices: new Map(), took: [], unanswered: 0, again: 0 }
  const cut: Awaited<ReturnType<typeof watch>>[] = []
  for (const [at, who] of people.slice(0, PAGES).entries())
    cut.push(await watch(sending, [one.origin, two.origin], who, ground.ballot, at / PAGES))
  const other = await listen(two.origin, await signIn.tabToken(organiser))
  const from = Date.now()
  const votes: Promise<void>[] = []
  let [killedAt, answered] = [0, 0]
  for (const [turn, person] of people.entries()) {
    const crowd = Math.floor(turn / CROWD) * CROWD
    await setTimeout(Math.max(0, from + (crowd * WINDOW) / people.length - Date.now()))
    votes.push(vote(lines, ground, person, turn, taps))
    if (turn % TWICE === 0) votes.push(vote(lines, ground, person, turn, taps))
    if (turn !== people.length >> 1) continue
    answered = taps.choices.size
    killedAt = performance.now()
    // In the midst of a crowd: some of it is under way.
    void one.kill()
  }
  await Promise.all(votes)
  const seen = await Promise.all(cut.map(page => page.seen))
  const told = await Promise.all(cut.map(page => page.told))
  await sending.finished()
  const edits = editsOf(await sending.teams.record(), from).length
  const late = await closing(sending, sending.lineTo(two.endpoint), ground)
  const stand = await standing(sending, taps)
  const after = (moments: readonly number[]) => moments.map(at => Math.round(at - killedAt))
  const back = after(seen.map(({ at }) => at))
  const rows = {
    'votes acknowledged': taps.choices.size,
    'of them before the kill': answered,
    stand: stand.votes,
    'lost or another choice': stand.lost,
    'counted twice': stand.twice,
    'total of the ballot': stand.total,
    'taps not answered': taps.unanswered,
    'answered when tapped again': taps.again,
    'pages back, ms after it': `${median(back)}, at most ${Math.max(...back)}`,
    'votes they saw at least': Math.min(...seen.map(({ votes: count }) => count)),
    'told to look, ms after it': `${median(after(told))}, at most ${Math.max(...after(told))}`,
    'events of the other page': other.heard.filter(({ event }) => event === 'changed').length,
    'edits of the card while they voted': edits,
    'closed card exact, ms after closing': Math.round(late * SECOND),
  }
  for (const [what, count] of Object.entries(rows)) print(what.padEnd(36), count)
  for (const page of cut) await page.leave()
  await other.leave()
  await two.stop()
  await sending.close()
  const shown = edits === 0 && late <= MOST_LATE
  const exact = stand.votes === people.length && stand.total === people.length && stand.counted && shown
  const whole = taps.choices.size === people.length && stand.lost + stand.twice === 0
  return (
    exact && whole && Math.max(...back) <= 2 * SECOND && seen.every(({ votes: count }) => count >= answered)
  )
}
