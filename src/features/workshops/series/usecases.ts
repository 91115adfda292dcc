import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { SeatQuotas } from '../seats/domain.ts'
import { requireFound, seenAt, WORKSHOP_PERMISSIONS, type Workshop } from '../workshop/domain.ts'
import type { WorkshopViews } from '../workshop/usecases.ts'
import {
  lastStart,
  SERIES_PERMISSIONS,
  type SeriesDraft,
  type SeriesSeen,
  seriesDraftOf,
  seriesSeen,
  type WorkshopSeries,
} from './domain.ts'
import { seriesFact } from './facts.ts'

export type SeriesStore = {
  readonly add: (series: WorkshopSeries) => Promise<void>
  readonly change: (series: WorkshopSeries) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly find: (id: string) => Promise<WorkshopSeries | undefined>
  /** Like `find`, with the series and its list of days locked until the transaction ends. */
  readonly lock: (id: string) => Promise<WorkshopSeries | undefined>
  /** The newest first, from just beyond `after`. */
  readonly list: (limit: number, after?: Cursor) => Promise<readonly WorkshopSeries[]>
  /** Its days, by start. */
  readonly days: (id: string) => Promise<readonly Workshop[]>
  /** Deletes a draft day and its quotas. */
  readonly removeDay: (workshop: string) => Promise<void>
  /** Quotas of those of `workshops` that have any. */
  readonly quotas: (workshops: readonly string[]) => Promise<ReadonlyMap<string, SeatQuotas>>
}

/** Reads that the view of a series needs. */
type SeriesReading = {
  readonly series: (tx: Tx) => Pick<SeriesStore, 'days'>
  readonly clock: Clock
}

type Parts = {
  readonly series: (tx: Tx) => SeriesStore
  readonly views: Pick<WorkshopViews, 'all'>
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly programme: Pick<Programme, 'axis'>
}

export type SeriesUsecases = ReturnType<typeof seriesUsecases>

/** The view of a series, with its days for no particular reader. */
export async function seriesIn(tx: Tx, parts: SeriesReading, series: WorkshopSeries): Promise<SeriesSeen> {
  const now = parts.clock.now()
  const days = await parts.series(tx).days(series.id)
  return seriesSeen(
    series,
    days.map(day => seenAt(day, now, undefined)),
    now,
  )
}

/** Creating and changing a series, and listing them for organisers. */
export function seriesUsecases(parts: Parts) {
  const { series, views, transact, read, once, note, audit, clock, ids, programme } = parts

  function checked(actor: Actor, typed: SeriesDraft): SeriesDraft {
    permit(SERIES_PERMISSIONS.plan, actor.role)
    const draft = seriesDraftOf(typed)
    if (!programme.axis(draft.axis)) throw new Refusal('axis-missing')
    return draft
  }

  /** What everybody in a channel sees; undefined when it was deleted or is not announced. */
  async function posted(id: string): Promise<SeriesSeen | undefined> {
    return read(async tx => {
      const found = await series(tx).find(id)
      return found && found.announcedAt !== null ? seriesIn(tx, parts, found) : undefined
    })
  }

  return {
    /**
     * Creates a draft series, once for all `keys`, and returns its id.
     * @throws Refusal of `seriesDraftOf`, `axis-missing`, `role-needed`
     */
    begin(actor: Actor, typed: SeriesDraft, keys: readonly IdempotencyKey[]): Promise<string> {
      const draft = checked(actor, typed)
      const fresh = ids.next()
      return transact(async tx => {
        const id = await once(tx, keys, fresh)
        if (id !== fresh) return id
        const made = { ...draft, id, organiser: actor.id, createdAt: clock.now(), announcedAt: null }
        await series(tx).add(made)
        await audit(tx, actor, SERIES_PERMISSIONS.plan.act, inDetail(id, 'new'))
        return id
      })
    },

    /** Changes title, description and axis. Idempotent. @throws Refusal as `begin` does, and `gone` */
    async reword(actor: Actor, id: string, typed: SeriesDraft): Promise<void> {
      const draft = checked(actor, typed)
      await transact(async tx => {
        const before = requireFound(await series(tx).lock(id))
        const { title, description, axis } = before
        if (title === draft.title && description === draft.description && axis === draft.axis) return
        await series(tx).change({ ...before, ...draft })
        await audit(tx, actor, SERIES_PERMISSIONS.plan.act, inDetail(id, 'text'))
        if (before.announcedAt !== null) await note(tx, seriesFact(id))
      })
    },

    /** Deletes a draft series with its days. @throws Refusal `role-needed`, `gone`, `series-announced` */
    async remove(actor: Actor, id: string): Promise<void> {
      permit(SERIES_PERMISSIONS.plan, actor.role)
      await transact(async tx => {
        const before = requireFound(await series(tx).lock(id))
        if (before.announcedAt !== null) throw new Refusal('series-announced')
        for (const day of await series(tx).days(id)) await series(tx).removeDay(day.id)
        await series(tx).remove(id)
        await audit(tx, actor, SERIES_PERMISSIONS.plan.act, inDetail(id, 'removed'))
      })
    },

    /** A series with all its days and their quotas. @throws Refusal `role-needed`, `gone` */
    sheet(
      actor: Actor,
      id: string,
    ): Promise<{ series: SeriesSeen; quotas: ReadonlyMap<string, SeatQuotas> }> {
      permit(SERIES_PERMISSIONS.plan, actor.role)
      return read(async tx => {
        const seen = await seriesIn(tx, parts, requireFound(await series(tx).find(id)))
        const by = seen.days.filter(({ quotas }) => quotas).map(day => day.id)
        return { series: seen, quotas: await series(tx).quotas(by) }
      })
    },

    /** All series, the newest first. @throws Refusal `role-needed`, `malformed` */
    async list(actor: Actor, limit: number, after?: string) {
      permit(SERIES_PERMISSIONS.plan, actor.role)
      const from = after === undefined ? [] : ([parseCursor(after)] as const)
      return read(async tx => {
        const rows = await series(tx).list(limit + 1, ...from)
        const { items, ...next } = pageOf(
          rows.map(row => ({ ...row, at: row.createdAt })),
          limit,
        )
        const seen = []
        for (const each of items) seen.push(await seriesIn(tx, parts, each))
        return { items: seen, ...next }
      })
    },

    posted,

    /** The same as one person sees it: with their own answer on each day. */
    async shown(actor: Actor, id: string): Promise<SeriesSeen | undefined> {
      permit(WORKSHOP_PERMISSIONS.read, actor.role)
      return read(async tx => {
        const found = await series(tx).find(id)
        if (!found || found.announcedAt === null) return undefined
        const days = (await series(tx).days(id)).filter(({ state }) => state !== 'draft')
        return seriesSeen(found, await views.all(tx, actor, days), clock.now())
      })
    },

    /** Start of its last day (ms), 0 when no day is to be held; undefined as `posted` is. */
    async ends(id: string): Promise<number | undefined> {
      const found = await posted(id)
      return found && (lastStart(found) ?? 0)
    },

    /** Of the newest `limit`, those that are announced and have a day to come. `more`: there are older ones. */
    async ahead(limit: number): Promise<{ readonly found: readonly SeriesSeen[]; readonly more: boolean }> {
      return read(async tx => {
        const rows = await series(tx).list(limit + 1)
        const found: SeriesSeen[] = []
        for (const row of rows.slice(0, limit)) {
          const seen = row.announcedAt === null ? undefined : await seriesIn(tx, parts, row)
          if (seen && (lastStart(seen) ?? 0) > seen.now) found.push(seen)
        }
        return { found, more: rows.length > limit }
      })
    },
  }
}
