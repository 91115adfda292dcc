/**
 * `npm run prove -- upgrade [--people N] [--alone]`: two instances of the build behind a real nginx with infra/nginx/faire.conf are replaced by the next
 * version, which has one migration more, one after the other (docs/deploy.md, 5), while people vote, answer and drop ideas
 * thirty times a second, pages listen and ask, and a broadcast goes out. Ends with exit code 1 unless every tap and
 * call was answered at its first try, pages listen again within 2 s, and all stands once. `--alone`: instead, one instance
 * is restarted, to see what that spares.
 */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { open } from '../src/db/index.ts'
import { SECOND } from '../src/kernel/time/clock.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { listen } from '../test/support/product/events.ts'
import { startBroadcast } from '../test/support/sending/broadcast.ts'
import { type Ground, KINDS, type Line, prepare } from '../test/support/sending/load.ts'
import { idOf } from '../test/support/sending/recipients.ts'
import { type Sender, startSender } from '../test/support/sending/sender.ts'
import { openSending, type Sending } from '../test/support/sending/sending.ts'
import type { Person } from '../test/support/sign-in/cast.ts'
import { textOnCard } from '../test/support/teams/card-view.ts'
import { chatId } from '../test/support/teams/chats.ts'
import { buildNext } from './next-version.ts'
import { startNginx } from './nginx.ts'
import { withFolder } from './process.ts'

const TAPS_A_SECOND = 30
const CALLS_A_SECOND = 10
const PAGES = 20
/** A page opens with all that it loads so often (ms). */
const OPENING = 250
/** As a page waits before it comes back from one that stops (src/tabs/client/data/stream/live.ts), at most and at least (ms). */
const WAITS = [750, 1_500] as const
/** Before, between and after the two replacements. */
const CALM = 4 * SECOND
/** Every so many taps are of that kind. */
const TURNS = ['vote', 'vote', 'answer', 'vote', 'idea'] as const

const print = (what: string, value: string | number) =>
  void process.stdout.write(`${what.padEnd(44)}${value}\n`)

type Failure = { readonly at: number; readonly why: string }

/** What people were told, and what was not answered as it should. */
type Told = {
  readonly votes: Map<string, string>
  readonly answers: Map<string, string>
  readonly ideas: string[]
  readonly took: number[]
  readonly failed: Record<'taps' | 'calls' | 'pages', Failure[]>
  calls: number
  opened: number
}

const failureOf = (error: unknown): Failure => {
  const { message, cause } = error as Error & { cause?: { code?: string } }
  const title = /<title>(.+)<\/title>/.exec(message)?.[1]
  return { at: performance.now(), why: cause?.code ?? title ?? message.slice(0, 100).replaceAll('\n', ' ') }
}

async function tap(line: Line, ground: Ground, person: Person, turn: number, told: Told): Promise<void> {
  const kind = TURNS[turn % TURNS.length] ?? 'vote'
  const act = KINDS[kind]?.(ground, person.name, turn)
  if (!act) return
  const from = performance.now()
  try {
    const card = await line.presses(person, act.verb, act.data, { conversation: chatId(person) })
    if (!act.good.test(textOnCard(card))) throw new Error(textOnCard(card))
    told.took.push(performance.now() - from)
    if (kind === 'idea') told.ideas.push(act.what)
    else (kind === 'vote' ? told.votes : told.answers).set(idOf(person), act.what)
  } catch (error) {
    told.failed.taps.push(failureOf(error))
  }
}

/** What a page asks once it is open. */
async function call(origin: string, { signIn }: Sending, person: Person, ballot: string, told: Told) {
  const headers = { authorization: `Bearer ${await signIn.tabToken(person)}` }
  try {
    const { status } = await fetch(`${origin}/api/v1/ballots/${ballot}`, { headers })
    told.calls += 1
    if (status !== 200) told.failed.calls.push({ at: performance.now(), why: String(status) })
  } catch (error) {
    told.failed.calls.push(failureOf(error))
  }
}

/** A page and all that it names, whichever instance has which. */
async function openPage(origin: string, told: Told): Promise<void> {
  try {
    const page = await fetch(`${origin}/tabs/personal`)
    const names = (await page.text()).match(/\/tabs\/assets\/[\w.-]+/g) ?? []
    const files = await Promise.all([...new Set(names)].map(name => fetch(`${origin}${name}`)))
    await Promise.all(files.map(file => file.arrayBuffer()))
    told.opened += 1
    const wrong = [page, ...files].filter(({ status }) => status !== 200).map(({ status }) => status)
    if (wrong.length > 0 || names.length === 0)
      told.failed.pages.push({
        at: performance.now(),
        why: `${[...new Set(wrong)]} of ${names.length} files`,
      })
  } catch (error) {
    told.failed.pages.push(failureOf(error))
  }
}

/** A page that listens for as long as `isOn`, and comes back as pages do. Answers how long it heard nothing each time (ms). */
function follow(origin: string, { signIn }: Sending, who: Person, share: number) {
  const gaps: number[] = []
  const [least, most] = WAITS
  let [on, events] = [true, 0]
  let stream: Awaited<ReturnType<typeof listen>> | undefined
  async function live(): Promise<void> {
    for (let lostAt: number | undefined; on; ) {
      const token = await signIn.tabToken(who)
      stream = await listen(origin, token).catch(() => undefined)
      if (stream?.status === 200) {
        if (lostAt !== undefined) gaps.push(performance.now() - lostAt)
        lostAt = undefined
        events += (await stream.all()).filter(({ event }) => event === 'changed').length
      }
      lostAt ??= performance.now()
      if (on) await setTimeout(least + (most - least) * share)
    }
  }
  const ended = live()
  return {
    async end() {
      on = false
      await stream?.leave()
      await ended
      return { gaps, events }
    },
  }
}

/** Has `work` done so many times a second until it is told to end, whether or not those before are answered. */
function repeat(perSecond: number, work: (turn: number) => Promise<void>): () => Promise<void> {
  const under = new Set<Promise<void>>()
  let turn = 0
  const beat = setInterval(() => {
    const one = work(turn++).finally(() => under.delete(one))
    under.add(one)
  }, SECOND / perSecond)
  return async () => {
    clearInterval(beat)
    await Promise.all(under)
  }
}

/** What stands otherwise than people were told. */
async function faultsIn({ database }: Sending, { votes, answers, ideas }: Told): Promise<readonly string[]> {
  return database.read(async tx => {
    const db = open(tx)
    const chosen = await db.selectFrom('vote_choice').select(['person_id', 'option_id']).execute()
    const roll = await db.selectFrom('vote').select('person_id').execute()
    const [ballot] = await db.selectFrom('ballot').select('votes').execute()
    const texts = (await db.selectFrom('idea').select('text').execute()).map(({ text }) => text)
    const byPerson = new Map(chosen.map(({ person_id, option_id }) => [person_id, option_id]))
    const seated = await db.selectFrom('registration').select(['person_id', 'answer']).execute()
    const answered = new Map(seated.map(({ person_id, answer }) => [person_id, answer]))
    return [
      ...[...votes].filter(([who, what]) => byPerson.get(who) !== what).map(() => 'a vote is lost'),
      ...[...answers].filter(([who, what]) => answered.get(who) !== what).map(() => 'an answer is lost'),
      ...(roll.length === byPerson.size && chosen.length === byPerson.size ? [] : ['a vote stands twice']),
      ...(Number(ballot?.votes) === roll.length ? [] : ['the total of the ballot is wrong']),
      ...ideas.filter(text => !texts.includes(text)).map(text => `lost: ${text}`),
      ...texts.filter((text, at) => texts.indexOf(text) < at).map(text => `twice: ${text}`),
    ]
  })
}

type Parts = {
  readonly folder: string
  readonly url: string
  readonly people: number
  readonly alone: boolean
}

/** The load on its own, then each instance stopped and started as what `next` says, the load going on. */
async function run({ folder, url, people: recipients, alone }: Parts): Promise<boolean> {
  const instances = alone ? 1 : 2
  const sending = await openSending({ recipients, folder, instances, url, built: true })
  const { organiser, people, signIn } = sending
  const next = alone ? undefined : buildNext(join(folder, 'next'))
  // Whatever fails on the way, none of them outlives this.
  const started = new Set<Sender>()
  process.once('exit', () => {
    for (const each of started) each.signal('SIGTERM')
  })
  const start = async (at: number, built: string | true) => {
    const sender = await startSender({
      signIn,
      token: `instance-${at}`,
      settings: { ...sending.settings[at], TRUSTED_PROXIES: '1' },
      built,
    })
    started.add(sender)
    return sender
  }
  const running = await Promise.all(Array.from({ length: instances }, (_, at) => start(at, true)))
  const nginx = await startNginx(
    folder,
    sending.settings.map(({ PORT }) => Number(PORT)),
  )
  const { origin } = nginx
  const line = sending.lineTo(`${origin}/api/messages`)
  const ground = await prepare(line, { organiser, voter: organiser })
  const failed = { taps: [], calls: [], pages: [] }
  const told: Told = {
    votes: new Map(),
    answers: new Map(),
    ideas: [],
    took: [],
    failed,
    calls: 0,
    opened: 0,
  }
  await startBroadcast(origin, signIn, organiser)
  const pages = people.slice(0, PAGES).map((who, at) => follow(origin, sending, who, at / PAGES))
  const who = (turn: number) => people[turn % people.length] ?? organiser
  const load = [
    repeat(TAPS_A_SECOND, turn => tap(line, ground, who(turn), turn, told)),
    repeat(CALLS_A_SECOND, turn => call(origin, sending, who(turn), ground.ballot, told)),
    repeat(SECOND / OPENING, () => openPage(origin, told)),
  ]
  await setTimeout(CALM)
  for (const [at, before] of running.entries()) {
    const from = performance.now()
    const code = await before.stop()
    const stopped = performance.now()
    running[at] = await start(at, next ?? true)
    const ready = await fetch(`${running[at].origin}/health/ready`)
    const took = [stopped - from, performance.now() - stopped].map(ms => `${Math.round(ms)} ms`).join(', ')
    print(
      `instance ${at + 1}: stopped and started in`,
      `${took}; ended with ${code}, then ready: ${ready.status}`,
    )
    await setTimeout(CALM)
  }
  for (const end of load) await end()
  const heard = await Promise.all(pages.map(page => page.end()))
  await sending.finished()
  const faults = await faultsIn(sending, told)
  const { lost, twice, unsaid, states } = await sending.verdict()
  for (const instance of running) await instance.stop()
  await nginx.stop()
  await sending.close()

  const gaps = heard.flatMap(page => page.gaps)
  const sorted = told.took.toSorted((a, b) => a - b)
  print('taps answered at the first try', told.took.length)
  print(
    'their slowest, and 99 in 100 within',
    `${Math.round(sorted.at(-1) ?? 0)} ms, ${Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0)} ms`,
  )
  for (const [what, failures] of Object.entries(told.failed)) {
    const [first, last] = [failures[0]?.at ?? 0, failures.at(-1)?.at ?? 0]
    const whys = [...new Set(failures.map(({ why }) => why))].slice(0, 3).join(' · ')
    print(
      `${what} not answered`,
      failures.length && `${failures.length} within ${Math.round(last - first)} ms: ${whys}`,
    )
  }
  print('calls of tabs, pages opened', `${told.calls}, ${told.opened}`)
  print(
    'pages that listen again: how often, at most after',
    `${gaps.length}, ${Math.round(Math.max(0, ...gaps))} ms`,
  )
  print(
    'changes that they heard of',
    heard.reduce((sum, { events }) => sum + events, 0),
  )
  print('what stands otherwise than people were told', faults.join(', ') || 'nothing')
  print('the broadcast', JSON.stringify({ lost, twice, unsaid, ...states }))
  const unanswered = Object.values(told.failed).flat().length
  const whole = faults.length + lost + twice + unsaid === 0
  return whole && unanswered === 0 && gaps.length >= PAGES && Math.max(...gaps) <= 2 * SECOND
}

const { values } = parseArgs({ options: { people: { type: 'string' }, alone: { type: 'boolean' } } })
const bin = postgresFolder()
if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
const { url, stop } = await startPostgres(bin)
const parts = { url, people: Number(values.people ?? 700), alone: values.alone ?? false }
const held = await withFolder(folder => run({ folder, ...parts })).finally(stop)
print(held ? 'All held.' : 'Something did not hold.', '')
process.exitCode = held ? 0 : 1
