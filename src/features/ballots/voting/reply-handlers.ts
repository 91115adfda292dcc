import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import { noticeOf } from '../../../conversation/replies/refusal-notices.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { uncalled } from '../ballot/audience.ts'
import { summaryOf } from '../ballot/cards.ts'
import type { VoteChoice } from '../ballot/choice.ts'
import { BALLOT_PERMISSIONS, type BallotResult } from '../ballot/domain.ts'
import { type BallotReplies, isPersonal, type MessageOrigin } from '../ballot/reply-handlers.ts'
import type { TotalsReplies } from '../lifecycle/reply-handlers.ts'
import { choosingCard } from './cards.ts'
import type { VoteCast } from './usecases.ts'
import { againButtons, votedText } from './voted-cards.ts'

type Parts = {
  readonly words: (language: Language) => Words
  readonly replies: BallotReplies
  readonly totalsReply: TotalsReplies['totalsReply']
}

/** The voting form as a reply, and what is said of a vote that was cast. */
export function voteReplies({ words, replies: { cardContextOf, reply }, totalsReply }: Parts) {
  function choosingReply(
    actor: Actor,
    ballot: BallotResult,
    incoming: MessageOrigin,
    tried?: VoteChoice,
  ): Reply {
    if (ballot.stage !== 'open' || !may(BALLOT_PERMISSIONS.vote, actor.role))
      return totalsReply(actor, ballot, incoming)
    if (!ballot.called) {
      const why = noticeOf(uncalled(ballot.audience, actor.direction, ballot.named), words(actor.language))
      return totalsReply(actor, ballot, incoming, why)
    }
    const context = cardContextOf(actor.language)
    return reply(
      actor,
      choosingCard(context, ballot, tried, isPersonal(incoming)),
      summaryOf(context, ballot),
    )
  }

  /**
   * Confirms that the vote is registered, and names it where it is a single choice, with the one that it replaced; or that
   * it is sealed. In a channel, with who sees it. `again`: gives the former choice again.
   */
  function registered(actor: Actor, seen: VoteCast, pressed: Pressed) {
    const w = words(actor.language)
    const said = votedText(w, seen)
    const text = [said.text, isPersonal(pressed) ? '' : w.say('only.you')].filter(each => each !== '')
    const notice: Notice = {
      tone: 'good',
      title: said.title,
      ...(text.length > 0 && { text: text.join(' ') }),
    }
    return { notice, again: againButtons(w, seen) }
  }

  /** A secret vote is not shown after the end: it was destroyed with the count. */
  function goneNotice(actor: Actor): Notice {
    return { tone: 'good', title: words(actor.language).say('ballot.mine.gone') }
  }

  return { choosingReply, registered, goneNotice }
}
