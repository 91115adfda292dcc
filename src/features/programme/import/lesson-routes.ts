import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type LessonsView, lessonInput } from '../../../tabs/contract/programme/lessons.ts'
import type { LessonUsecases } from './lesson-usecases.ts'

export function lessonRoutes({ add, remove }: LessonUsecases): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/programme/lessons',
      run: async ({ actor, body }): Promise<LessonsView> => ({
        lessons: await add(actor, parse(lessonInput, body)),
      }),
    },
    {
      method: 'post',
      path: '/programme/lessons/remove',
      run: async ({ actor, body }): Promise<LessonsView> => ({
        lessons: await remove(actor, parse(lessonInput, body)),
      }),
    },
  ]
}
