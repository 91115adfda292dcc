import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { cursorText } from '../../../kernel/requests/cursor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { placesText } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { noneCard, publishedNotice, readyCard } from './cards.ts'
import type { ReadyStory } from './domain.ts'
import type { StoryPublicationUsecases } from './usecases.ts'

const id = z.string().regex(ID)
const page = z.object({ direction: id, after: z.string().max(200).default('') })
const one = z.object({ story: id })
const read = one.extend({ turn: z.coerce.number().int().nonnegative() })
const aside = one.extend({ aside: z.enum(['on', 'off']) })

type Parts = {
  readonly publication: Pick<StoryPublicationUsecases, 'ready' | 'show' | 'publish' | 'setAside'>
  readonly programme: Pick<Programme, 'direction'>
  readonly words: (language: Language) => Words
}

/** What people of a Direction tell, in its pilot's chat, one at a time. */
export function publicationVerbs({ publication, programme, words }: Parts): Readonly<Record<string, Verb>> {
  const contextOf = (actor: Actor) => ({ words: words(actor.language), programme })

  /** Cursor of the next one that waits after this one. */
  async function nextAfter(
    actor: Actor,
    { direction, at, id: last }: ReadyStory,
  ): Promise<string | undefined> {
    const cursor = cursorText({ at, id: last })
    const { items } = await publication.ready(actor, direction, 1, cursor)
    return items.length > 0 ? cursor : undefined
  }

  async function drawn(actor: Actor, story: ReadyStory, places: string, notice?: Notice): Promise<Reply> {
    const card = readyCard(contextOf(actor), story, { places, next: await nextAfter(actor, story) })
    const { say } = words(actor.language)
    const summary = notice?.title ?? say('story.ready')
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  async function list(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { direction, after } = parse(page, data)
    const { items } = await publication.ready(actor, direction, 1, after || undefined)
    const [first] = items
    if (first) return show(actor, first.id)
    const { say } = words(actor.language)
    return {
      card: noneCard(contextOf(actor), direction),
      language: actor.language,
      summary: say('story.none'),
    }
  }

  async function show(actor: Actor, story: string): Promise<Reply> {
    const { story: found, channels } = await publication.show(actor, story)
    return drawn(actor, found, channels.length === 0 ? '' : placesText(words(actor.language), channels))
  }

  async function publish(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { story, turn } = parse(read, data)
    const { story: found, targets } = await publication.publish(actor, story, turn)
    const w = words(actor.language)
    return drawn(actor, found, '', publishedNotice(w, placesText(w, targets.channels)))
  }

  async function setAside(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { story, aside: to } = parse(aside, data)
    const found = await publication.setAside(actor, story, to === 'on')
    const { say } = words(actor.language)
    if (found.state !== 'aside') return show(actor, story)
    const title = say(found.publishedAt === undefined ? 'story.aside.done' : 'story.take-down.done')
    return drawn(actor, found, '', { tone: 'good', title, text: say('story.aside.quiet') })
  }

  const again = async (actor: Actor, { data }: Pressed) => show(actor, parse(one, data).story)
  return {
    'commitments.stories': list,
    'commitments.publish-story': { run: publish, redraw: again },
    'commitments.set-story-aside': { run: setAside, redraw: again },
  }
}
