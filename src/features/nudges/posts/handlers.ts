import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers, VerbHandler } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { type ChannelUsecases, placesText, postsIn } from '../../channels/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { NudgeCardContext } from '../nudge/cards.ts'
import type { NudgeSource } from '../nudge/handlers.ts'
import type { NudgeMessage } from '../nudge/render-handlers.ts'
import { draftText, postCard, postedNotice, postForm, postSummary, questionOf } from './cards.ts'
import { type PilotPost, type PostThing, thingOf } from './domain.ts'
import { POSTED, type PostUsecases } from './usecases.ts'

type Parts = {
  readonly posts: PostUsecases
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly ids: Ids
}

const typed = z.object({
  text: z.string().max(16_000).optional(),
  nonce: z.string().regex(ID_OR_NONE).default(''),
})

/** Posts of a pilot, from a nudge, in the channels of their Direction. */
export function postHandlers(
  parts: Parts,
  /** The nudge that the post comes from. */
  sourceOf: (actor: Actor, pressed: Pressed) => Promise<NudgeSource>,
  /** Shows the nudge, where there is no form to come back to. */
  again: VerbHandler,
): Required<Pick<Handlers, 'verbs' | 'facts'>> {
  const { posts, channels, people, programme, words, home, ids } = parts
  const contextOf = (language: Language): NudgeCardContext => ({ words: words(language), programme })

  function passedOn({ subject }: NudgeMessage): PostThing {
    const thing = thingOf(subject)
    if (!thing) throw new Refusal('gone')
    return thing
  }

  /** The form with a draft, or with a refused text. */
  async function form(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { message, shown } = await sourceOf(actor, pressed)
    const { text, nonce } = parse(typed, pressed.data)
    const { direction } = shown
    const thing = { ...passedOn(message), direction }
    const { about: found, targets } = await posts.prepare(actor, thing)
    const at = text === undefined ? await posts.publishedAt(thing) : undefined
    if (at !== undefined) throw new Refusal('post-done', { at })
    const context = contextOf(actor.language)
    const draft = text ?? draftText(context, found)
    const places = placesText(context.words, targets.channels)
    const card = postForm(context, shown, {
      typed: draft,
      nonce: formNonce(ids, actor, nonce),
      places,
      question: questionOf(found),
    })
    return { card, language: actor.language, summary: context.words.say('nudge.publish') }
  }

  async function post(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { message, shown } = await sourceOf(actor, pressed)
    const { text = '' } = parse(typed, pressed.data)
    const { direction } = shown
    const thing = { ...passedOn(message), direction }
    const { about: found } = await posts.prepare(actor, thing)
    const { channels: where } = await posts.post(actor, thing, text, idempotencyKeys(actor, pressed))
    const context = contextOf(actor.language)
    const card = postCard(context, { direction, text }, found, actor.name)
    const notice = postedNotice(context, placesText(context.words, where))
    return { card, language: actor.language, summary: notice.title, notice }
  }

  async function cardsOf(found: PilotPost): Promise<readonly Outgoing[]> {
    const thing = await posts.subjectNow(found)
    if (!thing) return []
    const context = contextOf(home)
    const name = (await people.names([found.person])).get(found.person) ?? ''
    const card = postCard(context, found, thing, name)
    const reply = { card, language: home, summary: postSummary(context, found, thing, name) }
    const what = { thing: 'post', id: found.id } as const
    return postsIn(what, await channels.announced(what), reply)
  }

  return {
    verbs: {
      'nudges.post-form': { run: form, redraw: again },
      'nudges.post': {
        run: post,
        redraw: (actor, pressed) =>
          form(actor, pressed).catch(error => {
            if (error instanceof Refusal) return again(actor, pressed)
            throw error
          }),
      },
    },
    facts: {
      [POSTED]: async ({ payload }) => {
        const found = await posts.find(String(payload.post))
        return found ? cardsOf(found) : []
      },
    },
  }
}
