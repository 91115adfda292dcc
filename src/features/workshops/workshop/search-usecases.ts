import type { Actor } from '../../../kernel/access/actor.ts'
import { matching } from '../../../search/matching.ts'
import type { WorkshopSeen } from './domain.ts'
import type { WorkshopReadUsecases } from './usecases.ts'

function textOf({ title, place, description }: WorkshopSeen): string {
  return `${title} ${place} ${description}`
}

export type WorkshopSearch = ReturnType<typeof workshopSearch>

/** Finds workshops to come by the beginnings of words. */
export function workshopSearch({ coming }: Pick<WorkshopReadUsecases, 'coming'>) {
  return {
    /** By start; with nothing to look for, all of them. */
    search: (actor: Actor, text: string, skip: number, limit: number): Promise<readonly WorkshopSeen[]> =>
      matching((page, after) => coming(actor, page, after), textOf, { text, skip, limit }),
  }
}
