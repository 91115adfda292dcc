import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { BallotReplies } from '../ballot/reply-handlers.ts'
import { isRoomVote } from '../ballot/sequel.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import type { TotalsReplies } from '../lifecycle/reply-handlers.ts'
import { noneForm } from './cards.ts'
import type { SequelUsecases } from './usecases.ts'

const settling = z.object({
  ballot: z.string().regex(ID),
  none: z.enum(['on', 'off']).catch('on'),
  word: z.string().max(4_000).catch(''),
})

type Parts = {
  readonly settle: SequelUsecases['settle']
  readonly show: ShowUsecases['show']
  readonly words: (language: Language) => Words
  readonly replies: BallotReplies
  readonly totalsReply: TotalsReplies['totalsReply']
}

/** « Sans suite », in the chat: one press for a room's vote, with a reason for others. */
export function sequelHandlers({ settle, show, words, replies, totalsReply }: Parts) {
  const { cardContextOf, reply } = replies

  /** The result of one that it cannot be said of, or not any more. */
  async function form(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { ballot, word } = parse(settling, pressed.data)
    const seen = await show(actor, ballot)
    const asks = seen.maySettle && seen.follows?.kind !== 'none' && !isRoomVote(seen.audience)
    if (!asks) return totalsReply(actor, seen, pressed)
    const card = noneForm(cardContextOf(actor.language), seen, word)
    return reply(actor, card, card.data.title)
  }

  async function run(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { ballot, none, word } = parse(settling, pressed.data)
    const seen = await settle(actor, ballot, { none: none === 'on', word })
    const { say } = words(actor.language)
    const title = say(none === 'on' ? 'ballot.sequel.none.done' : 'undone')
    return totalsReply(actor, seen, pressed, { tone: 'good', title })
  }

  return {
    verbs: { 'ballots.sequel-form': form, 'ballots.sequel': { run, redraw: form } },
  } satisfies Handlers
}
