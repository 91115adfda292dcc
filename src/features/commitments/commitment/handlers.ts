import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import { listCard } from './cards.ts'
import { COMMITMENT_PERMISSIONS } from './domain.ts'
import type { FormReply } from './form-handlers.ts'
import { type IdeaTelling, KEPT } from './idea-usecases.ts'
import type { CommitmentReplies } from './reply-handlers.ts'
import type { OwnCommitmentUsecases } from './usecases.ts'

type Parts = {
  readonly commitments: OwnCommitmentUsecases
  readonly telling: Pick<IdeaTelling, 'tellKept'>
  readonly ideas: Pick<IdeaUsecases, 'show'>
  readonly form: FormReply
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly words: (language: Language) => Words
}

/** Rows per card: three acts leave three for the page. */
const PAGE = 3

const none = z.string().regex(ID_OR_NONE).default('')
const start = z.object({ idea: none, axis: none })
const draft = z.object({
  axis: none,
  text: z.string().default(''),
  horizon: z.union([z.iso.date(), z.literal('')]).default(''),
  visibility: z.enum(['me', 'direction', 'everyone']).default('me'),
  idea: none,
  inspired: none,
  nonce: none,
})
const page = z.object({ after: none })

export function commitmentHandlers(
  { commitments, telling, ideas, form, programme, words }: Parts,
  { reply, done, one: oneReply }: CommitmentReplies,
) {
  /** Draft with the idea's text and axis, or with an axis alone. */
  async function begin(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, axis: from } = parse(start, pressed.data)
    if (idea === '') return form(actor, { axis: from, nonce: '' })
    const { text, axis } = await ideas.show(actor, idea)
    return form(actor, { idea, text, ...(axis !== undefined && { axis }), nonce: '' })
  }

  async function take(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, inspired, nonce: _, ...intention } = parse(draft, pressed.data)
    const from = { ...(idea !== '' && { idea }), ...(inspired !== '' && { inspiredBy: inspired }) }
    const answering = { ...intention, ...from }
    const commitment = await commitments.take(actor, answering, idempotencyKeys(actor, pressed))
    return oneReply(actor, commitment, done(actor, pressed, 'commit.taken'))
  }

  async function list(actor: Actor, after: string): Promise<Reply> {
    const w = words(actor.language)
    const all = await commitments.mineByAxis(actor)
    const from = all.findIndex(({ id }) => id === after) + 1
    const items = all.slice(from, from + PAGE)
    const last = items.at(-1)
    const more = last && all.length > from + PAGE ? { next: last.id } : {}
    const silent = programme.axes.map(axis => axis.id).filter(axis => !all.some(each => each.axis === axis))
    const acting = may(COMMITMENT_PERMISSIONS.take, actor.role)
    const card = listCard(w, programme, { items, ...more, silent }, acting)
    return reply(actor, card, w.say('command.mes-engagements'))
  }

  return {
    commands: [
      {
        name: 'engager',
        words: {
          fr: ['m’engager', 's’engager', 'engager', 'je m’engage', 'je m’y engage', 'engagement'],
          en: ['commit', 'commitment'],
        },
        offered: { agent: 4, pilot: 4, manager: 4, organiser: 5 },
        shows: true,
        personal: true,
        run: async actor => form(actor, { nonce: '' }),
      },
      {
        name: 'mes-engagements',
        words: { fr: ['mes engagements', 'engagements'], en: ['my commitments', 'commitments'] },
        offered: { agent: 5, pilot: 5, manager: 5, organiser: 6 },
        shows: true,
        personal: true,
        run: async actor => list(actor, ''),
      },
    ],
    verbs: {
      'commitments.form': begin,
      'commitments.take': {
        run: take,
        redraw: async (actor, pressed) => form(actor, parse(draft, pressed.data)),
      },
      'commitments.list': async (actor, pressed) => list(actor, parse(page, pressed.data).after),
    },
    facts: {
      'people.direction-chosen': async ({ payload }) => {
        await commitments.place(String(payload.person), String(payload.direction))
        return []
      },
      [KEPT]: async ({ payload: { commitment, ended } }) => {
        await telling.tellKept(String(commitment), Number(ended))
        return []
      },
    },
  } satisfies Handlers
}
