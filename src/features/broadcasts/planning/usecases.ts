import type { Actor } from '../../../kernel/access/actor.ts'
import { withAmounts } from '../../../kernel/access/amounts.ts'
import { type Audit, type AuditDeferred, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { BatchUsecases } from '../../messages/index.ts'
import type { Addressing } from '../audience/usecases.ts'
import { type Broadcast, isPlanned, requireFound, type Unplanned } from '../broadcast/domain.ts'
import type { BroadcastStore } from '../broadcast/usecases.ts'
import { checkStart, SENDING_PERMISSIONS } from '../sending/domain.ts'
import { reachOf, type SendingUsecases, type Starting } from '../sending/usecases.ts'
import {
  checkHour,
  checkPlannable,
  dueFact,
  PLANNING_PERMISSIONS,
  type Planned,
  unplannedBy,
} from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<BroadcastStore, 'find' | 'lock' | 'change'>
  readonly address: Pick<Addressing, 'targetsOf' | 'thingEnds'>
  readonly starting: Starting
  readonly sending: Pick<SendingUsecases, 'stop'>
  readonly batches: Pick<BatchUsecases, 'opensAt'>
  readonly isClosed: () => Promise<boolean>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly auditDeferred: AuditDeferred
  readonly clock: Clock
}

/** How the journal tells what happened at the hour from what somebody did. */
const PLANNED = 'planned'
const NOT_STARTED = 'not-started'

const plannedAs = ({ id }: Broadcast) => ({ act: PLANNING_PERMISSIONS.plan.act, thing: id })

export type PlanningUsecases = ReturnType<typeof planningUsecases>

/** A broadcast that starts by itself at an hour that was set. */
export function planningUsecases(parts: Parts) {
  const { store, address, starting, sending, batches, isClosed, transact, read, note, clock } = parts
  const { audit, auditDeferred } = parts

  const find = (id: string) => read(tx => store(tx).find(id))

  /** A draft that was rehearsed as it was shown, and whose hour is one at which it can start. */
  async function check(draft: Broadcast, version: number, at: number): Promise<void> {
    checkPlannable(draft, version)
    await address.targetsOf(draft.audience)
    const ends = await address.thingEnds(draft.thing)
    checkHour(at, { now: clock.now(), opens: await batches.opensAt(at), ends })
  }

  /** What was planned for `at` does not start; the same broadcast planned for another hour does. */
  const fails = (tx: Tx, broadcast: Broadcast, off: Unplanned): Promise<void> =>
    store(tx).change({ ...broadcast, plan: { at: broadcast.plan?.at ?? clock.now(), off } })

  /** Its hour has come, and something stands in the way. */
  async function lapses(tx: Tx, broadcast: Broadcast, off: Unplanned): Promise<void> {
    await fails(tx, broadcast, off)
    await auditDeferred(tx, plannedAs(broadcast), PLANNING_PERMISSIONS.unplan.act, inDetail(off, NOT_STARTED))
  }

  /** Whether it is still to start for this fact: not for one of an hour that was changed since. */
  const isDue = (broadcast: Broadcast, { at }: Planned): boolean =>
    isPlanned(broadcast) && broadcast.plan?.at === at

  /** Locks it and goes on, unless it was started, changed or taken back meanwhile. */
  const whileDue = (planned: Planned, then: (tx: Tx, broadcast: Broadcast) => Promise<void>): Promise<void> =>
    transact(async tx => {
      const broadcast = await store(tx).lock(planned.broadcast)
      if (broadcast && isDue(broadcast, planned)) await then(tx, broadcast)
    })

  /** From when it may leave, where that is not now: the clock was set back, or the bot may not write. */
  async function deferredTo({ at }: Planned): Promise<number | undefined> {
    return clock.now() < at ? at : batches.opensAt()
  }

  async function start(planned: Planned, found: Broadcast): Promise<void> {
    const { version } = found
    checkStart(found, version)
    const how = await starting.beginning(found)
    await whileDue(planned, async (tx, broadcast) => {
      checkStart(broadcast, version)
      await starting.begin(tx, broadcast, how)
      await auditDeferred(
        tx,
        plannedAs(broadcast),
        SENDING_PERMISSIONS.start.act,
        withAmounts(PLANNED, reachOf(how)),
      )
    })
  }

  return {
    /**
     * Sets the hour at which a rehearsed draft starts, or another one. Idempotent. `version`: the one that was shown.
     * @throws Refusal `role-needed`, `gone`, `plan-begun`, `broadcast-changed`, `broadcast-unrehearsed`, those of `checkHour`,
     * of the thing and of channels
     */
    async plan(
      actor: Actor,
      id: string,
      { version, at }: { readonly version: number; readonly at: number },
    ): Promise<void> {
      permit(PLANNING_PERMISSIONS.plan, actor.role)
      const planned = { broadcast: id, at }
      const draft = requireFound(await find(id))
      if (isDue(draft, planned)) return
      await check(draft, version, at)
      await transact(async tx => {
        const broadcast = requireFound(await store(tx).lock(id))
        if (isDue(broadcast, planned)) return
        checkPlannable(broadcast, version)
        await store(tx).change({ ...broadcast, plan: { at } })
        await audit(tx, actor, PLANNING_PERMISSIONS.plan.act, id)
        await note(tx, dueFact(planned))
      })
    },

    /** It stays a draft: the hour can be set again. Idempotent. @throws Refusal `role-needed`, `gone`, `plan-begun` */
    async unplan(actor: Actor, id: string): Promise<void> {
      permit(PLANNING_PERMISSIONS.unplan, actor.role)
      await transact(async tx => {
        const broadcast = requireFound(await store(tx).lock(id))
        if (broadcast.state !== 'draft') throw new Refusal('plan-begun')
        if (!isPlanned(broadcast)) return
        await fails(tx, broadcast, 'cancelled')
        await audit(tx, actor, PLANNING_PERMISSIONS.unplan.act, id)
      })
    },

    /** Its hour has come: starts it, with the audience of now; or says why not. Once, whoever is told how often. */
    async begin(planned: Planned): Promise<void> {
      const found = await find(planned.broadcast)
      if (!found || !isDue(found, planned)) return
      const later = await deferredTo(planned)
      if (later !== undefined) return transact(tx => note(tx, dueFact(planned, later)))
      if (await isClosed()) return whileDue(planned, (tx, broadcast) => lapses(tx, broadcast, 'closed'))
      try {
        await start(planned, found)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        await whileDue(planned, (tx, broadcast) => lapses(tx, broadcast, unplannedBy(error)))
      }
    },

    /** The programme ends: stops what goes out, and takes back what was to start. */
    end: (actor: Actor, id: string): Promise<void> =>
      transact(async tx => {
        const broadcast = requireFound(await store(tx).lock(id))
        if (!isPlanned(broadcast)) return false
        await fails(tx, broadcast, 'closed')
        await audit(tx, actor, PLANNING_PERMISSIONS.unplan.act, id)
        return true
      }).then(done => (done ? undefined : sending.stop(actor, id))),
  }
}
