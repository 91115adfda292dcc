import pg from 'pg'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import { SECOND } from '../../kernel/time/clock.ts'

type Parts = {
  readonly url: string
  readonly channel: string
  readonly log: Logger
  readonly heard: (payload: string) => void
  /** Called when LISTEN begins, again after a lost connection too: notifications sent meanwhile are lost. */
  readonly missed: () => void
}

const FIRST_WAIT = SECOND / 4
const LONGEST_WAIT = 30 * SECOND
/** Keep-alive interval: a connection dropped by a firewall is detected by a failing query. */
const EVERY = 20 * SECOND

/** LISTEN on a dedicated connection, which is opened again, for as long as it takes, whenever it is lost. */
export function listenTo({ url, channel, log, heard, missed }: Parts): { readonly stop: () => void } {
  let client: pg.Client | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT
  let stopped = false

  function later(run: () => Promise<void>, ms: number): void {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
    timer.unref()
  }

  function lost(which: pg.Client, error?: unknown): void {
    if (which !== client) return
    client = undefined
    which.end().catch(() => {})
    if (stopped) return
    log.warn(
      { code: Reflect.get(Object(error), 'code') },
      'does not hear of other instances’ changes for now',
    )
    later(connect, wait)
    wait = Math.min(LONGEST_WAIT, wait * 2)
  }

  async function ask(which: pg.Client): Promise<void> {
    try {
      await which.query('select 1')
      if (which === client) later(() => ask(which), EVERY)
    } catch (error) {
      lost(which, error)
    }
  }

  async function connect(): Promise<void> {
    const mine = new pg.Client({
      connectionString: url,
      application_name: 'faire-administration changes',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    })
    client = mine
    mine.on('error', error => lost(mine, error))
    mine.on('end', () => lost(mine))
    mine.on('notification', ({ payload = '' }) => heard(payload))
    try {
      await mine.connect()
      await mine.query(`listen ${channel}`)
    } catch (error) {
      return lost(mine, error)
    }
    if (stopped || mine !== client) return void mine.end().catch(() => {})
    wait = FIRST_WAIT
    missed()
    later(() => ask(mine), EVERY)
  }

  void connect()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
      client?.end().catch(() => {})
    },
  }
}
