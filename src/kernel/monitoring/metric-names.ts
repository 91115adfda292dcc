import { REACTIONS } from '../assist/reaction.ts'
import { ASSIST_TASKS } from '../assist/task.ts'
import { UNSAID } from '../assist/unsaid.ts'

/**
 * Values of each label: the ones listed here, or `ours`, such as a route of the server or its version. Never anything
 * that somebody sent, a person, a Direction or an object: it bounds the number of series.
 */
type Labels = Readonly<Record<string, readonly string[] | 'ours'>>
type Measured = { readonly help: string; readonly labels: Labels }
type Timed = Measured & { readonly buckets: readonly number[] }

/** Outcomes of a request. `fault` is ours; `unavailable`: the database is down. */
const OUTCOMES = ['ok', 'refused', 'fault', 'unavailable'] as const
export type TurnOutcome = (typeof OUTCOMES)[number]

/** Reasons for rejecting an unauthenticated request; the same words are in the log. */
const AT_BOT = [
  'channel',
  'issuer',
  'keys unavailable',
  'no activity',
  'no token',
  'not local',
  'service url',
  'tenant',
  'token',
] as const
const AT_TAB = [
  'foreign-tenant',
  'guest-account',
  'screen-key',
  'sign-in',
  'sign-in-unavailable',
  'too-fast',
] as const

const MODES = ['read', 'write'] as const

/** Histogram buckets in seconds. Teams waits ten for an answer; a person notices a tenth. */
const ANSWERS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const
/** Fewer buckets: these are multiplied by the number of routes. */
const CALLS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const
const TRANSACTIONS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30] as const

/** A person waits 6 or 8 s, a run a minute. */
const MODEL = [0.25, 0.5, 1, 2, 4, 6, 8, 15, 30, 60] as const

/** Counters, since the process began. */
export const COUNTERS = {
  faire_turns_total: {
    help: 'What people and Teams asked of the bot, by how it ended',
    labels: { kind: ['typed', 'pressed', 'quoted', 'searched', 'linked', 'placed'], outcome: OUTCOMES },
  },
  faire_answers_total: {
    help: 'Answers below what somebody typed: sent, or lost because Teams did not take them',
    labels: { outcome: ['sent', 'lost'] },
  },
  faire_turned_away_total: {
    help: 'Requests that did not prove who sent them, or came too fast',
    labels: { reason: [...AT_BOT, ...AT_TAB] },
  },
  faire_tab_calls_total: {
    help: 'Calls of the tabs, by route and class of status; 503 apart, which is no fault',
    labels: { route: 'ours', status: ['2xx', '3xx', '4xx', '5xx', '503', 'cut'] },
  },
  faire_event_clients_refused_total: {
    help: 'Open tabs that were not listened to because too many were',
    labels: {},
  },
  faire_sends_total: {
    help: 'What was sent or edited unasked, by what Teams said. late: to be tried again; dead: given up',
    labels: { what: ['post', 'edit'], outcome: ['sent', 'refused', 'late', 'unknown', 'dead'] },
  },
  faire_throttled_total: { help: 'Sends that Teams answered with 429', labels: {} },
  faire_facts_total: {
    help: 'Facts taken from the outbox, by what became of them. dead: given up',
    labels: { outcome: ['done', 'pace', 'retry', 'dead', 'lost'] },
  },
  faire_transactions_crossed_total: {
    help: 'Transactions run again because another one crossed them',
    labels: {},
  },
  faire_assists_total: {
    help: 'What the language model was asked for, by how it ended. cached: answered from memory',
    labels: { task: ASSIST_TASKS, outcome: ['said', 'cached', ...UNSAID] },
  },
  faire_assist_ratings_total: {
    help: 'Thumbs under messages that the language model helped to write. unknown: sent before the process began',
    labels: { task: [...ASSIST_TASKS, 'unknown'], reaction: REACTIONS },
  },
  faire_log_lines_total: {
    help: 'Lines of the log that tell of trouble',
    labels: { level: ['warn', 'error'] },
  },
} as const satisfies Readonly<Record<`faire_${string}_total`, Measured>>

/** Histograms of durations, in seconds. */
export const TIMERS = {
  faire_turn_seconds: {
    help: 'From an activity of Teams, read, to our answer; an invoke is answered in it',
    labels: { kind: ['invoke', 'message', 'other'] },
    buckets: ANSWERS,
  },
  faire_tab_call_seconds: {
    help: 'From a call of a tab to the end of its answer',
    labels: { route: 'ours' },
    buckets: CALLS,
  },
  faire_send_seconds: {
    help: 'How long Teams took over a post or an edit',
    labels: { what: ['post', 'edit'] },
    buckets: ANSWERS,
  },
  faire_assist_seconds: {
    help: 'From a request of the language model to the end of its answer, the wait for its turn in it',
    labels: { task: ASSIST_TASKS },
    buckets: MODEL,
  },
  faire_transaction_wait_seconds: {
    help: 'From when a transaction was asked for until it began: the wait for SQLite’s writer or a connection',
    labels: { mode: MODES },
    buckets: TRANSACTIONS,
  },
  faire_transaction_seconds: {
    help: 'From when a transaction began to its end, its commit in it',
    labels: { mode: MODES },
    buckets: TRANSACTIONS,
  },
} as const satisfies Readonly<Record<`faire_${string}_seconds`, Timed>>

/** Gauges, read at each scrape. */
export const GAUGES = {
  faire_build_info: {
    help: 'Always 1; its labels say what runs',
    labels: { version: 'ours', engine: ['sqlite', 'postgres'] },
  },
  faire_database_up: { help: '1 while the database can be read and written', labels: {} },
  faire_database_trouble: {
    help: '1 for the reason why the database cannot be used',
    labels: { reason: ['unreachable', 'disk-full', 'read-only', 'busy', 'not-migrated'] },
  },
  faire_database_connections: {
    help: 'Connections of this instance to PostgreSQL, and who waits for one',
    labels: { state: ['used', 'idle', 'waited-for'] },
  },
  faire_outbox_due_facts: {
    help: 'Facts that are due and not taken, 10000 at most; 0 while faire_database_up is 0',
    labels: {},
  },
  faire_outbox_oldest_due_seconds: {
    help: 'For how long the oldest that is not bulk has been due; 0 while faire_database_up is 0',
    labels: {},
  },
  faire_sender: { help: '1 while this instance is the one that sends', labels: {} },
  faire_event_clients: { help: 'Open tabs that listen to this instance', labels: {} },
  faire_screens: { help: 'Paired screens of rooms that listen to this instance', labels: {} },
  faire_last_backup_timestamp_seconds: {
    help: 'When the last backup was made, by night or by hand, since 1970; 0 where none ever was',
    labels: {},
  },
  faire_degraded: {
    help: '1 while an operator should look after it, though all are served',
    labels: { reason: ['backup-failed', 'disk-low', 'assistant-denied', 'assistant-closed'] },
  },
  faire_assist_tokens_today: {
    help: 'Tokens of the language model that all instances used since midnight, UTC; those of calls under way in it',
    labels: {},
  },
  faire_disk_free_bytes: {
    help: 'Bytes left on the disk of an embedded database, and of the backups',
    labels: { folder: ['database', 'backups'] },
  },
} as const satisfies Readonly<Record<`faire_${string}`, Measured>>

type Values<L extends Labels> = {
  readonly [Name in keyof L]: L[Name] extends readonly string[] ? L[Name][number] : string
}
type Of<Kind extends Readonly<Record<string, Measured>>> = {
  readonly [Name in keyof Kind]: Values<Kind[Name]['labels']>
}

/** Labels of each metric, by its name. */
export type CounterLabels = Of<typeof COUNTERS>
export type TimerLabels = Of<typeof TIMERS>
export type GaugeLabels = Of<typeof GAUGES>
