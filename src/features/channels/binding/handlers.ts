import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Channel } from '../channel/domain.ts'
import { bindingCard, channelListCard } from './cards.ts'
import { BINDING_PERMISSIONS, bindable, freeParts } from './domain.ts'
import type { BindingUsecases } from './usecases.ts'

type Parts = {
  readonly channels: Pick<BindingUsecases, 'bind' | 'bound' | 'channels'>
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly words: (language: Language) => Words
}

/** Items per card: two lines for each, and a choice among them. */
const PAGE = 20

const page = z.string().regex(ID_OR_NONE)
/** `list`: cursor of the list that one came from. */
const chosen = z.object({ channel: z.string().regex(ID), list: page.optional() })
const part = z.enum(['channel', 'team'])
const bound = chosen.extend({ part, direction: z.string().max(80) })
const unbound = chosen.extend({ part })

/** Binding a channel or a team to a Direction; answered to the actor alone. */
export function bindingVerbs({ channels, directions, words }: Parts): Readonly<Record<string, Verb>> {
  type From = Pick<z.infer<typeof chosen>, 'list'>

  function reply(actor: Actor, channel: Channel, { list }: From, done?: Notice): Reply {
    const w = words(actor.language)
    const mine = bindable(actor, directions)
    const card = bindingCard({
      words: w,
      channel,
      directions,
      bindable: mine,
      free: freeParts(actor, channel),
      ...(list !== undefined && { list }),
    })
    const summary = done?.title ?? w.say('channel.bind')
    return { card, language: actor.language, summary, ...(done && { notice: done }) }
  }

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(BINDING_PERMISSIONS.readBinding, actor.role)
    const { channel, list } = parse(chosen, data)
    return reply(actor, await channels.bound(actor, channel), { ...(list !== undefined && { list }) })
  }

  const good = (actor: Actor, key: 'channel.bound.done' | 'channel.unbound.done'): Notice => ({
    tone: 'good',
    title: words(actor.language).say(key),
  })

  async function bind(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(BINDING_PERMISSIONS.readBinding, actor.role)
    const { channel, part, direction, ...from } = parse(bound, data)
    if (direction === '') throw new Refusal('direction-unknown')
    const now = await channels.bind(actor, channel, part, direction)
    return reply(actor, now, from, good(actor, 'channel.bound.done'))
  }

  async function unbind(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(BINDING_PERMISSIONS.readBinding, actor.role)
    const { channel, part, ...from } = parse(unbound, data)
    const now = await channels.bind(actor, channel, part, undefined)
    return reply(actor, now, from, good(actor, 'channel.unbound.done'))
  }

  async function list(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { after } = parse(z.object({ after: page.default('') }), data)
    const found = await channels.channels(actor, PAGE, after || undefined)
    const card = channelListCard({ words: w, directions, after, ...found })
    return { card, language: actor.language, summary: w.say('channel.list') }
  }

  return {
    'channels.bind-form': form,
    'channels.bind': { run: bind, redraw: form },
    'channels.unbind': { run: unbind, redraw: form },
    'channels.list': list,
  }
}
