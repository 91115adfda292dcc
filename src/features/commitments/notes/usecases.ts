import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type Commitment, type CommitmentNote, checkOwn } from '../commitment/domain.ts'
import type { CommitmentStore } from '../commitment/usecases.ts'
import { NOTE_PERMISSIONS, noteText } from './domain.ts'

export type NoteStore = {
  readonly addNote: (commitment: string, note: CommitmentNote) => Promise<void>
  /** Recomputes the commitment's note count and last note. Lock it first. */
  readonly recountNotes: (commitment: string) => Promise<void>
  /** Newest first, from just after `after`. */
  readonly notes: (commitment: string, limit: number, after?: Cursor) => Promise<readonly CommitmentNote[]>
}

type Parts = {
  readonly store: (tx: Tx) => NoteStore
  readonly commitments: (tx: Tx) => Pick<CommitmentStore, 'find' | 'lock'>
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
}

export type NoteUsecases = ReturnType<typeof noteUsecases>

export function noteUsecases({ store, commitments, transact, read, once, clock, ids }: Parts) {
  return {
    /**
     * Adds a note to one's own commitment, ended or not, once for all `keys`.
     * @throws Refusal `gone`, `not-yours`, `empty-text`, `too-long`
     */
    note: (actor: Actor, id: string, typed: string, keys: readonly IdempotencyKey[]): Promise<Commitment> =>
      transact(async tx => {
        const found = checkOwn(actor, await commitments(tx).lock(id), NOTE_PERMISSIONS.note)
        const note = { id: ids.next(), text: noteText(typed), at: clock.now() }
        if ((await once(tx, keys, note.id)) !== note.id) return found
        await store(tx).addNote(id, note)
        await store(tx).recountNotes(id)
        return checkOwn(actor, await commitments(tx).find(id), NOTE_PERMISSIONS.note)
      }),

    /** The notes of one's own commitment, newest first. @throws Refusal `gone`, `not-yours`, `malformed` */
    notes: async (actor: Actor, id: string, limit: number, after?: string) => {
      const from = after === undefined ? undefined : parseCursor(after)
      return read(async tx => {
        checkOwn(actor, await commitments(tx).find(id), NOTE_PERMISSIONS.note)
        return pageOf(await store(tx).notes(id, limit + 1, from), limit)
      })
    },
  }
}
