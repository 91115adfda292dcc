import { setTimeout } from 'node:timers/promises'
import { MINUTE, SECOND } from '../src/kernel/time/clock.ts'
import { listen } from '../test/support/product/events.ts'
import { startBroadcast } from '../test/support/sending/broadcast.ts'
import { type Ground, KINDS, type Line, prepare } from '../test/support/sending/load.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import { apiAs } from '../test/support/sign-in/api.ts'
import type { Person } from '../test/support/sign-in/cast.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { withFolder } from './process.ts'

const MINUTES = 30
/** Of which the last is held against the first. */
const WINDOW = 5 * MINUTE
/** Before the first, for V8 to compile what is used (ms). */
const WARM = MINUTE
const PEOPLE = 7_000
/** Pages open all the while, and for how long each stays (ms). */
const PAGES = 100
const STAY = 3 * MINUTE

/**
 * What 7,000 people do in the eight hours of a lively day of the programme, and twenty times that pace in acts a second:
 * one in four votes, one in ten answers a workshop, one in thirty has an idea, one in sixty takes a commitment, three in
 * ten open a tab, which asks eight things, and one message reaches everybody.
 */
const DAY = { vote: 1_750, answer: 700, idea: 230, commitment: 115, tab: 2_100 * 8, message: 7_000 } as const
type Act = keyof typeof DAY
const PACE = 20
const perSecond = (act: Act) => (DAY[act] * PACE) / (8 * 3_600)

/** What a tab asks as it opens. */
const ASKED = [
  '/me',
  '/programme',
  '/workshops',
  '/ideas',
  '/ballots',
  '/commitments',
  '/initiatives',
  '/me/messages',
]

type Took = { readonly at: number; readonly ms: number }
type Day = { readonly took: Took[]; readonly memory: Took[]; readonly faults: Map<string, number> }

/** Does `work` so many times a second until `until`, whether or not those before are done. */
async function keepOn(rate: number, until: number, work: (turn: number) => Promise<void>): Promise<void> {
  const from = performance.now()
  const under = new Set<Promise<void>>()
  for (let turn = 0; ; turn++) {
    const at = from + (turn * 1_000) / rate
    if (at >= until) break
    await setTimeout(Math.max(0, at - performance.now()))
    const one = work(turn).finally(() => under.delete(one))
    under.add(one)
  }
  await Promise.all(under)
}

function timed(day: Day, what: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now()
  const fail = (error: Error) => {
    const words = `${what}: ${error.message.slice(0, 80)}`
    day.faults.set(words, (day.faults.get(words) ?? 0) + 1)
  }
  return work().then(() => void day.took.push({ at: from, ms: performance.now() - from }), fail)
}

/** People come and go, each for a while, and hear what changes. */
async function visit({ signIn, people }: Sending, origin: string, until: number, at: number, day: Day) {
  for (let turn = 0; performance.now() < until; turn++) {
    const who = people[(at + turn * PAGES) % people.length]
    if (!who) return
    // A page stays for between half and all of it, so that they do not all go at once.
    const stay = Math.min(STAY * (0.5 + (at % 10) / 20), until - performance.now())
    await timed(day, 'events', async () => {
      const { leave, status } = await listen(origin, await signIn.tabToken(who))
      if (status !== 200) throw new Error(`answered ${status}`)
      void setTimeout(stay).then(leave)
    })
    await setTimeout(stay)
  }
}

type Parts = {
  readonly sending: Sending
  readonly line: Line
  readonly ground: Ground
  readonly origin: string
}

function live({ sending, line, ground, origin }: Parts, until: number, day: Day): Promise<unknown> {
  const { people, signIn, organiser } = sending
  const who = (turn: number): Person => people[(turn * 37) % people.length] ?? organiser
  const chat = (kind: Exclude<Act, 'tab' | 'message'>) =>
    keepOn(perSecond(kind), until, turn =>
      timed(day, kind, async () => {
        const act = KINDS[kind]?.(ground, who(turn).name, turn)
        if (act) await line.presses(who(turn), act.verb, act.data)
      }),
    )
  const tab = keepOn(perSecond('tab'), until, turn =>
    timed(day, 'tab', () =>
      apiAs(origin, signIn, who(Math.floor(turn / ASKED.length))).get(ASKED[turn % ASKED.length] ?? ''),
    ),
  )
  const pages = Array.from({ length: PAGES }, (_, at) => visit(sending, origin, until, at, day))
  return Promise.all([chat('vote'), chat('answer'), chat('idea'), chat('commitment'), tab, ...pages])
}

const share = (values: readonly number[], of: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * of)] ?? Number.NaN

/** By windows of five minutes, or a third of the whole where that is shorter. */
function windows({ took, memory }: Day, from: number, until: number) {
  const length = Math.min(WINDOW, (until - from) / 3)
  const count = Math.max(1, Math.round((until - from) / length))
  return Array.from({ length: count }, (_, at) => {
    const within = (all: readonly Took[]) =>
      all.filter(one => one.at >= from + at * length && one.at < from + (at + 1) * length).map(({ ms }) => ms)
    return { acts: within(took).length, p99: share(within(took), 0.99), memory: share(within(memory), 0.5) }
  })
}

async function measure(folder: string, minutes: number, people: number) {
  const rate = Math.round(perSecond('message'))
  const sending = await openSending({
    recipients: people,
    weather: FAIR,
    folder,
    built: true,
    sendRate: rate,
  })
  const sender = await sending.start()
  const line = sending.lineTo(sender.endpoint)
  const { organiser } = sending
  const ground = await prepare(line, { organiser, voter: organiser })
  await startBroadcast(sender.origin, sending.signIn, organiser)
  const day: Day = { took: [], memory: [], faults: new Map() }
  const from = performance.now() + Math.min(WARM, (minutes * MINUTE) / 5)
  const until = from + minutes * MINUTE
  const beat = setInterval(
    () => day.memory.push({ at: performance.now(), ms: sender.memory().now }),
    5 * SECOND,
  )
  await live({ sending, line, ground, origin: sender.origin }, until, day)
  clearInterval(beat)
  const most = sender.memory().most
  await sender.stop()
  await sending.close()
  return { seen: windows(day, from, until), faults: day.faults, most, acts: day.took.length }
}

/** Both are measured in one run. */
let measured: ReturnType<typeof measure> | undefined

async function samplesOf(figure: 'p99' | 'memory', { minutes = MINUTES, recipients = PEOPLE }: Options) {
  measured ??= withFolder(folder => measure(folder, minutes, recipients))
  const { seen, faults, most, acts } = await measured
  const all = seen.map(each => Number(each[figure].toPrecision(3)))
  const more = {
    ...Object.fromEntries(all.map((value, at) => [`window ${at + 1}`, value])),
    acts,
    'acts a second': Number((acts / (minutes * 60)).toPrecision(3)),
    'memory at most MB': Math.round(most),
    ...Object.fromEntries(faults),
  }
  return { values: all.slice(-1), baselines: all.slice(0, 1), more } satisfies Samples
}

const benchmark = (name: string, figure: 'p99' | 'memory', unit: 'ms' | 'MB', what: string): Benchmark => ({
  name,
  under: 'soak',
  about: `${what} in the last five of ${MINUTES} minutes of a day at ${PACE} times its pace; in the first five`,
  unit,
  long: true,
  built: true,
  named: true,
  run: options => samplesOf(figure, options),
})

export const soak: readonly Benchmark[] = [
  benchmark('soak-p99', 'p99', 'ms', '99 in 100 acts and calls'),
  benchmark('soak-memory', 'memory', 'MB', 'resident memory'),
]
