import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { cursorText } from '../../../kernel/requests/cursor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { placesText } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { type FromMessage, noneCard, publishedNotice, readyCard } from './cards.ts'
import type { ReadyStory } from './domain.ts'
import type { StoryPublicationUsecases } from './usecases.ts'

const id = z.string().regex(ID)
/** The message on which it was opened, and the answer half typed there: what a button leads back to, and nothing else. */
const opened = z.object({
  message: z.string().regex(ID_OR_NONE).catch(''),
  round: z.coerce.number().int().min(1).max(1_000).catch(1),
  idea: z.string().regex(ID_OR_NONE).catch(''),
  text: z.string().max(2_000).catch(''),
})
const page = z.object({ direction: id, after: z.string().max(200).default('') })
const one = z.object({ story: id })
const read = one.extend({ turn: z.coerce.number().int().nonnegative() })
const aside = one.extend({ aside: z.enum(['on', 'off']) })

function fromOf({ data }: Pressed): FromMessage | undefined {
  const { message, round, idea, text } = parse(opened, data)
  return message === '' ? undefined : { id: message, round, idea, text }
}

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

  type Beside = { readonly from: FromMessage | undefined; readonly places: string; readonly notice?: Notice }

  async function drawn(actor: Actor, story: ReadyStory, { from, places, notice }: Beside): Promise<Reply> {
    const next = await nextAfter(actor, story)
    const card = readyCard(contextOf(actor), story, { places, next, from })
    const { say } = words(actor.language)
    const summary = notice?.title ?? say('story.ready')
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  async function list(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { direction, after } = parse(page, pressed.data)
    const { items } = await publication.ready(actor, direction, 1, after || undefined)
    const [first] = items
    if (first) return show(actor, first.id, pressed)
    const { say } = words(actor.language)
    return {
      card: noneCard(contextOf(actor), direction, fromOf(pressed)),
      language: actor.language,
      summary: say('story.none'),
    }
  }

  async function show(actor: Actor, story: string, pressed: Pressed): Promise<Reply> {
    const { story: found, channels } = await publication.show(actor, story)
    const places = channels.length === 0 ? '' : placesText(words(actor.language), channels)
    return drawn(actor, found, { from: fromOf(pressed), places })
  }

  async function publish(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { story, turn } = parse(read, pressed.data)
    const { story: found, targets } = await publication.publish(actor, story, turn)
    const w = words(actor.language)
    const notice = publishedNotice(w, placesText(w, targets.channels))
    return drawn(actor, found, { from: fromOf(pressed), places: '', notice })
  }

  async function setAside(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { story, aside: to } = parse(aside, pressed.data)
    const found = await publication.setAside(actor, story, to === 'on')
    const { say } = words(actor.language)
    if (found.state !== 'aside') return show(actor, story, pressed)
    const title = say(found.publishedAt === undefined ? 'story.aside.done' : 'story.take-down.done')
    const notice = { tone: 'good', title, text: say('story.aside.quiet') } as const
    return drawn(actor, found, { from: fromOf(pressed), places: '', notice })
  }

  const again = (actor: Actor, pressed: Pressed) => show(actor, parse(one, pressed.data).story, pressed)
  return {
    'commitments.stories': list,
    'commitments.publish-story': { run: publish, redraw: again },
    'commitments.set-story-aside': { run: setAside, redraw: again },
  }
}
