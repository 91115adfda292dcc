import { type Database, open } from '../../../src/db/index.ts'
import type { Entry, TeamsRecord } from '../connector/record.ts'
import type { Person } from '../sign-in/cast.ts'
import { chatId } from '../teams/chats.ts'
import { idOf } from './recipients.ts'

/** States of people's messages by the product. */
type Told = ReadonlyMap<string, string>

/** States that are listed to organisers as not, or perhaps not, delivered. */
const LISTED = ['unknown', 'unreachable', 'dead']

/** Outcome for `recipients`, by Teams and by the product. Numbers count people. */
export type Verdict = {
  readonly recipients: number
  readonly once: number
  readonly twice: number
  /** Without a message in their chat, and not listed. */
  readonly lost: number
  /** By the product's own word. */
  readonly states: Readonly<Record<string, number>>
  /** Whose last call was doubtful, or cut off by a kill: those must be `unknown`. */
  readonly doubtful: number
  /** Doubtful by Teams, not reported so. */
  readonly unsaid: number
  /** Reported as unknown, although Teams answered plainly or was never called. */
  readonly needless: number
  readonly violations: number
}

/** What the product says of each person's newest message, by their id. */
export async function statesIn(database: Database): Promise<Told> {
  const rows = await database.read(tx =>
    open(tx).selectFrom('message').select(['person_id', 'state']).orderBy('created_at').execute(),
  )
  return new Map(rows.map(({ person_id, state }) => [person_id, state]))
}

function isDoubtful(entry: Entry | undefined): boolean {
  return entry?.end === 'doubtful' || entry?.end === 'left'
}

function countBy(values: readonly string[]): Record<string, number> {
  const groups = Object.entries(Object.groupBy(values, value => value))
  return Object.fromEntries(groups.map(([value, all = []]) => [value, all.length]))
}

export function judge(recipients: readonly Person[], record: TeamsRecord, told: Told): Verdict {
  const posts = Map.groupBy(
    record.entries.filter(({ kind }) => kind === 'post'),
    ({ conversation }) => conversation,
  )
  const people = recipients.map(person => {
    const calls = posts.get(chatId(person)) ?? []
    const stands = calls.filter(({ takenAt }) => takenAt !== undefined).length
    return { stands, doubtful: isDoubtful(calls.at(-1)), state: told.get(idOf(person)) ?? 'untold' }
  })
  const count = (is: (person: (typeof people)[number]) => boolean) => people.filter(is).length
  return {
    recipients: people.length,
    once: count(({ stands }) => stands === 1),
    twice: count(({ stands }) => stands > 1),
    lost: count(({ stands, state }) => stands === 0 && !LISTED.includes(state)),
    states: countBy(people.map(({ state }) => state)),
    doubtful: count(({ doubtful }) => doubtful),
    unsaid: count(({ doubtful, state }) => doubtful && state !== 'unknown'),
    needless: count(({ doubtful, state }) => !doubtful && state === 'unknown'),
    violations: record.violations.length,
  }
}

/**
 * Messages a second, from the first call into a person's chat to the moment when Teams had the last. What goes to whoever
 * was refused and pressed something since is another sending: they are written to again whenever that is.
 */
export function rateOf({ entries }: TeamsRecord, recipients: number): number {
  const posts = entries.filter(({ kind, conversation }) => kind === 'post' && conversation.startsWith('a:'))
  const gone = new Set<string>()
  const moments = posts.flatMap(({ conversation, status, at, takenAt }) => {
    if (gone.has(conversation)) return []
    if (status === 403 || status === 404) gone.add(conversation)
    return [takenAt ?? at]
  })
  return (recipients * 1_000) / (Math.max(...moments) - (posts[0]?.at ?? 0))
}
