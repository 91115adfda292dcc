import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { type ChannelUsecases, placesText } from '../../channels/index.ts'
import { type BallotResult, isCancelled } from '../ballot/domain.ts'
import type { BallotReplies } from '../ballot/reply-handlers.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import { openedNotice } from '../drafting/cards.ts'
import { formFields } from '../drafting/form.ts'
import { typedNew } from '../drafting/handlers.ts'
import { confirmCard, openedCard } from './cards.ts'
import type { TotalsReplies } from './reply-handlers.ts'
import type { LifecycleUsecases } from './usecases.ts'

const one = z.object({ ballot: z.string().regex(ID) })

type Parts = {
  readonly show: ShowUsecases['show']
  readonly lifecycle: Pick<LifecycleUsecases, 'open' | 'start' | 'close' | 'begin' | 'checkCloses'>
  readonly announced: ChannelUsecases['announced']
  readonly words: (language: Language) => Words
  readonly replies: BallotReplies
  readonly totalsReply: TotalsReplies['totalsReply']
  /** The form, filled in with what was typed. */
  readonly form: (actor: Actor, pressed: Pressed) => Promise<Reply>
}

/** How an organiser opens a ballot, and closes it. */
export function lifecycleHandlers(parts: Parts) {
  const { show, lifecycle, announced, words, totalsReply, form } = parts
  const { cardContextOf, reply } = parts.replies

  async function openedReply(actor: Actor, ballot: BallotResult, pressed: Pressed): Promise<Reply> {
    if (ballot.stage === 'closed') return totalsReply(actor, ballot, pressed)
    const context = cardContextOf(actor.language)
    const posted = await announced({ thing: 'ballot', id: ballot.id })
    const card = openedCard(context, ballot, placesText(context.words, posted))
    return reply(actor, card, '', openedNotice(context.words, ballot, posted.length))
  }

  async function open(actor: Actor, pressed: Pressed): Promise<Reply> {
    const typed = typedNew(parse(formFields, pressed.data), words(actor.language).zone)
    return openedReply(actor, await lifecycle.open(actor, typed, idempotencyKeys(actor, pressed)), pressed)
  }

  /** Opens a prepared ballot by hand. */
  async function start(actor: Actor, pressed: Pressed): Promise<Reply> {
    return openedReply(actor, await lifecycle.start(actor, parse(one, pressed.data).ballot), pressed)
  }

  /** Asks for confirmation; one that has ended meanwhile is shown instead. */
  async function confirm(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { ballot } = parse(one, pressed.data)
    await lifecycle.checkCloses(actor, ballot)
    const seen = await show(actor, ballot)
    if (seen.stage === 'closed') return totalsReply(actor, seen, pressed)
    const context = cardContextOf(actor.language)
    return reply(actor, confirmCard(context, seen), context.words.say('ballot.close.ask'))
  }

  async function close(actor: Actor, pressed: Pressed): Promise<Reply> {
    const seen = await lifecycle.close(actor, parse(one, pressed.data).ballot)
    return totalsReply(actor, seen, pressed, {
      tone: 'good',
      title: words(actor.language).say(isCancelled(seen) ? 'ballot.cancelled' : 'ballot.closed'),
    })
  }

  /** The totals of the ballot that was to be closed. */
  async function totals(actor: Actor, pressed: Pressed): Promise<Reply> {
    return totalsReply(actor, await show(actor, parse(one, pressed.data).ballot), pressed)
  }

  return {
    verbs: {
      'ballots.open': { run: open, redraw: form },
      'ballots.start': { run: start, redraw: totals },
      'ballots.confirm': { run: confirm, redraw: totals },
      'ballots.close': { run: close, redraw: totals },
    },
    facts: {
      'ballots.opening': async ({ payload }) => {
        await lifecycle.begin(String(payload.ballot))
        return []
      },
    },
  } satisfies Handlers
}
