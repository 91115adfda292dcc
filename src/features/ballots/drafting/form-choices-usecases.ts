import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { Channel, ChannelUsecases } from '../../channels/index.ts'
import type { Workshop, WorkshopUsecases } from '../../workshops/index.ts'
import { DRAFTING_PERMISSIONS } from './domain.ts'

/** Workshops to choose an audience from: limit of those to come, and of those that ended in the last month. */
const WORKSHOPS_OFFERED = 6
const OVER_OFFERED = 3
const OVER_FOR = 30 * DAY

/** A workshop that was called off has no participants. */
const isOn = (workshop: Workshop | undefined) => workshop?.state === 'announced'

type Parts = {
  readonly channels: Pick<ChannelUsecases, 'list' | 'announced' | 'announcedOf'>
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'takingPlace' | 'lately'>
  readonly clock: Clock
}

/** `channels`: those in which it, or its series, is announced. */
type Placed = Workshop & { readonly channels: readonly string[] }

/** Choices of the form. */
type BallotFormOffer = { readonly channels: readonly Channel[]; readonly workshops: readonly Placed[] }
export type BallotFormUsecases = ReturnType<typeof ballotFormUsecases>

export function ballotFormUsecases({ channels, workshops, clock }: Parts) {
  /** The one already chosen, those to come, then the last that ended. */
  async function offeredWorkshops(actor: Actor, wanted: string | undefined): Promise<readonly Workshop[]> {
    const chosen = wanted === undefined ? undefined : await workshops.posted(wanted)
    const coming = await workshops.takingPlace(actor, WORKSHOPS_OFFERED)
    const lately = await Promise.all((await workshops.lately(OVER_FOR)).map(workshops.posted))
    const over = lately.filter(found => found !== undefined && found.endsAt <= clock.now())
    const offered = [chosen, ...coming, ...over.filter(isOn).toReversed().slice(0, OVER_OFFERED)]
    return [...new Map(offered.flatMap(each => (each ? [[each.id, each] as const] : []))).values()]
  }

  async function placed(found: readonly Workshop[]): Promise<readonly Placed[]> {
    const ids = found.map(({ id }) => id)
    const series = [...new Set(found.flatMap(each => (each.series === '' ? [] : [each.series])))]
    const own = await channels.announcedOf('workshop', ids)
    const shared = await channels.announcedOf('series', series)
    return found.map(workshop => ({
      ...workshop,
      channels: own.get(workshop.id) ?? shared.get(workshop.series) ?? [],
    }))
  }

  return {
    /**
     * Channels where a ballot can be posted, and workshops whose people it may ask; `wanted` is always among them.
     * @throws Refusal `role-needed`, `no-channel` when the bot is in none
     */
    async offered(actor: Actor, wanted?: string): Promise<BallotFormOffer> {
      permit(DRAFTING_PERMISSIONS.open, actor.role)
      const found = await channels.list()
      if (found.length === 0) throw new Refusal('no-channel')
      return { channels: found, workshops: await placed(await offeredWorkshops(actor, wanted)) }
    },

    /** Channels where it is posted. */
    places: (ballot: string): Promise<readonly Channel[]> =>
      channels.announced({ thing: 'ballot', id: ballot }),
  }
}
