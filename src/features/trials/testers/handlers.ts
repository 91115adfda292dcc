import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { onInitiative, onTrial, type TrialReplies } from '../card/reply-handlers.ts'
import type { TrialCards } from '../card/usecases.ts'
import { nextOf, trialNoteForm } from './cards.ts'
import type { TesterUsecases } from './usecases.ts'

const trying = onInitiative.extend({ trying: z.enum(['on', 'off']) })
const noting = onTrial.extend({
  text: z.string().max(20_000).default(''),
  nonce: z.string().regex(ID_OR_NONE).default(''),
})

type Parts = {
  readonly cards: TrialCards
  readonly testers: Pick<TesterUsecases, 'try' | 'note'>
  readonly ids: Ids
}

/** « J’essaie », and a signed line of somebody who does. */
export function testerVerbs(
  { cards, testers, ids }: Parts,
  { contextOf, reply, done, trialReply, latestOf }: TrialReplies,
): Readonly<Record<string, Verb>> {
  async function tries(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, trying: wanted } = parse(trying, pressed.data)
    const { id } = await cards.latest(actor, initiative)
    await testers.try(actor, id, wanted === 'on')
    const trial = await cards.latest(actor, initiative)
    const { say } = contextOf(actor).words
    if (wanted === 'off') return trialReply(actor, trial, done(actor, pressed, say('trial.testers.left')))
    const text = nextOf(contextOf(actor), trial)
    return trialReply(actor, trial, done(actor, pressed, say('trial.tab.trying'), text))
  }

  /** The empty form, or what was typed after a refusal. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { trial, text, nonce } = parse(noting, data)
    const context = contextOf(actor)
    const filled = { text, nonce: formNonce(ids, actor, nonce) }
    const card = trialNoteForm(context, await cards.one(actor, trial), filled)
    return reply(actor, card, context.words.say('trial.testers.note'))
  }

  async function save(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { trial, text } = parse(noting, pressed.data)
    await testers.note(actor, trial, text, idempotencyKeys(actor, pressed))
    const { say } = contextOf(actor).words
    return trialReply(
      actor,
      await cards.one(actor, trial),
      done(actor, pressed, say('trial.testers.note.done')),
    )
  }

  return {
    'trials.try': { run: tries, redraw: latestOf },
    'trials.note-form': form,
    'trials.note': { run: save, redraw: form },
  }
}
