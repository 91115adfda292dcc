import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { type Matched, matching } from '../../../search/matching.ts'
import { BALLOT_PERMISSIONS, type BallotResult, type BallotSeen } from '../ballot/domain.ts'
import type { ListUsecases } from '../ballot/list-usecases.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'

function textOf({ question, options }: BallotSeen): string {
  return [question, ...options.map(({ title }) => title)].join(' ')
}

/** How long a result can be searched after the end. */
const FOUND = 90 * DAY

type Parts = Pick<ListUsecases, 'agenda'> & Pick<ShowUsecases, 'posted'> & { readonly clock: Clock }

export type BallotSearch = ReturnType<typeof ballotSearch>

/** Searches ballots by word prefixes of the question and its options. */
export function ballotSearch({ agenda, posted, clock }: Parts) {
  return {
    /** Running ballots, the next to end first, then those that ended in the last 90 days; as everybody sees them. */
    async search(actor: Actor, text: string, skip: number, limit: number): Promise<Matched<BallotResult>> {
      const pageFrom = (page: number, after?: string) => agenda(actor, page, after, FOUND)
      const { items, near } = await matching(pageFrom, textOf, { text, skip, limit })
      const shown = await Promise.all(items.map(({ id }) => posted(id)))
      return { items: shown.filter(each => each !== undefined), near }
    },

    /** The one of that id, as everybody sees it; undefined unless a search could find it. */
    async linked({ role }: Actor, id: string): Promise<BallotResult | undefined> {
      permit(BALLOT_PERMISSIONS.read, role)
      const found = await posted(id)
      return found && found.closesAt > clock.now() - FOUND ? found : undefined
    },
  }
}
