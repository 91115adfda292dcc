import type { MembersPage, TeamMember } from '../../../kernel/access/member.ts'

/** A page of the members of a team; `left`: the bot has left it; `stale`: the token has expired. */
export type MembersOf = (address: string, token?: string) => Promise<MembersPage | 'left' | 'stale'>
/** One member, by object id or by Teams' own id; undefined when not found. */
export type MemberOf = (address: string, user: string) => Promise<TeamMember | undefined>

/** Progress of reading the members of a team. */
export type TeamReading = {
  readonly team: string
  /** Opaque address in the team. */
  readonly address: string
  /** Milliseconds. With `page`, identifies one call: the next has other numbers. */
  readonly begunAt: number
  /** Number of calls done. */
  readonly page: number
  /** Continuation token; absent at the beginning and at the end. */
  readonly token?: string
}

/**
 * Limit of calls per reading: the 25,000 members that a team can have come on 50 pages, and an expired token makes it
 * start again once.
 */
const MOST_PAGES = 100

/** Result of a call: the next token, undefined to start again, or the end. */
export type Turn = { readonly token: string | undefined } | 'end'

export function turnAfter({ page }: TeamReading, answer: MembersPage | 'stale'): Turn {
  if (page + 1 >= MOST_PAGES) return 'end'
  if (answer === 'stale') return { token: undefined }
  return answer.next === undefined ? 'end' : { token: answer.next }
}
