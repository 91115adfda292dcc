import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { announcedVerbs } from './announcements/outcome-handlers.ts'
import { announcedRoutes } from './announcements/outcome-routes.ts'
import { announcedStore } from './announcements/outcome-store.ts'
import { announcedUsecases } from './announcements/outcome-usecases.ts'
import { targetRoutes } from './announcements/routes.ts'
import { announcingStore } from './announcements/store.ts'
import { announcingUsecases } from './announcements/usecases.ts'
import { bindingVerbs } from './binding/handlers.ts'
import { bindingRoutes } from './binding/routes.ts'
import { bindingStore } from './binding/store.ts'
import { bindingUsecases } from './binding/usecases.ts'
import { channelRoutes } from './channel/routes.ts'
import { channelStore } from './channel/store.ts'
import { channelReading } from './channel/usecases.ts'
import { installationHandlers } from './installation/handlers.ts'
import { installationStore } from './installation/store.ts'
import { installationUsecases, type Sighting } from './installation/usecases.ts'

type Deps = {
  readonly programme: Pick<Programme, 'directions' | 'axes'>
  readonly people: Pick<PeopleUsecases, 'names' | 'unreachable' | 'unpiloted'>
  readonly forget: (tx: Tx, key: string) => Promise<void>
  readonly channelsOf: (address: string) => Promise<readonly Sighting[]>
}

export function wireChannels(wiring: Wiring, { programme, people, forget, channelsOf }: Deps) {
  const { transact, read, note, audit, clock, words, home } = wiring
  const { directions } = programme
  const channels = channelReading({ store: channelStore, read })
  const announcing = announcingUsecases({
    store: announcingStore,
    findChannel: (tx, id) => channelStore(tx).find(id),
    read,
    clock,
    directions,
  })
  const announced = announcedUsecases({ store: announcedStore, transact, read, note, audit, clock, forget })
  const binding = bindingUsecases({ store: bindingStore, transact, read, audit, directions })
  const { heardOf } = announced
  const installation = installationUsecases({ store: installationStore, transact, note, clock, heardOf })
  const arriving = installationHandlers({
    channels,
    announced,
    installation,
    people,
    programme,
    words,
    home,
    clock,
    channelsOf,
  })
  const handlers: Handlers = {
    ...arriving,
    verbs: {
      ...arriving.verbs,
      ...announcedVerbs({ channels: announced, words }),
      ...bindingVerbs({ channels: binding, directions, words }),
    },
  }
  return {
    usecases: {
      list: channels.list,
      find: channels.find,
      isShut: channels.isShut,
      targets: announcing.targets,
      announce: announcing.announce,
      announced: announcing.announced,
      announcedOf: announcing.announcedOf,
      answered: announced.answered,
      bind: binding.bind,
      listed: installation.listed,
      channelChanged: installation.channelChanged,
    },
    handlers,
    routes: [
      ...announcedRoutes(announced),
      ...bindingRoutes(binding),
      ...channelRoutes(channels),
      ...targetRoutes(announcing),
    ],
  }
}
