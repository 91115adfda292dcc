import type { Wiring } from '../../../conversation/wiring.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Limits } from '../../../kernel/requests/limits.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { LeadingUsecases } from '../scene/leading-usecases.ts'
import { pairingHashes } from './domain.ts'
import { FORGET_SCREENS, nightly } from './schedule.ts'
import { pairingStore } from './store.ts'
import { pairingUsecases } from './usecases.ts'

type Deps = {
  readonly limits: Limits
  readonly linkSecret: string
  readonly leading: Pick<LeadingUsecases, 'requireLed'>
  readonly people: Pick<PeopleUsecases, 'names'>
}

/** Screens of the room: their pairing, and the night that forgets them. */
export function wirePairing(wiring: Wiring, { limits, linkSecret, leading, people }: Deps) {
  const { transact, read, audit, clock, ids, zone } = wiring
  const pairing = pairingUsecases({
    store: pairingStore,
    transact,
    read,
    audit,
    clock,
    ids,
    limits,
    hashes: pairingHashes(linkSecret),
    zone,
    leading,
    people,
  })
  return {
    pairing,
    facts: {
      [FORGET_SCREENS]: async () => {
        await pairing.forget()
        return []
      },
    },
    schedules: [{ kind: FORGET_SCREENS, next: nightly(zone), erases: true }],
    /** Whether somebody may hold the remote of this workshop. */
    holdsRemote: (actor: Actor, workshop: string): Promise<boolean> =>
      read(tx => leading.requireLed(tx, actor, workshop)).then(
        () => true,
        error => {
          if (error instanceof Refusal) return false
          throw error
        },
      ),
  }
}
