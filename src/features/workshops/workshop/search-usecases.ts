import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type Matched, matching } from '../../../search/matching.ts'
import { WORKSHOP_PERMISSIONS, type WorkshopSeen } from './domain.ts'
import type { WorkshopReadUsecases } from './usecases.ts'

function textOf({ title, place, description }: WorkshopSeen): string {
  return `${title} ${place} ${description}`
}

export type WorkshopSearch = ReturnType<typeof workshopSearch>

type Parts = Pick<WorkshopReadUsecases, 'coming' | 'posted'> & { readonly clock: Clock }

/** Searches coming workshops by word prefixes. */
export function workshopSearch({ coming, posted, clock }: Parts) {
  return {
    /** By start; all of them for an empty text. */
    search: (actor: Actor, text: string, skip: number, limit: number): Promise<Matched<WorkshopSeen>> =>
      matching((page, after) => coming(actor, page, after), textOf, { text, skip, limit }),

    /** The one of that id, as everybody sees it; undefined unless a search could find it. */
    async linked({ role }: Actor, id: string): Promise<WorkshopSeen | undefined> {
      permit(WORKSHOP_PERMISSIONS.read, role)
      const found = await posted(id)
      return found && found.endsAt > clock.now() ? found : undefined
    },
  }
}
