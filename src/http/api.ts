import type { Language } from '../kernel/language.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type ApiRoute, Download, Flow } from '../kernel/route.ts'
import { withoutNul } from '../kernel/text.ts'
import type { Admit, Admitted, Refused } from './admission.ts'
import { sendDownload, sendFlow } from './files.ts'
import { sendJson } from './problem.ts'
import { bodySteps, type Handler, type Request, type Restify } from './restify.ts'
import { FLOW_TIMES, type FlowTimes } from './times.ts'
import type { Watched } from './watched.ts'

export type ApiParts = {
  readonly routes: readonly ApiRoute[]
  readonly admit: Admit
  /** Hears of each no, by its code. */
  readonly refused: (attempt: Refused) => Promise<void>
  readonly words: { readonly refusal: (refusal: Refusal, language: Language) => string }
  readonly flowTimes?: FlowTimes
  readonly watched: Watched
}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams)
}

/** The features' routes under `/api/v1`. The token is checked before a body is read; errors go up to the server. */
export function mountApi(server: Restify, parts: ApiParts, admitted: Admitted): void {
  const { routes, admit, refused, words, watched, flowTimes = FLOW_TIMES } = parts

  function handlerOf(route: ApiRoute, act: string): Handler {
    return async (request, response) => {
      const actor = admitted.get(request)?.actor
      if (!actor) throw new Error('a route ran before its token was checked')
      const { params, body } = request
      const sent = withoutNul({ params, query: queryOf(request), body })
      const sentence = (refusal: Refusal) => words.refusal(refusal, actor.language)
      const answer = await route.run({ actor, ...sent, sentence }).catch(async error => {
        if (error instanceof Refusal) await refused({ actor, door: 'tab', act, code: error.code })
        throw error
      })
      if (answer instanceof Flow) await sendFlow(response, answer, flowTimes)
      else if (answer instanceof Download) sendDownload(response, answer)
      else sendJson(response, 200, answer ?? {})
    }
  }

  for (const route of routes) {
    const act = `${route.method} ${route.path}`
    const { first, last } = watched.steps(act, admit(act), handlerOf(route, act))
    server[route.method](`/api/v1${route.path}`, first, ...bodySteps(route.largest), last)
  }
}
