import type { Actor } from '../../../kernel/access/actor.ts'
import { type Matched, matching } from '../../../search/matching.ts'
import type { WorkshopSeen } from './domain.ts'
import type { WorkshopReadUsecases } from './usecases.ts'

function textOf({ title, place, description }: WorkshopSeen): string {
  return `${title} ${place} ${description}`
}

export type WorkshopSearch = ReturnType<typeof workshopSearch>

/** Searches coming workshops by word prefixes. */
export function workshopSearch({ coming }: Pick<WorkshopReadUsecases, 'coming'>) {
  return {
    /** By start; all of them for an empty text. */
    search: (actor: Actor, text: string, skip: number, limit: number): Promise<Matched<WorkshopSeen>> =>
      matching((page, after) => coming(actor, page, after), textOf, { text, skip, limit }),
  }
}
