import { announcedStore } from '../../../src/features/channels/announcements/outcome-store.ts'
import { announcedUsecases } from '../../../src/features/channels/announcements/outcome-usecases.ts'
import { announcingStore } from '../../../src/features/channels/announcements/store.ts'
import { announcingUsecases } from '../../../src/features/channels/announcements/usecases.ts'
import { bindingStore } from '../../../src/features/channels/binding/store.ts'
import { bindingUsecases } from '../../../src/features/channels/binding/usecases.ts'
import { channelStore } from '../../../src/features/channels/channel/store.ts'
import { channelReading } from '../../../src/features/channels/channel/usecases.ts'
import { installationStore } from '../../../src/features/channels/installation/store.ts'
import { installationUsecases } from '../../../src/features/channels/installation/usecases.ts'

type Parts = Omit<Parameters<typeof announcedUsecases>[0], 'store'> & {
  readonly directions: readonly { readonly id: string; readonly name: string; readonly headcount?: number }[]
}

/** All rooms of channels, on one database. */
export function channelsOn(parts: Parts) {
  const announced = announcedUsecases({ ...parts, store: announcedStore })
  const findChannel: Parameters<typeof announcingUsecases>[0]['findChannel'] = (tx, id) =>
    channelStore(tx).find(id)
  return {
    ...channelReading({ ...parts, store: channelStore }),
    ...announcingUsecases({
      ...parts,
      store: announcingStore,
      findChannel,
      directions: parts.directions.map(({ id, headcount = 0 }) => ({ id, headcount })),
    }),
    ...announced,
    ...bindingUsecases({ ...parts, store: bindingStore }),
    ...installationUsecases({ ...parts, store: installationStore, heardOf: announced.heardOf }),
  }
}
