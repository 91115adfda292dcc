import fc from 'fast-check'
import { MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { Engine } from '../../support/database/engines.ts'
import { found } from '../../support/product/card-assertions.ts'
import { activityOf } from './activities.ts'
import { callOn } from './calls.ts'
import { type Ground, NAME_MARK, PEOPLE, setGround, TEXT_MARK } from './ground.ts'
import { change, mutated } from './mutation.ts'
import { type Answer, type Sending, send } from './request.ts'
import { botTokens, tabTokens } from './tokens.ts'

/** After so many there is a new database: what was closed, taken away or filled up is there again. */
const ROUND = 500
/** What came due is delivered after so many. */
const BATCH = 50

export type Played = {
  readonly tried: number
  /** By door and status: how often. */
  readonly statuses: ReadonlyMap<string, number>
  /** By what went wrong: the first few that did. */
  readonly faults: ReadonlyMap<string, readonly string[]>
  readonly lines: number
  /** Milliseconds. */
  readonly slowest: number
}

type Door = 'token of the tab' | 'token of the bot' | 'activity' | 'API'
type Trial = { readonly door: Door; readonly what: string; readonly sending: Sending; readonly may: boolean }

const plan = fc.record({
  door: fc.constantFrom<Door>(
    'token of the tab',
    'token of the bot',
    'activity',
    'activity',
    'activity',
    'API',
    'API',
  ),
  who: fc.nat(),
  which: fc.nat(),
  at: fc.nat(),
  change,
})
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

const JSON_BODY = { 'content-type': 'application/json' }

async function activityTrial(ground: Ground, { who, which, ...turn }: Plan): Promise<Trial> {
  const { signIn, teams } = ground.bot
  const person = found(PEOPLE[who % PEOPLE.length], 'a person')
  const { name, activity } = activityOf(ground, person, which)
  const { value, what } = mutated(activity, turn, ground.pool, 'value')
  const token = await signIn.botToken({ serviceurl: teams.serviceUrl })
  const headers = { ...JSON_BODY, authorization: `Bearer ${token}` }
  const whole = JSON.stringify(value)
  // Now and then the line breaks half-way.
  const body = turn.at % 13 ? whole : whole.slice(0, which % whole.length)
  const sending = { method: 'POST', path: '/api/messages', headers, body }
  return { door: 'activity', what: `${name}: ${what}`, sending, may: true }
}

async function callTrial(ground: Ground, { who, which, ...turn }: Plan): Promise<Trial> {
  const person = found(PEOPLE[who % PEOPLE.length], 'a person')
  const { name, what, sending } = callOn(ground, which, turn)
  const authorization = `Bearer ${await ground.bot.signIn.tabToken(person)}`
  const headers = { ...sending.headers, authorization }
  return { door: 'API', what: `${name}: ${what}`, sending: { ...sending, headers }, may: true }
}

async function tokenTrial(ground: Ground, { door, who, which, ...turn }: Plan): Promise<Trial> {
  const person = found(PEOPLE[who % PEOPLE.length], 'a person')
  if (door === 'token of the tab') {
    const { what, authorization, may } = await tabTokens(ground, person)(turn)
    return { door, what, may, sending: { method: 'GET', path: '/api/v1/me', headers: { authorization } } }
  }
  const { what, authorization, may } = await botTokens(ground)(turn)
  const { activity } = activityOf(ground, person, which)
  const headers = { ...JSON_BODY, authorization }
  return {
    door,
    what,
    may,
    sending: { method: 'POST', path: '/api/messages', headers, body: JSON.stringify(activity) },
  }
}

function trialOf(ground: Ground, plan: Plan): Promise<Trial> {
  if (plan.door === 'activity') return activityTrial(ground, plan)
  return plan.door === 'API' ? callTrial(ground, plan) : tokenTrial(ground, plan)
}

const WORDS = /\p{L}{2,} \p{L}{2,}/u
const PROBLEM = /"code":"[a-z][a-z-]+"/
const BROKEN = /Cela n’a pas fonctionné|did not work|"statusCode":500|"code":"fault"/

/** What is wrong with an answer, or undefined. */
export function wrongWith({ door, sending, may }: Trial, { status, text }: Answer): string | undefined {
  if (status >= 500 || status === 0) return `status ${status}`
  if (BROKEN.test(text)) return 'a fault in words'
  if (!may && status < 300) return 'let in'
  // Node itself turns away what is too long to read, before anything of ours runs.
  if (status < 400 || status === 431 || sending.method === 'HEAD') return undefined
  if (!WORDS.test(text)) return `status ${status} without words`
  const coded = door === 'API' || door === 'token of the tab'
  return coded && !PROBLEM.test(text) ? `status ${status} without a code` : undefined
}

/** Node answers 431 while we still write, and closes: the answer may never be read. */
function isTooLong({ path, headers }: Sending): boolean {
  return path.length + Object.values(headers).join('').length > 15_000
}

/** What a line of the log must not hold. */
function wrongInLine(line: string): string | undefined {
  if (line.includes(NAME_MARK)) return 'a name in the log'
  if (line.includes(TEXT_MARK)) return 'a text in the log'
  if (line.includes('eyJ')) return 'a token in the log'
  // A changed activity may come from a chat that this Teams knows nothing of.
  if (/"code":"(Conversation|Team)NotFound","msg":"a fact is given up"/.test(line)) return undefined
  return /"level":(50|60)/.test(line) ? 'an error in the log' : undefined
}

/** Hears what is written to the process's own streams, as the SDK does, until `stop`. */
function overhear(lines: string[]): () => void {
  const streams = [process.stdout, process.stderr].map(stream => ({ stream, write: stream.write }))
  for (const { stream } of streams) {
    stream.write = (line: string | Uint8Array) => {
      lines.push(String(line))
      return true
    }
  }
  return () => {
    for (const { stream, write } of streams) stream.write = write
  }
}

const FIRST_FEW = 5

/** Sends `runs` mutations to the whole product, and looks at each answer and at each line that is logged. */
export async function play(engine: Engine, runs: number, seed: number): Promise<Played> {
  const statuses = new Map<string, number>()
  const faults = new Map<string, string[]>()
  const blame = (why: string, what: string) => {
    const known = faults.get(why) ?? []
    if (known.length < FIRST_FEW) known.push(what.slice(0, 900))
    faults.set(why, known)
  }
  let [lines, slowest, tried] = [0, 0, 0]

  async function attempt(ground: Ground, plan: Plan): Promise<void> {
    const trial = await trialOf(ground, plan)
    const { door, what, sending } = trial
    tried += 1
    const read = ground.log.length
    let told = ''
    if (sending.body?.includes('${')) ground.bot.teams.types(sending.body)
    try {
      const answer = await send(ground.bot.origin, sending)
      const key = `${door} ${answer.status}`
      statuses.set(key, (statuses.get(key) ?? 0) + 1)
      slowest = Math.max(slowest, answer.ms)
      const wrong = wrongWith(trial, answer)
      told = `${what}\n    ${sending.method} ${sending.path.slice(0, 200)} ${sending.body?.slice(0, 300)}\n    ${answer.text.slice(0, 200)}`
      if (wrong) blame(`${door}: ${wrong}`, told)
    } catch (error) {
      if (isTooLong(sending)) return
      blame(`${door}: no answer, ${(error as Error).message}`, what)
    }
    judge(ground.log.slice(read), told)
  }

  function judge(said: readonly string[], what: string): void {
    for (const line of said) {
      const wrong = wrongInLine(line)
      if (wrong) blame(wrong, `${line}    after ${what}`)
    }
  }

  async function round(plans: readonly Plan[]): Promise<void> {
    const log: string[] = []
    const ground = await setGround(engine, log)
    const settle = async () => {
      const read = log.length
      await ground.bot.later(MINUTE)
      judge(log.slice(read), 'a delivery')
    }
    for (const [at, each] of plans.entries()) {
      ground.bot.clock.advance(SECOND)
      await attempt(ground, each)
      if (at % BATCH === BATCH - 1) await settle()
    }
    await settle()
    lines += log.length
    // It knows no conversation but its own: what is sent where a changed activity said is none of its business.
    for (const complaint of ground.bot.teams.complaints.splice(0))
      if (!/unknown|not found|nobody|no such/i.test(complaint)) blame('Teams would not take it', complaint)
    await ground.close()
  }

  const broken: string[] = []
  const crash = (error: unknown) => void broken.push(String((error as Error).stack ?? error))
  process.on('uncaughtException', crash).on('unhandledRejection', crash)
  const heard: string[] = []
  const plans = fc.sample(plan, { numRuns: runs, seed })
  try {
    for (let from = 0; from < plans.length; from += ROUND) {
      const stop = overhear(heard)
      await round(plans.slice(from, from + ROUND)).finally(stop)
    }
  } finally {
    process.off('uncaughtException', crash).off('unhandledRejection', crash)
  }
  for (const each of broken) blame('it would have ended the process', each)
  for (const line of heard) blame('printed past the log', line)
  return { tried, statuses, faults, lines: lines + heard.length, slowest }
}
