import type { Actor } from '../../kernel/actor.ts'
import type { Audit } from '../../kernel/audit.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Once, OnceKey } from '../../kernel/once.ts'
import type { Note } from '../../kernel/outbox.ts'
import { permit, relationTo } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lineWithin } from '../../kernel/text.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { ChannelUsecases, Targets } from '../channels/index.ts'
import type { Programme } from '../programme/index.ts'
import { PERMISSIONS } from './domain.ts'
import { type PilotPost, POST_LENGTH, type Thing } from './post.ts'

export type PostStore = {
  readonly add: (post: PilotPost) => Promise<void>
  readonly find: (id: string) => Promise<PilotPost | undefined>
}

type Parts = {
  readonly posts: (tx: Tx) => PostStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly programme: Pick<Programme, 'direction'>
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce'>
}

export type PostUsecases = ReturnType<typeof postUsecases>

/** The fact that has a post put in its channels. */
export const POSTED = 'nudges.posted'

export function postUsecases(parts: Parts) {
  const { posts, transact, read, once, note, audit, clock, ids, programme, channels } = parts

  /**
   * The channels of a Direction that the actor is the pilot of.
   * @throws Refusal `role-needed`, `not-yours`, `post-none` when none is bound, `channels-many`
   */
  async function places(actor: Actor, direction: string): Promise<Targets> {
    permit(PERMISSIONS.post, actor.role, relationTo(actor, direction))
    return channels.targets({ channel: '', directions: [direction] }).catch(error => {
      const none = error instanceof Refusal && error.code === 'no-bound-channel'
      throw none ? new Refusal('post-none', { direction: programme.direction(direction)?.name ?? '' }) : error
    })
  }

  return {
    places,

    /**
     * Has the pilot's own words put in the channels of the Direction, once for all `keys`.
     * @throws Refusal of `places`, and `empty-text`, `too-long`
     */
    async post(
      actor: Actor,
      { direction, thing, thingId }: Thing & { readonly direction: string },
      typed: string,
      keys: readonly OnceKey[],
    ): Promise<Targets> {
      const targets = await places(actor, direction)
      const text = lineWithin(typed, POST_LENGTH)
      const id = ids.next()
      await transact(async tx => {
        if ((await once(tx, keys, id)) !== id) return
        await posts(tx).add({ id, person: actor.id, direction, thing, thingId, text, at: clock.now() })
        await channels.announce(tx, { thing: 'post', id }, targets)
        await audit(tx, actor, PERMISSIONS.post.act, id)
        await note(tx, { kind: POSTED, payload: { post: id } })
      })
      return targets
    },

    find: (id: string): Promise<PilotPost | undefined> => read(tx => posts(tx).find(id)),
  }
}
