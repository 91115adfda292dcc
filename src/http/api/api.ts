import type { Actor } from '../../kernel/access/actor.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { limitKey } from '../../kernel/requests/limits.ts'
import { type ApiRoute, Download, Flow } from '../../kernel/requests/route.ts'
import type { Language } from '../../kernel/text/language.ts'
import { withoutNul } from '../../kernel/text/text.ts'
import type { Admit, Admitted, TabRefusal } from '../sign-in/admission.ts'
import { BODY_LIMIT, type Bodies } from '../transport/bodies.ts'
import type { InstrumentedCalls } from '../transport/instrumented.ts'
import { sendJson } from '../transport/problem.ts'
import type { Problems } from '../transport/problems.ts'
import { bodyStep, type Handler, type Request, type Restify } from '../transport/restify.ts'
import { FLOW_TIMES, type FlowTimes } from '../transport/timeouts.ts'
import { mountBatch } from './batch.ts'
import { sendDownload, sendFlow } from './downloads.ts'
import type { MountedRoute } from './mounted-route.ts'

type ApiParts = {
  readonly routes: readonly ApiRoute[]
  readonly admit: Admit
  /** Called for each refusal: feeds the audit log. */
  readonly refused: (attempt: TabRefusal) => Promise<void>
  readonly words: { readonly refusal: (refusal: Refusal, language: Language) => string }
  readonly problems: Problems
  readonly flowTimes?: FlowTimes
  readonly calls: InstrumentedCalls
  readonly bodies: Bodies
}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams)
}

/**
 * Mounts the features' routes under `/api/v1`. The token is checked before a body is read; errors go up to the
 * server.
 */
export function mountApi(server: Restify, parts: ApiParts, admitted: Admitted): void {
  const { routes, admit, refused, words, calls, bodies, flowTimes = FLOW_TIMES } = parts

  /** Records a refusal of `act`, and throws it on. */
  async function recordRefusal<T>(actor: Actor, act: string, work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      if (error instanceof Refusal) await refused({ actor, entryPoint: 'tab', act, code: error.code })
      throw error
    }
  }

  function mounted({ method, path, run }: ApiRoute): MountedRoute {
    const act = `${method} ${path}`
    return {
      act,
      path,
      run: (actor, sent) => {
        const sentence = (refusal: Refusal) => words.refusal(refusal, actor.language)
        return recordRefusal(actor, act, run({ actor, ...sent, sentence }))
      },
    }
  }

  /** @throws Error without an admitted actor */
  function actorOf(request: Request): Actor {
    const actor = admitted.get(request)?.actor
    if (!actor) throw new Error('a route ran before its token was checked')
    return actor
  }

  /** Admission of the actor, and the authorization of a large body. */
  function authorizing({ act }: MountedRoute, { large }: ApiRoute): Handler {
    const admitting = admit(act)
    if (!large) return admitting
    return async (request, response) => {
      await admitting(request, response)
      const actor = actorOf(request)
      const asked = withoutNul({ params: request.params, query: queryOf(request) })
      await recordRefusal(actor, act, large.ask({ actor, ...asked }))
    }
  }

  const reading = ({ large }: ApiRoute) =>
    bodyStep((request, response) =>
      bodies.read(request, response, large?.most ?? BODY_LIMIT, limitKey(actorOf(request))),
    )

  function handlerOf(place: MountedRoute): Handler {
    return async (request, response) => {
      const actor = actorOf(request)
      const { params, body } = request
      const answer = await place.run(actor, withoutNul({ params, query: queryOf(request), body }))
      if (answer instanceof Flow) await sendFlow(response, answer, flowTimes)
      else if (answer instanceof Download) sendDownload(response, answer)
      else sendJson(response, 200, answer ?? {})
    }
  }

  const readings: MountedRoute[] = []
  for (const route of routes) {
    const place = mounted(route)
    if (route.method === 'get') readings.push(place)
    const { first, last } = calls.steps(place.act, authorizing(place, route), handlerOf(place))
    const steps = route.method === 'get' ? [first, last] : [first, reading(route), last]
    server[route.method](`/api/v1${route.path}`, ...steps)
  }
  mountBatch(server, { ...parts, readings }, admitted)
}
