import { setTimeout } from 'node:timers/promises'
import { startStrictProcess } from '../test/support/connector/strict-process.ts'
import { startBroadcast } from '../test/support/sending/broadcast.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import { rateOf } from '../test/support/sending/verdict.ts'
import { manyPeople } from '../test/support/sign-in/cast.ts'
import { call, message } from '../test/support/teams/bot.ts'
import { chatId } from '../test/support/teams/chats.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { withFolder } from './process.ts'

/** Everybody in the Région. */
const EVERYBODY = 7_000
/** Messages a second: the default of `SEND_RATE`. */
const RATE = 37
const TAPS_PER_SECOND = 5
const BARE_SECONDS = 10

/** A loop that posts at that rate and does nothing else, to another Teams of the same kind. @returns posts a second */
async function bareRate(): Promise<number> {
  const people = manyPeople(RATE * BARE_SECONDS)
  const teams = await startStrictProcess({ people: people.length, bearers: ['bare'], weather: FAIR })
  const body = { type: 'TextBlock', text: 'Bonjour', wrap: true }
  const card = message({ type: 'AdaptiveCard', version: '1.5', body: [body] })
  const from = performance.now()
  const posts: Promise<unknown>[] = []
  for (const [at, person] of people.entries()) {
    await setTimeout(Math.max(0, from + (at * 1_000) / RATE - performance.now()))
    const path = `v3/conversations/${encodeURIComponent(chatId(person))}/activities`
    posts.push(call(teams.serviceUrl, 'POST', path, card, 'bare'))
  }
  await Promise.all(posts)
  const rate = rateOf(await teams.record(), people.length)
  await teams.stop()
  return rate
}

/** An organiser writes to everybody, people voting meanwhile. */
async function sendAll(sending: Sending): Promise<Samples> {
  const { people, teams, signIn, organiser } = sending
  const sender = await sending.start()
  const taps = await sending.taps(sender.endpoint, TAPS_PER_SECOND)
  await startBroadcast(sender.origin, signIn, organiser)
  await sending.finished()
  const memory = sender.memory()
  const { answered, unanswered, p99 } = await taps.stop()
  await sender.stop()
  const { states, ...verdict } = await sending.verdict()
  const record = await teams.record()
  const kinds = record.violations.map(({ kind }) => kind)
  const more = {
    ...verdict,
    ...Object.fromEntries(Object.entries(states).map(([state, count]) => [`state ${state}`, count])),
    ...Object.fromEntries(kinds.map(kind => [`violation ${kind}`, kinds.filter(one => one === kind).length])),
    'memory MB': Math.round(memory.now),
    'memory at most MB': Math.round(memory.most),
    'taps answered': answered,
    'taps unanswered': unanswered,
    'taps p99 ms': Math.round(p99),
    'Teams late at most ms': record.late,
  }
  return { values: [rateOf(record, people.length)], baselines: [RATE], more }
}

const benchmark = (name: string, share: number, aim: number, what: string): Benchmark => ({
  name,
  about: `${EVERYBODY} people told at ${RATE} a second while others vote, ${what}; the rate asked for`,
  unit: 'messages/s',
  aim,
  aims: [
    { of: 'lost', atMost: 0 },
    { of: 'twice', atMost: 0 },
  ],
  size: { recipients: 1_000 },
  built: true,
  named: true,
  run: ({ recipients = EVERYBODY }: Options) =>
    withFolder(async folder => {
      const bare = await bareRate()
      const weather = { ...FAIR, share }
      const sending = await openSending({ recipients, weather, folder, sendRate: RATE, built: true })
      const { more, ...samples } = await sendAll(sending).finally(sending.close)
      return { ...samples, more: { 'bare loop messages/s': Number(bare.toPrecision(3)), ...more } }
    }),
})

export const broadcast = benchmark('broadcast', 0, 0.95 * RATE, 'nothing going wrong')
export const broadcastFaults = benchmark('broadcast-faults', 0.03, 0.85 * RATE, '3 % of calls going wrong')
