import { resultRoutes } from './routes.ts'
import { turnoutStore } from './turnout-store.ts'
import { closingUsecases } from './turnout-usecases.ts'
import { resultUsecases } from './usecases.ts'
import { workshopVoteUsecases } from './workshop-votes-usecases.ts'

type Parts = Omit<
  Parameters<typeof closingUsecases>[0] &
    Parameters<typeof resultUsecases>[0] &
    Parameters<typeof workshopVoteUsecases>[0],
  'turnout'
>

/** How ballots came out, and how many voted: for pages, and for whoever reminds people of one that ends. */
export function resultRoom(parts: Parts) {
  const { store, votes, read, clock, programme, workshops, draw, context, sequels } = parts
  const turnout = { store, turnout: turnoutStore, read, clock, programme, draw }
  const results = resultUsecases({ ...turnout, votes })
  return {
    closing: closingUsecases({ ...turnout, workshops }),
    results,
    held: workshopVoteUsecases({ store, read, clock, context, sequels }),
    routes: resultRoutes(results),
  }
}
