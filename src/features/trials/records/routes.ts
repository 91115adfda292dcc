import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  type TrialLessonsView,
  type TrialLessonView,
  type TrialRecordView,
  trialLessonInput,
  trialLessonParams,
  trialRecordQuery,
} from '../../../tabs/contract/initiatives/trial-records.ts'
import { type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import { stageOf, type TrialRecord } from './domain.ts'
import type { RecordToReread, TrialLessonUsecases } from './lesson-usecases.ts'
import type { RecordUsecases } from './usecases.ts'

const PAGE = 20

function recordView(record: TrialRecord, today: string): TrialRecordView {
  const { id, initiative, title, axis, number, hypothesis, directions, site, from, until } = record
  return {
    ...{ id, initiative, title, axis, number, hypothesis, directions, site, from, until },
    state: stageOf(record, today),
    testers: exact('shared', record.testers),
    ...(record.decision && { decision: record.decision }),
  }
}

function lessonView({ record, lesson, joined, draft }: RecordToReread, today: string): TrialLessonView {
  return {
    trial: recordView(record, today),
    ...(lesson && { text: lesson.text }),
    turn: lesson?.turn ?? 0,
    joined,
    draft,
  }
}

/** What was tried, for all who may read it one by one; what of it is re-read, for organisers. */
export function recordRoutes(records: RecordUsecases, lessons: TrialLessonUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/trial-records',
      run: async ({ actor, query }): Promise<Page<TrialRecordView>> => {
        const { direction, after } = parse(trialRecordQuery, query)
        const today = records.today()
        const { items, ...next } =
          direction === undefined
            ? await records.decided(actor, PAGE, after)
            : { items: await records.ofDirection(actor, direction) }
        return { items: items.map(record => recordView(record, today)), ...next }
      },
    },
    {
      method: 'get',
      path: '/trial-records/lessons',
      run: async ({ actor, query }): Promise<TrialLessonsView> => {
        const { items, ...next } = await lessons.list(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(each => lessonView(each, records.today())), ...next }
      },
    },
    {
      method: 'put',
      path: '/trial-records/:id/lesson',
      run: async ({ actor, params, body }): Promise<TrialLessonView> => {
        const { text, turn } = parse(trialLessonInput, body)
        const found = await lessons.reread(actor, parse(trialLessonParams, params).id, text, turn)
        return lessonView(found, records.today())
      },
    },
  ]
}
