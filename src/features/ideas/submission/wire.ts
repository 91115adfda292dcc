import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { boxStore } from '../boxes/store.ts'
import type { BoxUsecases } from '../boxes/usecases.ts'
import type { IdeaDraft } from '../card/form-cards.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { Pending } from '../idea/pending.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { askingOf, similarHandlers } from '../similarity/handlers.ts'
import type { SimilarUsecases } from '../similarity/usecases.ts'
import type { SupportStore, SupportUsecases } from '../support/usecases.ts'
import { correctionHandlers } from './correction-handlers.ts'
import { correctionUsecases } from './correction-usecases.ts'
import { ideaCreation } from './creation-usecases.ts'
import { knownAxisOf } from './domain.ts'
import { submissionHandlers } from './handlers.ts'
import { ideaQuoteHandlers } from './quote-handlers.ts'
import { submissionRoutes } from './routes.ts'
import { submissionUsecases } from './usecases.ts'

type Parts = Pick<
  IdeaContextParts,
  'ideaStore' | 'transact' | 'read' | 'once' | 'note' | 'clock' | 'ids' | 'people'
> & {
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'putSupport' | 'recount'>
  readonly programme: Pick<Programme, 'axis'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly pendingOn: (tx: Tx, ideas: readonly string[]) => Promise<readonly Pending[]>
}

type SubmissionRoom = ReturnType<typeof submissionRoom>

/** Submission, and its author's corrections. `create`: stores an idea, for rooms where ideas come in another way. */
export function submissionRoom(parts: Parts, context: IdeaContext) {
  const { ideaStore, supportStore, channels, pendingOn, transact, read, once, note, clock, ids, people } =
    parts
  const knownAxis = knownAxisOf(parts.programme)
  const create = ideaCreation({ ideaStore, supportStore, note, people }, context)
  return {
    create,
    submissions: submissionUsecases(
      { ideaStore, boxStore, channels, knownAxis, create, transact, read, once, clock, ids },
      context,
    ),
    corrections: correctionUsecases({ ideaStore, knownAxis, pendingOn, clock, note }, context),
  }
}

type Entry = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly boxes: Pick<BoxUsecases, 'box'>
  readonly supports: Pick<SupportUsecases, 'support'>
  readonly similarity: Pick<SimilarUsecases, 'asked'>
  readonly postedReply: (idea: string) => Promise<Reply>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

/** Entry points of submission, those that follow the similar ideas' card included. */
export function submissionEntries(room: SubmissionRoom, entry: Entry, replies: IdeaReplies) {
  const { submissions, corrections } = room
  const { ideas, boxes, supports, similarity, postedReply, programme, words, ids } = entry
  const asking = askingOf({ similarity, programme, words, ids }, replies)
  const submitting = submissionHandlers(
    { boxes, submissions, programme, words, ids, asking, postedReply },
    replies,
  )
  const { send, rewrite } = submitting
  return {
    /** The form, with what was written so far. */
    form: (actor: Actor, { box = '', ...draft }: IdeaDraft & { readonly box?: string }) =>
      rewrite(actor, { text: '', axis: '', ...draft, box, nonce: '' }),
    handlers: [
      submitting,
      similarHandlers({ supports, words, send, rewrite }, replies),
      correctionHandlers({ ideas, corrections, programme, words }, replies),
      ideaQuoteHandlers({ programme, words, ids }),
    ],
    routes: submissionRoutes({ submissions, corrections }),
  }
}
