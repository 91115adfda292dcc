import type { IdeaWorkshop } from '../../../src/features/ideas/harvest/collecting.ts'
import type { HarvestLine } from '../../../src/features/ideas/harvest/domain.ts'
import type { HarvestParts } from '../../../src/features/ideas/harvest/rights-usecases.ts'
import type { WallWorkshops } from '../../../src/features/ideas/wall/rights-usecases.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { draft } from './workshops.ts'

export const WORKSHOP = 'w0rksh0p'

/** A workshop that begins at `startsAt` and lasts three hours, in which `hasSeat` have a seat; `now`: what a clock shows. */
export function workshopAt(
  startsAt: number,
  now: () => number,
  hasSeat: readonly string[] = [],
  facilitators: readonly string[] = [],
) {
  const endsAt = startsAt + 3 * HOUR
  const workshops: HarvestParts['workshops'] & WallWorkshops = {
    posted: async id => {
      if (id !== WORKSHOP) return undefined
      const stage = now() < startsAt ? 'announced' : now() < endsAt ? 'underway' : 'over'
      return { ...draft(0), id, startsAt, endsAt, stage } as unknown as IdeaWorkshop
    },
    answersIn: async (_, people) =>
      new Map(people.flatMap(person => (hasSeat.includes(person) ? [[person, 'yes' as const]] : []))),
    facilitates: async (_, person) => facilitators.includes(person),
    leaderIn: async (_tx, _id, person) => (facilitators.includes(person) ? { person } : undefined),
  }
  return workshops
}

/** A line as a page sends it, of table 4. */
export function line(key: string, text: string, change: Partial<HarvestLine> = {}): HarvestLine {
  const plain = { axis: 'equipe', table: '4', by: 'table', name: '', anyway: false } as const
  return { key, text, ...plain, ...change }
}
