import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WEEK } from '../../../kernel/time/week.ts'
import type { Programme } from '../../programme/index.ts'
import type { Calendar } from './domain.ts'
import type { PlaceFault } from './holiday-places.ts'

/** Calendar rules of the method file. */
type Rules = Omit<Programme['calendar'], 'zone'>
type Place = Pick<Rules, 'country' | 'region'>

type Days = ReadonlySet<string>

/** Years loaded around the current one: messages are scheduled up to 500 days ahead. */
const AROUND = [-1, 0, 1, 2]

// Works from source and from the build.
const fileOf = (name: string) =>
  fileURLToPath(new URL(`./${name}${import.meta.url.slice(-3)}`, import.meta.url))
const YEARS_FILE = fileOf('holiday-years')
const PLACE_FILE = fileOf('holiday-place')

/** Cache by place and years, for the life of the process. */
const known = new Map<string, Promise<Days>>()

/**
 * Asks a short-lived child process: date-holidays (CC-BY-3.0) would keep 40 MB of this one for good. Its environment is
 * empty, so it gets no secret.
 */
async function ask(file: string, asked: readonly string[]): Promise<unknown> {
  const child = fork(file, asked, { execArgv: [], env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`public holidays cannot be read: exit code ${code}`)
  })
  const [answer] = await Promise.race([once(child, 'message'), ended])
  ended.catch(() => {})
  child.disconnect()
  return answer
}

async function readDays({ country, region = '' }: Place, years: readonly number[]): Promise<Days> {
  return new Set((await ask(YEARS_FILE, [country, region, ...years.map(String)])) as string[])
}

/** Whether the public holidays of a place are known, for the server. */
export async function placeFault({ country, region = '' }: Place): Promise<PlaceFault | undefined> {
  const { fault } = (await ask(PLACE_FILE, [country, region])) as { fault: PlaceFault | null }
  return fault ?? undefined
}

function daysAround(place: Place, year: number): Promise<Days> {
  const key = `${place.country} ${place.region ?? ''} ${year}`
  const years = AROUND.map(far => year + far)
  const days = known.get(key) ?? readDays(place, years)
  known.set(key, days)
  // Failures are not cached.
  days.catch(() => known.delete(key))
  return days
}

/**
 * The programme's calendar, good for 500 days from the given time (milliseconds). Loaded when a message is first
 * queued.
 */
export function calendarOf({ hours, closures, ...rules }: Rules): (now: number) => Promise<Calendar> {
  const days = rules.days.map(day => WEEK.indexOf(day) + 1)
  const isClosure = (day: string) => closures.some(({ from, until }) => from <= day && day <= until)
  return async now => {
    const holidays = await daysAround(rules, new Date(now).getUTCFullYear())
    return { hours, days, closed: day => isClosure(day) || holidays.has(day) }
  }
}
