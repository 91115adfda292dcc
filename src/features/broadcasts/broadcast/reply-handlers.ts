import { z } from 'zod'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { BroadcastSubject } from '../audience/domain.ts'
import type { SeriesReads } from '../audience/usecases.ts'
import type { ForGood } from './button-cards.ts'
import { sheetCard, stateText } from './cards.ts'
import type { BroadcastChoiceUsecases } from './choices-usecases.ts'
import { BROADCAST_PERMISSIONS } from './domain.ts'
import type { ThingSeen } from './message-cards.ts'
import type { BroadcastSeen } from './progress.ts'
import type { BroadcastCardContext } from './text-cards.ts'

type Parts = {
  readonly titlesOf: BroadcastChoiceUsecases['titles']
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'show'> &
    Pick<SeriesReads, 'seriesPosted' | 'seriesShown'>
  readonly ballots: Pick<BallotUsecases, 'posted' | 'show'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

/** Which broadcast a button is about. */
export const chosen = z.object({ broadcast: z.string().regex(ID) })

export type BroadcastReplies = ReturnType<typeof broadcastReplies>

/** Builds the context of every card of a broadcast. */
export function broadcastReplies({ titlesOf, workshops, ballots, programme, words, clock }: Parts) {
  const contextOf = (language: Language): BroadcastCardContext => ({ words: words(language), programme })

  /** As `actor` sees it, or as everybody in a channel does; undefined when it was deleted. */
  async function thingSeen(
    thing: BroadcastSubject | undefined,
    actor?: Actor,
  ): Promise<ThingSeen | undefined> {
    if (!thing) return undefined
    const { kind, id } = thing
    if (kind === 'workshop') {
      const posted = await workshops.posted(id)
      return posted && { kind, workshop: actor ? await workshops.show(actor, id) : posted }
    }
    if (kind === 'series') {
      const series = await (actor ? workshops.seriesShown(actor, id) : workshops.seriesPosted(id))
      return series && { kind, series, known: actor !== undefined }
    }
    const posted = await ballots.posted(id)
    return posted && { kind, ballot: actor ? await ballots.show(actor, id) : posted }
  }

  function reply(actor: Actor, card: CardOf, summary: string, notice?: Notice): Reply {
    return { card, language: actor.language, summary: notice?.title ?? summary, ...(notice && { notice }) }
  }

  async function sheetReply(
    actor: Actor,
    seen: BroadcastSeen,
    notice?: Notice,
    asked?: ForGood,
  ): Promise<Reply> {
    const context = contextOf(actor.language)
    const titles = await titlesOf(seen.broadcast)
    const mayAct = may(BROADCAST_PERMISSIONS.write, actor.role)
    const card = sheetCard(context, seen, { titles, mayAct, now: clock.now(), asked })
    return reply(actor, card, stateText(context.words, seen, clock.now()), notice)
  }

  return { contextOf, thingSeen, reply, sheetReply, now: clock.now }
}
