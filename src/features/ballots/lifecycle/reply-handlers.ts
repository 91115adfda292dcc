import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import { noticeOf } from '../../../conversation/replies/refusal-notices.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import { uncalled } from '../ballot/audience.ts'
import * as cards from '../ballot/cards.ts'
import type { Choice } from '../ballot/choice.ts'
import { type BallotResult, type BallotSeen, isCancelled, PERMISSIONS } from '../ballot/domain.ts'
import type { BallotUsecases } from '../ballot/usecases.ts'
import type { OfferingUsecases } from '../drafting/form-choices-usecases.ts'
import type { Previews } from '../publication/cards.ts'
import { chooseButton, resultCard, totalsCard } from '../results/cards.ts'
import { directionButtons } from '../results/direction-cards.ts'
import type { ResultUsecases } from '../results/usecases.ts'
import { winnerButtons } from '../results/winner-cards.ts'
import type { SecretUsecases } from '../secrecy/usecases.ts'
import { cancelledCard, closeButton, openedCard } from './cards.ts'
import type { LastDayUsecases } from './last-day-usecases.ts'

export type AnswerParts = {
  readonly ballots: BallotUsecases & ResultUsecases & OfferingUsecases
  readonly channels: Pick<ChannelUsecases, 'list' | 'announced'>
  readonly ideas: Pick<IdeaUsecases, 'byIds' | 'top' | 'posted'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly previews: Previews
  readonly ids: Ids
  readonly clock: Clock
  readonly secrets: Pick<SecretUsecases, 'scrub'>
  readonly lastDays: Pick<LastDayUsecases, 'nearness' | 'isDue'>
}

export type Answers = ReturnType<typeof answersOf>

type Heard = Pick<Pressed | Typed, 'place'>

function isPersonal({ place }: Heard): boolean {
  return place.kind === 'personal'
}

/** Whether the person's Direction, once they say it, tells whether they are asked. */
function isUnplaced(actor: Actor, { called, audience }: BallotSeen): boolean {
  const unknown = !called && audience.kind === 'directions' && actor.direction === undefined
  return unknown && may(PERMISSIONS.vote, actor.role)
}

/** The answers that every act on a ballot ends with. */
export function answersOf({ programme, words }: AnswerParts) {
  const voiceOf = (language: Language): cards.Voice => ({ words: words(language), programme })

  function reply(actor: Actor, card: CardOf, summary: string, notice?: Notice): Reply {
    return { card, language: actor.language, summary: notice?.title ?? summary, ...(notice && { notice }) }
  }

  function backButton({ say }: Words) {
    return cards.button(say('ballot.back'), 'ballots.list')
  }

  /** What the person may do from the totals, likeliest first. */
  function actsOn(actor: Actor, ballot: BallotSeen, incoming: Heard) {
    const w = words(actor.language)
    return [
      ...(ballot.called && may(PERMISSIONS.vote, actor.role) ? [chooseButton(w, ballot)] : []),
      ...(isUnplaced(actor, ballot) ? [cards.button(w.say('ballot.place'), 'people.change-direction')] : []),
      ...(may(PERMISSIONS.close, actor.role) ? [closeButton(w, ballot)] : []),
      ...(isPersonal(incoming) ? [backButton(w)] : []),
    ]
  }

  function cardOf(voice: cards.Voice, actor: Actor, ballot: BallotResult, incoming: Heard) {
    const { stage } = ballot
    if (stage === 'open') return totalsCard(voice, ballot, actsOn(actor, ballot, incoming))
    if (stage !== 'closed') return openedCard(voice, ballot, '')
    const back = isPersonal(incoming) ? [backButton(voice.words)] : []
    if (isCancelled(ballot)) return cancelledCard(voice, ballot, back)
    const after = winnerButtons(voice.words, ballot, may(PERMISSIONS.vote, actor.role))
    return resultCard(voice, ballot, [...after, ...directionButtons(voice, ballot), ...back])
  }

  /** Totals while it runs, the result once it has ended, and what is prepared as it waits. */
  function totalsReply(actor: Actor, ballot: BallotResult, incoming: Heard, notice?: Notice): Reply {
    const voice = voiceOf(actor.language)
    return reply(actor, cardOf(voice, actor, ballot, incoming), cards.summaryOf(voice, ballot), notice)
  }

  function choosingReply(actor: Actor, ballot: BallotResult, incoming: Heard, tried?: Choice): Reply {
    if (ballot.stage !== 'open' || !may(PERMISSIONS.vote, actor.role))
      return totalsReply(actor, ballot, incoming)
    if (!ballot.called) {
      const why = noticeOf(uncalled(ballot.audience, actor.direction, ballot.named), words(actor.language))
      return totalsReply(actor, ballot, incoming, why)
    }
    const voice = voiceOf(actor.language)
    return reply(
      actor,
      cards.choosingCard(voice, ballot, tried, isPersonal(incoming)),
      cards.summaryOf(voice, ballot),
    )
  }

  /** That the vote stands, or is sealed; in a channel, with who sees it. */
  function registered(actor: Actor, { secret }: BallotSeen, pressed: Pressed): Notice {
    const { say } = words(actor.language)
    return {
      tone: 'good',
      title: say(secret ? 'ballot.sealed' : 'ballot.registered'),
      ...(!isPersonal(pressed) && { text: say('only.you') }),
    }
  }

  /** A secret vote goes with the end of its ballot. */
  function goneNotice(actor: Actor): Notice {
    return { tone: 'good', title: words(actor.language).say('ballot.mine.gone') }
  }

  return { goneNotice, voiceOf, reply, totalsReply, choosingReply, registered }
}
