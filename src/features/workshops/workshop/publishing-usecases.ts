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
import type { ChannelUsecases, Targets } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import {
  announcedNow,
  requireFound,
  type TypedNew,
  WORKSHOP_PERMISSIONS,
  type Workshop,
  type WorkshopDraft,
  type WorkshopSeen,
} from './domain.ts'
import { draftOf } from './draft.ts'
import { cardFact, momentFacts } from './facts.ts'
import type { WorkshopStore, WorkshopViews } from './usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'add' | 'find'>
  readonly views: Pick<WorkshopViews, 'one'>
  readonly transact: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly programme: Pick<Programme, 'axis' | 'zone'>
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce'>
}

export type PublishingUsecases = ReturnType<typeof publishingUsecases>

/** Announcement of a single workshop. */
export function publishingUsecases(parts: Parts) {
  const { store, views, transact, once, note, audit, clock, ids, programme, channels } = parts

  async function check(actor: Actor, typed: TypedNew): Promise<{ draft: WorkshopDraft; targets: Targets }> {
    permit(WORKSHOP_PERMISSIONS.publish, actor.role)
    const draft = draftOf(typed, clock.now())
    if (!programme.axis(draft.axis)) throw new Refusal('axis-missing')
    return { draft, targets: await channels.targets(typed.where) }
  }

  async function announce(tx: Tx, actor: Actor, workshop: Workshop, targets: Targets): Promise<void> {
    await store(tx).add(workshop)
    await channels.announce(tx, { thing: 'workshop', id: workshop.id }, targets)
    const thing = withAmounts(workshop.id, { channels: targets.channels.length })
    await audit(tx, actor, WORKSHOP_PERMISSIONS.publish.act, thing)
    const moments = momentFacts(workshop, programme.zone, clock.now())
    for (const fact of [cardFact(workshop.id), ...moments]) await note(tx, fact)
  }

  return {
    /**
     * Validates an announcement and its channels.
     * @throws Refusal of `draftOf` and of `targets`, and `role-needed`, `axis-missing`
     */
    check,

    /** Announces a workshop, once for all `keys`. @throws Refusal as `check` does */
    async publish(actor: Actor, typed: TypedNew, keys: readonly IdempotencyKey[]): Promise<WorkshopSeen> {
      const { draft, targets } = await check(actor, typed)
      const workshop = announcedNow(draft, { id: ids.next(), organiser: actor.id, now: clock.now() })
      return transact(async tx => {
        const id = await once(tx, keys, workshop.id)
        if (id === workshop.id) await announce(tx, actor, workshop, targets)
        return views.one(tx, actor, requireFound(await store(tx).find(id)))
      })
    },
  }
}
