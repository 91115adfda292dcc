import { wireBroadcasts } from '../features/broadcasts/wire.ts'
import { wireNudges } from '../features/nudges/wire.ts'
import { wireReturns } from '../features/returns/wire.ts'

type Shared = Parameters<typeof wireBroadcasts>[0] & Parameters<typeof wireNudges>[0]
type ReturnDeps = Parameters<typeof wireReturns>[1]

type Deps = Parameters<typeof wireBroadcasts>[1] &
  Parameters<typeof wireNudges>[1] &
  Pick<ReturnDeps, 'messages'> & { readonly moves: Omit<ReturnDeps, 'messages'> }

/** What is written to people unasked: by the Lab', by a rule, and of what they touched. */
export function wireSent(wiring: Shared, deps: Deps) {
  return {
    broadcastWire: wireBroadcasts(wiring, deps),
    nudgeWire: wireNudges(wiring, deps),
    returnWire: wireReturns(wiring, { ...deps.moves, messages: deps.messages }),
  }
}
