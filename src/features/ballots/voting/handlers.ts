import { z } from 'zod'
import type { Command, Handlers, Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import * as cards from '../ballot/cards.ts'
import { BALLOT_PERMISSIONS } from '../ballot/domain.ts'
import type { ListUsecases } from '../ballot/list-usecases.ts'
import type { BallotReplies } from '../ballot/reply-handlers.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import type { TotalsReplies } from '../lifecycle/reply-handlers.ts'
import { directionsCard } from '../results/direction-cards.ts'
import type { ResultUsecases } from '../results/usecases.ts'
import { choiceIn } from './form.ts'
import { voteReplies } from './reply-handlers.ts'
import type { VoteUsecases } from './usecases.ts'

/** Rows per card: five buttons leave one for the next page. */
const PAGE = 5
/** Cursor of a page of drafts and scheduled ballots. */
const WAITING = /^waiting-(\d{1,2})$/

const id = z.string().regex(ID)
const after = z.string().max(200).optional()
const one = z.object({ ballot: id })

/** The channel where it is pressed, if any: only its members can press there. */
function channelOf({ place }: Pressed | Typed): string | undefined {
  return place.kind === 'channel' ? place.key : undefined
}

type Parts = Pick<ListUsecases, 'running' | 'waiting' | 'awaiting'> & {
  readonly show: ShowUsecases['show']
  readonly voting: VoteUsecases
  readonly byDirection: ResultUsecases['byDirection']
  readonly words: (language: Language) => Words
  readonly replies: BallotReplies
  readonly totalsReply: TotalsReplies['totalsReply']
}

/** Voting, and reading the totals. */
export function voteHandlers(parts: Parts) {
  const { running, waiting, awaiting, show, voting, byDirection, words, totalsReply } = parts
  const { cardContextOf, reply } = parts.replies
  const { choosingReply, registered, goneNotice } = voteReplies(parts)

  const seenBy = (actor: Actor, pressed: Pressed) =>
    show(actor, parse(one, pressed.data).ballot, channelOf(pressed))

  async function vote(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { ballot } = parse(one, pressed.data)
    const seen = await voting.vote(actor, ballot, choiceIn(pressed.data), channelOf(pressed))
    const { notice, again } = registered(actor, seen, pressed)
    return totalsReply(actor, seen, pressed, notice, again)
  }

  async function choose(actor: Actor, pressed: Pressed): Promise<Reply> {
    const tried = choiceIn(pressed.data)
    const chosen = tried.some(({ points }) => points !== 0)
    return choosingReply(actor, await seenBy(actor, pressed), pressed, chosen ? tried : undefined)
  }

  async function mine(actor: Actor, pressed: Pressed): Promise<Reply> {
    const seen = await seenBy(actor, pressed)
    if (seen.mine === undefined && seen.secret && seen.stage === 'closed')
      return totalsReply(actor, seen, pressed, goneNotice(actor))
    if (seen.mine === undefined) return choosingReply(actor, seen, pressed)
    return totalsReply(actor, seen, pressed, registered(actor, seen, pressed).notice)
  }

  async function totals(actor: Actor, pressed: Pressed): Promise<Reply> {
    return totalsReply(actor, await seenBy(actor, pressed), pressed)
  }

  async function directions(actor: Actor, pressed: Pressed): Promise<Reply> {
    const ballot = await seenBy(actor, pressed)
    const card = directionsCard(cardContextOf(actor.language), ballot, await byDirection(actor, ballot.id))
    return reply(actor, card, cards.summaryOf(cardContextOf(actor.language), ballot))
  }

  /** Drafts and scheduled ballots first, for who may open them, then running ones; five per page. */
  async function page(actor: Actor, from = '') {
    const [, skipped] = WAITING.exec(from) ?? []
    const ahead = may(BALLOT_PERMISSIONS.start, actor.role) && (from === '' || skipped !== undefined)
    if (!ahead) return running(actor, PAGE, from || undefined)
    const start = Number(skipped ?? 0)
    const prepared = await waiting(actor)
    const items = prepared.slice(start, start + PAGE)
    const room = PAGE - items.length
    const open = await running(actor, room || 1)
    if (room > 0) return { ...open, items: [...items, ...open.items] }
    const more = prepared.length > start + PAGE || open.items.length > 0
    return { items, ...(more && { next: `waiting-${start + PAGE}` }) }
  }

  async function list(actor: Actor, from?: string): Promise<Reply> {
    const card = cards.listCard(cardContextOf(actor.language), await page(actor, from), {
      mayVote: may(BALLOT_PERMISSIONS.vote, actor.role),
      placed: actor.direction !== undefined,
    })
    return reply(actor, card, words(actor.language).say('ballot.list.title'))
  }

  /** The next ballot that lacks the person's vote; the list when there is none. */
  async function begin(actor: Actor, incoming: Pressed | Typed): Promise<Reply> {
    const next = may(BALLOT_PERMISSIONS.vote, actor.role) ? await awaiting(actor) : undefined
    return next ? choosingReply(actor, next, incoming) : list(actor)
  }

  const commands: readonly Command[] = [
    {
      name: 'voter',
      words: { fr: ['voter', 'votes', 'scrutin', 'scrutins'], en: ['vote', 'ballot', 'ballots'] },
      offered: { agent: 3, pilot: 3, manager: 3, organiser: 4 },
      shows: true,
      personal: true,
      run: begin,
    },
  ]
  const verbs: Readonly<Record<string, Verb>> = {
    'ballots.vote': { run: vote, redraw: choose },
    'ballots.choose': choose,
    'ballots.mine': mine,
    'ballots.totals': totals,
    'ballots.directions': { run: directions, redraw: totals },
    'ballots.list': (actor, pressed) => list(actor, parse(z.object({ after }), pressed.data).after),
  }
  return {
    commands,
    verbs,
    facts: {
      'people.direction-chosen': async ({ payload }) => {
        await voting.place(String(payload.person), String(payload.direction))
        return []
      },
    },
  } satisfies Handlers
}
