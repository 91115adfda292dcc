import type { Actor } from '../../../kernel/access/actor.ts'
import { withAmounts } from '../../../kernel/access/amounts.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases, Targets, Where } from '../../channels/index.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { checkAnnouncing, type SeriesSeen, type WorkshopSeries } from '../series/domain.ts'
import { seriesFact } from '../series/facts.ts'
import { type SeriesStore, seriesIn } from '../series/usecases.ts'
import { requireFound, WORKSHOP_PERMISSIONS } from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'

type Parts = {
  readonly series: (tx: Tx) => Pick<SeriesStore, 'find' | 'lock' | 'change' | 'days'>
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'change'>
  readonly waitingList: Pick<WaitingListUsecases, 'recomputeAfterChange'>
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce'>
}

type CheckedSeries = {
  readonly series: SeriesSeen
  readonly targets?: Targets
  readonly refusal?: Refusal
}

export type SeriesAnnounceUsecases = ReturnType<typeof seriesAnnounceUsecases>

/** Announcement of the drafts of a series. */
export function seriesAnnounceUsecases(parts: Parts) {
  const { series, store, waitingList, transact, read, once, note, audit, clock, ids, channels } = parts

  /** An announced series keeps its channels. */
  async function targetsOf({ announcedAt }: WorkshopSeries, where: Where): Promise<Targets | undefined> {
    return announcedAt === null ? channels.targets(where) : undefined
  }

  async function announce(
    tx: Tx,
    actor: Actor,
    before: WorkshopSeries,
    targets: Targets | undefined,
  ): Promise<void> {
    const { id } = before
    const days = (await series(tx).days(id)).filter(({ state }) => state === 'draft')
    checkAnnouncing(days, clock.now())
    for (const day of days) {
      const after = { ...day, state: 'announced', changedAt: clock.now() } as const
      await store(tx).change(after)
      await waitingList.recomputeAfterChange(tx, after)
    }
    if (before.announcedAt === null) await series(tx).change({ ...before, announcedAt: clock.now() })
    if (targets) await channels.announce(tx, { thing: 'series', id }, targets)
    const channelCount = targets && { channels: targets.channels.length }
    const thing = withAmounts(id, { days: days.length, ...channelCount })
    await audit(tx, actor, WORKSHOP_PERMISSIONS.publish.act, thing)
    await note(tx, seriesFact(id))
  }

  async function announceable(actor: Actor, id: string): Promise<SeriesSeen> {
    permit(WORKSHOP_PERMISSIONS.publish, actor.role)
    const seen = await read(async tx => seriesIn(tx, parts, requireFound(await series(tx).find(id))))
    checkAnnouncing(
      seen.days.filter(({ state }) => state === 'draft'),
      clock.now(),
    )
    return seen
  }

  return {
    /**
     * Validates the announcement; without targets where the series has its channels already.
     * @throws Refusal of `targets`, and `role-needed`, `gone`, `day-missing`, `day-past`
     */
    async check(actor: Actor, id: string, where: Where): Promise<{ series: SeriesSeen; targets?: Targets }> {
      const seen = await announceable(actor, id)
      const targets = await targetsOf(seen, where)
      return { series: seen, ...(targets && { targets }) }
    },

    /**
     * The same, where a refusal of the place keeps nobody from seeing the card. Without `where`, none is asked.
     * @throws Refusal `role-needed`, `gone`, `day-missing`, `day-past`
     */
    async checkAll(actor: Actor, id: string, where: Where | undefined): Promise<CheckedSeries> {
      const seen = await announceable(actor, id)
      try {
        const targets = where && (await targetsOf(seen, where))
        return { series: seen, ...(targets && { targets }) }
      } catch (thrown) {
        if (thrown instanceof Refusal) return { series: seen, refusal: thrown }
        throw thrown
      }
    },

    /** Announces all draft days, once for all `keys`. @throws Refusal as `check` does */
    async announce(
      actor: Actor,
      id: string,
      where: Where,
      keys: readonly IdempotencyKey[],
    ): Promise<SeriesSeen> {
      permit(WORKSHOP_PERMISSIONS.publish, actor.role)
      const targets = await targetsOf(requireFound(await read(tx => series(tx).find(id))), where)
      return transact(async tx => {
        const before = requireFound(await series(tx).lock(id))
        const claim = ids.next()
        const first = (await once(tx, keys, claim)) === claim
        const anew = targets !== undefined && before.announcedAt !== null
        if (first && !anew) await announce(tx, actor, before, targets)
        return seriesIn(tx, parts, requireFound(await series(tx).find(id)))
      })
    },
  }
}
