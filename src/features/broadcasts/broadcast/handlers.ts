import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { listCard } from './cards.ts'
import type { BroadcastChoiceUsecases } from './choices-usecases.ts'
import { BROADCAST_PERMISSIONS } from './domain.ts'
import type { BroadcastReplies } from './reply-handlers.ts'
import type { BroadcastUsecases } from './usecases.ts'

/** Rows per card: four buttons leave one for a new broadcast and one for the next page. */
const PAGE = 4

const paged = z.object({ after: z.string().max(200).optional() })

type Parts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'list'>
  readonly titlesOf: BroadcastChoiceUsecases['titles']
}

export type ListReply = (actor: Actor, after?: string) => Promise<Reply>

/** A page of all broadcasts. */
export function listReplies(
  { broadcasts, titlesOf }: Parts,
  { contextOf, reply, now }: BroadcastReplies,
): ListReply {
  return async (actor, after) => {
    const { items, ...next } = await broadcasts.list(actor, PAGE, after)
    const listed = []
    for (const glance of items) listed.push({ glance, titles: await titlesOf(glance.broadcast) })
    const context = contextOf(actor.language)
    const card = listCard(
      context,
      { items: listed, ...next },
      {
        mayWrite: may(BROADCAST_PERMISSIONS.write, actor.role),
        now: now(),
      },
    )
    return reply(actor, card, context.words.say('cast.list'))
  }
}

export function broadcastHandlers(list: ListReply) {
  return {
    commands: [
      {
        name: 'envois',
        words: {
          fr: ['diffusions', 'diffusion', 'envois', 'envoi'],
          en: ['broadcasts', 'broadcast', 'sends'],
        },
        offered: { organiser: 1.5, observer: 3 },
        shows: true,
        run: (actor: Actor, _: Typed | Pressed) => list(actor),
      },
    ],
    verbs: {
      'broadcasts.list': (actor, { data }) => list(actor, parse(paged, data).after || undefined),
    },
  } satisfies Handlers
}
