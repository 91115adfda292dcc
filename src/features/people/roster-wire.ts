import type { Wiring } from '../../conversation/wiring.ts'
import { systemClock } from '../../kernel/clock.ts'
import { hashingUnder } from './mail.ts'
import { memberStore } from './members-store.ts'
import type { Direction } from './roster.ts'
import { rosterStore } from './roster-store.ts'
import { type RosterUsecases, rosterUsecases } from './roster-usecases.ts'
import { peopleStore } from './store.ts'

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
