import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../src/kernel/time/clock.ts'
import { startStrictProcess } from '../test/support/connector/strict-process.ts'
import { startBroadcast } from '../test/support/sending/broadcast.ts'
import { KINDS, prepare } from '../test/support/sending/load.ts'
import { heapLimit } from '../test/support/sending/sender.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import { BOT } from '../test/support/sending/settings.ts'
import { createActivities } from '../test/support/teams/activities.ts'
import { message } from '../test/support/teams/bot.ts'
import { chatId } from '../test/support/teams/chats.ts'
import { TEAM } from '../test/support/teams/index.ts'
import { startBare } from './bare-bot.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { peakMemory, residentMemory, withFolder } from './process.ts'
import { startLoad } from './vote-load-process.ts'

const SENDS = 7_000
const VOTES = 10_000
/** Messages a second: the default of `SEND_RATE`. */
const RATE = 37
const AT_ONCE = 16
/** After the start (ms). */
const IDLE = 5_000
/** Votes signed ahead at one time. */
const VOLLEY = 1_000
/** After the last of it, nobody calling (ms): V8 waits 8 s before it collects at rest, ours looks every 10 s, and pages are given back later still. */
const REST = 40_000

/** Has people vote, at ours and then at the other the same presses; whoever votes again changes their mind. */
async function voteAll(sending: Sending, endpoint: string, bare: string, votes: number): Promise<void> {
  const { organiser, people, teams, signIn } = sending
  const ground = await prepare(sending.lineTo(endpoint), { organiser, voter: organiser })
  const { serviceUrl } = teams
  const house = { serviceUrl, bot: BOT, team: TEAM, nextId: randomUUID, now: systemClock.now }
  const activities = createActivities(house)
  const load = startLoad()
  for (let from = 0; from < votes; from += VOLLEY) {
    const made = Array.from({ length: Math.min(VOLLEY, votes - from) }, async (_, at) => {
      const person = people[(from + at) % people.length] ?? organiser
      const { verb = '', data = {} } = KINDS.vote?.(ground, person.name, from + at) ?? {}
      const activity = activities.executed(person, { conversation: chatId(person) }, 'card', { verb, data })
      const token = await signIn.botToken({ serviceurl: serviceUrl, jti: activity.id })
      return { token, body: JSON.stringify(activity) }
    })
    const shots = await Promise.all(made)
    for (const [url, good] of [
      [endpoint, 'Votre vote est '],
      [bare, ''],
    ] as const)
      await load.fire({ shots: shots.map(shot => ({ ...shot, url })), atOnce: AT_ONCE, good })
  }
  load.stop()
}

async function measure(folder: string, recipients: number, heap?: number): Promise<Samples> {
  const node = heapLimit(heap)
  const sending = await openSending({
    recipients,
    weather: FAIR,
    folder,
    sendRate: RATE,
    built: true,
    node,
  })
  const { people, signIn, organiser } = sending
  const other = await startStrictProcess({ people: recipients, bearers: ['bare'], weather: FAIR })
  const [ours, bare] = [await sending.start(), await startBare(signIn.openIdUrl, { bearer: 'bare', node })]
  await setTimeout(IDLE)
  const idle = { ours: ours.memory().now, bare: residentMemory(bare.child) }
  await voteAll(sending, ours.endpoint, bare.target.urls[0] ?? '', Math.round((recipients * VOTES) / SENDS))
  const voted = { ours: ours.memory().now, bare: residentMemory(bare.child) }
  const body = [{ type: 'TextBlock', text: 'Bonjour', wrap: true }]
  await bare.send({
    serviceUrl: other.serviceUrl,
    conversations: people.map(chatId),
    activity: message({ type: 'AdaptiveCard', version: '1.5', body }),
    perSecond: RATE,
  })
  await startBroadcast(ours.origin, signIn, organiser)
  await sending.finished()
  await other.calm()
  await setTimeout(REST)
  const told = (await other.record()).entries.filter(({ takenAt }) => takenAt !== undefined).length
  const worked = { ours: ours.memory(), bare: residentMemory(bare.child) }
  const more = {
    'idle, ours MB': idle.ours,
    'idle, bare MB': idle.bare,
    'after the votes, ours MB': voted.ours,
    'after the votes, bare MB': voted.bare,
    'at most, ours MB': worked.ours.most,
    'at most, bare MB': peakMemory(bare.child),
    'told by the bare one': told,
  }
  const { once } = await sending.verdict()
  await ours.stop()
  await bare.stop()
  await other.stop()
  await sending.close()
  if (once !== recipients) throw new Error(`${once} of ${recipients} were told`)
  return {
    values: [worked.ours.now],
    baselines: [worked.bare],
    more: Object.fromEntries(Object.entries(more).map(([what, size]) => [what, Math.round(size)])),
  }
}

export const memoryWorked: Benchmark = {
  name: 'memory-worked',
  about: `resident memory after ${VOTES} votes and ${SENDS} messages; the bare SDKs' after as many`,
  unit: 'MB',
  aims: [{ of: 'ratio', atMost: 1.5 }],
  size: { recipients: 1_000 },
  built: true,
  named: true,
  run: ({ recipients = SENDS, heap }: Options) => withFolder(folder => measure(folder, recipients, heap)),
}
