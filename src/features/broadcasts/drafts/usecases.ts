import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { OnceKey } from '../../../kernel/storage/idempotency.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Audience } from '../audience/domain.ts'
import type { Addressing } from '../audience/usecases.ts'
import {
  type Broadcast,
  checkDraft,
  type Draft,
  isSame,
  PERMISSIONS,
  standing,
  type Thing,
  textOf,
} from '../broadcast/domain.ts'
import type { BroadcastParts } from '../broadcast/usecases.ts'

/** A draft as it was typed. */
export type Typed = { readonly text: string; readonly audience: Audience; readonly thing?: Thing }

/** Written once, changed until it is started, and rehearsed. */
export function drafting(parts: BroadcastParts, { audience, thingEnds }: Addressing) {
  const { store, transact, once, note, audit, clock, ids } = parts

  async function draftOf(actor: Actor, typed: Typed): Promise<Draft> {
    permit(PERMISSIONS.write, actor.role)
    const { thing } = typed
    const draft = { text: textOf(typed.text), audience: await audience(actor, typed.audience) }
    await thingEnds(actor, thing)
    return { ...draft, ...(thing && { thing }) }
  }

  async function add(tx: Tx, actor: Actor, id: string, draft: Draft): Promise<void> {
    const at = clock.now()
    const fresh = { version: 1, state: 'draft', people: 0, spread: '', again: 0 } as const
    await store(tx).add({ ...draft, ...fresh, id, author: actor.id, createdAt: at, changedAt: at })
    await audit(tx, actor, PERMISSIONS.write.act, id)
  }

  return {
    /**
     * Begins a draft, once for all `keys`; answers its id.
     * @throws Refusal `role-needed`, those of `textOf` and of the audience, `gone`, `thing-over`
     */
    async write(actor: Actor, typed: Typed, keys: readonly OnceKey[]): Promise<string> {
      const draft = await draftOf(actor, typed)
      const fresh = ids.next()
      return transact(async tx => {
        const id = await once(tx, keys, fresh)
        if (id === fresh) await add(tx, actor, id, draft)
        return id
      })
    },

    /** Makes the draft say so; saying the same again changes nothing. @throws Refusal as `write` does, `broadcast-begun` */
    async rewrite(actor: Actor, id: string, typed: Typed): Promise<void> {
      const draft = await draftOf(actor, typed)
      await transact(async tx => {
        const before = standing(await store(tx).lock(id))
        checkDraft(before)
        if (isSame(before, draft)) return
        const { thing: _, ...kept } = before
        const version = before.version + 1
        await store(tx).change({ ...kept, ...draft, version, changedAt: clock.now() })
        await audit(tx, actor, PERMISSIONS.write.act, id)
      })
    },

    /** Throws the draft away. @throws Refusal `role-needed`, `gone`, `broadcast-begun` */
    async remove(actor: Actor, id: string): Promise<void> {
      permit(PERMISSIONS.remove, actor.role)
      await transact(async tx => {
        checkDraft(standing(await store(tx).lock(id)))
        await store(tx).remove(id)
        await audit(tx, actor, PERMISSIONS.remove.act, id)
      })
    },

    /**
     * The draft as it stands is rehearsed: from now on it may be started, and its preview goes to the actor, once for
     * each version. @throws Refusal `role-needed`, `gone`, `broadcast-begun`, `thing-over`
     */
    async rehearse(actor: Actor, id: string): Promise<void> {
      permit(PERMISSIONS.rehearse, actor.role)
      await transact(async tx => {
        const broadcast: Broadcast = standing(await store(tx).lock(id))
        checkDraft(broadcast)
        const { version } = broadcast
        if (broadcast.rehearsed !== version) {
          await store(tx).change({ ...broadcast, rehearsed: version })
          await audit(tx, actor, PERMISSIONS.rehearse.act, id)
        }
        const payload = { broadcast: id, version, person: actor.id }
        const mergeKey = `broadcasts.rehearsed:${id}:${version}:${actor.id}`
        await note(tx, { kind: 'broadcasts.rehearsed', payload, mergeKey })
      })
    },
  }
}
