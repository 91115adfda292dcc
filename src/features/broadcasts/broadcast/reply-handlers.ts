import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { ForGood } from './button-cards.ts'
import { type BroadcastCard, sheetCard, stateText } from './cards.ts'
import { PERMISSIONS, type Thing } from './domain.ts'
import type { ThingSeen } from './message-cards.ts'
import type { Render } from './preview-cards.ts'
import type { BroadcastSeen } from './progress.ts'
import type { Voice } from './text-cards.ts'
import type { BroadcastUsecases } from './usecases.ts'

export type AnswerParts = {
  readonly broadcasts: BroadcastUsecases
  readonly messages: Pick<MessageUsecases, 'claim' | 'show'>
  readonly people: Pick<PeopleUsecases, 'actor' | 'reachOf'>
  readonly channels: Pick<ChannelUsecases, 'find'>
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'show'>
  readonly ballots: Pick<BallotUsecases, 'posted' | 'show'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly render: Render
  readonly ids: Ids
  readonly clock: Clock
}

export type Answers = ReturnType<typeof answersOf>

/** What every card of a broadcast needs to be drawn. */
export function answersOf({ broadcasts, workshops, ballots, programme, words, clock }: AnswerParts) {
  const voiceOf = (language: Language): Voice => ({ words: words(language), programme })

  /** As `actor` sees it, or as everybody in a channel does; undefined when it is gone. */
  async function thingSeen(thing: Thing | undefined, actor?: Actor): Promise<ThingSeen | undefined> {
    if (!thing) return undefined
    const { kind, id } = thing
    if (kind === 'workshop') {
      const posted = await workshops.posted(id)
      return posted && { kind, workshop: actor ? await workshops.show(actor, id) : posted }
    }
    const posted = await ballots.posted(id)
    return posted && { kind, ballot: actor ? await ballots.show(actor, id) : posted }
  }

  function reply(actor: Actor, card: BroadcastCard, summary: string, notice?: Notice): Reply {
    return { card, language: actor.language, summary: notice?.title ?? summary, ...(notice && { notice }) }
  }

  async function sheetReply(
    actor: Actor,
    seen: BroadcastSeen,
    notice?: Notice,
    asked?: ForGood,
  ): Promise<Reply> {
    const voice = voiceOf(actor.language)
    const titles = await broadcasts.titles(seen.broadcast)
    const mayAct = may(PERMISSIONS.write, actor.role)
    const card = sheetCard(voice, seen, { titles, mayAct, now: clock.now(), asked })
    return reply(actor, card, stateText(voice.words, seen), notice)
  }

  return { voiceOf, thingSeen, reply, sheetReply }
}
