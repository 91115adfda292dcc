import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { availabilityIn, seatFor } from '../seats/domain.ts'
import type { SeatStore } from '../seats/waiting-list-usecases.ts'
import type { FacilitatorStore } from '../tables/facilitator-usecases.ts'
import {
  isToCome,
  seatsLeft,
  seenAt,
  stageOf,
  WORKSHOP_PERMISSIONS,
  type Workshop,
  type WorkshopSeen,
} from '../workshop/domain.ts'
import type { WorkshopViews } from '../workshop/usecases.ts'
import { mayHarvest } from './harvest-access.ts'
import type { OwnAnswer, RegistrationStore } from './usecases.ts'

type Parts = {
  readonly registrations: (tx: Tx) => Pick<RegistrationStore, 'answers' | 'seriesTitles'>
  readonly facilitators: (tx: Tx) => Pick<FacilitatorStore, 'led'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'find' | 'quotas' | 'held' | 'before'>
  readonly openings: (tx: Tx) => {
    /** Those of `things`, workshops and series by id, of which the person asked to be told when they open. */
    readonly asked: (person: string, things: readonly string[]) => Promise<ReadonlySet<string>>
  }
  readonly clock: Clock
}

/** What it opens with: days of a series open together. */
const openedWith = ({ id, series }: Workshop) => (series === '' ? id : series)

/** Workshops as one person sees them: with their answer, their place on the list, and the series. */
export function personalViews({ registrations, facilitators, seats, openings, clock }: Parts): WorkshopViews {
  /** Too late for offers, people on the waiting list may take a free seat directly. */
  async function isFree(tx: Tx, workshop: Workshop, person: string): Promise<boolean> {
    const { id, quotas } = workshop
    if (seatsLeft(workshop) === 0 || !isToCome(stageOf(workshop, clock.now()))) return false
    const { direction, pool } = (await seats(tx).find(id, person)) ?? {}
    const shares = quotas ? await seats(tx).quotas(id) : new Map()
    const room = availabilityIn(workshop, shares, await seats(tx).held(id), clock.now())
    const ruling = seatFor(room, { direction, entitled: pool === 'reserved' })
    return ruling === 'open' || ruling === 'reserved'
  }

  async function own(tx: Tx, workshop: Workshop, person: string, given: OwnAnswer | undefined) {
    if (!given) return {}
    const { id } = workshop
    const { answer, queueNo, offeredUntil, table } = given
    return {
      ...(answer === 'waiting' && queueNo !== null && { rank: (await seats(tx).before(id, queueNo)) + 1 }),
      ...(answer === 'waiting' && (await isFree(tx, workshop, person)) && { free: true as const }),
      ...(offeredUntil !== null && { offeredUntil }),
      ...(table !== null && { table }),
    }
  }

  /** Those that are still to open and that the person asked to be told of: a day with its series. */
  async function reminded(
    tx: Tx,
    person: string,
    workshops: readonly Workshop[],
  ): Promise<ReadonlySet<string>> {
    const now = clock.now()
    const early = workshops.filter(({ opensAt }) => opensAt !== null && opensAt > now)
    const asked = await openings(tx).asked(person, [...new Set(early.map(openedWith))])
    return new Set(early.filter(each => asked.has(openedWith(each))).map(({ id }) => id))
  }

  async function all(tx: Tx, actor: Actor, workshops: readonly Workshop[]): Promise<readonly WorkshopSeen[]> {
    const ids = workshops.map(({ id }) => id)
    const answers = await registrations(tx).answers(actor.id, ids)
    const led = await facilitators(tx).led(actor.id, ids)
    const series = [...new Set(workshops.map(each => each.series).filter(id => id !== ''))]
    const titles = await registrations(tx).seriesTitles(series)
    const told = await reminded(tx, actor.id, workshops)
    const seen: WorkshopSeen[] = []
    for (const workshop of workshops) {
      const given = answers.get(workshop.id)
      const title = titles.get(workshop.series)
      const facilitates = led.get(workshop.id)
      const one: WorkshopSeen = {
        ...seenAt(workshop, clock.now(), given?.answer),
        ...(await own(tx, workshop, actor.id, given)),
        ...(title !== undefined && { inSeries: { id: workshop.series, title } }),
        ...(facilitates && { facilitates }),
        ...(told.has(workshop.id) && { reminded: true as const }),
      }
      seen.push(mayHarvest(actor.role, one) ? { ...one, harvests: true } : one)
    }
    return seen
  }

  return {
    all,

    async one(tx: Tx, actor: Actor, workshop: Workshop): Promise<WorkshopSeen> {
      if (workshop.state === 'draft' && !may(WORKSHOP_PERMISSIONS.change, actor.role))
        throw new Refusal('gone')
      const [seen] = await all(tx, actor, [workshop])
      if (!seen) throw new Refusal('gone')
      return seen
    },
  }
}
