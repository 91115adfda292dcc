import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { AGENT } from '../person/domain.ts'
import type { PeopleStore } from '../person/usecases.ts'
import type { RoleStore } from './usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'byId' | 'grantRole'>
  readonly roles: (tx: Tx) => Pick<RoleStore, 'lockOrganisers'>
}

export type LeavingUsecases = ReturnType<typeof leavingUsecases>

/** Role of somebody whose data is erased: given back, unless they are the last organiser. */
export function leavingUsecases({ store, roles }: Parts) {
  async function checkLast(tx: Tx, { id }: Pick<Actor, 'id'>): Promise<void> {
    const organisers = await roles(tx).lockOrganisers()
    if (organisers.length === 1 && organisers[0] === id) throw new Refusal('organiser-last')
  }

  return {
    /** Opaque address of their chat with the bot; '' without one. */
    chatOf: async (tx: Tx, id: string): Promise<string> => (await store(tx).byId(id))?.chat ?? '',

    /** @throws Refusal `organiser-last` when no other organiser would be left */
    checkLast,

    /** Revokes their role. @throws Refusal `organiser-last` */
    async stepDown(tx: Tx, actor: Pick<Actor, 'id'>): Promise<void> {
      await checkLast(tx, actor)
      await store(tx).grantRole(actor.id, AGENT, undefined)
    },
  }
}
