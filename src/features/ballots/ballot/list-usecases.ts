import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { cursorText, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { BallotGround, BallotParts } from './context-usecases.ts'
import { type Ballot, type BallotResult, type BallotSeen, PERMISSIONS } from './domain.ts'

/** How long a result stays in the list of a tab. */
const REMEMBERED = 30 * DAY

/** More than run at a time. */
const LOOKED_AT = 20

const LATELY = 50

const placed = (ballots: readonly Ballot[]) => ballots.map(ballot => ({ ...ballot, at: ballot.closesAt }))

export function listUsecases({ store, read, clock }: BallotParts, ground: BallotGround) {
  const { seenBy, resultIn, addressed, addressedAll } = ground
  return {
    /** Those that run, the next to end first. `after`: what the page before gave as `next`. */
    async running(actor: Actor, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role)
      const from = after === undefined ? {} : { after: parseCursor(after) }
      const { items, ...next } = await read(async tx => {
        const found = await store(tx).running({ ...from, now: clock.now(), limit: limit + 1 })
        const page = pageOf(placed(found), limit)
        return { ...page, items: await seenBy(tx, actor, page.items) }
      })
      return { items: await addressedAll(actor, items), ...next }
    },

    /** Ids of those that run or ended within `remembered` milliseconds, by end; the first 50. */
    async lately(remembered: number): Promise<readonly string[]> {
      const page = { now: clock.now() - remembered, begun: clock.now(), limit: LATELY }
      return (await read(tx => store(tx).running(page))).map(({ id }) => id)
    },

    /** The next to end of those that run, ask the actor and wait for their vote, looked for among the next 20. */
    async awaiting(actor: Actor): Promise<BallotResult | undefined> {
      permit(PERMISSIONS.vote, actor.role)
      const found = await read(async tx =>
        seenBy(tx, actor, await store(tx).running({ now: clock.now(), limit: LOOKED_AT })),
      )
      const unvoted = found.filter(({ mine }) => mine === undefined)
      const waiting = (await addressedAll(actor, unvoted)).find(({ called }) => called)
      return waiting && addressed(await read(tx => resultIn(tx, waiting, undefined)), { actor })
    },

    /** Those that wait to be opened, the next to end first; the first 20. */
    async waiting(actor: Actor): Promise<readonly BallotSeen[]> {
      permit(PERMISSIONS.start, actor.role)
      const found = await read(async tx => seenBy(tx, actor, await store(tx).waiting(clock.now(), LOOKED_AT)))
      return addressedAll(actor, found)
    },

    /** Those that run, then those that ended within `remembered` milliseconds, the last first; 30 days. */
    async agenda(actor: Actor, limit: number, after?: string, remembered = REMEMBERED) {
      permit(PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const { items, ...next } = await read(async tx => {
        const now = clock.now()
        // A cursor is the end of a ballot: those that run lie ahead of now, the others behind.
        const ahead = from === undefined || from.at > now
        const first = { now, limit: limit + 1, ...(from && { after: from }) }
        const running = ahead ? await store(tx).running(first) : []
        const room = limit + 1 - running.length
        const behind = { now, limit: room, since: now - remembered, ...(from && !ahead && { after: from }) }
        const ended = room > 0 ? await store(tx).ended(behind) : []
        const page = pageOf(placed([...running, ...ended]), limit)
        const last = page.items.at(-1)
        const more = running.length + ended.length > limit && last
        return { items: await seenBy(tx, actor, page.items), ...(more && { next: cursorText(last) }) }
      })
      return { items: await addressedAll(actor, items), ...next }
    },
  }
}
