import { type SqlBool, sql } from 'kysely'
import type { Fact } from '../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { type Clock, DAY, HOUR, MINUTE } from '../../kernel/time/clock.ts'
import { holdsLease } from '../instances/lease.ts'
import type { Tables } from '../tables/index.ts'
import { open } from '../transactions/tx.ts'

/** How long a fact is kept once it is done. */
export const KEPT = 7 * DAY

/** A fact that is being delivered. `attempts` includes this one. */
export type TakenFact = { readonly id: string; readonly attempts: number; readonly fact: Fact }

/**
 * Backlog: facts that are due and not taken, counted up to a limit, and since when (ms) the oldest that is not bulk
 * is due. Bulk ones wait by design: a message to everybody is due at once.
 */
export type Backlog = { readonly due: number; readonly oldest?: number }

/** The queue of facts, for delivery. All times are in milliseconds. */
export type FactQueue = {
  /**
   * Takes the first due fact, by due time and then order of writing; bulk ones when no other is due. With `epoch`,
   * only while that sender holds the lease: nobody would reclaim what is taken after that.
   */
  readonly take: (epoch?: number) => Promise<TakenFact | undefined>
  readonly finish: (id: string) => Promise<void>
  /** Requeues it until `dueAt`; merged into the fact that waits under the same merge key, if there is one by now. */
  readonly requeue: (taken: TakenFact, dueAt: number, attempts: number) => Promise<void>
  /** Dead letter: kept for inspection, never taken again. */
  readonly deadLetter: (id: string) => Promise<void>
  /** Requeues at once what an earlier sender had taken; 100 at most. Answers how many. */
  readonly reclaim: () => Promise<number>
  /** When the next fact falls due. */
  readonly nextDue: () => Promise<number | undefined>
  /** How many facts are due; counted up to 10,000. */
  readonly backlog: () => Promise<Backlog>
  /**
   * After the clock was set back: retries and immediate facts that were put off until a time now far away become due.
   * Facts scheduled for a time of their own keep it.
   */
  readonly makeDue: () => Promise<void>
  /** Deletes facts done a week ago and expired idempotency keys. */
  readonly sweep: () => Promise<void>
}

// Literal SQL, the same as the partial index's condition: SQLite would not match a parameter.
const READY = sql<SqlBool>`state = 'ready'`
const PROMPT = sql<SqlBool>`state = 'ready' and bulk = 0`
const TAKEN = sql<SqlBool>`state = 'taken'`

/** Limit of the count. */
const MOST_COUNTED = 10_000

/** The longest retry delay, from when a fact was enqueued or tried. */
const SOON = 2 * HOUR

/** Upper bound: a sender has fewer facts in flight. */
const MANY = 100

function factOf(row: Tables['fact']): Fact {
  const payload = JSON.parse(row.payload) as Fact['payload']
  const { merge_key: mergeKey, bulk } = row
  return {
    kind: row.kind,
    payload,
    ...(mergeKey !== null && { mergeKey }),
    ...(bulk === 1 && { bulk: true }),
  }
}

async function takeAmong(tx: Tx, among: typeof READY, now: number): Promise<TakenFact | undefined> {
  const first = open(tx)
    .selectFrom('fact')
    .select('id')
    .where(among)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
  const row = await open(tx)
    .updateTable('fact')
    .set(eb => ({ state: 'taken', attempts: eb('attempts', '+', 1) }))
    .where('id', '=', first)
    // Repeated outside the subquery: PostgreSQL checks this again on the locked row when another instance was faster.
    .where(READY)
    .returningAll()
    .executeTakeFirst()
  return row && { id: row.id, attempts: row.attempts, fact: factOf(row) }
}

async function take(tx: Tx, now: number, epoch?: number): Promise<TakenFact | undefined> {
  if (epoch !== undefined && !(await holdsLease(tx, epoch))) return undefined
  return (await takeAmong(tx, PROMPT, now)) ?? takeAmong(tx, READY, now)
}

async function end(tx: Tx, id: string, state: 'done' | 'dead', now: number): Promise<void> {
  await open(tx).updateTable('fact').set({ state, due_at: now }).where('id', '=', id).execute()
}

async function requeue(tx: Tx, { id, fact }: TakenFact, dueAt: number, attempts: number, now: number) {
  const back = { state: 'ready', due_at: dueAt, attempts } as const
  if (fact.mergeKey !== undefined) {
    const joined = await open(tx)
      .updateTable('fact')
      .set({ due_at: dueAt, attempts })
      .where('merge_key', '=', fact.mergeKey)
      .where('state', '=', sql.lit('ready'))
      .executeTakeFirst()
    if (joined.numUpdatedRows > 0n) return end(tx, id, 'done', now)
  }
  // Only while this sender still has it: another one may have delivered it.
  const held = open(tx).updateTable('fact').set(back).where('id', '=', id)
  await held.where('state', '=', 'taken').execute()
}

async function reclaim(tx: Tx, now: number): Promise<number> {
  const rows = await open(tx).selectFrom('fact').selectAll().where(TAKEN).orderBy('id').limit(MANY).execute()
  for (const row of rows) await requeue(tx, { ...row, fact: factOf(row) }, row.due_at, row.attempts, now)
  return rows.length
}

async function nextDue(tx: Tx): Promise<number | undefined> {
  const next = open(tx).selectFrom('fact').select('due_at').where(READY).orderBy('due_at').limit(1)
  return (await next.executeTakeFirst())?.due_at
}

async function backlog(tx: Tx, now: number): Promise<Backlog> {
  const due = open(tx).selectFrom('fact').select('due_at').where(READY).where('due_at', '<=', now)
  const some = due.orderBy('due_at').limit(MOST_COUNTED).as('some')
  const counted = open(tx)
    .selectFrom(some)
    .select(({ fn }) => fn.countAll<number>().as('due'))
  const prompt = open(tx).selectFrom('fact').select('due_at').where(PROMPT).where('due_at', '<=', now)
  const first = await prompt.orderBy('due_at').limit(1).executeTakeFirst()
  return { ...(await counted.executeTakeFirstOrThrow()), ...(first && { oldest: first.due_at }) }
}

async function makeDue(tx: Tx, now: number): Promise<void> {
  const late = open(tx).updateTable('fact').set({ due_at: now }).where(READY).where('due_at', '>', now)
  const wait = sql<number>`due_at - created_at`
  await late
    .where(({ and, or, eb }) =>
      or([
        and([eb('created_at', '>', now + MINUTE), eb(wait, '>=', 0), eb(wait, '<=', SOON)]),
        and([eb('attempts', '>', 0), eb('due_at', '>', now + SOON)]),
      ]),
    )
    .execute()
}

async function sweep(tx: Tx, now: number): Promise<void> {
  const done = open(tx).deleteFrom('fact').where('state', '=', sql.lit('done'))
  await done.where('due_at', '<', now - KEPT).execute()
  await open(tx).deleteFrom('seen').where('expires_at', '<=', now).execute()
}

export function makeQueue(transact: Transact, read: Transact, clock: Clock): FactQueue {
  return {
    take: epoch => transact(tx => take(tx, clock.now(), epoch)),
    finish: id => transact(tx => end(tx, id, 'done', clock.now())),
    requeue: (taken, dueAt, attempts) => transact(tx => requeue(tx, taken, dueAt, attempts, clock.now())),
    deadLetter: id => transact(tx => end(tx, id, 'dead', clock.now())),
    reclaim: () => transact(tx => reclaim(tx, clock.now())),
    nextDue: () => read(nextDue),
    backlog: () => read(tx => backlog(tx, clock.now())),
    makeDue: () => transact(tx => makeDue(tx, clock.now())),
    sweep: () => transact(tx => sweep(tx, clock.now())),
  }
}
