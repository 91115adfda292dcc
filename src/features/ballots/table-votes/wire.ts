import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { tableVoteHandlers } from './handlers.ts'
import { tableVoteRoutes } from './routes.ts'
import { tableVoteUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof tableVoteUsecases>[0], 'tableQuestion'> &
  Omit<Parameters<typeof tableVoteHandlers>[0], 'openTable'> &
  Pick<Parameters<typeof tableVoteRoutes>[0], 'voteLink'> & {
    /** The programme's own, in which a table is asked. */
    readonly home: Language
    readonly words: (language: Language) => Words
  }

/** A vote at a workshop on the ideas of one table. */
export function tableVoteRoom(parts: Parts) {
  const { ideas, clock, store, read, openDraft, show, ids, words, home, replies, totalsReply, voteLink } =
    parts
  const tableQuestion = (table: string) => words(home).say('ballot.table.question', { table })
  const usecases = tableVoteUsecases({ ideas, tableQuestion, clock, store, read, openDraft, show })
  const { openTable, tableVote } = usecases
  return {
    handlers: tableVoteHandlers({ openTable, ideas, words, ids, replies, totalsReply }),
    routes: tableVoteRoutes({ openTable, tableVote, voteLink }),
  }
}
