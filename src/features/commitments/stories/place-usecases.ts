import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { ChannelUsecases, Targets } from '../../channels/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import { isSmall, STORY_PERMISSIONS, type StoryPlace } from './domain.ts'

type Parts = {
  readonly people: Pick<PeopleUsecases, 'pilotsAndDeputies'>
  readonly channels: Pick<ChannelUsecases, 'targets'>
  readonly programme: Pick<Programme, 'direction'>
  readonly isClosed: () => Promise<boolean>
}

export type StoryPlaces = ReturnType<typeof storyPlaces>

export function storyPlaces({ people, channels, programme, isClosed }: Parts) {
  /** Channels of the Direction. @throws Refusal `story-no-channel`, `channels-many`, `channel-shut` */
  const targets = (direction: string): Promise<Targets> =>
    channels.targets({ channel: '', directions: [direction] }).catch(error => {
      const none = error instanceof Refusal && error.code === 'no-bound-channel'
      throw none ? new Refusal('story-no-channel') : error
    })

  /**
   * Pilot, deputies and channels of the actor's Direction.
   * @throws Refusal `own-direction-missing`, `story-no-pilot`, and those of `targets`
   */
  async function placeOf({ direction }: Actor): Promise<StoryPlace> {
    const known = direction === undefined ? undefined : programme.direction(direction)
    if (direction === undefined || !known) throw new Refusal('own-direction-missing')
    const pilots = await people.pilotsAndDeputies(direction)
    if (pilots.length === 0) throw new Refusal('story-no-pilot')
    const { channels: found } = await targets(direction)
    return { direction, pilots, channels: found, small: isSmall(known.headcount) }
  }

  return {
    targets,
    placeOf,

    /** Whether to offer it: somebody could publish the words, and somewhere. */
    async mayTell(actor: Actor): Promise<boolean> {
      if (!may(STORY_PERMISSIONS.tell, actor.role) || (await isClosed())) return false
      return placeOf(actor).then(
        () => true,
        error => {
          if (error instanceof Refusal) return false
          throw error
        },
      )
    },
  }
}
