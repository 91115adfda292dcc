import type { ServerResponse } from 'node:http'
import findMyWay from 'find-my-way'
import { z } from 'zod'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { MOST_READ } from '../../kernel/requests/batch.ts'
import { Download, Flow } from '../../kernel/requests/route.ts'
import { withoutNul } from '../../kernel/text/text.ts'
import type { BatchAnswer, BatchView } from '../../tabs/contract/batch.ts'
import type { Admission, Admit, Admitted } from '../sign-in/admission.ts'
import type { InstrumentedCalls } from '../transport/instrumented.ts'
import { problemOf, sendJson } from '../transport/problem.ts'
import type { Problems } from '../transport/problems.ts'
import type { Request, Restify } from '../transport/restify.ts'
import type { MountedRoute } from './mounted-route.ts'

type BatchParts = {
  /** Read routes. */
  readonly readings: readonly MountedRoute[]
  readonly admit: Admit
  readonly problems: Problems
  readonly calls: InstrumentedCalls
}

const ACT = 'get /batch'
/** Base for parsing a relative URL. */
const HERE = 'http://localhost'
/** A path as the browser would request it under `/api/v1`. */
const path = z
  .string()
  .startsWith('/')
  .max(1_000)
  .refine(text => URL.canParse(text, HERE))
const asked = z.array(path).min(1).max(MOST_READ)

/** Downloads cannot be part of a batch. @throws Refusal `malformed` */
async function onlyJson(answer: unknown): Promise<unknown> {
  if (answer instanceof Flow) await answer.end()
  if (answer instanceof Flow || answer instanceof Download) throw new Refusal('malformed')
  return answer ?? {}
}

/**
 * `GET /api/v1/batch?read=…&read=…`: batches the requests with which a page begins, each answered as it would be
 * alone, and counted beside the call. A browser makes six requests at once at most, and each costs a phone some
 * milliseconds.
 */
export function mountBatch(server: Restify, parts: BatchParts, admitted: Admitted): void {
  const { readings, admit, problems, calls } = parts
  const found = findMyWay()
  for (const reading of readings) found.on('GET', reading.path, () => {}, reading)

  async function read(path: string, { actor, over }: Admission): Promise<BatchAnswer> {
    const { pathname, searchParams } = new URL(path, HERE)
    const match = found.find('GET', pathname)
    const route = match?.store as MountedRoute | undefined
    const answering = async (): Promise<BatchAnswer> => {
      try {
        const late = over()
        if (late) throw late
        if (!route) throw new Refusal('gone')
        const sent = withoutNul({
          params: match?.params as Record<string, string>,
          query: Object.fromEntries(searchParams),
          body: undefined,
        })
        return { status: 200, body: await onlyJson(await route.run(actor, sent)) }
      } catch (error) {
        const { problem } = problems(error, actor.language, { method: 'GET', route: route?.path ?? '' })
        return { status: problem.status, body: problemOf(problem) }
      }
    }
    return route ? calls.reading(route.act, answering) : answering()
  }

  server.get('/api/v1/batch', admit(ACT), async (request: Request, response: ServerResponse) => {
    const who = admitted.get(request)
    if (!who) throw new Error('a batch was read before its token was checked')
    const reads = asked.parse(new URL(request.url ?? '', HERE).searchParams.getAll('read'))
    const answers = await Promise.all(reads.map(path => read(path, who)))
    sendJson(response, 200, { answers } satisfies BatchView)
  })
}
