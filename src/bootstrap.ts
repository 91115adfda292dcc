import { readFileSync } from 'node:fs'
import { loadAssistant } from './assistant/load.ts'
import { loadLanguages } from './composition/languages.ts'
import { METHOD_RULES as rules } from './composition/method-rules.ts'
import type { Config } from './config/index.ts'
import { type Database, type DatabaseOptions, type Migrated, openDatabase, placeOf } from './db/index.ts'
import { followProgramme, loadContent, programmeStore } from './features/programme/wire.ts'
import { wordsIn } from './i18n/words.ts'
import type { Assist } from './kernel/assist/assist.ts'
import { type Ids, randomIds } from './kernel/crypto/ids.ts'
import type { Logger } from './kernel/monitoring/logger.ts'
import type { Limits } from './kernel/requests/limits.ts'
import { type Language, languageOf } from './kernel/text/language.ts'
import { type Clock, systemClock } from './kernel/time/clock.ts'
import { instrumentLog } from './metrics/instrumented-log.ts'
import { loadMetrics } from './metrics/load.ts'
import { createTrace } from './traces/index.ts'

export type BootstrapOverrides = Pick<DatabaseOptions, 'migrations'> & {
  readonly clock?: Clock
  readonly ids?: Ids
  /** For tests of something else, in which one person does within a moment what takes days. */
  readonly limits?: Limits
  /** Stands in for a language model. */
  readonly assist?: Assist
}

function versionOf(manifest: URL): string {
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}

/**
 * Logs at start what an operator would not notice: that the database was created, perhaps by a mistake in
 * `DATABASE_URL` or an unmounted disk; which migrations ran; and settings that lose acknowledged commits on a power
 * failure.
 */
export async function logDatabaseState(
  url: string,
  { database, migrated: { made, ran } }: { readonly database: Database; readonly migrated: Migrated },
  log: Logger,
): Promise<void> {
  const at = placeOf(url)
  if (made) log.warn({ at, migrations: ran }, 'a new database was made')
  else if (ran.length > 0) log.warn({ at, migrations: ran }, 'the database was brought up to date')
  for (const setting of await database.unsafeSettings())
    log.warn({ at, setting }, 'the database server may lose what was acknowledged')
}

/**
 * Opens what everything else needs: the migrated database, the programme, its words, rate limits, metrics and traces,
 * and a language model where one is set up.
 */
export async function bootstrap(config: Config, given: Logger, overrides: BootstrapOverrides) {
  const { clock = systemClock, ids = randomIds, migrations } = overrides
  const metrics = await loadMetrics(config.metricsPort)
  const watch = { meter: metrics.meter, trace: createTrace() }
  const log = instrumentLog(given, watch)
  const database = await openDatabase({
    url: config.databaseUrl,
    clock,
    ids,
    log,
    ...watch,
    ...(migrations && { migrations }),
  })
  const migrated = await database.migrate()
  if (watch.meter.isOn) {
    const build = { version: versionOf(new URL('../package.json', import.meta.url)), engine: database.engine }
    watch.meter.gauge('faire_build_info', () => [{ labels: build, value: 1 }])
  }
  const method = { file: config.programmeFile, checkWords: rules.words }
  const { transact, read, subscribe } = database
  const started = await loadContent({ store: programmeStore, transact, clock, log, ...method })
  const followed = followProgramme(started, { store: programmeStore, read, subscribe, log })
  const { programme } = followed
  const assistParts = { transact, read, clock, ids, log, ...watch }
  const assistant = await loadAssistant(config.assistant, assistParts, overrides.assist)
  const partials = loadLanguages(config, log)
  return {
    clock,
    ids,
    metrics,
    watch,
    log,
    database,
    migrated,
    programme,
    followed,
    words: (language: Language) => wordsIn(language, programme.zone, programme.words, partials),
    partials,
    // The Playground always sends en-US: there, the programme's language comes first.
    firstLanguage: config.mode === 'demo' ? () => programme.language : languageOf,
    assistant,
    limits: overrides.limits ?? database.limits(config.linkSecret),
  }
}
