import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { ShownTableUsecases } from '../../workshops/index.ts'
import { optioned, shownScene, timed, type WantedOptions, type WantedScene } from './acts.ts'
import { checkLed, freshRoom, type RoomState } from './domain.ts'
import type { LeadingUsecases } from './leading-usecases.ts'
import type { TimerAct } from './timer.ts'

export type RoomStore = {
  readonly find: (workshop: string) => Promise<RoomState | undefined>
  /** Like `find`, locked until the transaction ends. */
  readonly lock: (workshop: string) => Promise<RoomState | undefined>
  /** Keeps the first row of a workshop. */
  readonly add: (fresh: RoomState) => Promise<void>
  readonly put: (state: RoomState) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => RoomStore
  readonly transact: Transact
  readonly clock: Clock
  readonly leading: Pick<LeadingUsecases, 'requireLed'>
  readonly programme: Pick<Programme, 'axis'>
  readonly tables: ShownTableUsecases
  /** Whether the ballot was opened: one that was not is shown to nobody. */
  readonly isBallotShown: (id: string) => Promise<boolean>
  /** Has the wall hold back what nobody read, within the transaction of the act. */
  readonly reviewFirst: IdeaUsecases['reviewFirst']
}

type Change = (before: RoomState, now: number) => RoomState

export type SceneUsecases = ReturnType<typeof sceneUsecases>

/** What the screen shows, and the acts of a remote. Each names the version that it saw. */
export function sceneUsecases(parts: Parts) {
  const { store, transact, clock, leading, programme, tables, isBallotShown, reviewFirst } = parts

  function checkAxis(axis: string | undefined): void {
    if (axis && !programme.axis(axis)) throw new Refusal('axis-missing')
  }

  /** A ballot that was opened, and tables that everybody may see. */
  async function checkShown(tx: Tx, workshop: string, { kind }: WantedScene): Promise<void> {
    if (kind === 'tables' && !(await tables.shownTables(tx, workshop)))
      throw new Refusal('room-tables-hidden')
  }

  /** Locked; two remotes that make the first row at once lock the same. */
  async function locked(tx: Tx, workshop: string): Promise<RoomState> {
    const found = await store(tx).lock(workshop)
    if (found) return found
    const fresh = freshRoom(workshop)
    await store(tx).add(fresh)
    return (await store(tx).lock(workshop)) ?? fresh
  }

  function act(actor: Actor, workshop: string, change: Change, check?: (tx: Tx) => Promise<void>) {
    return transact(async tx => {
      const now = clock.now()
      checkLed(await leading.requireLed(tx, actor, workshop), now)
      await check?.(tx)
      const before = await locked(tx, workshop)
      const after = change(before, now)
      if (after !== before) await store(tx).put(after)
      if (after.reviewed !== before.reviewed) await reviewFirst(tx, workshop, after.reviewed)
      return after
    })
  }

  return {
    /** Has « next » go on from another item than the last one shown, within the transaction that takes that one out. */
    async goOnFrom(tx: Tx, workshop: string, itemFor: (shown: string) => string): Promise<void> {
      const state = await store(tx).lock(workshop)
      if (!state) return
      const item = itemFor(state.item)
      if (item !== state.item) await store(tx).put({ ...state, item })
    },

    async stateOf(tx: Tx, workshop: string): Promise<RoomState> {
      return (await store(tx).find(workshop)) ?? freshRoom(workshop)
    },

    /**
     * Shows a scene. `seen`: the version that the remote drew.
     * @throws Refusal `gone`, `role-needed`, `room-not-led`, `room-table-only`, `room-early`, `room-over`,
     * `attendance-cancelled`, `axis-missing`, `room-tables-hidden`, `room-ballot-none`, `empty-text`, `too-long`,
     * `room-moved`
     */
    async show(actor: Actor, workshop: string, seen: number, wanted: WantedScene): Promise<RoomState> {
      const { ballot, axis } = wanted
      const isThere = ballot === undefined || (await isBallotShown(ballot))
      const check = async (tx: Tx) => {
        checkAxis(axis)
        if (!isThere) throw new Refusal('gone')
        await checkShown(tx, workshop, wanted)
      }
      return act(actor, workshop, (before, now) => shownScene(before, wanted, { seen, now }), check)
    },

    /** @throws Refusal as `show` does for who may and when, `room-timer-none`, `room-timer-long`, `room-moved` */
    time(actor: Actor, workshop: string, seen: number, wanted: TimerAct): Promise<RoomState> {
      return act(actor, workshop, (before, now) => timed(before, wanted, { seen, now }))
    },

    /** @throws Refusal as `show` does for who may and when, `axis-missing`, `room-moved` */
    choose(actor: Actor, workshop: string, seen: number, wanted: WantedOptions): Promise<RoomState> {
      const check = async () => checkAxis(wanted.axis)
      return act(actor, workshop, (before, now) => optioned(before, wanted, { seen, now }), check)
    },
  }
}
