import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { BallotReplies } from '../ballot/reply-handlers.ts'
import type { TotalsReplies } from '../lifecycle/reply-handlers.ts'
import { tableCard } from './cards.ts'
import type { TableVoteUsecases } from './usecases.ts'

const typed = z.object({
  workshop: z.string().regex(ID),
  table: z.string().catch(''),
  nonce: z.string().default(''),
})

type Parts = {
  readonly openTable: TableVoteUsecases['openTable']
  readonly ideas: Pick<IdeaUsecases, 'harvesting'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
  readonly replies: BallotReplies
  readonly totalsReply: TotalsReplies['totalsReply']
}

/** « Faire voter la table », in the chat. */
export function tableVoteHandlers(parts: Parts) {
  const { openTable, ideas, words, ids, totalsReply } = parts
  const { reply } = parts.replies

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, table, nonce } = parse(typed, data)
    const found = await ideas.harvesting(actor, workshop)
    const w = words(actor.language)
    return reply(actor, tableCard(w, found, formNonce(ids, actor, nonce), table), w.say('ballot.table.form'))
  }

  async function open(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, table } = parse(typed, pressed.data)
    const { ballot, asked, all } = await openTable(
      actor,
      workshop,
      cleanLine(table),
      idempotencyKeys(actor, pressed),
    )
    const { say, time } = words(actor.language)
    const title = say('ballot.table.opened', { asked, all, time: time(ballot.closesAt) })
    return totalsReply(actor, ballot, pressed, { tone: 'good', title })
  }

  return {
    verbs: { 'ballots.table-form': form, 'ballots.open-table': { run: open, redraw: form } },
  } satisfies Handlers
}
