import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import { may } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../kernel/tx.ts'
import { PERMISSIONS, seenAt, type Workshop, type WorkshopSeen } from './domain.ts'
import { mayHarvest } from './harvest.ts'
import type { SeatStore } from './settling-usecases.ts'
import type { Given, WorkshopStore } from './usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => WorkshopStore
  readonly seats: (tx: Tx) => SeatStore
  readonly clock: Clock
}

export type Seeing = ReturnType<typeof seeing>

/** Workshops as one person sees them: with their answer, their place on the list, and the series. */
export function seeing({ store, seats, clock }: Parts) {
  async function own(tx: Tx, { id }: Workshop, given: Given | undefined) {
    if (!given) return {}
    const { answer, queueNo, offeredUntil, table } = given
    return {
      ...(answer === 'waiting' && queueNo !== null && { rank: (await seats(tx).before(id, queueNo)) + 1 }),
      ...(offeredUntil !== null && { offeredUntil }),
      ...(table !== null && { table }),
    }
  }

  async function all(tx: Tx, actor: Actor, workshops: readonly Workshop[]): Promise<readonly WorkshopSeen[]> {
    const ids = workshops.map(({ id }) => id)
    const answers = await store(tx).answers(actor.id, ids)
    const led = await store(tx).led(actor.id, ids)
    const series = [...new Set(workshops.map(each => each.series).filter(id => id !== ''))]
    const titles = await store(tx).seriesTitles(series)
    const seen: WorkshopSeen[] = []
    for (const workshop of workshops) {
      const given = answers.get(workshop.id)
      const title = titles.get(workshop.series)
      const facilitates = led.get(workshop.id)
      const one: WorkshopSeen = {
        ...seenAt(workshop, clock.now(), given?.answer),
        ...(await own(tx, workshop, given)),
        ...(title !== undefined && { inSeries: { id: workshop.series, title } }),
        ...(facilitates && { facilitates }),
      }
      seen.push(mayHarvest(actor.role, one) ? { ...one, harvests: true } : one)
    }
    return seen
  }

  return {
    all,

    /** @throws Refusal `gone` for a draft that is not theirs to see */
    async one(tx: Tx, actor: Actor, workshop: Workshop): Promise<WorkshopSeen> {
      if (workshop.state === 'draft' && !may(PERMISSIONS.change, actor.role)) throw new Refusal('gone')
      const [seen] = await all(tx, actor, [workshop])
      if (!seen) throw new Refusal('gone')
      return seen
    },
  }
}
