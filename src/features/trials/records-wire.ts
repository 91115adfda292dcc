import type { Wiring } from '../../conversation/wiring.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { LessonUsecases, Programme } from '../programme/index.ts'
import { numberStore } from './look-ins/store.ts'
import { lessonDraft } from './records/cards.ts'
import { lessonStore } from './records/lesson-store.ts'
import { trialLessonUsecases } from './records/lesson-usecases.ts'
import { recordRoutes } from './records/routes.ts'
import { recordStore } from './records/store.ts'
import { tallyTrials } from './records/tally-store.ts'
import { recordUsecases } from './records/usecases.ts'
import { trialStore } from './trial/store.ts'
import { waitingRoutes } from './waiting/routes.ts'
import { waitingStore } from './waiting/store.ts'
import { waitingUsecases } from './waiting/usecases.ts'

type Deps = {
  readonly programme: Pick<Programme, 'axis' | 'lessons'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly initiatives: Pick<InitiativeUsecases, 'seenOne'>
  /** Puts a lesson of the method in the place of another. */
  readonly replaceLesson: LessonUsecases['replace']
}

/** What trials leave: lists that all may read, what of them is re-read before it leaves; and what they wait for from somebody. */
export function wireTrialRecords(wiring: Wiring, { programme, people, initiatives, replaceLesson }: Deps) {
  const { transact, read, audit, clock, zone, home, words } = wiring
  const listed = recordUsecases({ store: recordStore, read, clock, zone })
  const lessons = trialLessonUsecases({
    store: lessonStore,
    records: recordStore,
    listed,
    transact,
    read,
    audit,
    people,
    initiatives,
    programme,
    replace: replaceLesson,
    draftOf: record => lessonDraft(words(home), record),
  })
  const waiting = waitingUsecases(
    { store: waitingStore, trials: trialStore, numbers: numberStore, read, clock, zone },
    listed,
  )
  return {
    usecases: {
      exported: listed.exported,
      thisWeek: listed.thisWeek,
      said: lessons.said,
      numbersDue: waiting.numbersDue,
    },
    /** How many have begun, and how they ended, whatever the month. */
    tally: () => read(tx => tallyTrials(tx, clock.now(), [], zone)),
    handlers: {},
    routes: [...recordRoutes(listed, lessons), ...waitingRoutes(waiting)],
  }
}
