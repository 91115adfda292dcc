import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { requireFound, seenAt, WORKSHOP_PERMISSIONS, type Workshop, type WorkshopSeen } from './domain.ts'

export type WorkshopStore = {
  readonly add: (workshop: Workshop) => Promise<void>
  /** Updates everything but seat counters. */
  readonly change: (workshop: Workshop) => Promise<void>
  readonly find: (id: string) => Promise<Workshop | undefined>
  /** Like `find`, locked against registrations until the transaction ends. */
  readonly lock: (id: string) => Promise<Workshop | undefined>
  /** Workshops that start after `from` and before `until`, by start. */
  readonly starting: (span: Span) => Promise<readonly Workshop[]>
  /** Workshops that end after `now`, by start. */
  readonly coming: (page: WorkshopPage) => Promise<readonly Workshop[]>
}

/** Milliseconds. */
type Span = { readonly from: number; readonly until: number; readonly limit: number }

/** `after`: cursor. `on`: without cancelled and postponed ones. */
export type WorkshopPage = {
  readonly now: number
  readonly limit: number
  readonly after?: Cursor
  readonly on?: true
}

/** Workshops as one person sees them: with their own answer, their place on the waiting list, the series. */
export type WorkshopViews = {
  readonly all: (tx: Tx, actor: Actor, workshops: readonly Workshop[]) => Promise<readonly WorkshopSeen[]>
  /** @throws Refusal `gone` for a draft that is not theirs to see */
  readonly one: (tx: Tx, actor: Actor, workshop: Workshop) => Promise<WorkshopSeen>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find' | 'coming'>
  readonly views: WorkshopViews
  readonly read: Transact
  readonly clock: Clock
}

export type WorkshopReadUsecases = ReturnType<typeof workshopUsecases>

const LATELY = 50

/** A page of views of `found`, which holds one more than `limit` where others follow. */
export async function viewPage(
  views: WorkshopViews,
  tx: Tx,
  actor: Actor,
  found: readonly Workshop[],
  limit: number,
) {
  const rows = found.map(workshop => ({ ...workshop, at: workshop.startsAt }))
  const { items, ...next } = pageOf(rows, limit)
  return { items: await views.all(tx, actor, items), ...next }
}

export function workshopUsecases({ store, views, read, clock }: Parts) {
  return {
    /** @throws Refusal `gone` */
    show(actor: Actor, id: string): Promise<WorkshopSeen> {
      permit(WORKSHOP_PERMISSIONS.read, actor.role)
      return read(async tx => views.one(tx, actor, requireFound(await store(tx).find(id))))
    },

    /** Workshops to come and under way, by start. `after`: what the page before gave as `next`. */
    async coming(actor: Actor, limit: number, after?: string) {
      permit(WORKSHOP_PERMISSIONS.read, actor.role)
      const page = {
        now: clock.now(),
        limit: limit + 1,
        ...(after !== undefined && { after: parseCursor(after) }),
      }
      return read(async tx => viewPage(views, tx, actor, await store(tx).coming(page), limit))
    },

    /** The first `limit` of them, without cancelled and postponed ones. */
    async takingPlace(actor: Actor, limit: number): Promise<readonly WorkshopSeen[]> {
      permit(WORKSHOP_PERMISSIONS.read, actor.role)
      const page = { now: clock.now(), limit, on: true } as const
      return read(async tx => views.all(tx, actor, await store(tx).coming(page)))
    },

    /** Ids of workshops to come, under way, or over for less than `remembered` milliseconds, by start; the first 50. */
    async lately(remembered: number): Promise<readonly string[]> {
      const page = { now: clock.now() - remembered, limit: LATELY }
      return (await read(tx => store(tx).coming(page))).map(({ id }) => id)
    },

    /** What everybody in a channel sees; undefined when it was deleted. */
    async posted(id: string): Promise<WorkshopSeen | undefined> {
      const found = await read(tx => store(tx).find(id))
      return found && found.state !== 'draft' ? seenAt(found, clock.now(), undefined) : undefined
    },
  }
}
