import { z } from 'zod'
import type { FactHandler, Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { LANGUAGES } from '../../../kernel/text/language.ts'
import { standing } from '../broadcast/domain.ts'
import { drawing } from '../broadcast/message-handlers.ts'
import type { AnswerParts, Answers } from '../broadcast/reply-handlers.ts'
import { STEPS } from './batches-usecases.ts'

const id = z.string().regex(ID)
const step = z.object({ broadcast: id, after: z.string().regex(ID_OR_NONE) })
const repeated = step.extend({ again: z.number().int() })
const rehearsed = z.object({ broadcast: id, version: z.number().int(), person: id })
const posted = z.object({ broadcast: id, channel: id })
const shown = z.object({ message: id })

/** The message again, as things stand now, for whoever it was sent to. */
export function sendVerbs(
  { broadcasts, messages }: AnswerParts,
  answers: Answers,
): NonNullable<Handlers['verbs']> {
  const draw = drawing(broadcasts, answers)
  return {
    'broadcasts.message': async (actor: Actor, { data }: Pressed) => {
      const message = await messages.show(actor, parse(shown, data).message)
      const broadcast = standing(await broadcasts.written(String(message.subject.broadcast ?? '')))
      return draw(broadcast, { actor, language: actor.language }, { message })
    },
  }
}

export function sendFacts(parts: AnswerParts, answers: Answers): Readonly<Record<string, FactHandler>> {
  const { broadcasts, messages, people, channels, home } = parts
  const draw = drawing(broadcasts, answers)

  /** To one person: looked at again right before. */
  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const broadcast = await broadcasts.mayGo(ticket)
    const claimed = broadcast && (await messages.claim(ticket))
    if (!claimed) return []
    const { actor, to, key } = claimed
    return [
      { to, key, reply: await draw(broadcast, { actor, language: actor.language }, { message: claimed }) },
    ]
  }

  /** To who wrote it, in each language: once for each version. */
  async function preview(id: string, version: number, person: string): Promise<readonly Outgoing[]> {
    const broadcast = await broadcasts.written(id)
    const [actor, reached] = [await people.actor(person), await people.reachOf(person)]
    if (broadcast?.version !== version || !actor || !reached || 'why' in reached) return []
    const outgoing = LANGUAGES.map(async language => ({
      to: reached.to,
      key: `broadcast-preview:${id}:${version}:${language}:${person}`,
      reply: await draw(broadcast, { actor, language }, { preview: true }),
    }))
    return Promise.all(outgoing)
  }

  /** In one channel, in the programme's own language. */
  async function post(id: string, channel: string): Promise<readonly Outgoing[]> {
    const posting = await broadcasts.posting(id, channel)
    if (!posting) return []
    const found = await channels.find(channel).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    const { broadcast, key } = posting
    if (found) return [{ to: found.address, key, reply: await draw(broadcast, { language: home }) }]
    await broadcasts.answered({ key, refused: { status: 404 } })
    return []
  }

  const done =
    (work: (payload: object) => Promise<void>): FactHandler =>
    async ({ payload }) => {
      await work(payload)
      return []
    }

  return {
    [STEPS.spread]: done(payload => broadcasts.spread(parse(step, payload))),
    [STEPS.goOn]: done(payload => broadcasts.resume(parse(step, payload))),
    [STEPS.stop]: done(payload => broadcasts.end(parse(step, payload))),
    [STEPS.again]: done(payload => broadcasts.repeat(parse(repeated, payload))),
    'broadcasts.tell': ({ payload }) => tell(String(payload.message)),
    'broadcasts.rehearsed': ({ payload }) => {
      const { broadcast, version, person } = parse(rehearsed, payload)
      return preview(broadcast, version, person)
    },
    'broadcasts.post': ({ payload }) => {
      const { broadcast, channel } = parse(posted, payload)
      return post(broadcast, channel)
    },
  }
}
