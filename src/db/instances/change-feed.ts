import { type Kysely, sql } from 'kysely'
import { randomIds } from '../../kernel/crypto/ids.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { type ChangeTopic, TOPICS } from '../../kernel/storage/change-topic.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import { SECOND } from '../../kernel/time/clock.ts'
import { runWithCommit } from '../engines/postgres-connection.ts'
import type { Tables } from '../tables/index.ts'
import { open } from '../transactions/tx.ts'
import { listenTo } from './postgres-listen.ts'

type ChangeListener = (topics: readonly ChangeTopic[]) => void

/** Subscribes `listener` to each committed change, of this process or another. @returns the function that unsubscribes */
export type Subscribe = (listener: ChangeListener) => () => void

type ChangeFeed = {
  readonly subscribe: Subscribe
  /** Resolves once what other processes commit is heard, after somebody has subscribed. */
  readonly listening: () => Promise<void>
  /** To call within the transaction: notifies other instances if it commits. */
  readonly committing: (tx: Tx, topics: readonly ChangeTopic[]) => Promise<void>
  readonly committed: ChangeListener
  readonly stop: () => void
}

type Version = { readonly data_version: number }

const CHANNEL = 'changes'
/** Polling interval for writes of other processes, such as a command, to SQLite's file (ms). */
const EVERY = SECOND

function createListeners() {
  const listeners = new Set<ChangeListener>()
  const publish: ChangeListener = topics => {
    if (topics.length > 0) for (const listener of [...listeners]) listener(topics)
  }
  return { listeners, publish }
}

/**
 * PostgreSQL: each transaction sends a NOTIFY, which all instances receive when it commits. After a lost connection
 * of the listener every topic is reported, since anything may have changed.
 */
export function postgresChangeFeed(url: string, log: Logger): ChangeFeed {
  const me = randomIds.next()
  const { listeners, publish } = createListeners()
  const begun = Promise.withResolvers<void>()
  let listening: ReturnType<typeof listenTo> | undefined
  const missed = () => {
    publish(TOPICS)
    begun.resolve()
  }
  const heard = (payload: string) => {
    const [from, names = ''] = payload.split(' ')
    if (from !== me) publish(TOPICS.filter(topic => names.split(',').includes(topic)))
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      listening ??= listenTo({ url, channel: CHANNEL, log, heard, missed })
      return () => void listeners.delete(listener)
    },
    listening: () => begun.promise,
    async committing(tx, topics) {
      if (topics.length === 0) return
      const payload = `${me} ${topics.join()}`
      await runWithCommit(open(tx), sql`select pg_notify(${CHANNEL}, ${payload})`)
    },
    committed: publish,
    stop: () => listening?.stop(),
  }
}

/**
 * SQLite: only one process serves. Writes of another one are detected by the file's data version, while anybody
 * subscribes, and every topic is reported.
 */
export function sqliteChangeFeed(db: Kysely<Tables>, log: Logger): ChangeFeed {
  const { listeners, publish } = createListeners()
  const version = sql<Version>`pragma data_version`
  let timer: ReturnType<typeof setInterval> | undefined
  let looking = false
  let seen: number | undefined
  const begun = Promise.withResolvers<void>()
  async function look() {
    if (looking) return
    looking = true
    try {
      const { rows } = await version.execute(db)
      const found = rows[0]?.data_version
      if (seen !== undefined && found !== seen) publish(TOPICS)
      seen = found
      begun.resolve()
    } catch (err) {
      if (timer) log.warn({ err }, 'what others write is not seen for now')
    } finally {
      looking = false
    }
  }
  const rest = () => {
    clearInterval(timer)
    timer = undefined
    seen = undefined
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      if (!timer) {
        timer = setInterval(() => void look(), EVERY)
        timer.unref()
        void look()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) rest()
      }
    },
    listening: () => begun.promise,
    committing: async () => {},
    committed: publish,
    stop: rest,
  }
}
