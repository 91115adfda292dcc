import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cursorText, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { PresentUsecases } from '../../attendance/index.ts'
import type { SeatingTableUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import { roomOf } from './audience.ts'
import type { AudienceUsecases } from './audience-usecases.ts'
import type { BallotContext, BallotStore, RoomScope, TableVotes } from './context-usecases.ts'
import { BALLOT_PERMISSIONS, type Ballot, type BallotResult, type BallotSeen } from './domain.ts'

/** How long a result is listed in a tab. */
const REMEMBERED = 30 * DAY

/** Limit of running ballots looked through. */
const LOOKED_AT = 20

const LATELY = 50

const placed = (ballots: readonly Ballot[]) => ballots.map(ballot => ({ ...ballot, at: ballot.closesAt }))

type Parts = {
  readonly store: (
    tx: Tx,
  ) => Pick<BallotStore, 'running' | 'waiting' | 'ended' | 'atTables' | 'countAtTables'>
  readonly read: Transact
  readonly clock: Clock
  readonly audience: Pick<AudienceUsecases, 'addressed'>
  readonly context: Pick<BallotContext, 'seenBy' | 'resultIn' | 'addressedAll'>
  readonly workshops: Pick<SeatingTableUsecases, 'ownTables'> & Pick<WorkshopUsecases, 'posted'>
  readonly attendance: Pick<PresentUsecases, 'visitedBy'>
}

export type ListUsecases = ReturnType<typeof listUsecases>

/** Lists of ballots: running, ended, prepared, or waiting for one person's vote. */
export function listUsecases(parts: Parts) {
  const { store, read, clock, audience, context, workshops, attendance } = parts
  const { seenBy, resultIn, addressedAll } = context

  /** Votes of rooms and tables are listed to who is or was there alone. */
  async function roomsOf({ id: person }: Actor): Promise<RoomScope> {
    const present = await attendance.visitedBy(person)
    const tables = await workshops.ownTables(person, clock.now() - REMEMBERED)
    return { person, present, tables: tables.map(({ workshop, table }) => ({ workshop, room: `${table}` })) }
  }

  return {
    roomsOf,

    /** Running ballots, the next to end first. `after`: what the page before gave as `next`. */
    async running(actor: Actor, limit: number, after?: string) {
      permit(BALLOT_PERMISSIONS.read, actor.role)
      const rooms = await roomsOf(actor)
      const from = after === undefined ? {} : { after: parseCursor(after) }
      const { items, ...next } = await read(async tx => {
        const found = await store(tx).running({ ...from, now: clock.now(), limit: limit + 1, rooms })
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

    /**
     * The next running ballot to end that asks the actor and lacks their vote, among the next 20; before all others, that of
     * the room where they are.
     */
    async awaiting(actor: Actor): Promise<BallotResult | undefined> {
      permit(BALLOT_PERMISSIONS.vote, actor.role)
      const rooms = await roomsOf(actor)
      const found = await read(async tx =>
        seenBy(tx, actor, await store(tx).running({ now: clock.now(), limit: LOOKED_AT, rooms })),
      )
      const unvoted = found.filter(({ mine }) => mine === undefined)
      const asked = (await addressedAll(actor, unvoted)).filter(({ called }) => called)
      const waiting = asked.find(each => roomOf(each.audience) !== undefined) ?? asked[0]
      return waiting && audience.addressed(await read(tx => resultIn(tx, waiting, undefined)), { actor })
    },

    /** Drafts and scheduled ballots, the next to end first; at most 20. */
    async waiting(actor: Actor): Promise<readonly BallotSeen[]> {
      permit(BALLOT_PERMISSIONS.start, actor.role)
      const found = await read(async tx => seenBy(tx, actor, await store(tx).waiting(clock.now(), LOOKED_AT)))
      return addressedAll(actor, found)
    },

    /**
     * Running ballots, then those that ended within `remembered` milliseconds (30 days), the last first. `rooms`: which votes of
     * rooms are among them, all by default.
     */
    async agenda(actor: Actor, limit: number, after?: string, remembered = REMEMBERED, rooms?: RoomScope) {
      permit(BALLOT_PERMISSIONS.read, actor.role)
      const listed = { ...(rooms && { rooms }) }
      const from = after === undefined ? undefined : parseCursor(after)
      const { items, ...next } = await read(async tx => {
        const now = clock.now()
        // The cursor is a ballot's end: in the future it is in the running part, else in the ended part.
        const ahead = from === undefined || from.at > now
        const first = { now, limit: limit + 1, ...(from && { after: from }), ...listed }
        const running = ahead ? await store(tx).running(first) : []
        const room = limit + 1 - running.length
        const behind = {
          now,
          limit: room,
          since: now - remembered,
          ...(from && !ahead && { after: from }),
          ...listed,
        }
        const ended = room > 0 ? await store(tx).ended(behind) : []
        const page = pageOf(placed([...running, ...ended]), limit)
        const last = page.items.at(-1)
        const more = running.length + ended.length > limit && last
        return { items: await seenBy(tx, actor, page.items), ...(more && { next: cursorText(last) }) }
      })
      return { items: await addressedAll(actor, items), ...next }
    },

    /** Votes of the tables of one workshop, the last to end first. @throws Refusal `gone`, `malformed` */
    async atTables(actor: Actor, workshop: string, limit: number, after?: string) {
      permit(BALLOT_PERMISSIONS.read, actor.role)
      if (!(await workshops.posted(workshop))) throw new Refusal('gone')
      const from = after === undefined ? {} : { after: parseCursor(after) }
      const { items, ...next } = await read(async tx => {
        const found = await store(tx).atTables(workshop, { ...from, limit: limit + 1 })
        const page = pageOf(placed(found), limit)
        return { ...page, items: await seenBy(tx, actor, page.items) }
      })
      return { items: await addressedAll(actor, items), ...next }
    },

    /** For those of `workshops` where a table voted: how many votes there are, and how many run. */
    countAtTables: (found: readonly string[]): Promise<ReadonlyMap<string, TableVotes>> =>
      read(tx => store(tx).countAtTables(found, clock.now())),
  }
}
