import { voteHandlers } from './handlers.ts'
import { voteRoutes } from './routes.ts'
import type { VoteUsecases } from './usecases.ts'

type Entry = Omit<Parameters<typeof voteHandlers>[0], 'voting'>

/** One vote, cast or changed, in the chat and in the tab. */
export function votingEntries(voting: VoteUsecases, entry: Entry) {
  const { running, waiting, awaiting, show, byDirection, words, replies, totalsReply } = entry
  return {
    handlers: voteHandlers({
      running,
      waiting,
      awaiting,
      show,
      voting,
      byDirection,
      words,
      replies,
      totalsReply,
    }),
    routes: voteRoutes(voting),
  }
}
