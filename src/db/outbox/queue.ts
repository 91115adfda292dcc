import { type SqlBool, sql } from 'kysely'
import type { Fact } from '../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { type Clock, DAY, HOUR, MINUTE } from '../../kernel/time/clock.ts'
import { holdsLease } from '../instances/lease.ts'
import type { Tables } from '../tables/index.ts'
import { open } from '../transactions/tx.ts'

/** For how long a fact stays once it is done. */
export const KEPT = 7 * DAY

/** A fact in hand. `attempts` counts this one. */
export type TakenFact = { readonly id: string; readonly attempts: number; readonly fact: Fact }

/**
 * Facts that are due and that nobody has taken: how many, as far as is counted, and since when (ms) the oldest is that is
 * not bulk. A message to everybody is due at once and waits for its turn.
 */
export type Backlog = { readonly due: number; readonly oldest?: number }

/** The facts' side of delivery. All moments are milliseconds. */
export type FactQueue = {
  /**
   * Takes the fact that is due first, by moment and then by order of writing; bulk ones when no other is due. With
   * `epoch`, only while that sender sends: nobody would take back what another one takes after.
   */
  readonly take: (epoch?: number) => Promise<TakenFact | undefined>
  readonly finish: (id: string) => Promise<void>
  /** Puts it back until `dueAt`; joins the fact that waits under the same merge key, if one came meanwhile. */
  readonly putBack: (taken: TakenFact, dueAt: number, attempts: number) => Promise<void>
  /** Gives it up: kept for people to look at, never taken again. */
  readonly bury: (id: string) => Promise<void>
  /** Puts back at once what a sender before this one had in hand; 100 at most. Answers how many. */
  readonly reclaim: () => Promise<number>
  /** When the next one falls due. */
  readonly nextDue: () => Promise<number | undefined>
  /** How much is left to do; 10,000 are counted at most. */
  readonly backlog: () => Promise<Backlog>
  /**
   * Once the clock was set back: what it had put off until a moment that is now far, as a try or for at once, is due now.
   * What is due at a moment of its own keeps it.
   */
  readonly hasten: () => Promise<void>
  /** Removes what was done a week ago and meanings that have expired. */
  readonly sweep: () => Promise<void>
}

// Word for word the condition of the index: SQLite does not see through a parameter.
const READY = sql<SqlBool>`state = 'ready'`
const PROMPT = sql<SqlBool>`state = 'ready' and bulk = 0`
const TAKEN = sql<SqlBool>`state = 'taken'`

/** Whoever looks is told no more. */
const MOST_COUNTED = 10_000

/** The longest that anything is put off by, from when it was noted or tried. */
const SOON = 2 * HOUR

/** A sender has fewer facts in hand. */
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
    // Said again: PostgreSQL looks at this, not at the subquery, when another instance was faster.
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

async function putBack(tx: Tx, { id, fact }: TakenFact, dueAt: number, attempts: number, now: number) {
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
  // Whoever sends by now may have done it.
  const held = open(tx).updateTable('fact').set(back).where('id', '=', id)
  await held.where('state', '=', 'taken').execute()
}

async function reclaim(tx: Tx, now: number): Promise<number> {
  const rows = await open(tx).selectFrom('fact').selectAll().where(TAKEN).orderBy('id').limit(MANY).execute()
  for (const row of rows) await putBack(tx, { ...row, fact: factOf(row) }, row.due_at, row.attempts, now)
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

async function hasten(tx: Tx, now: number): Promise<void> {
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
    putBack: (taken, dueAt, attempts) => transact(tx => putBack(tx, taken, dueAt, attempts, clock.now())),
    bury: id => transact(tx => end(tx, id, 'dead', clock.now())),
    reclaim: () => transact(tx => reclaim(tx, clock.now())),
    nextDue: () => read(nextDue),
    backlog: () => read(tx => backlog(tx, clock.now())),
    hasten: () => transact(tx => hasten(tx, clock.now())),
    sweep: () => transact(tx => sweep(tx, clock.now())),
  }
}
