import type { Wiring } from '../../conversation/wiring.ts'
import type { PeopleUsecases } from '../people/index.ts'
import { channelHandlers } from './handlers.ts'
import { channelStore } from './store.ts'
import { channelUsecases, type Sighting } from './usecases.ts'

type Deps = {
  readonly people: PeopleUsecases
  readonly channelsOf: (address: string) => Promise<readonly Sighting[]>
}

export function wireChannels(wiring: Wiring, deps: Deps) {
  const usecases = channelUsecases({ ...wiring, store: channelStore })
  const handlers = channelHandlers({ ...wiring, ...deps, channels: usecases })
  return { usecases, handlers, routes: [] }
}
