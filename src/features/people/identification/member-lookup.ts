import type { TeamMember } from '../../../kernel/access/member.ts'
import { TooSoon } from '../../../kernel/errors/too-soon.ts'
import { type Clock, SECOND } from '../../../kernel/time/clock.ts'
import type { MemberOf, MembersOf } from './team-members.ts'

/** From this many waiting lookups in one place on, its members are read by pages: one call returns 500. */
const CROWD = 8
/** Delay after which a lookup behind others is tried again. */
const SOON = SECOND

type Sought = { readonly person: string; readonly objectId: string }
/** `member`: Teams' answer; undefined without one. */
export type FoundMember = { readonly person: string; readonly member: TeamMember | undefined }

type Parts = {
  readonly memberOf: MemberOf
  readonly membersOf: MembersOf
  readonly clock: Clock
  readonly found: (all: readonly FoundMember[]) => Promise<void>
}

/** `missed`: in none of the pages. `identified`: found in a page while waiting. */
type Waiting = Sought & { state: 'waits' | 'missed' | 'identified' }

/** Pending lookups in one place. */
type Line = {
  readonly waiting: Map<string, Waiting>
  inHand: number
  end: Promise<unknown>
  /** Paged reading in progress: its continuation token, and who waited when it started. */
  reading?: { readonly token?: string; readonly since: readonly Waiting[] } | undefined
}

export type MemberLookup = ReturnType<typeof memberLookup>

/**
 * Looks up people in Teams: one call at a time per place, individually while they are few, by pages once they are many.
 * Nothing is kept of other members. In memory only: lookups that are lost are requested again.
 */
export function memberLookup({ memberOf, membersOf, clock, found }: Parts) {
  const lines = new Map<string, Line>()

  function lineAt(address: string): Line {
    const line = lines.get(address) ?? { waiting: new Map(), inHand: 0, end: Promise.resolve() }
    lines.set(address, line)
    return line
  }

  function forget(address: string, person: string): void {
    const line = lines.get(address)
    line?.waiting.delete(person)
    if (line?.waiting.size === 0 && line.inHand === 0) lines.delete(address)
  }

  async function askAlone(address: string, { person, objectId }: Waiting): Promise<void> {
    const member = await memberOf(address, objectId)
    await found([{ person, member }])
  }

  /** Whoever waited since before the first page and was on none of them needs a lookup of their own. */
  function endReading(line: Line): void {
    for (const each of line.reading?.since ?? []) if (each.state === 'waits') each.state = 'missed'
    line.reading = undefined
  }

  async function readPage(address: string, line: Line): Promise<void> {
    const { token, since } = line.reading ?? { since: [...line.waiting.values()] }
    line.reading = { since, ...(token !== undefined && { token }) }
    const page = await membersOf(address, token)
    if (page === 'left' || page === 'stale') return endReading(line)
    const members = new Map(page.members.map(member => [member.objectId, member]))
    const identified = [...line.waiting.values()].flatMap(each => {
      const member = members.get(each.objectId)
      return member && each.state !== 'identified' ? [{ each, member }] : []
    })
    await found(identified.map(({ each: { person }, member }) => ({ person, member })))
    for (const { each } of identified) each.state = 'identified'
    if (page.next === undefined) endReading(line)
    else line.reading = { token: page.next, since }
  }

  /** Delay before the next turn after a page: the next page at once; after the last, together with newer lookups. */
  function dueAfter({ reading }: Line, { state }: Waiting): number | undefined {
    if (state === 'identified') return undefined
    return clock.now() + (reading || state === 'missed' ? 0 : SOON)
  }

  /** @throws TooSoon */
  async function serve(address: string, line: Line, mine: Waiting): Promise<void> {
    if (mine.state === 'identified') return
    const waiting = [...line.waiting.values()].filter(({ state }) => state === 'waits')
    if (mine.state === 'missed' || waiting.length <= CROWD) return askAlone(address, mine)
    await readPage(address, line)
    const due = dueAfter(line, mine)
    if (due !== undefined) throw new TooSoon(due)
  }

  return {
    /** Drops the person's pending lookup. */
    forget,

    /**
     * Resolves once Teams has answered, even if it does not know the person.
     * @throws TooSoon when other lookups come first. Rejects when Teams does not answer.
     */
    async lookUp(address: string, sought: Sought): Promise<void> {
      const line = lineAt(address)
      const mine = line.waiting.get(sought.person) ?? { ...sought, state: 'waits' as const }
      line.waiting.set(sought.person, mine)
      if (mine.state === 'identified') return forget(address, sought.person)
      if (line.inHand >= CROWD) throw new TooSoon(clock.now() + SOON)
      line.inHand += 1
      const served = line.end.then(() => serve(address, line, mine))
      line.end = served.catch(() => {})
      try {
        await served
        line.waiting.delete(sought.person)
      } catch (error) {
        if (!(error instanceof TooSoon)) line.waiting.delete(sought.person)
        throw error
      } finally {
        line.inHand -= 1
        if (line.waiting.size === 0 && line.inHand === 0) lines.delete(address)
      }
    },
  }
}
