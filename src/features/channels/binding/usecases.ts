import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { CHANNEL_PERMISSIONS, type Channel } from '../channel/domain.ts'
import { BINDING_PERMISSIONS, type BindingPart, boundAs, permitBinding, takenFrom } from './domain.ts'

export type BindingStore = {
  readonly bind: (
    part: BindingPart,
    channel: Pick<Channel, 'id' | 'teamId'>,
    direction: string | undefined,
  ) => Promise<void>
  /** An existing channel, of an archived team too. */
  readonly findKnown: (id: string) => Promise<Channel | undefined>
  /** Like `findKnown`, locked until the transaction ends. */
  readonly lockKnown: (id: string) => Promise<Channel | undefined>
  /** Such channels by team and name, from just beyond the channel `after`. */
  readonly page: (limit: number, after?: string) => Promise<readonly Channel[]>
}

type Parts = {
  readonly store: (tx: Tx) => BindingStore
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly directions: readonly { readonly id: string; readonly name: string }[]
}

/** @throws Refusal `channel-gone` */
function requireKnown(channel: Channel | undefined): Channel {
  if (!channel) throw new Refusal('channel-gone')
  return channel
}

/** Bindings of channels and teams to Directions. */
export function bindingUsecases({ store, transact, read, audit, directions }: Parts) {
  return {
    /**
     * Binds `part` to `direction`, or to none. Idempotent. The channel where the button was pressed gives no right:
     * only the role and the actor's Directions do.
     * @throws Refusal `role-needed`, `direction-not-led`, `direction-unknown`, `channel-gone`
     */
    async bind(actor: Actor, id: string, part: BindingPart, direction: string | undefined): Promise<Channel> {
      permit(BINDING_PERMISSIONS.bind, actor.role, 'same-direction')
      if (direction !== undefined && !directions.some(each => each.id === direction))
        throw new Refusal('direction-unknown')
      permitBinding(actor, directions, undefined, direction)
      return transact(async tx => {
        const channel = requireKnown(await store(tx).lockKnown(id))
        const before = boundAs(part, channel)
        const from = direction === undefined ? before : takenFrom(part, channel)
        permitBinding(actor, directions, from, direction)
        if (before === direction) return channel
        await store(tx).bind(part, channel, direction)
        const place = part === 'team' ? channel.teamId : id
        const of = inDetail(place, direction ?? before ?? '')
        await audit(
          tx,
          actor,
          BINDING_PERMISSIONS.bind.act,
          inDetail(of, direction === undefined ? 'off' : 'on'),
        )
        return requireKnown(await store(tx).findKnown(id))
      })
    },

    /** A channel with its binding. @throws Refusal `role-needed`, `channel-gone` */
    async bound(actor: Actor, id: string): Promise<Channel> {
      permit(BINDING_PERMISSIONS.readBinding, actor.role)
      return requireKnown(await read(tx => store(tx).findKnown(id)))
    },

    /** All channels, those of archived teams too. `after`: what the page before gave as `next`. */
    async channels(actor: Actor, limit: number, after?: string) {
      permit(CHANNEL_PERMISSIONS.announce, actor.role)
      const found = await read(tx => store(tx).page(limit + 1, after))
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return { items, ...(found.length > limit && last && { next: last.id }) }
    },
  }
}

export type BindingUsecases = ReturnType<typeof bindingUsecases>
