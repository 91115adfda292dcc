import { z } from 'zod'
import type { Handlers } from '../../conversation/protocol/handlers.ts'
import { parse } from '../../kernel/requests/parse.ts'
import { PLACE, type RunUsecases } from './run-usecases.ts'

const step = z.object({ axis: z.string().max(40) })

/** The outbox alone asks for it, and nobody is told. */
export function themeHandlers(runs: Pick<RunUsecases, 'goOn'>): Handlers {
  return {
    facts: {
      [PLACE]: async ({ payload }) => {
        await runs.goOn(parse(step, payload).axis)
        return []
      },
    },
  }
}
