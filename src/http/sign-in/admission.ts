import type { Actor } from '../../kernel/access/actor.ts'
import { pageMark } from '../../kernel/crypto/page-owner.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { LIMITS, type Limits } from '../../kernel/requests/limits.ts'
import type { Handler, Request } from '../transport/restify.ts'
import { localeOf, teamsLocaleOf } from './request-language.ts'
import type { Claims } from './token.ts'

export type TabRefusal = {
  /** Absent for a foreign tenant, and for an unknown guest. */
  readonly actor?: Actor
  readonly entryPoint: 'tab'
  /** Method and path of the route. */
  readonly act: string
  readonly code: string
}

export type AdmissionParts = {
  readonly check: (authorization: string | undefined, locale: string) => Promise<Claims>
  /**
   * Resolves the actor of a token. `as`: whom the page was opened by, as `pageMark` names them; `teams`: the locale
   * of their Teams, where stated.
   * @throws Refusal `data-erased` when it is another person by now; `guest-account` for an unknown guest, where
   * guests may not act
   */
  readonly resolveActor: (claims: Claims, as?: string, teams?: string) => Promise<Actor>
  /** Called for each refusal: feeds the audit log. */
  readonly refused: (attempt: TabRefusal) => Promise<void>
  readonly limits: Limits
  /** The client's address. */
  readonly addressOf: (request: Request) => string
}

/** The admitted actor, and when the token expires (ms). `over`: counts one more read within a batch. */
export type Admission = {
  readonly actor: Actor
  readonly expiresAt: number
  readonly over: () => Refusal | undefined
}
/** The admitted actor of each request. */
export type Admitted = WeakMap<object, Admission>

/** Admission, the first step of each route `act` (method and path): authentication and rate limit. */
export type Admit = (act: string) => Handler

/** Header by which a page names the person it was opened by: an old page must not register an erased person again. */
const MARK = 'x-known-as'
const GUEST = 'guest-account'

export function createAdmission(parts: AdmissionParts, admitted: Admitted): Admit {
  const { check, resolveActor, refused, limits, addressOf } = parts

  /** Requests with an invalid token are limited by address. @throws Refusal */
  async function claimsOf(request: Request, act: string): Promise<Claims> {
    try {
      return await check(request.headers.authorization, localeOf(request))
    } catch (error) {
      const late = limits.over(LIMITS.address, addressOf(request))
      if (late) throw late
      if (error instanceof Refusal) await refused({ entryPoint: 'tab', act, code: error.code })
      throw error
    }
  }

  /** @throws Refusal, which is recorded when it is for want of a right */
  async function noted(act: string, greeted: () => Promise<Actor>): Promise<Actor> {
    try {
      return await greeted()
    } catch (error) {
      if (error instanceof Refusal && error.code === GUEST)
        await refused({ entryPoint: 'tab', act, code: GUEST })
      throw error
    }
  }

  return act => async (request, response) => {
    const claims = await claimsOf(request, act)
    const over = () => limits.over(LIMITS.api, `${claims.tenant}:${claims.objectId}`)
    const late = over()
    if (late) throw late
    const known = request.headers[MARK]
    const as = typeof known === 'string' ? known : undefined
    const actor = await noted(act, () => resolveActor(claims, as, teamsLocaleOf(request) || undefined))
    response.setHeader(MARK, pageMark(actor.id))
    admitted.set(request, { actor, expiresAt: claims.expiresAt, over })
    if (!actor.guest) return
    await refused({ actor, entryPoint: 'tab', act, code: GUEST })
    throw new Refusal(GUEST)
  }
}
