import { z } from 'zod'
import type { FactHandler, Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { LANGUAGES, type Language } from '../../../kernel/text/language.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import { requireFound } from '../broadcast/domain.ts'
import type { drawing } from '../broadcast/message-handlers.ts'
import type { BroadcastUsecases } from '../broadcast/usecases.ts'
import { type SpreadingUsecases, STEPS } from './batches-usecases.ts'
import type { ChannelPosting } from './channels-usecases.ts'

const id = z.string().regex(ID)
const step = z.object({ broadcast: id, after: z.string().regex(ID_OR_NONE) })
const repeated = step.extend({ again: z.number().int() })
const rehearsed = z.object({ broadcast: id, version: z.number().int(), person: id })
const posted = z.object({ broadcast: id, channel: id })
const shown = z.object({ message: id })

type VerbParts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'written'>
  readonly messages: Pick<MessageUsecases, 'show'>
  readonly draw: ReturnType<typeof drawing>
}

/** Renders the message again with the current state, for its recipient. */
export function deliveryVerbs({ broadcasts, messages, draw }: VerbParts): NonNullable<Handlers['verbs']> {
  return {
    'broadcasts.message': async (actor: Actor, { data }: Pressed) => {
      const message = await messages.show(actor, parse(shown, data).message)
      const broadcast = requireFound(await broadcasts.written(String(message.subject.broadcast ?? '')))
      return draw(broadcast, { actor, language: actor.language }, { message })
    },
  }
}

type FactParts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'written'>
  readonly batchSending: SpreadingUsecases
  readonly posting: ChannelPosting['usecases']
  readonly draw: ReturnType<typeof drawing>
  readonly messages: Pick<MessageUsecases, 'claim'>
  readonly people: Pick<PeopleUsecases, 'actor' | 'reachOf'>
  readonly channels: Pick<ChannelUsecases, 'find'>
  readonly home: Language
}

export function deliveryFacts(parts: FactParts): Readonly<Record<string, FactHandler>> {
  const { broadcasts, batchSending, posting, draw, messages, people, channels, home } = parts

  /** Sends to one person, after a last check. */
  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const broadcast = await batchSending.mayGo(ticket)
    const claimed = broadcast && (await messages.claim(ticket))
    if (!claimed) return []
    const { actor, to, key } = claimed
    return [
      { to, key, reply: await draw(broadcast, { actor, language: actor.language }, { message: claimed }) },
    ]
  }

  /** Sends the preview to its author, in each language, once per version. */
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

  /** Posts in one channel, in the programme's language. */
  async function post(id: string, channel: string): Promise<readonly Outgoing[]> {
    const due = await posting.posting(id, channel)
    if (!due) return []
    const found = await channels.find(channel).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    const { broadcast, key } = due
    if (found) return [{ to: found.address, key, reply: await draw(broadcast, { language: home }) }]
    await posting.answered({ key, refused: { status: 404 } })
    return []
  }

  const done =
    (work: (payload: object) => Promise<void>): FactHandler =>
    async ({ payload }) => {
      await work(payload)
      return []
    }

  return {
    [STEPS.spread]: done(payload => batchSending.spread(parse(step, payload))),
    [STEPS.goOn]: done(payload => batchSending.resume(parse(step, payload))),
    [STEPS.stop]: done(payload => batchSending.end(parse(step, payload))),
    [STEPS.again]: done(payload => batchSending.repeat(parse(repeated, payload))),
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
