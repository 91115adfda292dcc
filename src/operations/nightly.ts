import { spawn } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childEnvironment } from '../config/index.ts'
import type { Handlers } from '../conversation/protocol/handlers.ts'
import type { Schedule } from '../conversation/routing/schedules.ts'
import type { Wiring } from '../conversation/wiring.ts'
import { cached } from '../db/index.ts'
import { daily } from '../features/figures/schedule.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { Fact, Note } from '../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../kernel/storage/tx.ts'
import { type Clock, MINUTE, SECOND } from '../kernel/time/clock.ts'

/** Folder and number of backups, from the environment. */
export type Backups = { readonly folder: string; readonly keep: number }

type NightlyParts = {
  readonly databaseUrl: string
  readonly backups?: Backups | undefined
  /** Audit log of what the product does by itself. */
  readonly operated: (tx: Tx, act: 'data.back-up.failed') => Promise<void>
  /** Time (ms) of the last such entry in the audit log. */
  readonly lastAt: (act: 'data.back-up' | 'data.back-up.failed') => Promise<number | undefined>
  readonly meter: Meter
}

const KIND = 'backup.nightly'
/** After midnight, and outside the hours that daylight saving skips or repeats. */
const TIME = '15 1'
/** Retries of a failed backup in one night. */
const TRIES = 3
const BETWEEN = 30 * MINUTE

/** The command's file, beside this one in source and build. */
const COMMAND = fileURLToPath(new URL(`../commands/db${extname(import.meta.url)}`, import.meta.url))

type Ended = { readonly code: number | null; readonly said: string }

/** Runs `npm run db -- backup` as a child process: writing a whole database would block the event loop. */
function run(databaseUrl: string, { folder, keep }: Backups): Promise<Ended> {
  const args = [COMMAND, 'backup', folder.endsWith('/') ? folder : `${folder}/`, '--keep', String(keep)]
  const child = spawn(process.execPath, args, {
    // The first line of stderr is reported: Node's warnings are off, or one would stand there.
    env: childEnvironment({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', NODE_NO_WARNINGS: '1' }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', chunk => {
    said = (said + chunk).slice(0, 500)
  })
  return new Promise(resolve => {
    child.once('error', error => resolve({ code: null, said: error.message }))
    child.once('close', code => resolve({ code, said: said.split('\n')[0] ?? '' }))
  })
}

type Parts = NightlyParts & {
  readonly log: Logger
  readonly clock: Clock
  readonly note: Note
  readonly transact: Transact
}

/** The nightly job. */
function createNight({ databaseUrl, operated, log, clock, note, transact }: Parts, backups: Backups) {
  let running: Promise<void> | undefined

  async function make(attempt: number): Promise<void> {
    const { code, said } = await run(databaseUrl, backups)
    if (code === 0) return log.info({ code: 'backup-made' }, 'a backup was made')
    log.error({ code: 'backup-failed', attempt, said }, 'no backup could be made')
    await transact(async tx => {
      await operated(tx, 'data.back-up.failed')
      if (attempt >= TRIES) return
      await note(tx, { kind: KIND, payload: { attempt: attempt + 1 }, dueAt: clock.now() + BETWEEN })
    })
  }

  return {
    /** Starts a backup unless one is running; delivery must not wait for it. */
    begin({ payload }: Fact): void {
      const attempt = typeof payload.attempt === 'number' ? payload.attempt : 1
      running ??= make(attempt)
        .catch(err => log.error({ code: 'backup-failed', err }, 'that no backup could be made is not kept'))
        .finally(() => {
          running = undefined
        })
    },
    /** For tests. */
    done: async () => running,
  }
}

/**
 * Monitors the backups by the audit log, so that one made by hand or by another instance counts too. `degraded` only
 * where `nightly`, since nothing else would make one again.
 */
function watchBackups({ lastAt, meter }: NightlyParts, nightly: boolean) {
  async function degraded(): Promise<readonly 'backup-failed'[]> {
    const failed = nightly ? await lastAt('data.back-up.failed') : undefined
    return failed !== undefined && failed > ((await lastAt('data.back-up')) ?? 0) ? ['backup-failed'] : []
  }
  const made = async () => [{ labels: {}, value: ((await lastAt('data.back-up')) ?? 0) / SECOND }]
  meter.gauge('faire_last_backup_timestamp_seconds', cached(made, []))
  return { degraded }
}

/** Nightly backup, where `backups` is set, by the instance that sends; old ones are rotated. */
export function wireNightly(wiring: Wiring, parts: NightlyParts) {
  const { backups } = parts
  const none = { handlers: {} as Handlers, routes: [], schedules: [] as Schedule[] }
  const { degraded } = watchBackups(parts, backups !== undefined)
  if (!backups) return { ...none, done: async () => {}, degraded }
  const night = createNight({ ...wiring, ...parts }, backups)
  const handlers: Handlers = {
    facts: {
      [KIND]: async fact => {
        night.begin(fact)
        return []
      },
    },
  }
  const schedules: Schedule[] = [{ kind: KIND, next: daily(wiring.zone, TIME) }]
  return { ...none, handlers, schedules, done: night.done, degraded }
}
