import type { Wiring } from '../../../conversation/wiring.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { StoryPlaces } from '../stories/place-usecases.ts'
import { storyStore } from '../stories/store.ts'
import { storyChannelFacts } from './channel-handlers.ts'
import { publicationVerbs } from './handlers.ts'
import { publicationRoutes } from './routes.ts'
import { publicationStore } from './store.ts'
import { publicationUsecases } from './usecases.ts'

type Deps = {
  readonly targets: StoryPlaces['targets']
  readonly channels: Pick<ChannelUsecases, 'announce' | 'announced'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly programme: Pick<Programme, 'direction'>
}

/** Publishing what people of a Direction told, by its pilot; and the cards of it in channels. */
export function publicationRoom(wiring: Wiring, { targets, channels, people, programme }: Deps) {
  const { transact, read, note, audit, clock, words, home } = wiring
  const publication = publicationUsecases({
    store: publicationStore,
    stories: storyStore,
    targets,
    channels,
    people,
    programme,
    transact,
    read,
    note,
    audit,
    clock,
  })
  return {
    publication,
    verbs: publicationVerbs({ publication, programme, words }),
    facts: storyChannelFacts({ publication, channels, programme, words, home, clock }),
    routes: publicationRoutes(publication),
  }
}
