import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { keepQuotas } from '../seats/quota-usecases.ts'
import { checkRules, rulesFor, settingsIn } from '../seats/rules.ts'
import type { SeatStore, WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import {
  requireFound,
  seenAt,
  WORKSHOP_PERMISSIONS,
  type Workshop,
  type WorkshopSeen,
} from '../workshop/domain.ts'
import { cardFact, movedFact } from '../workshop/facts.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import {
  type ChangePreview,
  type ChangeReach,
  changedWorkshop,
  checkChangeable,
  type TypedChange,
} from './domain.ts'

export type ChangeStore = {
  /** Number of people with a seat whom a message about a change reaches, and does not; without the person `but`. */
  readonly countSeated: (id: string, but: string) => Promise<ChangeReach>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find' | 'lock' | 'change'>
  readonly changes: (tx: Tx) => ChangeStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly waitingList: Pick<WaitingListUsecases, 'recomputeAfterChange'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'find' | 'quotas' | 'putQuotas'>
  readonly programme: Pick<Programme, 'directions'>
  readonly zone: string
}

export type ChangeUsecases = ReturnType<typeof changeUsecases>

export function changeUsecases(parts: Parts) {
  const { store, changes, seats, transact, read, once, note, audit, clock, ids, waitingList, zone } = parts

  /** Shifts registration and release dates with the start. */
  function ruled(before: Workshop, after: Workshop): Workshop {
    if (after === before) return after
    const day = { ...after, ...rulesFor(after.startsAt, settingsIn(before, zone), zone) }
    checkRules(day)
    return day
  }

  async function put(tx: Tx, actor: Actor, before: Workshop, after: Workshop): Promise<Workshop> {
    if (after === before) return after
    await audit(tx, actor, WORKSHOP_PERMISSIONS.change.act, after.id)
    await store(tx).change(after)
    await keepQuotas(tx, parts, before, after)
    await note(tx, cardFact(after.id))
    const fitted = await waitingList.recomputeAfterChange(tx, after)
    if (after.revision === before.revision) return fitted
    const { id: workshop, revision } = after
    await note(tx, movedFact({ workshop, revision, by: actor.id, after: '' }))
    return fitted
  }

  return {
    /** The workshop to be changed. @throws Refusal `role-needed`, `gone`, `change-over` */
    async changeable(actor: Actor, id: string): Promise<Workshop> {
      permit(WORKSHOP_PERMISSIONS.change, actor.role)
      const workshop = requireFound(await read(tx => store(tx).find(id)))
      checkChangeable(workshop, clock.now())
      return workshop
    },

    /** Dry run: the changed workshop, and how many would be notified. @throws Refusal as `change` does */
    async preview(actor: Actor, id: string, typed: TypedChange): Promise<ChangePreview> {
      permit(WORKSHOP_PERMISSIONS.change, actor.role)
      return read(async tx => {
        const before = requireFound(await store(tx).find(id))
        const after = ruled(before, changedWorkshop(before, typed, clock.now()))
        const moves = after.revision !== before.revision
        const reached = moves ? await changes(tx).countSeated(id, actor.id) : { told: 0, untold: 0 }
        return { before, after, ...reached }
      })
    },

    /** Changes it, once for all `keys`. @throws Refusal as `changedWorkshop` and `checkRules` do, and `role-needed`, `gone` */
    change(
      actor: Actor,
      id: string,
      typed: TypedChange,
      keys: readonly IdempotencyKey[],
    ): Promise<WorkshopSeen> {
      permit(WORKSHOP_PERMISSIONS.change, actor.role)
      const claim = ids.next()
      return transact(async tx => {
        const workshops = store(tx)
        const before = requireFound(await workshops.lock(id))
        const again = (await once(tx, keys, claim)) !== claim
        const after = again ? before : ruled(before, changedWorkshop(before, typed, clock.now()))
        const stands = await put(tx, actor, before, after)
        const own = await seats(tx).find(id, actor.id)
        return seenAt(stands, clock.now(), own?.answer)
      })
    },
  }
}
