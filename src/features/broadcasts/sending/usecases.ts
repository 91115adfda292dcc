import type { Actor } from '../../../kernel/access/actor.ts'
import { withAmounts } from '../../../kernel/access/amounts.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { type Permission, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Addressing } from '../audience/usecases.ts'
import { type Broadcast, type BroadcastState, requireFound } from '../broadcast/domain.ts'
import type { BroadcastStore } from '../broadcast/usecases.ts'
import { stepFact } from './batches-usecases.ts'
import type { ChannelPosting } from './channels-usecases.ts'
import { checkStart, LASTS, SENDING_PERMISSIONS } from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => BroadcastStore
  readonly starting: Starting
  readonly posting: ChannelPosting
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
}

type StartParts = Pick<Parts, 'store' | 'posting' | 'note' | 'clock'> & {
  readonly address: Pick<Addressing, 'rehearsal' | 'targetsOf' | 'thingEnds'>
}

type Begin = Pick<Broadcast, 'people'> & {
  readonly channels: readonly string[]
  readonly ends?: number | undefined
}

/** To how many it goes: people, or channels. */
export function reachOf({ people, channels }: Begin) {
  return people > 0 ? { people } : { channels: channels.length }
}

export type Starting = ReturnType<typeof startingBroadcasts>

/** How a draft starts, by hand or by itself. */
export function startingBroadcasts({ store, address, posting, note, clock }: StartParts) {
  return {
    /** The audience at the start. @throws Refusal `broadcast-nobody`, and those of channels and of the thing */
    async beginning({ audience, thing }: Broadcast): Promise<Begin> {
      const ends = await address.thingEnds(thing)
      // Includes channels without access: the report lists each.
      const { channels: open, shut } = await address.targetsOf(audience)
      const channels = [...open, ...shut].map(({ id }) => id)
      const { recipients, reached } = await address.rehearsal(audience)
      if (reached === 0) throw new Refusal('broadcast-nobody')
      return { people: audience.kind === 'channels' ? 0 : recipients, channels, ends }
    },

    async begin(tx: Tx, broadcast: Broadcast, { people, channels, ends = Infinity }: Begin): Promise<void> {
      const { id, spread: _, plan: __, ...draft } = broadcast
      const startedAt = clock.now()
      const until = Math.min(startedAt + LASTS, ends)
      const toPeople = broadcast.audience.kind !== 'channels'
      const begun = { ...draft, id, state: 'running', people, startedAt, until } as const
      await store(tx).change(toPeople ? { ...begun, spread: '' } : begun)
      if (toPeople) await note(tx, stepFact('spread', { broadcast: id, after: '' }))
      else await posting.begin(tx, id, channels)
    },
  }
}

export type SendingUsecases = ReturnType<typeof sendingUsecases>

/** Start, pause, resume and stop of a broadcast: each writes the state, outbox facts do the rest. */
export function sendingUsecases(parts: Parts) {
  const { store, starting, posting, transact, read, note, audit, clock } = parts

  /**
   * State transition from one of `from` to `to`; in any other state nothing changes, except that a draft is refused.
   */
  const move = (
    actor: Actor,
    id: string,
    { row, from, to }: { row: Permission; from: readonly BroadcastState[]; to: BroadcastState },
    then: (tx: Tx, broadcast: Broadcast) => Promise<void>,
  ): Promise<void> => {
    permit(row, actor.role)
    return transact(async tx => {
      const broadcast = requireFound(await store(tx).lock(id))
      if (broadcast.state === 'draft') throw new Refusal('broadcast-draft')
      if (!from.includes(broadcast.state)) return
      await store(tx).change({ ...broadcast, state: to })
      await audit(tx, actor, row.act, id)
      await then(tx, broadcast)
    })
  }

  return {
    /**
     * Starts a rehearsed draft. Idempotent. `version`: the one that was shown.
     * @throws Refusal `role-needed`, `gone`, `broadcast-changed`, `broadcast-unrehearsed`, `broadcast-nobody`,
     * `thing-over`, and those of channels
     */
    async start(actor: Actor, id: string, version: number): Promise<void> {
      permit(SENDING_PERMISSIONS.start, actor.role)
      const draft = requireFound(await read(tx => store(tx).find(id)))
      if (draft.state !== 'draft') return
      checkStart(draft, version)
      const how = await starting.beginning(draft)
      await transact(async tx => {
        const broadcast = requireFound(await store(tx).lock(id))
        if (broadcast.state !== 'draft') return
        checkStart(broadcast, version)
        await starting.begin(tx, broadcast, how)
        await audit(tx, actor, SENDING_PERMISSIONS.start.act, withAmounts(id, reachOf(how)))
      })
    },

    /** Stops sending until it is resumed. @throws Refusal `role-needed`, `gone`, `broadcast-draft` */
    pause: (actor: Actor, id: string): Promise<void> =>
      move(actor, id, { row: SENDING_PERMISSIONS.pause, from: ['running'], to: 'paused' }, async () => {}),

    /** Resumes sending. @throws Refusal as `pause` does */
    goOn: (actor: Actor, id: string): Promise<void> =>
      move(actor, id, { row: SENDING_PERMISSIONS.goOn, from: ['paused'], to: 'running' }, async tx => {
        await posting.goOn(tx, id)
        await note(tx, stepFact('goOn', { broadcast: id, after: '' }))
      }),

    /** Ends it for good: remaining recipients do not get it. @throws Refusal as `pause` does */
    stop: (actor: Actor, id: string): Promise<void> =>
      move(
        actor,
        id,
        { row: SENDING_PERMISSIONS.stop, from: ['running', 'paused'], to: 'stopped' },
        async tx => {
          await posting.stop(tx, id)
          await note(tx, stepFact('stop', { broadcast: id, after: '' }))
        },
      ),

    /**
     * Repeats messages in state `unknown`. `again`: idempotency counter of the repetition, as drawn on the button.
     * @throws Refusal `role-needed`, `gone`, `broadcast-draft`, `broadcast-late`
     */
    again: (actor: Actor, id: string, again: number): Promise<void> => {
      permit(SENDING_PERMISSIONS.again, actor.role)
      return transact(async tx => {
        const broadcast = requireFound(await store(tx).lock(id))
        if (broadcast.state === 'draft') throw new Refusal('broadcast-draft')
        if (broadcast.state !== 'running' || again !== broadcast.again + 1) return
        if (clock.now() > (broadcast.until ?? Infinity)) throw new Refusal('broadcast-late')
        await store(tx).change({ ...broadcast, again, againAfter: '' })
        await audit(tx, actor, SENDING_PERMISSIONS.again.act, id)
        await posting.again(tx, id)
        await note(tx, stepFact('again', { broadcast: id, after: '', again }))
      })
    },
  }
}
