import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Channel, ChannelUsecases, Targets } from '../../channels/index.ts'

type Parts = { readonly channels: Pick<ChannelUsecases, 'targets'> }

/**
 * Where a decision is announced. `unbound`, `closed`: ids of Directions without a channel, and of those where the bot cannot
 * post at present; `cut`: of those whose channels are too many; `sameDay`: of those left out since a decision of this
 * initiative was published today.
 */
export type DecisionPlaces = Targets & {
  readonly closed: readonly string[]
  readonly cut: readonly string[]
  readonly sameDay: readonly string[]
}

/** Ids of the Directions none of whose channels takes it. */
export const unheardIn = ({ unbound, closed, cut }: DecisionPlaces): readonly string[] => [
  ...new Set([...unbound, ...closed, ...cut]),
]

/** Each change of a card edits it in all of them, one after another. */
const MOST = 40

const NONE: DecisionPlaces = { channels: [], shut: [], unbound: [], closed: [], cut: [], sameDay: [] }

const merged = (...lists: readonly (readonly Channel[])[]) => [
  ...new Map(lists.flat().map(channel => [channel.id, channel])).values(),
]

/**
 * Nowhere, of an initiative that had a decision today: whoever carries it may plan and stop trials as often as they like.
 * `directions`: those for which `places` were looked for.
 */
export function noneAgain(places: DecisionPlaces, directions: readonly string[]): DecisionPlaces {
  const unheard = new Set(unheardIn(places))
  return { ...places, channels: [], shut: [], sameDay: directions.filter(one => !unheard.has(one)) }
}

/** Channels of the Directions that hear of a decision: what is missing hinders no decision, and is said. */
export function decisionPlaces({ channels }: Parts) {
  async function withThat(places: DecisionPlaces, direction: string): Promise<DecisionPlaces> {
    try {
      const found = await channels.targets({ channel: '', directions: [direction] })
      const all = merged(places.channels, found.channels)
      const shut = merged(places.shut, found.shut)
      if (all.length + shut.length > MOST) return { ...places, cut: [...places.cut, direction] }
      return { ...places, channels: all, shut, unbound: [...places.unbound, ...found.unbound] }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'no-bound-channel') return { ...places, unbound: [...places.unbound, direction] }
      if (error.code === 'channel-shut') return { ...places, closed: [...places.closed, direction] }
      return { ...places, cut: [...places.cut, direction] }
    }
  }

  return {
    /** @returns where it is posted, and where not */
    async placesOf(directions: readonly string[]): Promise<DecisionPlaces> {
      let places = NONE
      for (const direction of directions) places = await withThat(places, direction)
      return places
    },
  }
}

export type DecisionPlacing = ReturnType<typeof decisionPlaces>
