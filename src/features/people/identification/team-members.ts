import type { MembersPage, TeamMember } from '../../../kernel/access/member.ts'

/** A page of the members of a team; `left`: the bot is not in it any more; `stale`: the token is no longer good. */
export type MembersOf = (address: string, token?: string) => Promise<MembersPage | 'left' | 'stale'>
/** One of them, by object id or by Teams' own id; undefined when they are not there. */
export type MemberOf = (address: string, user: string) => Promise<TeamMember | undefined>

/** How far the members of a team are read. */
export type TeamReading = {
  readonly team: string
  /** Opaque address in the team. */
  readonly address: string
  /** Milliseconds. With `page`, what one call is known by: the next one has other numbers. */
  readonly begunAt: number
  /** How many calls of this reading are done. */
  readonly page: number
  /** Asks for the next page; absent at the beginning and at the end. */
  readonly token?: string
}

/**
 * Calls of one reading: 25,000 members, the most that a team has, come on 50 pages. A token that goes stale makes it
 * begin again, once.
 */
const MOST_PAGES = 100

/** Where this call leaves the reading: the token of the next one, undefined to begin again, or its end. */
export type Turn = { readonly token: string | undefined } | 'end'

export function turnAfter({ page }: TeamReading, answer: MembersPage | 'stale'): Turn {
  if (page + 1 >= MOST_PAGES) return 'end'
  if (answer === 'stale') return { token: undefined }
  return answer.next === undefined ? 'end' : { token: answer.next }
}
