import { z } from 'zod'
import type { MembersPage, TeamMember } from '../kernel/access/member.ts'
import { TooSoon } from '../kernel/errors/too-soon.ts'
import { createCallWindows, USED } from '../kernel/requests/call-windows.ts'
import { type Clock, HOUR, MINUTE, SECOND } from '../kernel/time/clock.ts'
import { type Address, readAddress } from './address.ts'
import { DeliveryFault } from './delivery-fault.ts'

/** Teams' largest page; it clamps other sizes to 50 to 500. */
const PAGE = 500
/** Limit of the continuation token, which is opaque; Teams documents none. */
const TOKEN_LIMIT = 8_000
const TEXT_LIMIT = 1_000
/** Source: Microsoft Learn, «Build apps for shared and private channels»: `TeamsChannelAccount.UserRole`. */
const GUEST = 'guest'

/**
 * Rate limits on reading the members of one team or chat: calls per span in milliseconds (Microsoft, «Optimize your
 * bot with rate limiting»).
 */
const DOCUMENTED = [
  [14, SECOND],
  [16, 2 * SECOND],
  [120, 30 * SECOND],
  [3_600, HOUR],
] as const
/** Share of them for single members: the rest is left to pages, which cover everybody. */
const ALONE = 0.6
/** Pause after a 429 without Retry-After. */
const QUIET = 5 * SECOND

const text = z.string().max(TEXT_LIMIT).nullish().catch(undefined)
const member = z.object({
  aadObjectId: text,
  objectId: text,
  tenantId: text,
  name: text,
  email: text,
  userPrincipalName: text,
  userRole: text,
})
const page = z.object({
  members: z.array(member.catch({})),
  continuationToken: z.string().max(TOKEN_LIMIT).nullish(),
})

export type MembersCalls = {
  /**
   * A member of the conversation, by Entra object id or by Teams' own id; undefined when the bot may not ask there, or the
   * person is no member. Source: `GET /v3/conversations/{conversation}/members/{user}`.
   * @throws DeliveryFault, TooSoon
   */
  readonly memberOf: (address: string, user: string) => Promise<TeamMember | undefined>
  /**
   * A page of the members of the team of `address`: the first, or the one of `token`. `left`: the bot is no longer in
   * it; `stale`: the token has expired. Source: `GET /v3/conversations/{team}/pagedmembers`. All members at once
   * (`…/members`) is deprecated.
   * @throws DeliveryFault, TooSoon
   */
  readonly membersOf: (address: string, token?: string) => Promise<MembersPage | 'left' | 'stale'>
}

type Parts = {
  readonly call: (address: Address, method: 'GET', path: string) => Promise<unknown>
  readonly clock: Clock
  /** Resolves when a call that answers nobody is within the tenant's rate. */
  readonly waitTurn: () => Promise<void>
}

function memberIn(found: z.infer<typeof member>): TeamMember {
  const { aadObjectId, objectId, tenantId, name, email, userPrincipalName, userRole } = found
  return {
    objectId: (aadObjectId ?? objectId ?? '').toLowerCase(),
    tenant: (tenantId ?? '').toLowerCase(),
    name: name ?? '',
    mails: [email, userPrincipalName].flatMap(mail => mail ?? []),
    ...(userRole?.toLowerCase() === GUEST && { guest: true }),
  }
}

/** Teams answers 400 for an expired token as for any unknown one. */
function meant(error: unknown, token: string | undefined): 'left' | 'stale' | undefined {
  const status = error instanceof DeliveryFault ? error.status : 0
  if (status === 403 || status === 404) return 'left'
  return status === 400 && token !== undefined ? 'stale' : undefined
}

/** Calls within the limits of each team or chat. Throws TooSoon without calling where one more would pass them. */
function pacedCall({ call, clock, waitTurn }: Parts) {
  const reads = createCallWindows(DOCUMENTED)
  let forgotAt = clock.now()

  /** @throws TooSoon */
  function check(where: string, used: number): void {
    const until = reads.freeAt(where, used)
    if (until > clock.now()) throw new TooSoon(until)
  }

  function noteFailure(where: string, error: unknown): void {
    if (!(error instanceof DeliveryFault) || error.status !== 429) return
    reads.hold(where, clock.now() + (error.retryAfterMs ?? QUIET))
  }

  function forget(now: number): void {
    if (Math.abs(now - forgotAt) < MINUTE) return
    forgotAt = now
    reads.forget(now)
  }

  /** `used`: share of the limits to stay within. */
  return async (from: Address, path: string, used: number): Promise<unknown> => {
    // A channel has the members of its team.
    const where = from.team ?? from.conversation
    check(where, used)
    await waitTurn()
    // Again: others may have called meanwhile.
    check(where, used)
    const now = clock.now()
    forget(now)
    reads.count(where, now)
    try {
      return await call(from, 'GET', `conversations/${encodeURIComponent(where)}/${path}`)
    } catch (error) {
      noteFailure(where, error)
      throw error
    }
  }
}

export function membersCalls(parts: Parts): MembersCalls {
  const call = pacedCall(parts)

  async function memberOf(address: string, user: string): Promise<TeamMember | undefined> {
    const from = readAddress(address)
    try {
      const answer = await call(from, `members/${encodeURIComponent(user)}`, ALONE)
      const { data } = member.safeParse(answer)
      return data && memberIn(data)
    } catch (error) {
      if (meant(error, undefined) === 'left') return undefined
      throw error
    }
  }

  return {
    memberOf,
    async membersOf(address, token) {
      const from = readAddress(address)
      const query = new URLSearchParams({
        pageSize: String(PAGE),
        ...(token && { continuationToken: token }),
      })
      try {
        const answer = page.safeParse(await call(from, `pagedmembers?${query}`, USED))
        if (!answer.success) throw new DeliveryFault({ status: 0, code: 'UnreadableMembers' })
        const { members, continuationToken } = answer.data
        return { members: members.map(memberIn), ...(continuationToken && { next: continuationToken }) }
      } catch (error) {
        const why = meant(error, token)
        if (why) return why
        throw error
      }
    },
  }
}
