import type { Words } from '../../../i18n/words.ts'
import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { StepUsecases } from '../../next-steps/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { IdeaContextParts } from '../idea/context-usecases.ts'
import type { Small } from '../idea/row-store.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { countUsecases } from './counts-usecases.ts'
import { summarySheets } from './file-cards.ts'
import { summaryHandlers } from './handlers.ts'
import { presenceStore } from './presence-store.ts'
import { presenceUsecases } from './presence-usecases.ts'
import { summaryPreviews } from './preview-cards.ts'
import { summaryRoutes } from './routes.ts'
import { summaryStore } from './store.ts'
import { type Participants, summaryUsecases } from './usecases.ts'
import type { VotesAt } from './vote.ts'

/** Votes that are held at workshops, from the feature to the right that holds them. */
export type VotesHeld = {
  readonly votesAt: VotesAt
  readonly workshopOf: (ballot: string) => Promise<string | undefined>
}

type Parts = Pick<IdeaContextParts, 'transact' | 'read' | 'note' | 'audit' | 'clock'> & {
  readonly programme: Pick<Programme, 'axes' | 'directions'>
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly participants: Participants
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly nextSteps: Pick<StepUsecases, 'allOn'>
  readonly votes: VotesHeld
  readonly draw: KeyedRandom
  readonly small: Small
}

export type SummaryRoom = ReturnType<typeof summaryRoom>

/** Summaries of finished workshops. */
export function summaryRoom(parts: Parts) {
  const { small, workshops, participants, messages, nextSteps, programme, votes, draw } = parts
  const { transact, read, note, audit, clock } = parts
  const store = (tx: Tx) => summaryStore(tx, small)
  const presences = presenceStore
  const { votesAt, workshopOf } = votes
  const counts = countUsecases({ store, presences, read, programme, nextSteps, votesAt })
  const { keepPresence } = presenceUsecases({ workshops, presences, transact, note, clock, programme, draw })
  const edges = { store, transact, read, note, audit, clock }
  return {
    summaries: summaryUsecases({ ...edges, workshops, participants, messages, counts }),
    counts,
    presences,
    keepPresence,
    workshopOfVote: workshopOf,
  }
}

type Entry = {
  readonly ideas: Pick<IdeaQueries, 'posted'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly programme: Pick<Programme, 'axes' | 'axis' | 'direction'>
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly zone: string
  readonly render: Parameters<typeof summaryPreviews>[0]['render']
}

export function summaryEntries(room: SummaryRoom, entry: Entry, replies: IdeaReplies) {
  const { ideas, channels, programme, words, home, zone, render } = entry
  const { summaries, keepPresence, workshopOfVote } = room
  const shared = { summaries, channels, programme }
  return {
    handlers: [summaryHandlers({ ...shared, ideas, keepPresence, workshopOfVote, words, home }, replies)],
    routes: summaryRoutes({
      ...shared,
      zone,
      previewOf: summaryPreviews({ words, programme, home, render }),
      sheetsOf: (seen, language) => summarySheets({ words: words(language), programme, zone }, seen),
    }),
  }
}
