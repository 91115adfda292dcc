import type { Actor } from '../kernel/actor.ts'
import type { Language } from '../kernel/language.ts'
import { LIMITS, type Limits } from '../kernel/limits.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { ApiRoute } from '../kernel/route.ts'
import { withoutNul } from '../kernel/text.ts'
import { localeOf } from './language.ts'
import { sendJson } from './problem.ts'
import { bodySteps, type Handler, type Request, type Restify } from './restify.ts'
import type { Claims } from './token.ts'

export type ApiParts = {
  readonly routes: readonly ApiRoute[]
  readonly check: (authorization: string | undefined, locale: string) => Promise<Claims>
  readonly greet: (claims: Claims) => Promise<Actor>
  /** Hears of each no, by its code. */
  readonly refused: (attempt: Refused) => Promise<void>
  readonly limits: Limits
  readonly words: { readonly refusal: (refusal: Refusal, language: Language) => string }
  /** Where a request comes from. */
  readonly addressOf: (request: Request) => string
}

export type Refused = {
  /** Absent for somebody of another tenant. */
  readonly actor?: Actor
  readonly door: 'tab'
  /** Method and path of the route. */
  readonly act: string
  readonly code: string
}

/** Who acts in each request, once the token is checked. */
export type Actors = WeakMap<object, Actor>

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams)
}

/** The features' routes under `/api/v1`. The token is checked before a body is read; errors go up to the server. */
export function mountApi(server: Restify, parts: ApiParts, actors: Actors): void {
  const { routes, check, greet, refused, limits, addressOf, words } = parts

  /** Whoever proves nothing is counted by where they come from. @throws Refusal */
  async function claimsOf(request: Request, act: string): Promise<Claims> {
    try {
      return await check(request.headers.authorization, localeOf(request))
    } catch (error) {
      const late = limits.over(LIMITS.address, addressOf(request))
      if (late) throw late
      if (error instanceof Refusal) await refused({ door: 'tab', act, code: error.code })
      throw error
    }
  }

  const admit =
    (act: string): Handler =>
    async request => {
      const claims = await claimsOf(request, act)
      const late = limits.over(LIMITS.api, `${claims.tenant}:${claims.objectId}`)
      if (late) throw late
      actors.set(request, await greet(claims))
    }

  function handlerOf(route: ApiRoute, act: string): Handler {
    return async (request, response) => {
      const actor = actors.get(request)
      if (!actor) throw new Error('a route ran before its token was checked')
      const { params, body } = request
      const sent = withoutNul({ params, query: queryOf(request), body })
      const sentence = (refusal: Refusal) => words.refusal(refusal, actor.language)
      const answer = await route.run({ actor, ...sent, sentence }).catch(async error => {
        if (error instanceof Refusal) await refused({ actor, door: 'tab', act, code: error.code })
        throw error
      })
      sendJson(response, 200, answer ?? {})
    }
  }

  for (const route of routes) {
    const act = `${route.method} ${route.path}`
    server[route.method](
      `/api/v1${route.path}`,
      admit(act),
      ...bodySteps(route.largest),
      handlerOf(route, act),
    )
  }
}
