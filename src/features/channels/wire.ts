import type { Wiring } from '../../conversation/wiring.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { announcedRoutes } from './announcements/outcome-routes.ts'
import { bindingRoutes } from './binding/routes.ts'
import { channelRoutes } from './channel/routes.ts'
import { channelHandlers } from './installation/handlers.ts'
import { channelStore } from './installation/store.ts'
import { channelUsecases, type Sighting } from './installation/usecases.ts'

type Deps = {
  readonly programme: Pick<Programme, 'directions'>
  readonly people: PeopleUsecases
  readonly forget: (tx: Tx, key: string) => Promise<void>
  readonly channelsOf: (address: string) => Promise<readonly Sighting[]>
}

export function wireChannels(wiring: Wiring, { programme, ...deps }: Deps) {
  const parts = { ...wiring, ...deps, directions: programme.directions }
  const usecases = channelUsecases({ ...parts, store: channelStore })
  const handlers = channelHandlers({ ...parts, channels: usecases })
  const routes = [...announcedRoutes(usecases), ...bindingRoutes(usecases), ...channelRoutes(usecases)]
  return { usecases, handlers, routes }
}
