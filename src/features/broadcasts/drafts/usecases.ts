import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { BroadcastSubject, TargetAudience } from '../audience/domain.ts'
import type { Addressing } from '../audience/usecases.ts'
import {
  BROADCAST_PERMISSIONS,
  type Broadcast,
  type BroadcastDraft,
  isPlanned,
  requireFound,
} from '../broadcast/domain.ts'
import type { BroadcastStore } from '../broadcast/usecases.ts'
import { checkDraft, DRAFT_PERMISSIONS, isSame, textOf } from './domain.ts'

/** A draft as typed. */
export type BroadcastDraftInput = {
  readonly text: string
  readonly audience: TargetAudience
  readonly thing?: BroadcastSubject
}

type Parts = {
  readonly store: (tx: Tx) => BroadcastStore
  readonly address: Pick<Addressing, 'audience' | 'thingEnds'>
  readonly transact: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
}

export type BroadcastDraftUsecases = ReturnType<typeof draftUsecases>

/** Drafts: written, changed, rehearsed, deleted. */
export function draftUsecases({ store, address, transact, once, note, audit, clock, ids }: Parts) {
  async function draftOf(actor: Actor, typed: BroadcastDraftInput): Promise<BroadcastDraft> {
    permit(BROADCAST_PERMISSIONS.write, actor.role)
    const { thing } = typed
    const draft = { text: textOf(typed.text), audience: await address.audience(actor, typed.audience) }
    await address.thingEnds(thing)
    return { ...draft, ...(thing && { thing }) }
  }

  async function add(tx: Tx, actor: Actor, id: string, draft: BroadcastDraft): Promise<void> {
    const at = clock.now()
    const fresh = { version: 1, state: 'draft', people: 0, spread: '', again: 0 } as const
    await store(tx).add({ ...draft, ...fresh, id, author: actor.id, createdAt: at, changedAt: at })
    await audit(tx, actor, BROADCAST_PERMISSIONS.write.act, id)
  }

  return {
    /**
     * Creates a draft, once for all `keys`, and returns its id.
     * @throws Refusal `role-needed`, those of `textOf` and of the audience, `gone`, `thing-over`
     */
    async write(actor: Actor, typed: BroadcastDraftInput, keys: readonly IdempotencyKey[]): Promise<string> {
      const draft = await draftOf(actor, typed)
      const fresh = ids.next()
      return transact(async tx => {
        const id = await once(tx, keys, fresh)
        if (id === fresh) await add(tx, actor, id, draft)
        return id
      })
    },

    /** Changes the draft. Idempotent. @throws Refusal as `write` does, `broadcast-begun` */
    async rewrite(actor: Actor, id: string, typed: BroadcastDraftInput): Promise<void> {
      const draft = await draftOf(actor, typed)
      await transact(async tx => {
        const before = requireFound(await store(tx).lock(id))
        checkDraft(before)
        if (isSame(before, draft)) return
        const { thing: _, ...kept } = before
        const version = before.version + 1
        const plan =
          isPlanned(before) && before.plan ? { plan: { at: before.plan.at, off: 'changed' } as const } : {}
        await store(tx).change({ ...kept, ...draft, ...plan, version, changedAt: clock.now() })
        await audit(tx, actor, BROADCAST_PERMISSIONS.write.act, id)
      })
    },

    /** Deletes the draft. @throws Refusal `role-needed`, `gone`, `broadcast-begun` */
    async remove(actor: Actor, id: string): Promise<void> {
      permit(DRAFT_PERMISSIONS.remove, actor.role)
      await transact(async tx => {
        checkDraft(requireFound(await store(tx).lock(id)))
        await store(tx).remove(id)
        await audit(tx, actor, DRAFT_PERMISSIONS.remove.act, id)
      })
    },

    /**
     * Marks the draft as rehearsed, which allows its start, and sends its preview to the actor, once per version.
     * @throws Refusal `role-needed`, `gone`, `broadcast-begun`, `thing-over`
     */
    async rehearse(actor: Actor, id: string): Promise<void> {
      permit(DRAFT_PERMISSIONS.rehearse, actor.role)
      await transact(async tx => {
        const broadcast: Broadcast = requireFound(await store(tx).lock(id))
        checkDraft(broadcast)
        const { version } = broadcast
        if (broadcast.rehearsed !== version) {
          await store(tx).change({ ...broadcast, rehearsed: version })
          await audit(tx, actor, DRAFT_PERMISSIONS.rehearse.act, id)
        }
        const payload = { broadcast: id, version, person: actor.id }
        const mergeKey = `broadcasts.rehearsed:${id}:${version}:${actor.id}`
        await note(tx, { kind: 'broadcasts.rehearsed', payload, mergeKey })
      })
    },
  }
}
