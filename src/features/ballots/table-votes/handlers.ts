import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { onceKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { AnswerParts, Answers } from '../lifecycle/reply-handlers.ts'
import { tableCard } from './cards.ts'
import type { TableUsecases } from './usecases.ts'

export type TableHandlerParts = {
  readonly ballots: TableUsecases
  readonly ideas: Pick<IdeaUsecases, 'harvesting'>
}

const typed = z.object({
  workshop: z.string().regex(ID),
  table: z.string().catch(''),
  nonce: z.string().default(''),
})

/** « Faire voter la table », in the chat. */
export function tableVerbs(
  parts: AnswerParts & TableHandlerParts,
  { reply, totalsReply }: Answers,
): Readonly<Record<string, Verb>> {
  const { ballots, ideas, words, ids } = parts

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, table, nonce } = parse(typed, data)
    const found = await ideas.harvesting(actor, workshop)
    const w = words(actor.language)
    return reply(actor, tableCard(w, found, formNonce(ids, actor, nonce), table), w.say('ballot.table.form'))
  }

  async function open(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, table } = parse(typed, pressed.data)
    const { ballot, asked, all } = await ballots.openTable(
      actor,
      workshop,
      cleanLine(table),
      onceKeys(actor, pressed),
    )
    const { say, time } = words(actor.language)
    const title = say('ballot.table.opened', { asked, all, time: time(ballot.closesAt) })
    return totalsReply(actor, ballot, pressed, { tone: 'good', title })
  }

  return { 'ballots.table-form': form, 'ballots.open-table': { run: open, redraw: form } }
}
