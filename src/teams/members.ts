import { z } from 'zod'
import type { Member, MembersPage } from '../kernel/member.ts'
import { type Address, readAddress } from './address.ts'
import { DeliveryFault } from './fault.ts'

/** The most that Teams puts on a page; it forces other sizes into 50 to 500. */
const PAGE = 500
/** Opaque and kept between two pages; Teams does not say how long one may be. */
const TOKEN_LIMIT = 8_000
const TEXT_LIMIT = 1_000
/** Source: Microsoft Learn, «Build apps for shared and private channels»: `TeamsChannelAccount.UserRole`. */
const GUEST = 'guest'

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
   */
  readonly memberOf: (address: string, user: string) => Promise<Member | undefined>
  /**
   * A page of the members of the team that `address` belongs to: the first, or the one that `token` stands for. `left`:
   * the bot is not in it any more; `stale`: the token is no longer good.
   * Source: `GET /v3/conversations/{team}/pagedmembers`. All members at once (`…/members`) is deprecated.
   * @throws DeliveryFault
   */
  readonly membersOf: (address: string, token?: string) => Promise<MembersPage | 'left' | 'stale'>
}

type Call = (address: Address, method: 'GET', path: string) => Promise<unknown>

function memberIn(found: z.infer<typeof member>): Member {
  const { aadObjectId, objectId, tenantId, name, email, userPrincipalName, userRole } = found
  return {
    objectId: (aadObjectId ?? objectId ?? '').toLowerCase(),
    tenant: (tenantId ?? '').toLowerCase(),
    name: name ?? '',
    mails: [email, userPrincipalName].flatMap(mail => mail ?? []),
    ...(userRole?.toLowerCase() === GUEST && { guest: true }),
  }
}

/** 400 is said of a token that has expired as of any that Teams does not know. */
function meant(error: unknown, token: string | undefined): 'left' | 'stale' | undefined {
  const status = error instanceof DeliveryFault ? error.status : 0
  if (status === 403 || status === 404) return 'left'
  return status === 400 && token !== undefined ? 'stale' : undefined
}

/** Of a channel, the team has the members. */
function whereIn({ team, conversation }: Address): string {
  return `conversations/${encodeURIComponent(team ?? conversation)}`
}

export function membersCalls(call: Call): MembersCalls {
  async function memberOf(address: string, user: string): Promise<Member | undefined> {
    const from = readAddress(address)
    try {
      const answer = await call(from, 'GET', `${whereIn(from)}/members/${encodeURIComponent(user)}`)
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
        const answer = page.safeParse(await call(from, 'GET', `${whereIn(from)}/pagedmembers?${query}`))
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
