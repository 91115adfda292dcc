import type { Wiring } from '../../conversation/wiring.ts'
import type { Expiry } from '../../kernel/personal-data/expiry.ts'
import { lessonRoutes } from './import/lesson-routes.ts'
import { lessonUsecases } from './import/lesson-usecases.ts'
import { pageRoutes } from './import/page-routes.ts'
import { type MethodRules, pageUsecases } from './import/page-usecases.ts'
import { programmeStore } from './method/store.ts'
import type { Programme } from './programme/domain.ts'
import { programmeRoutes } from './programme/routes.ts'
import { programmeHandlers } from './retention/handlers.ts'
import { ERASE, nightly } from './retention/schedule.ts'
import { retentionStore } from './retention/store.ts'
import { retentionUsecases } from './retention/usecases.ts'
import { methodJsonSchema } from './schema/json-schema.ts'

export { loadProgramme } from './method/usecases.ts'
export { programmeStore, retentionStore }

type Deps = Pick<Parameters<typeof programmeRoutes>[0], 'partialTexts'> & {
  readonly programme: Programme
  readonly rules: MethodRules & { readonly expiries: readonly Expiry[] }
  /** Since when the programme is closed (milliseconds). */
  readonly closedAt: () => Promise<number | undefined>
}

/** Loads the programme first: the others take their time zone and language from it. */
export function wireProgramme(wiring: Wiring, { programme, rules, partialTexts, closedAt }: Deps) {
  const { clock, transact, read, audit, log } = wiring
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
  })
  const retention = retentionUsecases({ programme, expiries, store: retentionStore, transact, read, clock })
  const lessons = lessonUsecases({ store: programmeStore, transact, audit, clock })
  return {
    /** The stored programme as a method file. */
    methodFile: page.file,
    methodSchema: methodJsonSchema,
    handlers: programmeHandlers(retention),
    routes: [
      ...programmeRoutes({ programme, partialTexts, clock, closedAt }),
      ...pageRoutes(page, clock.now),
      ...lessonRoutes(lessons),
    ],
    schedules: [{ kind: ERASE, next: nightly(programme.zone), erases: true }],
  }
}
