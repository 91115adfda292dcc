import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { ANNOUNCEMENT_PERMISSIONS, parsePlace, type Unsettled } from './outcome.ts'
import { announcedListCard, announcedOneCard } from './outcome-cards.ts'
import type { AnnouncedUsecases } from './outcome-usecases.ts'

type Parts = {
  readonly channels: Pick<AnnouncedUsecases, 'toCheck' | 'checked' | 'settle' | 'repost'>
  readonly words: (language: Language) => Words
}

/** Items per card: two lines for each, and a choice among them. */
const PAGE = 20

const key = z.string().max(420)
/** `list`: cursor of the list that one came from. */
const chosen = z.object({ announced: key, list: key.default('') })
const decided = chosen.extend({ at: z.coerce.number().int().nonnegative() })

/** Outcomes of announcements, and organisers' acts on them. */
export function announcedVerbs({ channels, words }: Parts): Readonly<Record<string, Verb>> {
  const mayDecide = ({ role }: Actor) => may(ANNOUNCEMENT_PERMISSIONS.settle, role)

  async function list(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { after } = parse(z.object({ after: key.default('') }), data)
    const found = await channels.toCheck(actor, PAGE, after || undefined)
    const card = announcedListCard({ words: w, after, mayDecide: mayDecide(actor), ...found })
    return { card, language: actor.language, summary: w.say('announce.check.title') }
  }

  function one(actor: Actor, item: Unsettled, from: string, done?: Notice): Reply {
    const w = words(actor.language)
    const card = announcedOneCard({ words: w, item, mayDecide: mayDecide(actor), list: from })
    const summary = done?.title ?? w.say('announce.check.title')
    return { card, language: actor.language, summary, ...(done && { notice: done }) }
  }

  async function show(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { announced, list } = parse(chosen, data)
    return one(actor, await channels.checked(actor, parsePlace(announced)), list)
  }

  async function settle(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { announced, at, list } = parse(decided, data)
    const item = await channels.settle(actor, parsePlace(announced), at)
    const { say } = words(actor.language)
    const done = { tone: 'good', title: say('announce.check.drop.done') } as const
    const there = { title: say('announce.check.there.done'), text: say('announce.check.there.still') }
    if (item.state === 'dropped') return one(actor, item, list, done)
    return one(actor, item, list, item.state === 'sent' ? { ...done, ...there } : undefined)
  }

  async function repost(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { announced, at, list } = parse(decided, data)
    const item = await channels.repost(actor, parsePlace(announced), at)
    const title = words(actor.language).say('announce.check.repost.done')
    return one(actor, item, list, item.state === 'waiting' ? { tone: 'good', title } : undefined)
  }

  return {
    'channels.to-check': list,
    'channels.announced': show,
    'channels.settle': { run: settle, redraw: show },
    'channels.repost': { run: repost, redraw: show },
  }
}
