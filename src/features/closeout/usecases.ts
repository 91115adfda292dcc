import type { Actor } from '../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { done, gather } from '../../kernel/storage/gathering.ts'
import type { Moment, OpenCount } from '../../kernel/storage/open-count.ts'
import type { Note } from '../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import { CLOSEOUT_PERMISSIONS, type Closeout, type Closing, checkLeft, FINISH, leftIn } from './domain.ts'
import { isEnded } from './ended-acts.ts'

export type CloseoutStore = {
  /** Undefined while the programme is open. Read by primary key. */
  readonly closing: () => Promise<Closing | undefined>
  /** False when it is closed already: the first closing stands. */
  readonly close: (closing: Closing) => Promise<boolean>
  /** False when it is open. */
  readonly reopen: () => Promise<boolean>
}

type Parts = {
  readonly store: (tx: Tx) => CloseoutStore
  /** What each feature counts of itself as still open. */
  readonly openCounts: readonly OpenCount[]
  readonly programme: { readonly id: string; readonly zone: string }
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
}

export type CloseoutUsecases = ReturnType<typeof closeoutUsecases>

export function closeoutUsecases(parts: Parts) {
  const { store, openCounts, programme, transact, read, note, audit, clock } = parts

  async function closeoutIn(tx: Tx): Promise<Closeout> {
    const now = clock.now()
    const moment: Moment = { now, today: dateIn(now, programme.zone) }
    const open = []
    for (const { kind, among, count } of openCounts)
      open.push({ kind, count: await count(tx, moment), ...(among && { among }) })
    const found = open.filter(({ count }) => count > 0)
    const closing = await store(tx).closing()
    return { open: found, left: leftIn(found), ...(closing && { closing }) }
  }

  /** Asked before each act: those who ask together read it once. */
  const gathered = gather(read, async (tx, asked: readonly undefined[]) => {
    const found = await store(tx).closing()
    return asked.map(() => done(found))
  })
  const closing = () => gathered(undefined)

  return {
    /** What is still open, and since when the programme is closed. @throws Refusal `role-needed` */
    async show(actor: Actor): Promise<Closeout> {
      permit(CLOSEOUT_PERMISSIONS.read, actor.role)
      return read(closeoutIn)
    },

    /**
     * Closes the programme; what is still open is closed as it is. Idempotent. `left`: how many things whoever closes was told
     * are open. Ballots and broadcasts are ended by the fact that it notes.
     * @throws Refusal `role-needed`, `closing-changed`
     */
    async close(actor: Actor, left: number): Promise<Closeout> {
      permit(CLOSEOUT_PERMISSIONS.close, actor.role)
      return transact(async tx => {
        const found = await closeoutIn(tx)
        if (found.closing) return found
        checkLeft(left, found.left)
        const made: Closing = { at: clock.now(), left: found.left }
        if (!(await store(tx).close(made))) return closeoutIn(tx)
        await audit(tx, actor, CLOSEOUT_PERMISSIONS.close.act, inDetail(programme.id, found.left))
        await note(tx, { kind: FINISH, payload: { by: actor.id }, mergeKey: FINISH })
        return { ...found, closing: made }
      })
    },

    /** Opens it again: what closing ended stays ended. Idempotent. @throws Refusal `role-needed` */
    async reopen(actor: Actor): Promise<Closeout> {
      permit(CLOSEOUT_PERMISSIONS.reopen, actor.role)
      return transact(async tx => {
        if (await store(tx).reopen()) await audit(tx, actor, CLOSEOUT_PERMISSIONS.reopen.act, programme.id)
        return closeoutIn(tx)
      })
    },

    /** Since when the programme is closed (milliseconds); undefined while it is open. */
    closedAt: async (): Promise<number | undefined> => (await closing())?.at,

    /** For what the product does by itself: nothing is sent to remind of anything once the programme is closed. */
    isClosed: async (): Promise<boolean> => (await closing()) !== undefined,

    /** For both doors, before an act. `sent`: what came with it, unchecked. @throws Refusal `programme-closed` */
    async checkOpen(act: string, sent: unknown): Promise<void> {
      if (!isEnded(act, sent)) return
      const closed = await closing()
      if (closed) throw new Refusal('programme-closed', { at: closed.at })
    },
  }
}
