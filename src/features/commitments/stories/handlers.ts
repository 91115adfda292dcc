import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { CommitmentReplies } from '../commitment/reply-handlers.ts'
import type { OwnCommitmentUsecases } from '../commitment/usecases.ts'
import { storyFormCard } from './cards.ts'
import type { StoryUsecases } from './usecases.ts'

const one = z.object({ commitment: z.string().regex(ID) })
const typed = one.extend({
  text: z.string().max(16_000).optional(),
  named: z.enum(['yes', 'no']).optional().catch(undefined),
  nonce: z.string().regex(ID_OR_NONE).default(''),
})

type Parts = {
  readonly show: OwnCommitmentUsecases['show']
  readonly stories: Pick<StoryUsecases, 'prepare' | 'tell' | 'withdraw'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

/** « Raconter ce que cela a donné ? », of a kept commitment. */
export function storyVerbs(
  { show, stories, words, ids }: Parts,
  { reply, done, one: oneReply }: CommitmentReplies,
): Readonly<Record<string, Verb>> {
  const again = async (actor: Actor, { data }: Pressed): Promise<Reply> =>
    oneReply(actor, await show(actor, parse(one, data).commitment))

  /** The proposed words, or what was typed before a refusal. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { commitment, text, named, nonce } = parse(typed, data)
    const found = await stories.prepare(actor, commitment)
    const w = words(actor.language)
    const draft = {
      nonce: formNonce(ids, actor, nonce),
      ...(text !== undefined && { text }),
      ...(named !== undefined && { named: named === 'yes' }),
    }
    return reply(actor, storyFormCard(w, found, actor.id, draft), w.say('story.title'))
  }

  async function tell(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { commitment, text = '', named } = parse(typed, pressed.data)
    const telling = { text, named: named === 'yes' }
    const told = await stories.tell(actor, commitment, telling, idempotencyKeys(actor, pressed))
    // From the row: a press that Teams repeats is answered alike.
    const changed = (told.story?.turn ?? 0) > 0
    return oneReply(actor, told, done(actor, pressed, changed ? 'story.changed' : 'story.told'))
  }

  async function withdraw(actor: Actor, pressed: Pressed): Promise<Reply> {
    const withdrawn = await stories.withdraw(actor, parse(one, pressed.data).commitment)
    return oneReply(actor, withdrawn, done(actor, pressed, 'story.withdrawn'))
  }

  return {
    'commitments.story-form': { run: form, redraw: again },
    'commitments.tell': {
      run: tell,
      redraw: (actor, pressed) =>
        form(actor, pressed).catch(error => {
          if (error instanceof Refusal) return again(actor, pressed)
          throw error
        }),
    },
    'commitments.withdraw-story': { run: withdraw, redraw: again },
  }
}
