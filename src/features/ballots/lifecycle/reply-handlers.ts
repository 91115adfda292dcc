import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import type { Language } from '../../../kernel/text/language.ts'
import * as cards from '../ballot/cards.ts'
import { BALLOT_PERMISSIONS, type BallotResult, type BallotSeen, isCancelled } from '../ballot/domain.ts'
import { type BallotReplies, isPersonal, type MessageOrigin } from '../ballot/reply-handlers.ts'
import { chooseButton, resultCard, totalsCard } from '../results/cards.ts'
import { directionButtons } from '../results/direction-cards.ts'
import { sequelButtons } from '../results/sequel-cards.ts'
import { winnerButtons } from '../results/winner-cards.ts'
import { cancelledCard, closeButton, openedCard } from './cards.ts'
import { isClosedBy } from './domain.ts'

/** Whether declaring a Direction would decide whether the person may vote. */
function isUnplaced(actor: Actor, { called, audience }: BallotSeen): boolean {
  const unknown = !called && audience.kind === 'directions' && actor.direction === undefined
  return unknown && may(BALLOT_PERMISSIONS.vote, actor.role)
}

type Parts = { readonly words: (language: Language) => Words; readonly replies: BallotReplies }

export type TotalsReplies = ReturnType<typeof totalsReplies>

/** The reply of most acts on a ballot: its totals. */
export function totalsReplies({ words, replies: { cardContextOf, reply } }: Parts) {
  function backButton({ say }: Words) {
    return cards.button(say('ballot.back'), 'ballots.list')
  }

  /** Next acts of the person on the totals, likeliest first. */
  function actsOn(actor: Actor, ballot: BallotSeen, incoming: MessageOrigin) {
    const w = words(actor.language)
    return [
      ...(ballot.called && may(BALLOT_PERMISSIONS.vote, actor.role) ? [chooseButton(w, ballot)] : []),
      ...(isUnplaced(actor, ballot) ? [cards.button(w.say('ballot.place'), 'people.change-direction')] : []),
      ...(isClosedBy(actor, ballot) ? [closeButton(w, ballot)] : []),
      ...(isPersonal(incoming) ? [backButton(w)] : []),
    ]
  }

  function cardOf(
    context: cards.BallotCardContext,
    actor: Actor,
    ballot: BallotResult,
    incoming: MessageOrigin,
    again: readonly cards.BallotButton[],
  ) {
    const { stage } = ballot
    if (stage === 'open') return totalsCard(context, ballot, actsOn(actor, ballot, incoming), again)
    if (stage !== 'closed') return openedCard(context, ballot, '')
    const back = isPersonal(incoming) ? [backButton(context.words)] : []
    if (isCancelled(ballot)) return cancelledCard(context, ballot, back)
    const after = winnerButtons(context.words, ballot, may(BALLOT_PERMISSIONS.vote, actor.role))
    const sequel = sequelButtons(context.words, ballot)
    return resultCard(context, ballot, [...after, ...sequel, ...directionButtons(context, ballot), ...back])
  }

  /**
   * Totals of a running ballot, the result of an ended one, and the draft of a prepared one. `again`: gives a former
   * choice again.
   */
  function totalsReply(
    actor: Actor,
    ballot: BallotResult,
    incoming: MessageOrigin,
    notice?: Notice,
    again: readonly cards.BallotButton[] = [],
  ): Reply {
    const context = cardContextOf(actor.language)
    const card = cardOf(context, actor, ballot, incoming, again)
    return reply(actor, card, cards.summaryOf(context, ballot), notice)
  }

  return { totalsReply }
}
