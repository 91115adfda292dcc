import type { Wiring } from '../../../conversation/wiring.ts'
import { systemClock } from '../../../kernel/time/clock.ts'
import { memberStore } from '../identification/team-members-store.ts'
import { peopleStore } from '../person/store.ts'
import type { Direction } from './domain.ts'
import { hashingUnder } from './email.ts'
import { rosterStore } from './store.ts'
import { type RosterUsecases, rosterUsecases } from './usecases.ts'

type RosterWiring = Pick<Wiring, 'transact' | 'read' | 'note' | 'seated'> & Partial<Pick<Wiring, 'clock'>>

/** The people file, without the conversation around it. `secret`: the one that the server runs with. */
export function wireRoster(
  { transact, read, note, seated, clock = systemClock }: RosterWiring,
  { directions, secret }: { readonly directions: readonly Direction[]; readonly secret: string },
): RosterUsecases {
  const hashing = hashingUnder(secret)
  return rosterUsecases({
    transact,
    read,
    note,
    seated,
    clock,
    store: peopleStore,
    roster: rosterStore,
    members: memberStore,
    directions,
    hashing,
  })
}
