import type { Wiring } from '../../conversation/wiring.ts'
import type { Expiry } from '../../kernel/personal-data/expiry.ts'
import type { MethodReach } from './form/domain.ts'
import { methodFormRoutes } from './form/routes.ts'
import { methodFormUsecases } from './form/usecases.ts'
import { lessonRoutes } from './import/lesson-routes.ts'
import { lessonUsecases } from './import/lesson-usecases.ts'
import { pageRoutes } from './import/page-routes.ts'
import { type MethodRules, pageUsecases } from './import/page-usecases.ts'
import type { FollowedProgramme } from './method/live-usecases.ts'
import { programmeStore } from './method/store.ts'
import { versionStore } from './method/version-store.ts'
import type { Programme } from './programme/domain.ts'
import { programmeRoutes } from './programme/routes.ts'
import { programmeHandlers } from './retention/handlers.ts'
import { ERASE, nightly } from './retention/schedule.ts'
import { retentionStore } from './retention/store.ts'
import { retentionUsecases } from './retention/usecases.ts'
import { methodJsonSchema } from './schema/json-schema.ts'

export { followProgramme } from './method/live-usecases.ts'
export { loadContent, loadProgramme } from './method/usecases.ts'
export { programmeStore, retentionStore }

type Deps = Pick<Parameters<typeof programmeRoutes>[0], 'partialTexts'> & {
  readonly programme: Programme
  readonly rules: MethodRules & { readonly expiries: readonly Expiry[] }
  /** Since when the programme is closed (milliseconds). */
  readonly closedAt: () => Promise<number | undefined>
  readonly followed: Pick<FollowedProgramme, 'refresh' | 'settled'>
  readonly reach: MethodReach
  /** Names of people by id. */
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** Loads the programme first: the others take their time zone and language from it. */
export function wireProgramme(wiring: Wiring, deps: Deps) {
  const { programme, rules, partialTexts, closedAt, followed, reach, names } = deps
  const { clock, transact, read, note, audit, log } = wiring
  const { usageCounts, words, placeFault, closedFrom, expiries } = rules
  const page = pageUsecases({
    programme,
    transact,
    read,
    clock,
    audit,
    log,
    usageCounts,
    words,
    placeFault,
    closedFrom,
    store: programmeStore,
    erasures: retentionStore,
    refresh: followed.refresh,
  })
  const form = methodFormUsecases({
    store: programmeStore,
    versions: versionStore,
    transact,
    read,
    clock,
    audit,
    reach,
    names,
    refresh: followed.refresh,
  })
  const retention = retentionUsecases({
    programme,
    expiries,
    store: retentionStore,
    transact,
    read,
    note,
    clock,
  })
  const lessons = lessonUsecases({ store: programmeStore, transact, audit, clock })
  return {
    /** The stored programme as a method file. */
    methodFile: page.file,
    methodSchema: methodJsonSchema,
    replaceLesson: lessons.replace,
    handlers: programmeHandlers(retention),
    routes: [
      ...programmeRoutes({ programme, partialTexts, clock, closedAt, settled: followed.settled }),
      ...pageRoutes(page, clock.now),
      ...lessonRoutes(lessons),
      ...methodFormRoutes(form),
    ],
    schedules: [{ kind: ERASE, next: nightly(programme.zone), erases: true }],
  }
}
